import fc from "fast-check";
import { expect, it } from "vitest";
import { type CalendarDay, workingCalendar } from "../../api/calendar/calendar-day.ts";
import { composeCalendar } from "../../api/calendar/compose-calendar.ts";
import { dateOfDayNumber, dayNumber, isWeekend } from "../../api/calendar/day-number.ts";
import { dateOfLunarDate, lunarDateOf } from "../../api/calendar/lunar-date.ts";
import {
  addWorkingDays,
  isWorkingDay,
  lastWorkingDayNotAfter,
  nextWorkingDayNotBefore,
  workingDaysBetween,
} from "../../api/calendar/working-days.ts";
import { addDays, type LocalDate, localDate, weekday } from "../../api/shared/local-date.ts";

const dateFrom = (first: string, days: number): fc.Arbitrary<LocalDate> =>
  fc.integer({ min: 0, max: days }).map((at) => addDays(localDate(first), at));

const anyDate = dateFrom("2023-06-01", 2000);
const anyDay: fc.Arbitrary<CalendarDay> = fc.record({
  date: dateFrom("2024-01-01", 900),
  kind: fc.constantFrom("day_off", "working", "pending"),
  name: fc.constant("ngày"),
  source: fc.constant("thông báo"),
});
const national = composeCalendar({ first: 2024, last: 2027 });
const anyCalendar = fc.oneof(
  fc.constant(national),
  fc.array(anyDay, { maxLength: 200 }).map((days) => workingCalendar(days)),
);
const anyCount = fc.integer({ min: -400, max: 400 });

it("counts as one who walks day by day does", () => {
  fc.assert(
    fc.property(anyCalendar, anyDate, fc.integer({ min: 0, max: 120 }), (calendar, from, span) => {
      const walked = Array.from({ length: span }, (_, at) => addDays(from, at + 1)).filter((date) => {
        const kind = calendar.days.get(date)?.kind;
        return kind === "working" || (kind !== "day_off" && weekday(date) <= 5);
      });
      expect(workingDaysBetween(calendar, from, addDays(from, span))).toBe(walked.length);
      expect(walked.every((date) => isWorkingDay(calendar, date))).toBe(true);
    }),
  );
});

it("adds what it counts, and takes it back from a working day", () => {
  fc.assert(
    fc.property(anyCalendar, anyDate, anyCount, (calendar, date, count) => {
      const from = nextWorkingDayNotBefore(calendar, date);
      const to = addWorkingDays(calendar, from, count);
      expect(workingDaysBetween(calendar, from, to)).toBe(count);
      expect(addWorkingDays(calendar, to, -count)).toBe(from);
      expect(isWorkingDay(calendar, to)).toBe(true);
    }),
  );
});

it("adds in two steps what it adds in one, in one direction", () => {
  const steps = fc.integer({ min: 1, max: 200 });
  fc.assert(
    fc.property(
      anyCalendar,
      anyDate,
      steps,
      steps,
      fc.constantFrom(1, -1),
      (calendar, date, one, other, way) => {
        const twice = addWorkingDays(calendar, addWorkingDays(calendar, date, way * one), way * other);
        expect(twice).toBe(addWorkingDays(calendar, date, way * (one + other)));
      },
    ),
  );
});

it("finds the nearest working day on either side, with none between", () => {
  fc.assert(
    fc.property(anyCalendar, anyDate, (calendar, date) => {
      const [last, next] = [lastWorkingDayNotAfter(calendar, date), nextWorkingDayNotBefore(calendar, date)];
      expect(isWorkingDay(calendar, last) && isWorkingDay(calendar, next)).toBe(true);
      expect(last <= date && date <= next).toBe(true);
      expect(workingDaysBetween(calendar, last, next)).toBe(isWorkingDay(calendar, date) ? 0 : 1);
    }),
  );
});

it("counts there and back alike, and over any day between", () => {
  fc.assert(
    fc.property(anyCalendar, anyDate, anyDate, anyDate, (calendar, one, two, three) => {
      const count = (from: LocalDate, to: LocalDate) => workingDaysBetween(calendar, from, to);
      expect(count(one, two) + count(two, one)).toBe(0);
      expect(count(one, two) + count(two, three)).toBe(count(one, three));
    }),
  );
});

it("changes nothing for a pending day", () => {
  fc.assert(
    fc.property(fc.array(anyDay, { maxLength: 100 }), anyDate, (days, date) => {
      const settled = days.filter((day, at) => days.findLastIndex(({ date }) => date === day.date) === at);
      const [all, withoutPending] = [settled, settled.filter(({ kind }) => kind !== "pending")].map(
        workingCalendar,
      );
      expect(all && isWorkingDay(all, date)).toBe(withoutPending && isWorkingDay(withoutPending, date));
    }),
  );
});

it("numbers days as the calendar has them", () => {
  fc.assert(
    fc.property(dateFrom("1600-01-01", 250_000), (date) => {
      expect(dateOfDayNumber(dayNumber(date))).toBe(date);
      expect(dayNumber(addDays(date, 1))).toBe(dayNumber(date) + 1);
      expect(isWeekend(dayNumber(date))).toBe(weekday(date) >= 6);
    }),
  );
});

it("reads a lunar date back as the day it came from, and goes on by one", () => {
  fc.assert(
    fc.property(dateFrom("1900-02-01", 73_000), (date) => {
      const lunar = lunarDateOf(date);
      expect(dateOfLunarDate(lunar)).toBe(date);
      const tomorrow = lunarDateOf(addDays(date, 1));
      expect(tomorrow.day === lunar.day + 1 || (tomorrow.day === 1 && lunar.day >= 29)).toBe(true);
    }),
  );
});

it("puts Tết between 20 January and 21 February", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1901, max: 2099 }), (year) => {
      const tet = dateOfLunarDate({ year, month: 1, day: 1, leap: false });
      expect(tet !== null && tet >= `${year}-01-20` && tet <= `${year}-02-21`).toBe(true);
    }),
  );
});
