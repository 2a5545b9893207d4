import { z } from "zod";

/** A person's name on one line; whatever letters it has are the person's own affair. */
export const memberNameSchema = z
  .string()
  .normalize("NFC")
  .trim()
  .min(1)
  .max(100)
  .regex(/^\P{Cc}*$/u);
