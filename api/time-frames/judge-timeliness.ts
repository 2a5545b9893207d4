import type { WorkingCalendar } from "../calendar/calendar-day.ts";
import { nextWorkingDayNotBefore, workingDaysBetween } from "../calendar/working-days.ts";
import { daysBetween, type LocalDate } from "../shared/local-date.ts";

export type TimelinessClass = "done_on_time" | "done_late" | "open_in_time" | "open_overdue" | "no_due_date";

/** Whether the document's own date stands, or a rest day rolls forward to the next working day (Civil Code art. 148). */
export type LatenessPolicy = "as_written" | "roll_forward";

export type Timeliness = {
  readonly class: TimelinessClass;
  /** By which rule it was judged: shown with the judgement. */
  readonly by: LatenessPolicy;
  readonly lastDayInTime: LocalDate | null;
  /** Calendar and working days from today to the last day in time, negative once it is past; null when done or undated. */
  readonly daysLeft: number | null;
  readonly workingDaysLeft: number | null;
  /** Working days from the last day in time to completion, or to today while open; 0 while in time. */
  readonly workingDaysLate: number;
};

type Facts = {
  /** Null while it is open. */
  readonly completedOn: LocalDate | null;
  readonly today: LocalDate;
  readonly policy: LatenessPolicy;
  readonly calendar: WorkingCalendar;
};

/** The due date as the policy judges it. */
export const lastDayInTime = (
  dueOn: LocalDate,
  policy: LatenessPolicy,
  calendar: WorkingCalendar,
): LocalDate => (policy === "roll_forward" ? nextWorkingDayNotBefore(calendar, dueOn) : dueOn);

/** `dueOn` is the last day in time by the document (`resolveDueDate`). */
export const judgeTimeliness = ({
  dueOn,
  completedOn,
  today,
  policy,
  calendar,
}: Facts & { readonly dueOn: LocalDate | null }): Timeliness => {
  if (dueOn === null)
    return {
      class: "no_due_date",
      by: policy,
      lastDayInTime: null,
      daysLeft: null,
      workingDaysLeft: null,
      workingDaysLate: 0,
    };
  const lastDay = lastDayInTime(dueOn, policy, calendar);
  const isOpen = completedOn === null;
  const judgedOn = completedOn ?? today;
  const late = judgedOn > lastDay;
  // Negative once it is past.
  const workingDays = workingDaysBetween(calendar, judgedOn, lastDay);
  // Field by field, not spread: every task of every list is judged here.
  return {
    class: isOpen ? (late ? "open_overdue" : "open_in_time") : late ? "done_late" : "done_on_time",
    by: policy,
    lastDayInTime: lastDay,
    daysLeft: isOpen ? daysBetween(today, lastDay) : null,
    workingDaysLeft: isOpen ? workingDays : null,
    workingDaysLate: late ? 0 - workingDays : 0,
  };
};

/** A due date and the first day on which it was in force. */
export type DueDateInForce = { readonly dueOn: LocalDate | null; readonly from: LocalDate };

/**
 * The due date in force on `day`; of two from the same day the later entry holds. A day before every entry is judged
 * by the first: work can be done before the document that asks for it.
 */
export const dueInForce = (history: readonly DueDateInForce[], day: LocalDate): LocalDate | null => {
  if (history.length <= 1) return history[0]?.dueOn ?? null;
  const rising = history.toSorted((one, other) =>
    one.from < other.from ? -1 : one.from > other.from ? 1 : 0,
  );
  return (rising.findLast(({ from }) => from <= day) ?? rising[0])?.dueOn ?? null;
};

/** A unit is late only against the due date in force that day: the day of completion, or today while it is open. */
export const judgeTimelinessByHistory = ({
  history,
  ...facts
}: Facts & { readonly history: readonly DueDateInForce[] }): Timeliness =>
  judgeTimeliness({ ...facts, dueOn: dueInForce(history, facts.completedOn ?? facts.today) });
