import type { WorkingCalendar } from "../calendar/calendar-day.ts";
import { dateOfDayNumber, dayNumber } from "../calendar/day-number.ts";
import { addWorkingDays } from "../calendar/working-days.ts";
import type { Policy } from "../organizations/organization.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { planRungs } from "./plan-rungs.ts";

/** Between an aim day and its due date lies at most a stretch of days off. */
const LONGEST_STRETCH = 20;

/** Twice a plan of five years, in days: an older date is a slip, and each day between costs every morning. */
const LONGEST_OVERDUE = 3_660;

export type DueDates = {
  /** Due dates with a rung in the window: asked of the index. */
  readonly dueOn: readonly LocalDate[];
  /** Days of going live or of publication from which what was overdue then climbs into the window. */
  readonly startOn: readonly LocalDate[];
  /** Days of going live, of publication or of linking on which, or soon after which, an office has more to say than that. */
  readonly begunOn: readonly LocalDate[];
};

/**
 * The due dates that have a rung on some day of the window, under any of the policies and calendars in use, so that
 * planning reads what is due and not what exists. One date too many costs a look, so profiles are simply united.
 */
export const planDueDates = (window: {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The first due date or beginning there is. */
  readonly earliest: LocalDate;
  readonly profiles: readonly { readonly policy: Policy; readonly calendar: WorkingCalendar }[];
}): DueDates => {
  const { from, to, profiles } = window;
  const dueOn = new Set<LocalDate>();
  const startOn = new Set<LocalDate>();
  const begunOn = new Set<LocalDate>();
  const inWindow = (day: LocalDate): boolean => from <= day && day <= to;
  for (const { policy, calendar } of profiles) {
    const reach = Math.max(0, ...policy.rungsBefore) + 1;
    const last = dayNumber(addWorkingDays(calendar, to, reach)) + LONGEST_STRETCH;
    const first = Math.min(Math.max(dayNumber(window.earliest), last - LONGEST_OVERDUE), last);
    for (let day = first; day <= last; day += 1) {
      const date = dateOfDayNumber(day);
      const ladder = { until: to, repeatsFrom: from, policy, calendar };
      const neverSkipped = { on: date, reason: "before_go_live" as const };
      if (planRungs({ ...ladder, dueOn: date, start: neverSkipped }).some(({ on }) => inWindow(on)))
        dueOn.add(date);
      if (date > to) continue;
      const dayBefore = dateOfDayNumber(day - LONGEST_STRETCH);
      const fromStart = planRungs({ ...ladder, dueOn: dayBefore, start: neverSkipped });
      if (fromStart.some(({ on, skip }) => skip === null && inWindow(on))) startOn.add(date);
      if (inWindow(date) || inWindow(addWorkingDays(calendar, date, policy.acknowledgeAfter)))
        begunOn.add(date);
    }
  }
  return { dueOn: [...dueOn].sort(), startOn: [...startOn].sort(), begunOn: [...begunOn].sort() };
};
