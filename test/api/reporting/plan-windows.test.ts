import { describe, expect, it } from "vitest";
import { datesFit } from "../../../api/catalogues/judge-round-dates.ts";
import { type PlacedRound, planWindows } from "../../../api/reporting/plan-windows.ts";
import { localDate } from "../../../api/shared/local-date.ts";

const BEGAN = localDate("2026-02-12");
const round = (id: string, position: number, dueOn: string | null): PlacedRound => ({
  id,
  position,
  dueOn: dueOn === null ? null : localDate(dueOn),
  windowStartOn: BEGAN,
});

describe("the windows of rounds", () => {
  it("follow each other from where they began, whatever the order they were written in", () => {
    const windows = planWindows([round("năm", 1, "2026-12-14"), round("6 tháng", 0, "2026-06-14")], BEGAN);
    expect([...windows]).toEqual([
      ["6 tháng", "2026-02-12"],
      ["năm", "2026-06-14"],
    ]);
  });

  it("of undated rounds wait behind the last dated one, and an ad hoc one stands beside", () => {
    const rounds = [round("6 tháng", 0, null), round("năm", 1, null)];
    expect(planWindows(rounds, BEGAN).get("năm")).toBe("2026-02-12");
    const set = [
      round("6 tháng", 0, "2026-06-14"),
      round("năm", 1, null),
      round("đột xuất", -1, "2026-03-31"),
    ];
    expect([...planWindows(set, BEGAN)]).toEqual([
      ["6 tháng", "2026-02-12"],
      ["năm", "2026-06-14"],
    ]);
  });
});

describe("the dates of a round", () => {
  const dates = (windowStartOn: string, ...rest: (string | null)[]) => {
    const [cutOffOn, dueOn, upwardDueOn] = rest.map((day) => (day === null ? null : localDate(day)));
    return { windowStartOn: localDate(windowStartOn), cutOffOn, dueOn, upwardDueOn } as Parameters<
      typeof datesFit
    >[0];
  };

  it("keep their order; those that are not set are no matter", () => {
    expect(datesFit(dates("2026-09-01", "2026-09-10", "2026-09-14", "2026-09-20"))).toBe(true);
    expect(datesFit(dates("2026-09-14", "2026-09-14", "2026-09-14", "2026-09-14"))).toBe(true);
    expect(datesFit(dates("2026-09-01", null, null, "2026-09-20"))).toBe(true);
    expect(datesFit(dates("2026-09-15", null, "2026-09-14", null))).toBe(false);
    expect(datesFit(dates("2026-09-01", "2026-09-15", "2026-09-14", null))).toBe(false);
    expect(datesFit(dates("2026-09-01", "2026-09-25", null, "2026-09-20"))).toBe(false);
  });
});
