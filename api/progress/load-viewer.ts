import type { NoteViewer } from "../../db/queries/note-page-queries.ts";
import { findTask } from "../catalogues/find-task.ts";
import { loadTasksInForce } from "../catalogues/load-tasks.ts";
import { may } from "../members/permissions.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import type { Work } from "../shared/work.ts";
import { judgeSight } from "./judge-sight.ts";

/**
 * Whose notes the asker sees, on one task or on all that are in force. On tasks of past catalogues a unit's post sees
 * others' notes only where it asks for the task. Refuses `not_allowed`, `task_not_found`.
 */
export const loadViewer = async (work: Work, taskId: string | undefined): Promise<Result<NoteViewer>> => {
  const { actor } = work;
  if (may(actor, "see-notes")) return ok(null);
  const unit = actor.kind === "member" ? (actor.current?.unit ?? null) : null;
  if (unit === null || !may(actor, "see-own-tasks")) return refuse("not_allowed");
  if (taskId === undefined) {
    const { tasks } = await loadTasksInForce(work);
    const seen = tasks.map(({ task, expanded }) => judgeSight(task.id, expanded, unit.id));
    return ok({ unitId: unit.id, tasks: seen.filter((sight) => sight !== null) });
  }
  const found = await findTask(work, taskId);
  if (!found.ok) return found;
  const sight = judgeSight(taskId, found.value.expanded, unit.id);
  return ok({ unitId: unit.id, tasks: sight === null ? [] : [sight] });
};
