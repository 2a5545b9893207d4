import type { WorkingCalendar } from "../calendar/calendar-day.ts";
import { isWorkingDay, nextWorkingDayNotBefore } from "../calendar/working-days.ts";
import {
  addDays,
  instantAt,
  type LocalDate,
  type LocalTime,
  localDateAt,
  localTimeAt,
  weekday,
} from "../shared/local-date.ts";
import type { DueSummary, SummaryHours, WaitingGroup } from "./group-chat.ts";

export const mondayOf = (day: LocalDate): LocalDate => addDays(day, 1 - weekday(day));

/** The first working day of that Monday's week; null in a week without any. */
const summaryDay = (calendar: WorkingCalendar, monday: LocalDate): LocalDate | null => {
  const day = nextWorkingDayNotBefore(calendar, monday);
  return day < addDays(monday, 7) ? day : null;
};

/** The week's summary, from the hour of digests on its first working day; null in a week without any. */
const summaryMoment = (
  { timeZone, policy }: SummaryHours,
  calendar: WorkingCalendar,
  monday: LocalDate,
): Date | null => {
  const day = summaryDay(calendar, monday);
  return day === null ? null : instantAt(day, policy.digestAt, timeZone);
};

/** The day of the next summary for a group that is connected at `now`. */
export const nextSummaryDay = (hours: SummaryHours, calendar: WorkingCalendar, now: Date): LocalDate => {
  const monday = mondayOf(localDateAt(now, hours.timeZone));
  const moment = summaryMoment(hours, calendar, monday);
  return moment !== null && now < moment
    ? localDateAt(moment, hours.timeZone)
    : nextWorkingDayNotBefore(calendar, addDays(monday, 7));
};

/** Not on a day off, not before the hour of digests, and not in the evening, unless that hour lies there. */
const isOpen = ({ timeZone, policy }: SummaryHours, calendar: WorkingCalendar, now: Date): boolean => {
  const time: LocalTime = localTimeAt(now, timeZone);
  const closing = policy.workingHours.reduce((last, [, end]) => (end > last ? end : last), policy.digestAt);
  return (
    isWorkingDay(calendar, localDateAt(now, timeZone)) &&
    policy.digestAt <= time &&
    (time <= closing || policy.digestAt >= closing)
  );
};

/**
 * Which of the groups that have not had this week's summary get it now. Whatever kept it from the first working
 * day, it is still said on a later one of the same week; a week that is over is not made up for. A group that was
 * connected afterwards begins with the next week, as its greeting said.
 */
export const planSummaries = (
  groups: readonly WaitingGroup[],
  calendarOf: (organizationId: string) => WorkingCalendar,
  now: Date,
): readonly DueSummary[] =>
  groups.flatMap((group) => {
    const calendar = calendarOf(group.organizationId);
    const weekOf = mondayOf(localDateAt(now, group.timeZone));
    const moment = summaryMoment(group, calendar, weekOf);
    return moment !== null && moment <= now && group.connectedAt < moment && isOpen(group, calendar, now)
      ? [{ group, weekOf }]
      : [];
  });
