import { describe, expect, test } from "vitest";
import { deriveSubjects } from "../../../api/nudges/derive-subjects.ts";
import { mergeDigests, type QueuedNudge } from "../../../api/nudges/merge-digests.ts";
import type { PlanningFacts } from "../../../api/nudges/planning-facts.ts";
import { at, CULTURE, day, decide, office, progress, task } from "./planning-story.ts";

const waiting = (number: string, changes: Partial<QueuedNudge> = {}): QueuedNudge => ({
  id: `row-${number}`,
  outboxId: "digest-1",
  subjectKind: "task",
  subjectId: `task-${number}`,
  unitId: CULTURE,
  dueOn: day("2026-09-30"),
  recipient: "head",
  memberId: "head",
  role: "head",
  rung: "-1",
  reason: "due_soon",
  outcome: "queued",
  decidedOn: day("2026-09-29"),
  plannedFor: at("2026-09-29"),
  ...changes,
});
const facts = office({ tasks: [task("2.4", "2026-09-30"), task("2.5", "2026-09-30")] });
const claimed = office({
  tasks: facts.tasks,
  progress: [
    progress("task-2.4", { claim: { state: "waiting", claimedOn: day("2026-09-29") } }),
    progress("task-2.5"),
  ],
});
const merged = (
  queued: readonly QueuedNudge[],
  on: PlanningFacts = facts,
  fresh = decide(on, "2026-09-28").nudges,
) => mergeDigests(fresh, queued, deriveSubjects(on, day("2026-09-30")), on.posts);

describe("a digest that has not left", () => {
  test("and is still right stays as it is", () => {
    expect(merged([waiting("2.4"), waiting("2.5")], facts, [])).toEqual({
      digests: [],
      withdrawnOutboxIds: [],
      untrueIds: [],
      mergedIds: [],
    });
  });

  test("loses what a claim has made untrue, the rest is said anew", () => {
    const merge = merged([waiting("2.4"), waiting("2.5")], claimed, []);
    expect(merge).toMatchObject({ withdrawnOutboxIds: ["digest-1"], untrueIds: ["row-2.4"], mergedIds: [] });
    expect(merge.digests.map(({ carried }) => carried.map(({ id }) => id))).toEqual([["row-2.5"]]);
  });

  test("with nothing left that is true is taken back", () => {
    expect(merged([waiting("2.4")], claimed, [])).toMatchObject({
      withdrawnOutboxIds: ["digest-1"],
      digests: [],
    });
  });

  test("of somebody who no longer holds the post is taken back", () => {
    expect(merged([waiting("2.4", { memberId: "left" })], facts, []).untrueIds).toEqual(["row-2.4"]);
  });

  test("gives way to a later rung of the same task and brings the others along", () => {
    const fresh = decide(office({ tasks: [task("2.4", "2026-09-30")] }), "2026-09-30").nudges;
    const [digest, ...more] = merged(
      [waiting("2.4"), waiting("2.5", { reason: "an older word" })],
      facts,
      fresh,
    ).digests;
    expect(more).toEqual([]);
    expect(digest?.fresh.map(({ rung }) => rung)).toEqual(["0"]);
    expect(digest?.carried.map(({ id, nudge }) => `${id} ${nudge.rung} ${nudge.reason}`)).toEqual([
      "row-2.5 -1 overdue",
    ]);
  });

  test("several of them become one, each subject with its last rung", () => {
    const older = waiting("2.4", { id: "older", outboxId: "digest-0", plannedFor: at("2026-09-25") });
    const merge = merged([older, waiting("2.4"), waiting("2.5")], facts, []);
    expect(merge.mergedIds).toEqual(["older"]);
    expect([...merge.withdrawnOutboxIds].toSorted((a, b) => a.localeCompare(b))).toEqual([
      "digest-0",
      "digest-1",
    ]);
    expect(merge.digests).toHaveLength(1);
  });
});
