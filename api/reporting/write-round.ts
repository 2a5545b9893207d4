import { z } from "zod";
import { selectRoundCatalogue, selectRoundPage, updateRound } from "../../db/queries/round-page-queries.ts";
import { selectGroups, selectUnits } from "../../db/queries/unit-queries.ts";
import { isAdHoc } from "../catalogues/round-position.ts";
import { type LocalDate, localDate } from "../shared/local-date.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import type { Work } from "../shared/work.ts";
import { type PlacedRound, planWindows } from "./plan-windows.ts";

/** What opening and changing a round share; under the office's lock. */

export const reporterSchema = z.union([
  z.strictObject({ unitId: z.uuid() }),
  z.strictObject({ groupId: z.uuid() }),
]);
export const labelSchema = z.string().trim().min(1).max(200);

/** A closed one keeps its window; the next one counts from its due date all the same. */
export type StandingRound = PlacedRound & { readonly closed: boolean };

/** More than any catalogue has: monthly rounds of a plan of five years are sixty. */
const MOST_ROUNDS = 1_000;

/** Refuses `catalogue_not_found`, `catalogue_closed` for one whose scope is over. */
export const openRounds = async (
  work: Work,
  catalogueId: string,
): Promise<Result<{ readonly placed: readonly StandingRound[]; readonly beganOn: LocalDate }>> => {
  const catalogue = await selectRoundCatalogue(work.tx, catalogueId);
  if (catalogue === null) return refuse("catalogue_not_found");
  if (catalogue.scope_end_on < work.today) return refuse("catalogue_closed", { number: "" });
  const placed = (await selectRoundPage(work.tx, { catalogueId, limit: MOST_ROUNDS })).map((row) => ({
    id: row.id,
    position: row.position,
    dueOn: row.due_on === null ? null : localDate(row.due_on),
    windowStartOn: localDate(row.window_start_on),
    closed: row.closed_at !== null,
  }));
  // A later version of the document has a later day; what the first round counts from does not move with it.
  const beganOn = placed
    .filter(({ position }) => !isAdHoc(position))
    .map(({ windowStartOn }) => windowStartOn)
    .reduce((first, day) => (day < first ? day : first), localDate(catalogue.valid_from));
  return ok({ placed, beganOn });
};

/** Moves the windows of the open rounds that follow from a date which was set; `rounds` as they are from now on. */
export const moveWindows = async (
  work: Work,
  rounds: readonly StandingRound[],
  beganOn: LocalDate,
): Promise<void> => {
  for (const [id, windowStartOn] of planWindows(rounds, beganOn)) {
    const round = rounds.find((one) => one.id === id);
    if (round !== undefined && !round.closed && round.windowStartOn !== windowStartOn)
      await updateRound(work.tx, id, { windowStartOn });
  }
};

export type Reporter = z.output<typeof reporterSchema>;

/** The rows of who reports. Refuses `unit_not_found`, `group_not_found`. */
export const placeReporters = async (work: Work, roundId: string, reporters: readonly Reporter[]) => {
  const units = new Set((await selectUnits(work.tx)).map(({ id }) => id));
  const groups = new Set((await selectGroups(work.tx)).map(({ id }) => id));
  for (const reporter of reporters) {
    if ("unitId" in reporter && !units.has(reporter.unitId))
      return refuse("unit_not_found", { candidates: "" });
    if ("groupId" in reporter && !groups.has(reporter.groupId)) return refuse("group_not_found");
  }
  return ok(reporters.map((reporter) => ({ id: work.newId(), roundId, ...reporter })));
};
