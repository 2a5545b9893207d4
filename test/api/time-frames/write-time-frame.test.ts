import { describe, expect, it } from "vitest";
import { localDate } from "../../../api/shared/local-date.ts";
import { parseTimeFrame } from "../../../api/time-frames/parse-time-frame.ts";
import { monthPeriod, quarterPeriod, yearPeriod } from "../../../api/time-frames/periods.ts";
import {
  beforeDate,
  fromYearOnward,
  joinParts,
  notAfterDate,
  type TimeFrame,
  undated,
  withinPeriod,
} from "../../../api/time-frames/time-frame.ts";
import { writeTimeFrame } from "../../../api/time-frames/write-time-frame.ts";

const month = (of: number): TimeFrame => withinPeriod("month", monthPeriod(2026, of));
const quarter = (of: number): TimeFrame => withinPeriod("quarter", quarterPeriod(2026, of));
const range = { startOn: localDate("2026-03-01"), endOn: localDate("2026-06-30") };
const yearlyDay: TimeFrame = { ...beforeDate(localDate("2026-06-15")), recurs: "yearly" };

describe("canonical words", () => {
  it.each<[string, TimeFrame]>([
    ["Trước ngày 15/02/2026", beforeDate(localDate("2026-02-15"))],
    ["Trước ngày 15/9/2026", beforeDate(localDate("2026-09-15"))],
    ["Chậm nhất ngày 05/12/2026", notAfterDate(localDate("2026-12-05"))],
    ["Tháng 02/2026", month(2)],
    ["Tháng 8/2026", month(8)],
    ["Quý IV/2026", quarter(4)],
    ["Năm 2026", withinPeriod("year", yearPeriod(2026))],
    ["Cả năm 2026", withinPeriod("all_year", yearPeriod(2026))],
    ["Năm 2026 và các năm tiếp theo", fromYearOnward(localDate("2026-01-01"))],
    ["Từ 01/3/2026 đến 30/6/2026", withinPeriod("range", range)],
    ["Thường xuyên", undated("continuous")],
    ["Khi có chỉ đạo", undated("on_direction")],
    ["Trước ngày 15/6/2026, hằng năm", yearlyDay],
    ["Thường xuyên, 06 tháng một lần", { ...undated("continuous"), recurs: "half_yearly" }],
    ["Tháng 3/2026; Tháng 9/2026", joinParts(month(3), [month(9)])],
    ["Quý I/2026; Quý III/2026", joinParts(quarter(1), [quarter(3)])],
    ["Thường xuyên hoặc Khi có chỉ đạo", { ...undated("continuous"), secondary: undated("on_direction") }],
  ])("%s", (words, frame) => {
    expect(writeTimeFrame(frame)).toBe(words);
    expect(parseTimeFrame(words)).toEqual({ ...frame, text: words });
  });

  it("of nothing are nothing", () => {
    expect(writeTimeFrame(undated("none"))).toBe("");
    expect(parseTimeFrame("")).toEqual(undated("none"));
  });

  it("complete parts and a second meaning that hold only their own fields", () => {
    const report: TimeFrame = {
      ...undated("continuous"),
      recurs: "half_yearly",
      parts: [{ recurs: "half_yearly" }, { recurs: "yearly" }],
      secondary: { kind: "on_direction", text: "đột xuất" },
    };
    expect(writeTimeFrame(report)).toBe(
      "Thường xuyên, 06 tháng một lần; Thường xuyên, hằng năm hoặc Khi có chỉ đạo",
    );
  });
});

describe("the document's own words stand where the canonical ones lack a day", () => {
  it.each<[string, TimeFrame]>([
    ["trước ngày 30/02/2026", { ...undated("none"), kind: "before_date" }],
    ["trong quý", { ...undated("none"), kind: "quarter" }],
    ["đến khi xong", { ...undated("none"), kind: "range" }],
    ["từ tháng 3", { ...undated("none"), kind: "range", startOn: range.startOn }],
  ])("%s", (text, frame) => {
    expect(writeTimeFrame({ ...frame, text })).toBe(text);
    expect(writeTimeFrame(frame)).toBe("");
  });
});

describe("any other writing is left to the reader of documents", () => {
  it.each([
    "trước ngày 15/02/2026",
    "Trước ngày 15/2/2026",
    "Trước ngày 15/09/2026",
    "Trước ngày 30/02/2026",
    "Từ 05/3/2026 đến 01/3/2026",
    "Từ 05/3/2026 đến 32/3/2026",
    "Tháng 13/2026",
    "Quý V/2026",
    "Thường xuyên, trước ngày 15/6",
    ", hằng năm",
    "Tháng 3/2026; ",
    "; Tháng 3/2026",
    "Tháng 3/2026; Quý III/2026",
    "Thường xuyên; Thường xuyên",
    "Thường xuyên hoặc đột xuất",
    "Thường xuyên hoặc Khi có chỉ đạo hoặc Năm 2026",
  ])("%s", (words) => {
    expect(parseTimeFrame(words)).toBeNull();
  });
});
