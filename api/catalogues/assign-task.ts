import { z } from "zod";
import {
  type AssignableTask,
  insertAssignment,
  insertNextVersion,
  selectAssignableTask,
  selectStandingAssignments,
} from "../../db/queries/assignment-queries.ts";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import { selectUnits } from "../../db/queries/unit-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { may } from "../members/permissions.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import type { UseCase, Work } from "../shared/work.ts";
import { findUnit } from "../units/list-units.ts";
import { isInvitedKind } from "../units/unit.ts";
import type { AssignmentRole } from "./assignment.ts";
import { tellAssignedUnits } from "./tell-assigned-units.ts";

const inputSchema = z.strictObject({
  /** A number can stand in two catalogues: whoever asks has chosen the task before. */
  taskId: z.uuid(),
  role: z.enum(["lead", "coordinating"]),
  /** A unit or a group, in any of its spellings. */
  unit: z.string().max(300),
});
export type AssignTaskInput = z.input<typeof inputSchema>;

export type AssignedTask = {
  readonly assignmentId: string;
  readonly task: { readonly id: string; readonly number: string; readonly shortTitle: string };
  readonly unit: { readonly kind: "unit" | "group"; readonly id: string; readonly name: string };
  /** A body beside the UBND that coordinates is invited. */
  readonly role: AssignmentRole;
  readonly version: number;
  /** How many people were written to. */
  readonly told: number;
};

/**
 * A unit or a group leads or coordinates a task from today: a new version of the catalogue, and a notice to
 * those who are linked. Refuses `not_allowed`, `request_invalid`, `task_not_found`, `task_withdrawn`,
 * `task_has_children`, `unit_not_found`, `unit_ambiguous`, `assignment_exists`.
 */
export const assignTask: UseCase<AssignTaskInput, AssignedTask> = async (work, raw) => {
  if (!may(work.actor, "assign-task")) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const input = parsed.data;

  await lockOrganization(work.tx);
  const found = await findAssignableTask(work, input.taskId);
  if (!found.ok) return found;
  const task = found.value;
  const named = await findUnit(work.tx, input.unit, "units and groups");
  if (!named.ok) return named;
  const body = named.value;
  const unitId = body.kind === "unit" ? body.id : null;
  const groupId = body.kind === "group" ? body.id : null;
  const kind = (await selectUnits(work.tx)).find(({ id }) => id === unitId)?.kind ?? "other";
  const role = input.role === "coordinating" && isInvitedKind(kind) ? "invited" : input.role;
  const standing = await selectStandingAssignments(work.tx, task.id, work.today);
  if (standing.some((line) => line.role === role && line.unitId === unitId && line.groupId === groupId))
    return refuse("assignment_exists");

  const assignmentId = work.newId();
  await insertAssignment(work.tx, {
    id: assignmentId,
    taskId: task.id,
    role,
    unitId,
    groupId,
    part: null,
    fromOn: work.today,
    toOn: null,
  });
  const version = await publishAssignmentChange(work, task, "assignment-added");
  await recordAuditEntry(
    work,
    "task-assigned",
    { kind: "task", id: task.id },
    { assignmentId, role, unitId, groupId, version },
  );
  const told = await tellAssignedUnits(work, { task, role, body });
  return ok({
    assignmentId,
    task: { id: task.id, number: task.number, shortTitle: task.shortTitle },
    unit: { kind: body.kind, id: body.id, name: body.name },
    role,
    version,
    told,
  });
};

/** A task whose assignments may change today. */
export const findAssignableTask = async (work: Work, taskId: string): Promise<Result<AssignableTask>> => {
  const task = await selectAssignableTask(work.tx, taskId);
  if (task === null) return refuse("task_not_found", { number: "none" });
  if (task.withdrawnAt !== null) return refuse("task_withdrawn");
  if (task.isHeading) return refuse("task_has_children");
  return ok(task);
};

/** Who changed what stands in the version; `reason` is a key, its words belong to `locales/`. */
export const publishAssignmentChange = async (
  work: Work,
  task: AssignableTask,
  reason: "assignment-added" | "assignment-ended",
): Promise<number> => {
  const number = task.currentVersion + 1;
  await insertNextVersion(work.tx, {
    catalogueId: task.catalogueId,
    number,
    publishedAt: work.now,
    publishedBy: work.actor.kind === "member" ? (work.actor.current?.id ?? null) : null,
    reason,
  });
  return number;
};
