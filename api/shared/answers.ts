import { z } from "zod";

/** An instant as the API writes it. */
export const instantAnswer = z.iso.datetime();
/** A calendar date, in no zone. */
export const dayAnswer = z.iso.date();

/** One page of a list. */
export const pageAnswer = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next_cursor: z.string().nullable() });
