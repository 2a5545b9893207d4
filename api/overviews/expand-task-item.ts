import type { WorkingCalendar } from "../calendar/calendar-day.ts";
import type { ExpandedAssignment } from "../catalogues/assignment.ts";
import { resolveTaskStatus } from "../catalogues/resolve-task-status.ts";
import type { Task, UnitProgress } from "../catalogues/task.ts";
import { titleOf } from "../catalogues/title-of-task.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { TaskItem } from "./task-list.ts";

/**
 * One task as one unit sees it in its list; null where the unit has no part in it.
 * `progressOf` answers for every unit, so that a group-led task can show n/m.
 */
export const expandTaskItem = (
  task: Task,
  expanded: ExpandedAssignment,
  unitId: string,
  facts: {
    readonly today: LocalDate;
    readonly calendar: WorkingCalendar;
    readonly lateness: "as_written" | "roll_forward";
    readonly progressOf: (taskId: string, unitId: string) => UnitProgress | null;
    readonly owedTaskIds: ReadonlySet<string>;
  },
): TaskItem | null => {
  if (task.isHeading) return null;
  const role = roleOf(expanded, unitId);
  if (role === null) return null;
  const progress = facts.progressOf(task.id, unitId);
  const confirmed = (member: string): boolean =>
    facts.progressOf(task.id, member)?.claim?.state === "confirmed";
  return {
    taskId: task.id,
    number: task.number,
    title: titleOf(task),
    role,
    dueOn: task.dueOn,
    phrase: task.timeFrame.phrase,
    hasLadder: task.hasLadder,
    status: resolveTaskStatus(task, progress, facts),
    parts: expanded.groupLed
      ? { done: expanded.leadUnitIds.filter(confirmed).length, all: expanded.leadUnitIds.length }
      : null,
    lastNote: progress?.lastNote
      ? { notedOn: progress.lastNote.notedOn, text: progress.lastNote.text }
      : null,
    owedInRound: facts.owedTaskIds.has(task.id),
  };
};

/**
 * What a unit has to do with a task; null: nothing. "Có liên quan" and unconfirmed groups concern every unit until the
 * administrator says whom.
 */
export const roleOf = (expanded: ExpandedAssignment, unitId: string): TaskItem["role"] | null => {
  if (expanded.leadUnitIds.includes(unitId)) return "lead";
  if (expanded.coordinatingUnitIds.includes(unitId) || expanded.invitedUnitIds.includes(unitId))
    return "coordinating";
  return expanded.undeterminedLeadGroupIds.length + expanded.undeterminedOtherGroupIds.length > 0
    ? "undetermined"
    : null;
};
