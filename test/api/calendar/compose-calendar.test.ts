import { describe, expect, it } from "vitest";
import { calendarYearSchema, composeCalendar, nationalDays } from "../../../api/calendar/compose-calendar.ts";
import { dateOfDayNumber, dayNumber, isWeekend } from "../../../api/calendar/day-number.ts";
import { proposeCalendarDays } from "../../../api/calendar/propose-calendar-days.ts";
import { addWorkingDays, isWorkingDay } from "../../../api/calendar/working-days.ts";
import { addDays, localDate } from "../../../api/shared/local-date.ts";

const datesOf = (year: number, kind: string): readonly string[] =>
  nationalDays(year)
    .filter((day) => day.kind === kind)
    .map((day) => day.date);

describe("the notices", () => {
  it.each([
    [2024, ["2024-05-04"]],
    [2025, ["2025-04-26"]],
    [2026, ["2026-01-10", "2026-08-22"]],
    [2027, []],
  ])("of %i order these weekends worked", (year, worked) => {
    expect(datesOf(year, "working")).toEqual(worked);
  });

  it.each([
    ["2024-02-07", "2024-02-15"],
    ["2024-04-26", "2024-05-02"],
    ["2024-08-30", "2024-09-04"],
    ["2025-01-24", "2025-02-03"],
    ["2025-04-29", "2025-05-05"],
    ["2025-08-29", "2025-09-03"],
    ["2025-12-31", "2026-01-05"],
    ["2026-02-13", "2026-02-23"],
    ["2026-08-28", "2026-09-03"],
  ])("after %s the next working day is %s", (from, to) => {
    const calendar = composeCalendar({ first: 2024, last: 2026 });
    expect(addWorkingDays(calendar, localDate(from), 1)).toBe(to);
  });

  it("of 2027 are not known yet: the file says what the law does, and what is pending", () => {
    const settled = nationalDays(2027).filter((day) => day.kind !== "pending");
    expect(settled).toEqual(proposeCalendarDays(2027));
    expect(datesOf(2027, "pending")).toEqual(["2027-11-24"]);
  });

  it("are replaced by the law where no file is", () => {
    expect(nationalDays(2029)).toEqual(proposeCalendarDays(2029));
  });

  it("differ from the law in four swaps alone, as to which weekdays are off", () => {
    const byLaw = [2024, 2025, 2026].flatMap(proposeCalendarDays).map((day) => dayNumber(day.date));
    const noticed = composeCalendar({ first: 2024, last: 2026 }).weekdaysOff;
    expect(byLaw.filter((day) => !isWeekend(day) && !noticed.includes(day))).toEqual([]);
    expect(noticed.filter((day) => !byLaw.includes(day)).map(dateOfDayNumber)).toEqual([
      "2024-04-29",
      "2025-05-02",
      "2026-01-02",
      "2026-08-31",
    ]);
  });
});

it("lets an office's own days hold over the national ones", () => {
  const own = {
    date: localDate("2026-11-24"),
    kind: "day_off",
    name: "Ngày Văn hóa Việt Nam",
    source: "Thông báo 02/TB-UBND",
  } as const;
  const calendar = composeCalendar({ first: 2026, last: 2026 }, [own]);
  expect(isWorkingDay(calendar, own.date)).toBe(false);
  expect(isWorkingDay(calendar, addDays(own.date, 1))).toBe(true);
});

it("refuses a year file with a foreign or a doubled date", () => {
  const day = { date: "2026-01-01", kind: "day_off", name: "Tết Dương lịch", source: "luật" };
  expect(calendarYearSchema.safeParse({ year: 2026, days: [day] }).success).toBe(true);
  expect(calendarYearSchema.safeParse({ year: 2027, days: [day] }).success).toBe(false);
  expect(calendarYearSchema.safeParse({ year: 2026, days: [day, day] }).success).toBe(false);
});
