import { z } from "zod";

/**
 * An instant as people write one, "2026-09-14T07:30:00+07:00", seconds at will. Always with its offset: without
 * one it would depend on the server's own zone.
 */
export const instantSchema = z
  .union(
    [z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })],
    "an instant with its offset, such as 2026-09-14T07:30:00+07:00",
  )
  .transform((text) => new Date(text));
