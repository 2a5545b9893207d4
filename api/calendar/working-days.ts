import type { LocalDate } from "../shared/local-date.ts";
import type { WorkingCalendar } from "./calendar-day.ts";
import { dateOfDayNumber, dayNumber } from "./day-number.ts";

/** Weekdays from day number 0, a Monday, to `day`. */
const weekdaysTo = (day: number): number => Math.floor((day + 1) / 7) * 5 + Math.min((day + 1) % 7, 5);
/** The day number of the weekday that `weekdaysTo` counts as the `nth`. */
const nthWeekday = (nth: number): number => Math.floor((nth - 1) / 5) * 7 + ((nth - 1) % 5);

/** The least number from `low` to `high` for which `holds` (it holds for `high`, and once it holds it goes on). */
const least = (low: number, high: number, holds: (at: number) => boolean): number => {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
};

const countTo = (rising: readonly number[], day: number): number =>
  least(0, rising.length, (at) => (rising[at] ?? Number.POSITIVE_INFINITY) > day);

/** Working days up to and with `day`: a working day's place in the one row of all working days. */
const placeOf = (calendar: WorkingCalendar, day: number): number =>
  weekdaysTo(day) - countTo(calendar.weekdaysOff, day) + countTo(calendar.weekendsWorked, day);

const workingDayAt = (calendar: WorkingCalendar, place: number): LocalDate =>
  dateOfDayNumber(
    least(
      nthWeekday(place - calendar.weekendsWorked.length),
      nthWeekday(place + calendar.weekdaysOff.length),
      (day) => placeOf(calendar, day) >= place,
    ),
  );

export const isWorkingDay = (calendar: WorkingCalendar, date: LocalDate): boolean =>
  placeOf(calendar, dayNumber(date)) > placeOf(calendar, dayNumber(date) - 1);

/** The `days`-th working day after `date`, before it when negative; 0 is the date itself, worked or not. */
export const addWorkingDays = (calendar: WorkingCalendar, date: LocalDate, days: number): LocalDate => {
  if (days === 0) return date;
  const day = dayNumber(date);
  return days > 0
    ? workingDayAt(calendar, placeOf(calendar, day) + days)
    : workingDayAt(calendar, placeOf(calendar, day - 1) + 1 + days);
};

export const lastWorkingDayNotAfter = (calendar: WorkingCalendar, date: LocalDate): LocalDate =>
  workingDayAt(calendar, placeOf(calendar, dayNumber(date)));

export const nextWorkingDayNotBefore = (calendar: WorkingCalendar, date: LocalDate): LocalDate =>
  isWorkingDay(calendar, date) ? date : workingDayAt(calendar, placeOf(calendar, dayNumber(date) - 1) + 1);

/** Working days after `from` up to and with `to` (the first day does not count: Civil Code art. 147); negative backwards. */
export const workingDaysBetween = (calendar: WorkingCalendar, from: LocalDate, to: LocalDate): number =>
  placeOf(calendar, dayNumber(to)) - placeOf(calendar, dayNumber(from));
