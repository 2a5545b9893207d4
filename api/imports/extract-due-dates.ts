import { z } from "zod";
import { addDays, type LocalDate, localDateSchema } from "../shared/local-date.ts";
import type { ReadTimeFrame } from "./reading.ts";

export type DueDate = {
  /** The last day in time by the document. */
  readonly dueOn: LocalDate;
  /** A day that the document names, not the end of a month, quarter or year. */
  readonly named: boolean;
  /** The end of whole years, which the rounds alone ask about. */
  readonly ofYear: boolean;
};

const partSchema = z.looseObject({
  kind: z.string().optional(),
  date: localDateSchema.nullish(),
  exclusive: z.boolean().nullish(),
  end_on: localDateSchema.nullish(),
});
type Part = z.infer<typeof partSchema>;

const YEARLY_KINDS: readonly (string | undefined)[] = ["year", "all_year", "year_onward"];

const dueDateOf = ({ kind, date, exclusive, end_on: endOn }: Part): readonly DueDate[] => {
  if (date !== null && date !== undefined)
    return [{ dueOn: exclusive === true ? addDays(date, -1) : date, named: true, ofYear: false }];
  return endOn === null || endOn === undefined
    ? []
    : [{ dueOn: endOn, named: false, ofYear: YEARLY_KINDS.includes(kind) }];
};

/** Every day by which a time frame wants something done: its own, or those of its parts, and of its second meaning. */
export const extractDueDates = (frame: ReadTimeFrame): readonly DueDate[] => {
  const parts = z.array(partSchema).safeParse(frame.parts);
  const second = partSchema.safeParse(frame.secondary);
  const own = parts.success && parts.data.length > 0 ? parts.data.flatMap(dueDateOf) : dueDateOf(frame);
  const days = [...own, ...(second.success ? dueDateOf(second.data) : [])];
  return days.filter((day, at) => days.findIndex(({ dueOn }) => dueOn === day.dueOn) === at);
};
