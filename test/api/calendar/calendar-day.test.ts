import { expect, it } from "vitest";
import { type CalendarDay, calendarDaySchema, workingCalendar } from "../../../api/calendar/calendar-day.ts";
import { isWorkingDay } from "../../../api/calendar/working-days.ts";
import { localDate } from "../../../api/shared/local-date.ts";

const day = (date: string, kind: CalendarDay["kind"]): CalendarDay => ({
  date: localDate(date),
  kind,
  name: "Ngày hội của phường",
  source: "Thông báo 01/TB-UBND",
});

it("takes the later of two entries for one date: the office's own", () => {
  const calendar = workingCalendar([day("2026-09-14", "day_off"), day("2026-09-14", "working")]);
  expect(isWorkingDay(calendar, localDate("2026-09-14"))).toBe(true);
  expect(calendar.days.size).toBe(1);
});

it("keeps a day off on a weekend and a working weekday as they are", () => {
  const calendar = workingCalendar([day("2026-09-12", "day_off"), day("2026-09-15", "working")]);
  expect([calendar.weekdaysOff, calendar.weekendsWorked]).toEqual([[], []]);
  expect(calendar.days.get(localDate("2026-09-12"))?.name).toBe("Ngày hội của phường");
});

it("refuses a day that does not exist and a source left out", () => {
  expect(calendarDaySchema.safeParse({ ...day("2026-09-12", "day_off"), date: "2026-02-30" }).success).toBe(
    false,
  );
  expect(calendarDaySchema.safeParse({ ...day("2026-09-12", "day_off"), source: "" }).success).toBe(false);
});
