import {
  type RoundRow,
  selectNotedDays,
  selectRoundsInForce,
  selectStandingClaims,
} from "../../db/queries/round-queries.ts";
import { workingDaysBetween } from "../calendar/working-days.ts";
import type { TasksInForce } from "../catalogues/load-tasks.ts";
import { groupBy } from "../shared/group-by.ts";
import { type LocalDate, localDate } from "../shared/local-date.ts";
import type { Work } from "../shared/work.ts";
import { expandReporters } from "./expand-reporters.ts";
import { readRoundRow } from "./read-round-row.ts";
import type { Obligation } from "./reporting-round.ts";
import { resolveObligation } from "./resolve-obligation.ts";

/** The round that a unit has to answer next, with what it still owes. */
export type OpenRound = {
  readonly roundId: string;
  readonly label: string;
  readonly phrase: string;
  readonly dueOn: LocalDate;
  /** 0 on the last day, negative once it is past. */
  readonly workingDaysLeft: number;
  readonly obligation: Obligation;
};

/**
 * The earliest dated, open round of which the unit still owes something; when all of them are met, the next one
 * by date, so that the list can say so. Null when no round concerns the unit.
 */
export const loadOpenRound = async (
  work: Work,
  { tasks, groups }: TasksInForce,
  unit: { readonly id: string; readonly kind: string },
): Promise<OpenRound | null> => {
  const dated = (await selectRoundsInForce(work.tx, work.today)).filter(
    (row) => row.due_on !== null && !row.closed && row.window_start_on <= work.today,
  );
  if (dated.length === 0) return null;
  const from = dated.map((row) => row.window_start_on).reduce((left, right) => (left < right ? left : right));
  const [days, claims] = await Promise.all([
    selectNotedDays(work.tx, unit.id, from),
    selectStandingClaims(work.tx, unit.id, work.organization.timeZone),
  ]);
  const notedOn = groupBy(days, ({ task_id }) => task_id);
  const claimedOn = new Map(claims.map(({ task_id, claimed_on }) => [task_id, localDate(claimed_on)]));

  const openRound = (row: RoundRow & { due_on: string }): OpenRound => {
    const round = readRoundRow(row);
    const led = tasks
      .filter(
        ({ task, expanded }) =>
          task.catalogueId === round.catalogueId && !task.isHeading && expanded.leadUnitIds.includes(unit.id),
      )
      .map(({ task }) => ({
        id: task.id,
        number: task.number,
        notedOn: (notedOn.get(task.id) ?? []).map(({ noted_on }) => localDate(noted_on)),
        claimedOn: claimedOn.get(task.id) ?? null,
      }));
    const dueOn = localDate(row.due_on);
    return {
      roundId: row.id,
      label: row.label,
      phrase: row.phrase,
      dueOn,
      workingDaysLeft: workingDaysBetween(work.calendar, work.today, dueOn),
      obligation: resolveObligation(unit, round, expandReporters(round, groups, work.today), led),
    };
  };

  const rounds = dated
    .map((row) => openRound({ ...row, due_on: row.due_on ?? "" }))
    .filter(({ obligation }) => obligation.items.length > 0);
  return (
    rounds.find(({ obligation }) => !obligation.allMet) ??
    rounds.find(({ dueOn }) => dueOn >= work.today) ??
    null
  );
};
