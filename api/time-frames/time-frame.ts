import { z } from "zod";
import { type LocalDate, localDateSchema } from "../shared/local-date.ts";
import type { Period } from "./periods.ts";

export const timeFrameKindSchema = z.enum([
  "before_date",
  "month",
  "quarter",
  "year",
  "year_onward",
  "range",
  "continuous",
  "on_direction",
  "all_year",
  "none",
]);
export type TimeFrameKind = z.infer<typeof timeFrameKindSchema>;

export const recurrenceSchema = z.enum(["none", "yearly", "half_yearly", "quarterly", "monthly", "weekly"]);
export type Recurrence = z.infer<typeof recurrenceSchema>;

const fields = {
  /** The document's words; null where the cell is empty. */
  text: z.string().nullable(),
  kind: timeFrameKindSchema,
  /** Of `before_date`: as written. */
  date: localDateSchema.nullable(),
  /** "Trước ngày X": X itself is late. "Chậm nhất, đến hết, đến ngày X": X is in time. */
  exclusive: z.boolean().nullable(),
  startOn: localDateSchema.nullable(),
  endOn: localDateSchema.nullable(),
  recurs: recurrenceSchema,
};

/** One of several, or a second meaning: only the fields that are its own. */
const partSchema = z
  .object({
    text: fields.text.exactOptional(),
    kind: fields.kind.exactOptional(),
    date: fields.date.exactOptional(),
    exclusive: fields.exclusive.exactOptional(),
    startOn: fields.startOn.exactOptional(),
    endOn: fields.endOn.exactOptional(),
    recurs: fields.recurs.exactOptional(),
  })
  .readonly();

/** When a task is to be done: the phrase, and what it means. */
export const timeFrameSchema = z
  .object({
    ...fields,
    /** Several days or periods in one cell. */
    parts: z.array(partSchema).readonly().exactOptional(),
    /** A second meaning in the same cell ("thường xuyên hoặc đột xuất"). */
    secondary: partSchema.exactOptional(),
  })
  .refine((frame) => frame.date === null || frame.exclusive !== null, {
    path: ["exclusive"],
    message: "a date is the last day in time (false) or the first late one (true)",
  })
  .refine((frame) => frame.startOn === null || frame.endOn === null || frame.startOn <= frame.endOn, {
    path: ["endOn"],
    message: "ends before it starts",
  })
  .readonly();
export type TimeFrame = z.infer<typeof timeFrameSchema>;

const frame = (own: Partial<TimeFrame> & Pick<TimeFrame, "kind">): TimeFrame => ({
  text: null,
  date: null,
  exclusive: null,
  startOn: null,
  endOn: null,
  recurs: "none",
  ...own,
});

/** "Trước ngày …": the date itself is late. */
export const beforeDate = (date: LocalDate): TimeFrame =>
  frame({ kind: "before_date", date, exclusive: true });
/** "Chậm nhất ngày …": the date itself is in time. */
export const notAfterDate = (date: LocalDate): TimeFrame =>
  frame({ kind: "before_date", date, exclusive: false });
export const withinPeriod = (
  kind: "month" | "quarter" | "year" | "all_year" | "range",
  { startOn, endOn }: Period,
): TimeFrame => frame({ kind, startOn, endOn });
/** "Năm … và các năm tiếp theo". */
export const fromYearOnward = (startOn: LocalDate): TimeFrame => frame({ kind: "year_onward", startOn });
/** "Thường xuyên", "Khi có chỉ đạo", or nothing at all. */
export const undated = (kind: "continuous" | "on_direction" | "none"): TimeFrame => frame({ kind });

/** Several frames of one kind in one cell, in rising order: what they are together runs from the first to the last. */
export const joinParts = (first: TimeFrame, others: readonly TimeFrame[]): TimeFrame => {
  const last = others.at(-1) ?? first;
  return { ...last, startOn: first.startOn, parts: [first, ...others] };
};
