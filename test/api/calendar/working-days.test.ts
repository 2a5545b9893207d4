import { describe, expect, it } from "vitest";
import { workingCalendar } from "../../../api/calendar/calendar-day.ts";
import { composeCalendar } from "../../../api/calendar/compose-calendar.ts";
import {
  addWorkingDays,
  isWorkingDay,
  lastWorkingDayNotAfter,
  nextWorkingDayNotBefore,
  workingDaysBetween,
} from "../../../api/calendar/working-days.ts";
import { localDate } from "../../../api/shared/local-date.ts";

const calendar = composeCalendar({ first: 2025, last: 2027 });

describe("2026 in the state sector", () => {
  it.each([
    ["2026-01-02", false],
    ["2026-01-05", true],
    ["2026-01-10", true],
    ["2026-02-13", true],
    ["2026-02-16", false],
    ["2026-02-20", false],
    ["2026-02-23", true],
    ["2026-04-27", false],
    ["2026-04-29", true],
    ["2026-05-01", false],
    ["2026-08-22", true],
    ["2026-08-31", false],
    ["2026-09-02", false],
    ["2026-09-03", true],
  ])("%s worked: %s", (date, worked) => {
    expect(isWorkingDay(calendar, localDate(date))).toBe(worked);
  });

  it("works on 24/11 while that holiday is pending", () => {
    expect(calendar.days.get(localDate("2026-11-24"))?.kind).toBe("pending");
    expect(isWorkingDay(calendar, localDate("2026-11-24"))).toBe(true);
  });

  it("leaves Friday 13/02 for what is due on the 14th, on which Tết begins", () => {
    expect(lastWorkingDayNotAfter(calendar, localDate("2026-02-14"))).toBe("2026-02-13");
    expect(nextWorkingDayNotBefore(calendar, localDate("2026-02-14"))).toBe("2026-02-23");
    expect(workingDaysBetween(calendar, localDate("2026-02-11"), localDate("2026-02-14"))).toBe(2);
  });

  it("stays on a working day that is asked for", () => {
    expect(lastWorkingDayNotAfter(calendar, localDate("2026-09-14"))).toBe("2026-09-14");
    expect(nextWorkingDayNotBefore(calendar, localDate("2026-09-14"))).toBe("2026-09-14");
  });

  it("counts the ladder of round 1 back over National Day", () => {
    const due = localDate("2026-09-14");
    expect([10, 5, 3, 1, 0].map((days) => addWorkingDays(calendar, due, -days))).toEqual([
      "2026-08-26",
      "2026-09-07",
      "2026-09-09",
      "2026-09-11",
      "2026-09-14",
    ]);
  });

  it("counts working days both ways", () => {
    const [monday, nextMonday] = [localDate("2026-09-07"), localDate("2026-09-14")];
    expect(workingDaysBetween(calendar, monday, nextMonday)).toBe(5);
    expect(workingDaysBetween(calendar, nextMonday, monday)).toBe(-5);
    expect(workingDaysBetween(calendar, monday, monday)).toBe(0);
  });

  it("counts the 109 working days from the end of the first quarter to 07/09", () => {
    // 115 weekdays; off 27/4, 30/4, 1/5, 31/8, 1/9, 2/9; worked instead: Saturday 22/8.
    expect(workingDaysBetween(calendar, localDate("2026-03-31"), localDate("2026-09-07"))).toBe(109);
  });
});

it("adds from a day off to the working days beside it, and 0 leaves it", () => {
  const saturday = localDate("2026-09-12");
  expect(addWorkingDays(calendar, saturday, 0)).toBe(saturday);
  expect(addWorkingDays(calendar, saturday, 1)).toBe("2026-09-14");
  expect(addWorkingDays(calendar, saturday, -1)).toBe("2026-09-11");
});

it("knows the plain week where no day is named", () => {
  const plain = workingCalendar([]);
  expect(addWorkingDays(plain, localDate("2040-01-06"), 5)).toBe("2040-01-13");
  expect(workingDaysBetween(plain, localDate("2040-01-06"), localDate("2050-01-06"))).toBe(2609);
});
