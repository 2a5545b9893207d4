import { addDays, instantAt, type LocalTime, localDateAt, localTimeAt } from "../shared/local-date.ts";
import type { WorkingCalendar } from "./calendar-day.ts";
import { isWorkingDay, nextWorkingDayNotBefore } from "./working-days.ts";

/**
 * The earliest moment, from `now` on, at which somebody may be told unasked: within the office's working hours
 * ([opens, closes] pairs) of a working day. The noon break is quiet too.
 */
export const nextWorkingMoment = (
  now: Date,
  office: {
    readonly timeZone: string;
    readonly workingHours: readonly (readonly [LocalTime, LocalTime])[];
    readonly calendar: WorkingCalendar;
  },
): Date => {
  const today = localDateAt(now, office.timeZone);
  const time = localTimeAt(now, office.timeZone);
  const hours = [...office.workingHours].sort(([left], [right]) => left.localeCompare(right));
  const opening = isWorkingDay(office.calendar, today)
    ? hours.find(([, closes]) => time < closes)
    : undefined;
  if (opening !== undefined) return time >= opening[0] ? now : instantAt(today, opening[0], office.timeZone);
  const [first] = hours;
  const nextDay = nextWorkingDayNotBefore(office.calendar, addDays(today, 1));
  return first === undefined ? now : instantAt(nextDay, first[0], office.timeZone);
};
