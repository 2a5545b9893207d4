import { describe, expect, it } from "vitest";
import { composeCalendar } from "../../../api/calendar/compose-calendar.ts";
import { resolveTaskStatus } from "../../../api/catalogues/resolve-task-status.ts";
import type { UnitProgress } from "../../../api/catalogues/task.ts";
import { localDate } from "../../../api/shared/local-date.ts";

const calendar = composeCalendar({ first: 2025, last: 2027 });
const progress = (change: Partial<UnitProgress> = {}): UnitProgress => ({
  taskId: "task",
  unitId: "unit",
  lastNote: null,
  claim: null,
  acknowledged: true,
  hasDifficulty: false,
  ...change,
});
const claim = (state: NonNullable<UnitProgress["claim"]>["state"], completedOn = "2026-09-01") => ({
  claim: { id: "claim", state, completedOn: localDate(completedOn), reason: null },
});
const noted = {
  lastNote: { id: "note", text: "x", notedOn: localDate("2026-09-01"), state: null, percent: null },
};
const status = (
  dueOn: string | null,
  change: Partial<UnitProgress> | null = {},
  { today = "2026-09-07", hasLadder = true, lateness = "as_written" as "as_written" | "roll_forward" } = {},
) => {
  const found = resolveTaskStatus(
    { dueOn: dueOn === null ? null : localDate(dueOn), hasLadder },
    change === null ? null : progress(change),
    { today: localDate(today), calendar, lateness },
  );
  return `${found.class} ${found.overlays.join("+")} ${found.workingDaysLeft}`;
};

describe("status is computed", () => {
  it.each([
    ["long before", "2026-12-31", {}, "open_in_time  83"],
    ["eleven working days before", "2026-09-22", {}, "open_in_time  11"],
    ["ten working days before", "2026-09-21", {}, "open_in_time due_soon 10"],
    ["today", "2026-09-07", {}, "open_in_time due_soon 0"],
    ["a day late", "2026-09-04", {}, "open_overdue  -1"],
    ["no date", null, {}, "no_due_date  null"],
    ["nobody said anything", "2026-12-31", null, "open_in_time unacknowledged 83"],
    ["not acknowledged", "2026-12-31", { acknowledged: false }, "open_in_time unacknowledged 83"],
    ["a note acknowledges", "2026-12-31", { acknowledged: false, ...noted }, "open_in_time  83"],
    ["a claim that waits", "2026-09-08", claim("waiting"), "open_in_time claimed 1"],
    [
      "a claim that waits, late",
      "2026-09-04",
      { acknowledged: false, ...claim("waiting") },
      "open_overdue claimed -1",
    ],
    ["a claim that was returned", "2026-09-08", claim("returned"), "open_in_time returned+due_soon 1"],
    ["a claim that was taken back", "2026-09-08", claim("withdrawn"), "open_in_time due_soon 1"],
    ["confirmed in time", "2026-09-04", claim("confirmed", "2026-09-04"), "done_on_time  null"],
    [
      "confirmed late",
      "2026-09-04",
      { hasDifficulty: true, ...claim("confirmed", "2026-09-05") },
      "done_late  null",
    ],
    ["a difficulty", "2026-12-31", { hasDifficulty: true }, "open_in_time difficulty 83"],
  ] as const)("%s", (_name, dueOn, change, expected) => {
    expect(status(dueOn, change)).toBe(expected);
  });

  it("a whole year's task is never due soon", () => {
    expect(status("2026-09-08", {}, { hasLadder: false })).toBe("open_in_time  1");
  });

  it("a rest day is the document's own, or rolls forward by policy", () => {
    const monday = { today: "2026-09-14" };
    expect(status("2026-09-13", {}, monday)).toMatch(/^open_overdue/);
    expect(status("2026-09-13", {}, { ...monday, lateness: "roll_forward" })).toBe("open_in_time due_soon 0");
  });
});
