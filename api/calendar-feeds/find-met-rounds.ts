import { selectNotedDays, selectStandingClaims } from "../../db/queries/round-queries.ts";
import type { OfficeCalendar } from "../overviews/load-calendar.ts";
import { expandReporters } from "../reporting/expand-reporters.ts";
import { readRoundRow } from "../reporting/read-round-row.ts";
import { isAsked, resolveObligation } from "../reporting/resolve-obligation.ts";
import { groupBy } from "../shared/group-by.ts";
import { localDate } from "../shared/local-date.ts";
import type { Work } from "../shared/work.ts";

/** Rounds in which all of these units that are asked have said all that they owe. */
export const findMetRounds = async (
  work: Work,
  { tasks, groups, rounds }: OfficeCalendar,
  units: readonly { readonly id: string; readonly kind: string }[],
): Promise<ReadonlySet<string>> => {
  const from = rounds
    .map((row) => row.window_start_on)
    .reduce((left, right) => (left < right ? left : right), work.today as string);
  const open = new Set<string>();
  const owing = new Set<string>();
  for (const unit of units) {
    const notedOn = groupBy(await selectNotedDays(work.tx, unit.id, from), ({ task_id }) => task_id);
    const claims = await selectStandingClaims(work.tx, unit.id, work.organization.timeZone);
    const claimedOn = new Map(claims.map((claim) => [claim.task_id, localDate(claim.claimed_on)]));
    for (const row of rounds) {
      const round = readRoundRow(row);
      const reporters = expandReporters(round, groups, work.today);
      if (!isAsked(unit, round, reporters)) continue;
      const led = tasks
        .filter(
          ({ task, expanded }) =>
            task.catalogueId === round.catalogueId &&
            !task.isHeading &&
            expanded.leadUnitIds.includes(unit.id),
        )
        .map(({ task }) => ({
          id: task.id,
          number: task.number,
          notedOn: (notedOn.get(task.id) ?? []).map(({ noted_on }) => localDate(noted_on)),
          claimedOn: claimedOn.get(task.id) ?? null,
        }));
      const { items, allMet } = resolveObligation(unit, round, reporters, led);
      if (items.length > 0) owing.add(row.id);
      if (!allMet) open.add(row.id);
    }
  }
  return new Set([...owing].filter((id) => !open.has(id)));
};
