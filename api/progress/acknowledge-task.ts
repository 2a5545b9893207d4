import { z } from "zod";
import { insertAcknowledgement } from "../../db/queries/progress-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { openTask } from "../catalogues/find-task.ts";
import { may, refusalWithoutPost } from "../members/permissions.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";

/**
 * A unit says that it has received a task that it leads: "đã nhận". Saying it twice changes nothing.
 * Refuses what `openTask` refuses, `task_not_of_unit`.
 */
export const acknowledgeTask: UseCase<{ readonly taskId: string }, { readonly number: string }> = async (
  work,
  raw,
) => {
  const { actor } = work;
  const parsed = z.object({ taskId: z.uuid() }).safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  if (actor.kind !== "member" || !may(actor, "write-note") || actor.current?.unit == null)
    return refuse(refusalWithoutPost(actor));
  const found = await openTask(work, parsed.data.taskId);
  if (!found.ok) return found;
  const { task, expanded } = found.value;
  const unitId = actor.current.unit.id;
  if (!expanded.leadUnitIds.includes(unitId)) return refuse("task_not_of_unit", { number: task.number });
  await insertAcknowledgement(work.tx, {
    taskId: task.id,
    unitId,
    appointmentId: actor.current.id,
    acknowledgedAt: work.now,
  });
  await recordAuditEntry(work, "task-acknowledged", { kind: "task", id: task.id }, { unitId });
  return ok({ number: task.number });
};
