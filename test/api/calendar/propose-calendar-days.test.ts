import { expect, it } from "vitest";
import { proposeCalendarDays } from "../../../api/calendar/propose-calendar-days.ts";

const datesOf = (year: number): readonly string[] =>
  proposeCalendarDays(year).map((day) => day.date.slice(5));

it("makes up two weekend days of Tết and 1/5 in 2027, and joins 2/9 to the weekend", () => {
  expect(datesOf(2027)).toEqual([
    "01-01",
    ...["02-04", "02-05", "02-06", "02-07", "02-08", "02-09", "02-10"],
    "04-16",
    ...["04-30", "05-01", "05-03"],
    ...["09-02", "09-03"],
  ]);
});

it("makes up Giỗ Tổ and 30/4 one after the other when both fall on one weekend (2023)", () => {
  // As it was in 2023: off from Saturday 29/4 to Wednesday 3/5.
  expect(datesOf(2023).filter((date) => date > "04-01" && date < "06-01")).toEqual([
    "04-29",
    "04-30",
    "05-01",
    "05-02",
    "05-03",
  ]);
});

it("says that no notice stands behind it", () => {
  for (const day of proposeCalendarDays(2028))
    expect(day).toMatchObject({ kind: "day_off", source: "theo luật, chưa có thông báo" });
});

it("refuses a year that the calendar of four digits does not hold", () => {
  expect(() => proposeCalendarDays(10_000)).toThrow(RangeError);
});
