import { z } from "zod";
import { localDateSchema } from "../shared/local-date.ts";
import { recurrenceSchema, timeFrameKindSchema } from "../time-frames/time-frame.ts";
import { line, monthDaySchema, whereSchema } from "./file-fields.ts";

const timeFrameExtras = {
  by: line(300).optional(),
  month_day: monthDaySchema.optional(),
  day_of_month: z.int().min(1).max(31).optional(),
  month_of_quarter: z.int().min(1).max(3).optional(),
  /** 1 Monday … 7 Sunday. */
  day_of_week: z.int().min(1).max(7).optional(),
  time_of_day: line(20).optional(),
  dates: z.array(localDateSchema).max(20).optional(),
  trigger: line(300).optional(),
  /** Negative: before the event. */
  offset_days: z.int().min(-3660).max(3660).optional(),
  offset_months: z.int().min(-120).max(120).optional(),
  offset_hours: z.int().min(-10_000).max(10_000).optional(),
  working_days: z.boolean().optional(),
  event: line(300).optional(),
  vague: z.boolean().optional(),
  /** The cell repeats the one above ("nt", "như trên"). */
  ditto: z.boolean().optional(),
  /** A day that does not exist keeps its spelling and gets no date. */
  invalid_date: z.boolean().optional(),
  date_as_written: line(60).optional(),
  where: whereSchema.optional(),
  inherited_from: line(60).optional(),
  inherits_to_children: z.boolean().optional(),
};

/** One of several days or periods in a cell, a second meaning, or another reading: only the fields that are its own. */
const timeFramePartSchema = z.strictObject({
  text: line(300).optional(),
  kind: timeFrameKindSchema.optional(),
  date: localDateSchema.nullable().optional(),
  exclusive: z.boolean().nullable().optional(),
  start_on: localDateSchema.nullable().optional(),
  end_on: localDateSchema.nullable().optional(),
  due_on: localDateSchema.nullable().optional(),
  recurs: recurrenceSchema.optional(),
  ...timeFrameExtras,
});

const boundedPeriods: readonly string[] = ["month", "quarter", "year", "range", "all_year"];

/** The document's phrase word for word, and what it means. "Trước ngày X" is `exclusive`: X itself is late. */
export const timeFrameFileSchema = z
  .strictObject({
    text: line(300).nullable(),
    kind: timeFrameKindSchema,
    date: localDateSchema.nullable(),
    exclusive: z.boolean().nullable(),
    start_on: localDateSchema.nullable(),
    end_on: localDateSchema.nullable(),
    due_on: localDateSchema.nullable(),
    recurs: recurrenceSchema,
    parts: z.array(timeFramePartSchema).max(20).optional(),
    secondary: timeFramePartSchema.optional(),
    also: z.array(timeFramePartSchema).max(5).optional(),
    ...timeFrameExtras,
  })
  .superRefine((frame, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    if (frame.start_on !== null && frame.end_on !== null && frame.end_on < frame.start_on)
      refuse("end_on", "ends before it starts");
    if (frame.date !== null && frame.exclusive === null)
      refuse("exclusive", "a date is either the last day in time (false) or the first late one (true)");
    if (frame.exclusive === true && frame.due_on !== null)
      refuse("due_on", "must be null when the date is exclusive: the last day in time is the day before");
    if (frame.exclusive === false && frame.due_on !== frame.date)
      refuse("due_on", "must be the date when the date is inclusive");
    if (frame.recurs !== "none" || frame.vague === true || frame.invalid_date === true) return;
    if (frame.kind === "before_date" && frame.date === null) refuse("date", "missing");
    if (!boundedPeriods.includes(frame.kind)) return;
    if (frame.start_on === null) refuse("start_on", "missing");
    if (frame.end_on === null) refuse("end_on", "missing");
    if (frame.due_on !== frame.end_on) refuse("due_on", "must be the last day of the period");
  });

export type TimeFrameFile = z.infer<typeof timeFrameFileSchema>;
