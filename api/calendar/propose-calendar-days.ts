import { z } from "zod";
import { addDays, type LocalDate, localDate, weekday } from "../shared/local-date.ts";
import { type CalendarDay, workingCalendar } from "./calendar-day.ts";
import { dayNumber, isWeekend } from "./day-number.ts";
import byLaw from "./days/by-law.json" with { type: "json" };
import { dateOfLunarDate } from "./lunar-date.ts";
import { addWorkingDays } from "./working-days.ts";

const THURSDAY = 4;

const holidaySchema = z.strictObject({
  name: z.string(),
  calendar: z.enum(["solar", "lunar"]),
  month: z.int(),
  day: z.int(),
  /** Days off, counted from the holiday. */
  shifts: z.array(z.int()),
  shiftsOnThursday: z.array(z.int()).optional(),
});
type Holiday = z.infer<typeof holidaySchema>;

const {
  source,
  makeUp,
  days: holidays,
} = z.strictObject({ source: z.string(), makeUp: z.string(), days: z.array(holidaySchema) }).parse(byLaw);

const two = (number: number): string => String(number).padStart(2, "0");

const datesOf = (holiday: Holiday, year: number): readonly LocalDate[] => {
  const { month, day } = holiday;
  const date =
    holiday.calendar === "solar"
      ? localDate([year, two(month), two(day)].join("-"))
      : dateOfLunarDate({ year, month, day, leap: false });
  if (date === null) throw new RangeError(`${holiday.name} has no day in ${year}`);
  const shifts = weekday(date) === THURSDAY ? (holiday.shiftsOnThursday ?? holiday.shifts) : holiday.shifts;
  return shifts.map((shift) => addDays(date, shift));
};

/**
 * The days off of a year for which no notice is known (Labour Code 2019, art. 112), each that falls on a weekend
 * made up on the next working day (art. 111). The law leaves open which five days are Tết and which day beside 2/9
 * is off: here as the notices of 2018–2026 chose, two days before Tết and three from it on, and the day before 2/9,
 * the one after where that makes four days in a row.
 */
export const proposeCalendarDays = (year: number): readonly CalendarDay[] => {
  const dayOff = (date: LocalDate, name: string): CalendarDay => ({ date, kind: "day_off", name, source });
  const byDate = (one: CalendarDay, other: CalendarDay): number => (one.date < other.date ? -1 : 1);
  const days = holidays
    .flatMap((holiday) => datesOf(holiday, year).map((date) => dayOff(date, holiday.name)))
    .sort(byDate);
  for (const { date, name } of days.filter((day) => isWeekend(dayNumber(day.date))))
    days.push(dayOff(addWorkingDays(workingCalendar(days), date, 1), `${makeUp} ${name}`));
  return days.sort(byDate);
};
