import type { LocalDate } from "../shared/local-date.ts";

type RoundDates = {
  readonly windowStartOn: LocalDate;
  readonly cutOffOn?: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly upwardDueOn: LocalDate | null;
};

/** Window, cut-off, the units' day, the day upward: none before the one before it. */
export const datesFit = ({ windowStartOn, cutOffOn = null, dueOn, upwardDueOn }: RoundDates): boolean => {
  const days = [windowStartOn, cutOffOn, dueOn, upwardDueOn].filter((day) => day !== null);
  return days.every((day, at) => at === 0 || (days[at - 1] ?? day) <= day);
};
