import {
  selectTasksInForce,
  selectTasksOfCatalogue,
  selectTasksOfNewestCatalogue,
  selectUnitProgress,
  type TaskRow,
} from "../../db/queries/task-queries.ts";
import { selectUnitGroups } from "../../db/queries/unit-group-queries.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Work } from "../shared/work.ts";
import type { UnitGroup } from "../units/unit-group.ts";
import type { ExpandedAssignment } from "./assignment.ts";
import { expandAssignments } from "./expand-assignments.ts";
import { readTaskRow, readUnitGroups, readUnitProgressRow } from "./read-task-row.ts";
import type { Task, UnitProgress } from "./task.ts";

/** A task in force today with its assignments expanded. */
export type TaskInForce = { readonly task: Task; readonly expanded: ExpandedAssignment };

export type TasksInForce = {
  readonly tasks: readonly TaskInForce[];
  readonly groups: ReadonlyMap<string, UnitGroup>;
};

export const loadTasksInForce = async (work: Work): Promise<TasksInForce> =>
  expandRows(work, selectTasksInForce(work.tx, work.today));

/** The tasks in force; where there are none, those of the newest catalogue, which is `outOfForce`. */
export const loadTasksToLookUp = async (
  work: Work,
): Promise<TasksInForce & { readonly outOfForce: boolean }> => {
  const inForce = await loadTasksInForce(work);
  if (inForce.tasks.length > 0) return { ...inForce, outOfForce: false };
  const newest = await expandRows(work, selectTasksOfNewestCatalogue(work.tx));
  return { ...newest, outOfForce: newest.tasks.length > 0 };
};

/** The standing tasks of one catalogue, in force or not, with their assignments as of that day. */
export const loadTasksOfCatalogue = async (
  work: Work,
  catalogueId: string,
  on: LocalDate,
): Promise<readonly TaskInForce[]> =>
  (await expandRows(work, selectTasksOfCatalogue(work.tx, catalogueId), on)).tasks;

const expandRows = async (
  work: Work,
  found: Promise<readonly TaskRow[]>,
  on: LocalDate = work.today,
): Promise<TasksInForce> => {
  const [taskRows, groupRows] = await Promise.all([found, selectUnitGroups(work.tx)]);
  const groups = readUnitGroups(groupRows);
  const tasks = taskRows.map(readTaskRow);
  return {
    groups,
    tasks: tasks.map((task) => ({ task, expanded: expandAssignments(task.assignments, groups, on) })),
  };
};

export const progressKey = (taskId: string, unitId: string): string => `${taskId} ${unitId}`;

/** Where units stand with those tasks, found by `progressKey`; handed null, every unit. */
export const loadUnitProgress = async (
  work: Work,
  taskIds: readonly string[],
  unitId: string | null,
): Promise<ReadonlyMap<string, UnitProgress>> =>
  new Map(
    (await selectUnitProgress(work.tx, taskIds, unitId)).map((row) => {
      const progress = readUnitProgressRow(row);
      return [progressKey(progress.taskId, progress.unitId), progress];
    }),
  );
