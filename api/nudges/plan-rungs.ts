import type { WorkingCalendar } from "../calendar/calendar-day.ts";
import { dateOfDayNumber, dayNumber } from "../calendar/day-number.ts";
import { addWorkingDays, nextWorkingDayNotBefore } from "../calendar/working-days.ts";
import type { Policy } from "../organizations/organization.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { lastDayInTime } from "../time-frames/judge-timeliness.ts";
import { aimDay } from "../time-frames/resolve-due-date.ts";
import type { LadderStart, Rung, SkipReason } from "./nudge.ts";

/** The longest stretch without a working day that a repeat may be moved by (Tết with its weekends, and more). */
const LONGEST_STRETCH = 20;
/** Ten years of weeks: what is overdue since the year 206 repeats by the latest of them alone. */
const MOST_REPEATS = 520;

/**
 * The ladder of a due date, in order of days, with the repeats up to `until`.
 *
 * Before it: working days before the *aim day*, the last working day not after the due date, and on its morning.
 * After it: working days counted from the due date as the policy judges it, then repeats moved to working days.
 *
 * What was overdue when the office or the catalogue began (`start`) climbs from there: the head is told once on
 * that morning, and the rungs that tell others are counted from that day instead of the due date.
 */
export const planRungs = (ladder: {
  readonly dueOn: LocalDate;
  readonly start: LadderStart;
  readonly until: LocalDate;
  /** Repeats before that day are left out: whoever asks about a window does not walk a year of them. */
  readonly repeatsFrom?: LocalDate;
  readonly policy: Policy;
  readonly calendar: WorkingCalendar;
}): readonly Rung[] => {
  const { dueOn, start, policy, calendar } = ladder;
  const aimOn = aimDay(calendar, dueOn);
  const judgedOn = lastDayInTime(dueOn, policy.lateness, calendar);
  const overdueAtStart = judgedOn < start.on;
  const skipAt = (on: LocalDate): SkipReason | null => (on < start.on ? start.reason : null);

  const before = [...new Set(policy.rungsBefore)]
    .sort((one, other) => other - one)
    .map((days): Rung => {
      const on = addWorkingDays(calendar, aimOn, -days);
      return {
        name: days === 0 ? "0" : `-${days}`,
        on,
        audience: ["head"],
        reason: days === 0 ? "last_working_day" : "due_soon",
        repeated: false,
        skip: skipAt(on),
      };
    });

  const steps = policy.rungsAfter.toSorted((one, other) => one.days - other.days);
  const firstMorning = nextWorkingDayNotBefore(calendar, start.on);
  const countedFrom = overdueAtStart ? firstMorning : judgedOn;
  const after = steps.map((step): Rung => {
    // "Overdue at start" takes the place of the rungs that tell the head alone.
    const replaced = overdueAtStart && step.audience.every((audience) => audience === "head");
    return {
      name: `+${step.days}`,
      on: addWorkingDays(calendar, replaced ? judgedOn : countedFrom, step.days),
      audience: step.audience,
      reason: "overdue",
      repeated: false,
      skip: replaced ? start.reason : null,
    };
  });
  const toldAtStart: Rung = {
    name: "overdue-at-start",
    on: firstMorning,
    audience: ["head"],
    reason: "overdue_at_start",
    repeated: false,
    skip: null,
  };

  const lastDays = steps.at(-1)?.days ?? 0;
  const repeats = planRepeats(addWorkingDays(calendar, countedFrom, lastDays), ladder).map(
    ({ nth, on }): Rung => ({
      name: `+${lastDays}w${nth}`,
      on,
      audience: policy.repeatAudience,
      reason: "overdue",
      repeated: true,
      skip: null,
    }),
  );
  return [...before, ...after, ...(overdueAtStart ? [toldAtStart] : []), ...repeats].sort((one, other) =>
    one.on < other.on ? -1 : one.on > other.on ? 1 : 0,
  );
};

const planRepeats = (
  anchor: LocalDate,
  {
    until,
    repeatsFrom,
    policy,
    calendar,
  }: {
    readonly until: LocalDate;
    readonly repeatsFrom?: LocalDate;
    readonly policy: Policy;
    readonly calendar: WorkingCalendar;
  },
): readonly { readonly nth: number; readonly on: LocalDate }[] => {
  const first = dayNumber(anchor);
  const span = (day: LocalDate): number => Math.floor((dayNumber(day) - first) / policy.repeatDays);
  const from = Math.max(
    1,
    span(until) - MOST_REPEATS,
    repeatsFrom === undefined
      ? 1
      : Math.floor((dayNumber(repeatsFrom) - first - LONGEST_STRETCH) / policy.repeatDays),
  );
  return Array.from({ length: Math.max(0, span(until) - from + 1) }, (_, at) => {
    const nth = from + at;
    return { nth, on: nextWorkingDayNotBefore(calendar, dateOfDayNumber(first + nth * policy.repeatDays)) };
  }).filter(({ on }) => on <= until);
};
