import { z } from "zod";
import { localDateSchema } from "../shared/local-date.ts";
import { itemNumber, line, name, questions, shortTitle, whereSchema } from "./file-fields.ts";
import { timeFrameFileSchema } from "./file-time-frame.ts";

export const targetSchema = z.strictObject({
  text: line(500),
  value: z.union([z.number(), line(60)]).nullable(),
  unit: line(60).nullable(),
  value_min: z.number().optional(),
  value_max: z.number().optional(),
  by: localDateSchema.optional(),
  where: whereSchema.optional(),
});

/** One task; a version keeps it as its document said it. */
export const fileTaskSchema = z.strictObject({
  number: itemNumber,
  /** Null where the item is printed without a number (a bullet). */
  number_in_document: line(30).nullable(),
  section: itemNumber,
  parent: itemNumber.nullable(),
  /** Only introduces its sub-items: nobody owes it. */
  is_heading: z.boolean(),
  short_title: shortTitle,
  /** The document's own words, where the office has chosen to keep them here. */
  wording: z.string().normalize("NFC").trim().min(1).max(10_000).optional(),
  lead_units: z.array(name).max(100),
  coordinating_units: z.array(name).max(100),
  coordination_roles: z
    .array(z.strictObject({ unit: name, role: line(300) }))
    .max(100)
    .optional(),
  mentioned_units: z.array(name).max(100).optional(),
  time_frame: timeFrameFileSchema,
  targets: z.array(targetSchema).max(50),
  questions,
});

/** How many there are to do: the same wherever a catalogue's tasks are counted. */
export const countTasks = (tasks: readonly { readonly is_heading: boolean }[]): number =>
  tasks.filter(({ is_heading }) => !is_heading).length;
