import { type RoundRow, selectRoundsInForce } from "../../db/queries/round-queries.ts";
import {
  loadTasksInForce,
  loadUnitProgress,
  progressKey,
  type TaskInForce,
  type TasksInForce,
} from "../catalogues/load-tasks.ts";
import type { Task } from "../catalogues/task.ts";
import { expandReporters } from "../reporting/expand-reporters.ts";
import { readRoundRow } from "../reporting/read-round-row.ts";
import { isAsked } from "../reporting/resolve-obligation.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { Work } from "../shared/work.ts";

export type CalendarTask = {
  readonly task: Task & { readonly dueOn: LocalDate };
  readonly leadUnitIds: readonly string[];
  /** Reported as done, by the unit; where the whole office is asked for, by all who lead it. */
  readonly settled: boolean;
};

export type OfficeCalendar = TasksInForce & {
  /** Tasks with a due date that somebody plans by, past ones too. */
  readonly dated: readonly CalendarTask[];
  /** Rounds that concern the unit, undated and closed ones too. */
  readonly rounds: readonly RoundRow[];
};

/** What has a day in the catalogues in force: of the units that are named, or of the whole office (null). */
export const loadCalendar = async (
  work: Work,
  units: readonly { readonly id: string; readonly kind: string }[] | null,
): Promise<OfficeCalendar> => {
  const inForce = await loadTasksInForce(work);
  const { tasks, groups } = inForce;
  const progress = await loadUnitProgress(
    work,
    tasks.map(({ task }) => task.id),
    units?.length === 1 ? (units[0]?.id ?? null) : null,
  );
  const reports = (taskId: string, unitId: string): boolean =>
    ["waiting", "confirmed"].includes(progress.get(progressKey(taskId, unitId))?.claim?.state ?? "");
  /** Whoever sees all still waits for a part that one unit has not reported. */
  const leading = ({ expanded }: TaskInForce): readonly string[] =>
    units === null
      ? expanded.leadUnitIds
      : expanded.leadUnitIds.filter((id) => units.some((unit) => unit.id === id));

  const dated = tasks.flatMap((inForceTask): CalendarTask[] => {
    const { task } = inForceTask;
    const { dueOn } = task;
    const leads = leading(inForceTask);
    // "Năm 2026" falls due on no day that anybody plans by.
    if (task.isHeading || !task.hasLadder || dueOn === null) return [];
    if (units !== null && leads.length === 0) return [];
    const settled = leads.length > 0 && leads.every((id) => reports(task.id, id));
    return [{ task: { ...task, dueOn }, leadUnitIds: inForceTask.expanded.leadUnitIds, settled }];
  });
  /** A unit's calendar holds the rounds that ask it to report; those that name nobody ask whoever leads. */
  const concerns = (row: RoundRow, unit: { readonly id: string; readonly kind: string }): boolean => {
    const round = readRoundRow(row);
    const reporters = expandReporters(round, groups, work.today);
    const leads = tasks.some(
      ({ task, expanded }) =>
        task.catalogueId === round.catalogueId && !task.isHeading && expanded.leadUnitIds.includes(unit.id),
    );
    return isAsked(unit, round, reporters) && (reporters !== null || leads);
  };
  const rounds = (await selectRoundsInForce(work.tx, work.today)).filter(
    (row) => units === null || units.some((unit) => concerns(row, unit)),
  );
  return { ...inForce, dated, rounds };
};
