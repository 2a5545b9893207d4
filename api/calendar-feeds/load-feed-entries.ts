import {
  selectRoundChanges,
  selectTaskChanges,
  selectWithdrawnTasks,
  type WithdrawnTaskRow,
} from "../../db/queries/calendar-feed-queries.ts";
import type { RoundRow } from "../../db/queries/round-queries.ts";
import { expandAssignments } from "../catalogues/expand-assignments.ts";
import { assignmentsSchema } from "../catalogues/read-task-row.ts";
import { titleOf } from "../catalogues/title-of-task.ts";
import { loadCalendar, type OfficeCalendar } from "../overviews/load-calendar.ts";
import { addDays, type LocalDate, localDate } from "../shared/local-date.ts";
import type { Work } from "../shared/work.ts";
import { aimDay } from "../time-frames/resolve-due-date.ts";
import type { FeedEntry } from "./feed-entry.ts";
import { findMetRounds } from "./find-met-rounds.ts";
import { planAlarms } from "./plan-alarms.ts";

export type FeedScope = {
  /** Whose calendar it is: names it in the ids of its entries. */
  readonly ownerId: string;
  /** Units whose days it holds; null: the whole office's. */
  readonly units: readonly { readonly id: string; readonly kind: string }[] | null;
  /** Of those, the ones for whose tasks it rings. */
  readonly ringsFor: ReadonlySet<string>;
};

/** Due dates and report dates of the catalogues in force, finished and withdrawn ones too. */
export const loadFeedEntries = async (work: Work, scope: FeedScope): Promise<readonly FeedEntry[]> => {
  const { organization, calendar } = work;
  const loaded = await loadCalendar(work, scope.units);
  const changed = new Map(
    [
      ...(await selectTaskChanges(work.tx, work.today)).map((row) => [row.task_id, row.changed_ms] as const),
      ...(await selectRoundChanges(work.tx, work.today, scope.units?.map(({ id }) => id) ?? [])).map(
        (row) => [row.round_id, row.changed_ms] as const,
      ),
    ].map(([id, ms]) => [id, new Date(Number(ms))]),
  );
  const entry = (
    id: string,
    what: FeedEntry["what"],
    dueOn: LocalDate,
    state: { readonly cancelled: boolean; readonly rings: boolean },
  ): FeedEntry => ({
    uid: `${id}.${scope.ownerId}@${organization.id}`,
    what,
    dueOn,
    aimOn: aimDay(calendar, dueOn),
    cancelled: state.cancelled,
    changedAt: changed.get(id) ?? new Date(0),
    alarms:
      state.rings && !state.cancelled
        ? planAlarms(dueOn, { policy: organization.policy, calendar, zone: organization.timeZone })
        : [],
  });
  const ringsFor = (unitIds: readonly string[]): boolean => unitIds.some((id) => scope.ringsFor.has(id));

  const tasks = loaded.dated.map(({ task, leadUnitIds, settled }) =>
    entry(task.id, { kind: "task", number: task.number, title: titleOf(task) }, task.dueOn, {
      cancelled: settled,
      rings: ringsFor(leadUnitIds),
    }),
  );
  const withdrawn = (await selectWithdrawnTasks(work.tx, work.today, organization.timeZone))
    .filter((row) => scope.units === null || ledBy(row, loaded, scope.units))
    .map((row) => {
      const { restricted, document_number: number } = row;
      const title = titleOf({ shortTitle: row.short_title, document: { restricted, number } });
      return entry(row.id, { kind: "task", number: row.number, title }, localDate(row.due_on), {
        cancelled: true,
        rings: false,
      });
    });
  const met = scope.units === null ? new Set<string>() : await findMetRounds(work, loaded, scope.units);
  const rounds = loaded.rounds
    .filter((row): row is RoundRow & { due_on: string } => row.due_on !== null)
    .map((row) =>
      entry(row.id, { kind: "round", label: row.label }, localDate(row.due_on), {
        cancelled: row.closed || met.has(row.id),
        rings: true,
      }),
    );
  return [...rounds, ...tasks, ...withdrawn].sort(
    (one, other) => one.dueOn.localeCompare(other.dueOn) || one.uid.localeCompare(other.uid),
  );
};

/** Who led it when it was withdrawn; a version may have ended its assignments the day before. */
const ledBy = (
  row: WithdrawnTaskRow,
  { groups }: OfficeCalendar,
  units: readonly { readonly id: string }[],
): boolean => {
  const assignments = assignmentsSchema.parse(row.assignments);
  const on = localDate(row.withdrawn_on);
  return [on, addDays(on, -1)].some((day) =>
    expandAssignments(assignments, groups, day).leadUnitIds.some((id) =>
      units.some((unit) => unit.id === id),
    ),
  );
};
