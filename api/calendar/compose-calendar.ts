import { z } from "zod";
import {
  type CalendarDay,
  calendarDaySchema,
  type WorkingCalendar,
  workingCalendar,
} from "./calendar-day.ts";
import year2024 from "./days/2024.json" with { type: "json" };
import year2025 from "./days/2025.json" with { type: "json" };
import year2026 from "./days/2026.json" with { type: "json" };
import year2027 from "./days/2027.json" with { type: "json" };
import { proposeCalendarDays } from "./propose-calendar-days.ts";

/** One year of the state sector, as the notices have it. */
export const calendarYearSchema = z
  .strictObject({ year: z.int(), days: z.array(calendarDaySchema) })
  .refine(({ year, days }) => days.every(({ date }) => date.startsWith(`${year}-`)), "a day of another year")
  .refine(({ days }) => new Set(days.map(({ date }) => date)).size === days.length, "a date stands twice");

/** By year; what was proposed once stays, as the law does. */
const known = new Map<number, readonly CalendarDay[]>(
  [year2024, year2025, year2026, year2027].map((file) => {
    const { year, days } = calendarYearSchema.parse(file);
    return [year, days];
  }),
);

/** The national days of a year: by its notices, else as the law lets expect. */
export const nationalDays = (year: number): readonly CalendarDay[] => {
  const days = known.get(year) ?? proposeCalendarDays(year);
  known.set(year, days);
  return days;
};

type Years = { readonly first: number; readonly last: number };

const nationalOf = ({ first, last }: Years): readonly CalendarDay[] =>
  Array.from({ length: last - first + 1 }, (_, at) => nationalDays(first + at)).flat();

/** By its years: most offices have no day of their own, and every request asks. */
const national = new Map<string, WorkingCalendar>();
const MOST_KEPT = 50;

const nationalCalendar = (years: Years): WorkingCalendar => {
  const name = `${years.first}-${years.last}`;
  const calendar = national.get(name) ?? workingCalendar(nationalOf(years));
  if (national.size < MOST_KEPT) national.set(name, calendar);
  return calendar;
};

/** The calendar of an office from one year to another: the national days, over which its `own` hold. */
export const composeCalendar = (years: Years, own: readonly CalendarDay[] = []): WorkingCalendar =>
  own.length === 0 ? nationalCalendar(years) : workingCalendar([...nationalOf(years), ...own]);
