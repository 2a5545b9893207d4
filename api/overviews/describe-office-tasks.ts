import type { PagedTaskRow, TaskPageRow } from "../../db/queries/task-page-queries.ts";
import type { WorkingCalendar } from "../calendar/calendar-day.ts";
import type { Assignment, ExpandedAssignment } from "../catalogues/assignment.ts";
import { expandAssignments } from "../catalogues/expand-assignments.ts";
import { resolveTaskStatus } from "../catalogues/resolve-task-status.ts";
import { titleOf } from "../catalogues/title-of-task.ts";
import { groupBy } from "../shared/group-by.ts";
import { type LocalDate, localDate } from "../shared/local-date.ts";
import type { UnitGroup } from "../units/unit-group.ts";
import type { OfficeTask, TaskBody, UnitStatus } from "./office-task.ts";

type Around = {
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
  readonly lateness: "as_written" | "roll_forward";
  /** Whose post asks; null for those who see all. */
  readonly viewer: { readonly unitId: string | null } | null;
};

/** A row of the page with what was computed from it. */
export type DescribedTask = {
  readonly task: OfficeTask;
  readonly row: PagedTaskRow;
  readonly expanded: ExpandedAssignment;
};

/** The page that was read, in the office's words: assignments expanded, statuses computed. */
export const describeOfficeTasks = (page: TaskPageRow, around: Around): readonly DescribedTask[] => {
  const { today } = around;
  const units = new Map((page.units ?? []).map(({ id, name }) => [id, name]));
  const groups = new Map(
    (page.groups ?? []).map(({ id, name, confirmed, members }): [string, UnitGroup] => [
      id,
      // The statement answers who stands in it today.
      {
        id,
        name,
        confirmed,
        memberships: (members ?? []).map((unitId) => ({ unitId, fromOn: today, toOn: null })),
      },
    ]),
  );
  const names = { units, groups };
  const documents = new Map((page.documents ?? []).map((document) => [document.catalogue_id, document]));
  const assigned = groupBy(page.assigned ?? [], ({ task_id }) => task_id);
  const progress = groupBy(page.progress ?? [], ({ task_id }) => task_id);

  return (page.tasks ?? []).map((row) => {
    const lines = (assigned.get(row.id) ?? []).map(
      ({ role, unit_id, group_id }): Assignment => ({
        role,
        unitId: unit_id,
        groupId: group_id,
        fromOn: today,
        toOn: null,
      }),
    );
    const expanded = expandAssignments(lines, groups, today);
    const traces = new Map((progress.get(row.id) ?? []).map((trace) => [trace.unit_id, trace]));
    const dueOn = row.due_on === null ? null : localDate(row.due_on);
    const subject = { dueOn, hasLadder: row.has_ladder };
    const statuses = expanded.leadUnitIds
      .filter((unitId) => sees(around.viewer, expanded, unitId))
      .map((unitId) =>
        standingOf(subject, { id: unitId, name: names.units.get(unitId) ?? "" }, traces.get(unitId), around),
      );
    const confirmed = expanded.leadUnitIds.filter((unitId) => traces.get(unitId)?.claim === "confirmed");
    const document = documents.get(row.catalogue_id);
    if (document === undefined) throw new Error("a page of tasks lacks a document");
    const task: OfficeTask = {
      id: row.id,
      number: row.number,
      title: titleOf({ shortTitle: row.short_title, document }),
      section: document.restricted ? "" : row.section,
      catalogueId: row.catalogue_id,
      document: { id: document.id, kind: document.kind, number: document.number },
      leads: bodiesOf(lines, true, expanded, names),
      coordinating: bodiesOf(lines, false, expanded, names),
      dueOn,
      timeFrame: row.phrase,
      statuses,
      parts: expanded.groupLed ? { done: confirmed.length, all: expanded.leadUnitIds.length } : null,
      lastNotedOn: statuses.reduce<LocalDate | null>(
        (last, { lastNotedOn }) =>
          lastNotedOn !== null && (last === null || lastNotedOn > last) ? lastNotedOn : last,
        null,
      ),
    };
    return { task, row, expanded };
  });
};

type Names = {
  readonly units: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, UnitGroup>;
};

/** Who stands on the lines of a task, as lead or otherwise. */
const bodiesOf = (
  lines: readonly Assignment[],
  lead: boolean,
  { undeterminedLeadGroupIds, undeterminedOtherGroupIds }: ExpandedAssignment,
  { units, groups }: Names,
): readonly TaskBody[] =>
  lines
    .filter(({ role }) => (role === "lead") === lead)
    .map(({ unitId, groupId }) => {
      if (unitId !== null)
        return { kind: "unit", id: unitId, name: units.get(unitId) ?? "", undetermined: false };
      const id = groupId ?? "";
      const undetermined = undeterminedLeadGroupIds.includes(id) || undeterminedOtherGroupIds.includes(id);
      return { kind: "group", id, name: groups.get(id)?.name ?? "", undetermined };
    });

type Trace = NonNullable<TaskPageRow["progress"]>[number];

/** How a unit stands with a task, by what it has left of it; field by field: a spread costs more than the judgement. */
const standingOf = (
  subject: Parameters<typeof resolveTaskStatus>[0],
  unit: { readonly id: string; readonly name: string },
  trace: Trace | undefined,
  around: Around,
): UnitStatus => {
  const notedOn = trace?.noted_on ?? null;
  const claim = trace?.claim ?? null;
  const completedOn = trace?.completed_on ?? null;
  const {
    done,
    class: judged,
    overlays,
    workingDaysLeft,
    by,
  } = resolveTaskStatus(
    subject,
    trace === undefined
      ? null
      : {
          lastNote: notedOn === null ? null : { notedOn },
          hasDifficulty: trace.difficulty === true,
          acknowledged: trace.acknowledged,
          claim:
            claim === null || completedOn === null
              ? null
              : { state: claim, completedOn: localDate(completedOn) },
        },
    around,
  );
  const lastNotedOn = notedOn === null ? null : localDate(notedOn);
  return {
    unitId: unit.id,
    unit: unit.name,
    done,
    class: judged,
    overlays,
    workingDaysLeft,
    by,
    lastNotedOn,
  };
};

/** A unit sees how it stands itself; who coordinates sees how the leads stand. */
const sees = (viewer: Around["viewer"], expanded: ExpandedAssignment, unitId: string): boolean => {
  if (viewer === null || viewer.unitId === unitId) return true;
  return (
    viewer.unitId !== null &&
    [...expanded.coordinatingUnitIds, ...expanded.invitedUnitIds].includes(viewer.unitId)
  );
};
