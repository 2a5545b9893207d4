import type { MessageSubject } from "../outbox/subject.ts";
import type { NudgeDecision } from "./nudge.ts";
import type { PlanningFacts } from "./planning-facts.ts";

/** What an answer to a digest is about: the task, when it speaks of one alone to the unit that leads it. */
export const pickDigestSubject = (
  nudges: readonly Pick<NudgeDecision, "subject" | "reason">[],
  tasks: PlanningFacts["tasks"],
): MessageSubject | null => {
  const [only, ...others] = nudges;
  if (only === undefined || others.length > 0 || only.reason === "escalated") return null;
  const { kind, id, unitId, catalogueId, missing } = only.subject;
  if (kind === "task") return { kind, taskId: id, unitId };
  if (kind === "round" || missing.length !== 1) return null;
  const task = tasks.find((one) => one.catalogueId === catalogueId && one.number === missing[0]);
  return task === undefined ? null : { kind: "task", taskId: task.id, unitId };
};
