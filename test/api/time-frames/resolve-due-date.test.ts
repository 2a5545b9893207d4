import { describe, expect, it } from "vitest";
import { composeCalendar } from "../../../api/calendar/compose-calendar.ts";
import { type LocalDate, localDate } from "../../../api/shared/local-date.ts";
import {
  halfYearPeriod,
  monthPeriod,
  type Period,
  quarterPeriod,
  yearPeriod,
} from "../../../api/time-frames/periods.ts";
import { aimDay, hasOwnLadder, resolveDueDate } from "../../../api/time-frames/resolve-due-date.ts";
import {
  beforeDate,
  fromYearOnward,
  notAfterDate,
  type TimeFrame,
  undated,
  withinPeriod,
} from "../../../api/time-frames/time-frame.ts";

const calendar = composeCalendar({ first: 2025, last: 2031 });
const dayBefore = (date: string): TimeFrame => beforeDate(localDate(date));
const range = (startOn: LocalDate, endOn: LocalDate): TimeFrame => withinPeriod("range", { startOn, endOn });
const years = (first: Period, last: Period): TimeFrame => range(first.startOn, last.endOn);

describe("frames with a day", () => {
  it.each<[string, TimeFrame, string, string, boolean]>([
    ["trước ngày 15/02/2026 falls in Tết", dayBefore("2026-02-15"), "2026-02-14", "2026-02-13", true],
    ["trước ngày 28/02/2026", dayBefore("2026-02-28"), "2026-02-27", "2026-02-27", true],
    ["trước ngày 15/9/2026", dayBefore("2026-09-15"), "2026-09-14", "2026-09-14", true],
    ["trước ngày 20/11/2026", dayBefore("2026-11-20"), "2026-11-19", "2026-11-19", true],
    ["trước ngày 01/01/2026", dayBefore("2026-01-01"), "2025-12-31", "2025-12-31", true],
    ["chậm nhất ngày 15/02/2026", notAfterDate(localDate("2026-02-15")), "2026-02-15", "2026-02-13", true],
    ["tháng 8/2026", withinPeriod("month", monthPeriod(2026, 8)), "2026-08-31", "2026-08-28", true],
    ["quý I/2026", withinPeriod("quarter", quarterPeriod(2026, 1)), "2026-03-31", "2026-03-31", true],
    ["6 tháng cuối năm", withinPeriod("range", halfYearPeriod(2026, 2)), "2026-12-31", "2026-12-31", true],
    ["năm 2026", withinPeriod("year", yearPeriod(2026)), "2026-12-31", "2026-12-31", false],
    ["cả năm 2026", withinPeriod("all_year", yearPeriod(2026)), "2026-12-31", "2026-12-31", false],
    ["2025-2030", years(yearPeriod(2025), yearPeriod(2030)), "2030-12-31", "2030-12-31", false],
    ["một năm", years(yearPeriod(2026), yearPeriod(2026)), "2026-12-31", "2026-12-31", false],
    [
      "từ 01/01 đến 30/6",
      range(localDate("2026-01-01"), localDate("2026-06-30")),
      "2026-06-30",
      "2026-06-30",
      true,
    ],
  ])("%s", (_, frame, dueOn, aim, ladder) => {
    expect(resolveDueDate(frame)).toBe(dueOn);
    expect(aimDay(calendar, localDate(dueOn))).toBe(aim);
    expect(hasOwnLadder(frame)).toBe(ladder);
  });
});

describe("frames without a day", () => {
  it.each<[string, TimeFrame]>([
    ["năm 2026 và các năm tiếp theo", fromYearOnward(localDate("2026-01-01"))],
    ["thường xuyên", undated("continuous")],
    ["khi có chỉ đạo", undated("on_direction")],
    ["an empty cell", undated("none")],
    ["hằng tháng, before a day", { ...dayBefore("2026-06-15"), date: null, recurs: "monthly" }],
    [
      "a day that does not exist",
      { ...dayBefore("2026-03-01"), text: "trước ngày 30/02/2026", date: null, exclusive: null },
    ],
    ["a range without an end", { ...years(yearPeriod(2026), yearPeriod(2026)), endOn: null }],
  ])("%s", (_, frame) => {
    expect(resolveDueDate(frame)).toBeNull();
    expect(hasOwnLadder(frame)).toBe(false);
  });

  it("has a ladder where only the start of a range is open", () => {
    const frame = { ...range(localDate("2026-01-01"), localDate("2026-12-31")), startOn: null };
    expect(hasOwnLadder(frame)).toBe(true);
  });
});
