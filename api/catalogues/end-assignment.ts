import { z } from "zod";
import {
  endAssignments,
  selectAssignment,
  selectStandingAssignments,
} from "../../db/queries/assignment-queries.ts";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { may } from "../members/permissions.ts";
import { addDays } from "../shared/local-date.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { findUnit } from "../units/list-units.ts";
import { findAssignableTask, publishAssignmentChange } from "./assign-task.ts";

const inputSchema = z.union([
  z.strictObject({
    taskId: z.uuid(),
    role: z.enum(["lead", "coordinating"]),
    unit: z.string().max(300),
  }),
  /** That line alone. */
  z.strictObject({ assignmentId: z.uuid() }),
]);
export type EndAssignmentInput = z.input<typeof inputSchema>;

/**
 * A unit or a group no longer leads or coordinates a task: yesterday was the last day, what it wrote stays.
 * Refuses as `assignTask`, and `assignment_not_found`.
 */
export const endAssignment: UseCase<EndAssignmentInput, { readonly version: number }> = async (work, raw) => {
  if (!may(work.actor, "assign-task")) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const input = parsed.data;

  await lockOrganization(work.tx);
  const line = "assignmentId" in input ? await selectAssignment(work.tx, input.assignmentId) : null;
  const taskId = "taskId" in input ? input.taskId : line?.task_id;
  if (taskId === undefined) return refuse("assignment_not_found");
  const found = await findAssignableTask(work, taskId);
  if (!found.ok) return found;
  const task = found.value;
  const standing = await selectStandingAssignments(work.tx, task.id, work.today);
  const named = "unit" in input ? await findUnit(work.tx, input.unit, "units and groups") : null;
  if (named?.ok === false) return named;
  const ended = standing.filter(({ id, role, unitId, groupId }) =>
    "assignmentId" in input
      ? id === input.assignmentId
      : (role === "lead") === (input.role === "lead") &&
        (named?.value.kind === "unit" ? unitId : groupId) === named?.value.id,
  );
  if (ended.length === 0) return refuse("assignment_not_found");

  const ids = ended.map(({ id }) => id);
  await endAssignments(work.tx, ids, addDays(work.today, -1));
  const version = await publishAssignmentChange(work, task, "assignment-ended");
  await recordAuditEntry(
    work,
    "assignment-ended",
    { kind: "task", id: task.id },
    { assignmentIds: ids, version },
  );
  return ok({ version });
};
