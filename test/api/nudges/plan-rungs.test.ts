import { describe, expect, test } from "vitest";
import type { LadderStart, Rung } from "../../../api/nudges/nudge.ts";
import { planRungs } from "../../../api/nudges/plan-rungs.ts";
import { planRungsOnce } from "../../../api/nudges/plan-rungs-once.ts";
import { policySchema } from "../../../api/organizations/organization.ts";
import { calendar, day, policy } from "./planning-story.ts";

const LONG_AGO: LadderStart = { on: day("2026-01-01"), reason: "before_go_live" };
const ladder = (dueOn: string, until: string, changes: Partial<Parameters<typeof planRungs>[0]> = {}) =>
  planRungs({ dueOn: day(dueOn), until: day(until), start: LONG_AGO, policy, calendar, ...changes });
const days = (rungs: readonly Rung[]) => rungs.map(({ name, on }) => `${name} ${on}`);

describe("the ladder of a due date", () => {
  test("of Hải An's first report steps over National Day: 14/09 is Monday, 29/08–02/09 are off", () => {
    expect(days(ladder("2026-09-14", "2026-10-10"))).toEqual([
      "-10 2026-08-26",
      "-5 2026-09-07",
      "-3 2026-09-09",
      "-1 2026-09-11",
      "0 2026-09-14",
      "+1 2026-09-15",
      "+3 2026-09-17",
      "+5 2026-09-21",
      "+5w1 2026-09-28",
      "+5w2 2026-10-05",
    ]);
  });

  test("“trước ngày 15/02/2026” falls in Tết: aimed at Friday 13/02, late from the first working day after", () => {
    expect(days(ladder("2026-02-14", "2026-03-01")).slice(0, 8)).toEqual([
      "-10 2026-01-30",
      "-5 2026-02-06",
      "-3 2026-02-10",
      "-1 2026-02-12",
      "0 2026-02-13",
      "+1 2026-02-23",
      "+3 2026-02-25",
      "+5 2026-02-27",
    ]);
  });

  test("rolled forward, the same date is judged by 23/02 and climbs a day later", () => {
    const rolled = policySchema.parse({ lateness: "roll_forward" });
    const rungs = days(ladder("2026-02-14", "2026-03-01", { policy: rolled }));
    expect(rungs).toContain("0 2026-02-13");
    expect(rungs).toContain("+1 2026-02-24");
  });

  test("a repeat on a day off moves to the next working day, and the next one is counted from where it stood", () => {
    const weekly = days(ladder("2026-04-16", "2026-05-12")).filter((name) => name.includes("w"));
    expect(weekly).toEqual(["+5w1 2026-05-04", "+5w2 2026-05-07"]);
  });

  test("tells the head, then the consolidator too, then the leader, then all", () => {
    const audience = Object.fromEntries(
      ladder("2026-09-14", "2026-09-30").map((rung) => [rung.name, rung.audience.join(" ")]),
    );
    expect(audience).toMatchObject({
      "-10": "head",
      "0": "head",
      "+1": "head",
      "+3": "head consolidator",
      "+5": "leader",
      "+5w1": "head consolidator leader",
    });
  });

  test("an office may have its own: out of order, doubled, without anything after the due date", () => {
    const own = policySchema.parse({ rungsBefore: [0, 2, 2], rungsAfter: [], repeatDays: 14 });
    expect(days(ladder("2026-09-14", "2026-10-15", { policy: own }))).toEqual([
      "-2 2026-09-10",
      "0 2026-09-14",
      "+0w1 2026-09-28",
      "+0w2 2026-10-12",
    ]);
  });

  test("asked for a window, it leaves out the repeats before it", () => {
    const rungs = days(ladder("2025-03-14", "2026-09-14", { repeatsFrom: day("2026-09-01") }));
    expect(rungs.filter((name) => name.includes("w") && name.slice(-10) < "2026-08-01")).toEqual([]);
    const all = days(ladder("2025-03-14", "2026-09-14"));
    expect(rungs.filter((name) => name.slice(-10) >= "2026-09-01")).toEqual(
      all.filter((name) => name.slice(-10) >= "2026-09-01"),
    );
  });
});

describe("the office goes live on Monday 07/09", () => {
  const start: LadderStart = { on: day("2026-09-07"), reason: "before_go_live" };

  test("what was due in March is told to the head that morning, and climbs from there", () => {
    const rungs = ladder("2026-03-31", "2026-09-25", { start });
    expect(days(rungs.filter(({ skip }) => skip === null))).toEqual([
      "overdue-at-start 2026-09-07",
      "+3 2026-09-10",
      "+5 2026-09-14",
      "+5w1 2026-09-21",
    ]);
    expect(rungs.filter(({ skip }) => skip === "before_go_live").map(({ name }) => name)).toEqual([
      "-10",
      "-5",
      "-3",
      "-1",
      "0",
      "+1",
    ]);
  });

  test("live on a Saturday: told on Monday", () => {
    const rungs = ladder("2026-08-31", "2026-09-20", { start: { ...start, on: day("2026-09-05") } });
    expect(days(rungs)).toContain("overdue-at-start 2026-09-07");
  });

  test("of what is still ahead, only the days before are left out", () => {
    const rungs = ladder("2026-09-14", "2026-09-14", { start });
    expect(rungs.map(({ name, skip }) => `${name} ${skip}`)).toEqual([
      "-10 before_go_live",
      "-5 null",
      "-3 null",
      "-1 null",
      "0 null",
      "+1 null",
      "+3 null",
      "+5 null",
    ]);
  });
});

test("remembered, the ladder is the same, and made once", () => {
  const once = planRungsOnce(day("2026-10-10"));
  const asked = { dueOn: day("2026-09-14"), start: LONG_AGO, until: day("2026-09-01"), policy, calendar };
  expect(once(asked)).toEqual(ladder("2026-09-14", "2026-10-10"));
  expect(once(asked)).toBe(once({ ...asked, until: day("2026-09-02") }));
  expect(once({ ...asked, dueOn: day("2026-09-15") })).not.toBe(once(asked));
});
