import { describe, expect, it } from "vitest";
import { dateOfLunarDate, lunarDateOf } from "../../../api/calendar/lunar-date.ts";
import { localDate } from "../../../api/shared/local-date.ts";

describe("the first day of Tết", () => {
  it.each([
    [1985, "1985-01-21"],
    [2007, "2007-02-17"],
    [2024, "2024-02-10"],
    [2025, "2025-01-29"],
    [2026, "2026-02-17"],
    [2027, "2027-02-06"],
    [2028, "2028-01-26"],
    [2029, "2029-02-13"],
    [2030, "2030-02-02"],
  ])("of %i is %s (1985, 2007 and 2030 on another day than in Beijing)", (year, date) => {
    expect(dateOfLunarDate({ year, month: 1, day: 1, leap: false })).toBe(date);
    expect(lunarDateOf(localDate(date))).toEqual({ year, month: 1, day: 1, leap: false });
  });
});

describe("Giỗ Tổ, 10/3", () => {
  it.each(["2023-04-29", "2024-04-18", "2025-04-07", "2026-04-26", "2027-04-16"])("%s", (date) => {
    const year = Number(date.slice(0, 4));
    expect(dateOfLunarDate({ year, month: 3, day: 10, leap: false })).toBe(date);
  });
});

describe("leap months", () => {
  it.each([
    [2020, 4, "2020-05-23"],
    [2023, 2, "2023-03-22"],
    [2025, 6, "2025-07-25"],
    [2028, 5, "2028-06-23"],
    [2033, 11, "2033-12-22"],
  ])("%i has a leap month %i from %s", (year, month, date) => {
    expect(lunarDateOf(localDate(date))).toEqual({ year, month, day: 1, leap: true });
    expect(dateOfLunarDate({ year, month, day: 1, leap: true })).toBe(date);
  });

  it("are refused where the year has none", () => {
    expect(dateOfLunarDate({ year: 2026, month: 6, day: 1, leap: true })).toBeNull();
  });
});

it("places the days between solstice and Tết in the old year", () => {
  expect(lunarDateOf(localDate("2026-02-14"))).toEqual({ year: 2025, month: 12, day: 27, leap: false });
  expect(lunarDateOf(localDate("2026-12-31")).year).toBe(2026);
});

it("knows no 30th of a month of 29 days, nor a day 0", () => {
  expect(dateOfLunarDate({ year: 2025, month: 12, day: 29, leap: false })).toBe("2026-02-16");
  expect(dateOfLunarDate({ year: 2025, month: 12, day: 30, leap: false })).toBeNull();
  expect(dateOfLunarDate({ year: 2025, month: 12, day: 0, leap: false })).toBeNull();
});
