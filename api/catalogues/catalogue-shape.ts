import { z } from "zod";
import { localDateSchema } from "../shared/local-date.ts";
import { recurrenceSchema } from "../time-frames/time-frame.ts";
import { itemNumber, line, monthDaySchema, name, questions, shortTitle } from "./file-fields.ts";
import { documentSchema, groupSchema, organizationSchema, unitSchema } from "./file-office.ts";
import { fileTaskSchema } from "./file-task.ts";

export const sectionSchema = z.strictObject({
  number: itemNumber,
  /** Null where the heading is printed without its number. */
  number_in_document: line(30).nullable(),
  title: line(500),
  short_title: shortTitle,
});

export const reportRoundSchema = z.strictObject({
  label: line(100),
  /** The date as written in "trước ngày …": a report on that day is late. Null until the administrator sets it. */
  before: localDateSchema.nullable(),
  /** False where the document names a day without a year and the plan's year was filled in. */
  year_stated: z.boolean().optional(),
  month_day: monthDaySchema.optional(),
  recurs: recurrenceSchema,
  /** `outgoing` is the consolidated report that goes upward. */
  level: z.enum(["internal", "outgoing"]),
  from_units: z.array(name).max(100),
  via_unit: name.nullable(),
  to_unit: name,
  text: line(1000),
  questions,
});

const routeSchema = z.strictObject({
  to: name,
  via: name.nullable(),
  decides: name.nullable(),
  text: line(1000),
});

export const catalogueSchema = z.strictObject({
  scope: z.strictObject({ text: line(200), start_on: localDateSchema, end_on: localDateSchema }),
  consolidating_unit: name.nullable(),
  ad_hoc_reports: z.boolean(),
  adjustment_route: routeSchema.nullable(),
  difficulty_route: routeSchema.nullable(),
  sections: z.array(sectionSchema).min(1).max(100),
  tasks: z.array(fileTaskSchema).min(1).max(2000),
  report_rounds: z.array(reportRoundSchema).max(100),
});

/** What a catalogue file holds, each field by itself; what the fields say of each other is checked after it. */
export const catalogueShapeSchema = z.strictObject({
  organization: organizationSchema,
  units: z.array(unitSchema).max(500),
  groups: z.array(groupSchema).max(200),
  /** Phrases that name several groups at once, and which. */
  composites: z
    .array(z.strictObject({ phrase: name, groups: z.array(name).min(2).max(20) }))
    .max(100)
    .optional(),
  document: documentSchema,
  catalogue: catalogueSchema,
});

export type CatalogueShape = z.infer<typeof catalogueShapeSchema>;
