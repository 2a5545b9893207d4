import { describe, expect, test } from "vitest";
import { pickDigestSubject } from "../../../api/nudges/pick-digest-subject.ts";
import type { PlanningFacts } from "../../../api/nudges/planning-facts.ts";
import { decide, office, progress, round, task } from "./planning-story.ts";

/** What the head's answer to that morning's digest is about. */
const subjectOf = (facts: PlanningFacts, on: string, recipient = "head") => {
  const nudges = decide(facts, on).nudges.filter((nudge) => nudge.recipient.key === recipient);
  expect(nudges.length).toBeGreaterThan(0);
  return pickDigestSubject(nudges, facts.tasks);
};

describe("an answer to a digest", () => {
  const overdue = task("2.4", "2026-09-11");
  const seen = [progress(overdue.id)];

  test("is about the one task that it names", () => {
    expect(subjectOf(office({ tasks: [overdue], progress: seen }), "2026-09-14")).toMatchObject({
      kind: "task",
      taskId: overdue.id,
    });
  });

  test("is about the one task that nobody acknowledged", () => {
    const assigned = task("1.1", null);
    expect(subjectOf(office({ tasks: [assigned], progress: [] }), "2026-09-09")).toMatchObject({
      kind: "task",
      taskId: assigned.id,
    });
    const both = [assigned, task("1.2", null)];
    expect(subjectOf(office({ tasks: both, progress: [] }), "2026-09-09")).toBeNull();
  });

  test("is about none of several, nor about a round", () => {
    const later = task("2.5", "2026-09-11");
    const two = office({ tasks: [overdue, later], progress: [...seen, progress(later.id)] });
    expect(subjectOf(two, "2026-09-14")).toBeNull();
    const standing = task("1.1", null);
    const facts = office({
      tasks: [standing],
      rounds: [round("2026-09-14")],
      progress: [progress(standing.id)],
    });
    expect(subjectOf(facts, "2026-09-14")).toBeNull();
  });

  test("who only watches over the unit answers for nothing", () => {
    const facts = office({ tasks: [overdue], progress: seen });
    const watched = decide(facts, "2026-09-16").nudges.filter(({ reason }) => reason === "escalated");
    expect(watched).toHaveLength(1);
    expect(pickDigestSubject(watched, facts.tasks)).toBeNull();
    expect(pickDigestSubject([], facts.tasks)).toBeNull();
  });
});
