import { selectTasksByNumber, selectTaskWithGroups } from "../../db/queries/task-queries.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import type { Work } from "../shared/work.ts";
import { expandAssignments } from "./expand-assignments.ts";
import type { TaskInForce } from "./load-tasks.ts";
import { readTaskRow, readUnitGroups } from "./read-task-row.ts";

/** One task with its assignments as of today, whichever catalogue it stands in. Refuses `task_not_found`. */
export const findTask = async (work: Work, taskId: string): Promise<Result<TaskInForce>> => {
  const row = await selectTaskWithGroups(work.tx, taskId);
  if (row === null) return refuse("task_not_found", { number: "none" });
  const task = readTaskRow(row);
  return ok({ task, expanded: expandAssignments(task.assignments, readUnitGroups(row.groups), work.today) });
};

/**
 * The id of the task with that number in the catalogues in force, where only one has it. Refuses `task_not_found`,
 * `task_number_ambiguous`.
 */
export const findTaskId = async (work: Work, number: string): Promise<Result<string>> => {
  const found = (await selectTasksByNumber(work.tx, number, work.today))
    .map(readTaskRow)
    .filter(({ scope, withdrawn }) => !withdrawn && scope.startOn <= work.today && work.today <= scope.endOn);
  const [task, other] = found;
  if (task === undefined) return refuse("task_not_found", { number });
  return other === undefined ? ok(task.id) : refuse("task_number_ambiguous", { number });
};

/** Refuses what nobody may write on: `task_withdrawn`, `task_has_children`, `catalogue_closed`. */
export const openTask = async (work: Work, taskId: string): Promise<Result<TaskInForce>> => {
  const found = await findTask(work, taskId);
  if (!found.ok) return found;
  const { task } = found.value;
  if (task.withdrawn) return refuse("task_withdrawn", { number: task.number });
  if (task.isHeading) return refuse("task_has_children", { number: task.number });
  if (work.today < task.scope.startOn || work.today > task.scope.endOn)
    return refuse("catalogue_closed", { number: task.number });
  return found;
};
