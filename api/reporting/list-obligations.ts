import { z } from "zod";
import { selectReported } from "../../db/queries/round-page-queries.ts";
import { selectUnitGroups } from "../../db/queries/unit-group-queries.ts";
import { selectUnits } from "../../db/queries/unit-queries.ts";
import { loadTasksOfCatalogue, progressKey } from "../catalogues/load-tasks.ts";
import { readUnitGroups } from "../catalogues/read-task-row.ts";
import { may } from "../members/permissions.ts";
import { localDate, localDateSchema } from "../shared/local-date.ts";
import { type Page, pageOf, pageQuerySchema, readCursor } from "../shared/page.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase, Work } from "../shared/work.ts";
import { expandReporters } from "./expand-reporters.ts";
import { type FoundRound, findRound } from "./list-rounds.ts";
import type { ObligationItem } from "./reporting-round.ts";
import { resolveObligation } from "./resolve-obligation.ts";

/** What one unit owes in a round, item by item. */
export type ShownObligation = {
  readonly unit: { readonly id: string; readonly name: string };
  readonly owed: number;
  readonly met: number;
  readonly allMet: boolean;
  readonly items: readonly ObligationItem[];
  /** Null: it is not excluded. */
  readonly excludedReason: string | null;
};

const filterSchema = pageQuerySchema.extend({
  roundId: z.uuid(),
  /** Whether all that the unit owes is met. */
  met: z.enum(["true", "false"]).optional(),
});
const cursorSchema = z.tuple([z.int(), z.string(), z.uuid()]);

/**
 * What each unit owes in a round, in the units' order: all for those who see the board, its own for a unit's post.
 * Of an undated round nobody owes anything. Refuses `not_allowed`, `round_not_found`, `cursor_invalid`.
 */
export const listObligations: UseCase<z.input<typeof filterSchema>, Page<ShownObligation>> = async (
  work,
  raw,
) => {
  const parsed = filterSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { roundId, limit, cursor, met } = parsed.data;
  const { actor } = work;
  const own = actor.kind === "member" ? (actor.current?.unit?.id ?? null) : null;
  const seesAll = may(actor, "see-board");
  if (!seesAll && (own === null || !may(actor, "see-own-tasks"))) return refuse("not_allowed");
  const after = cursor === undefined ? null : readCursor(cursor, cursorSchema);
  if (cursor !== undefined && after === null) return refuse("cursor_invalid");
  const found = await findRound(work, roundId);
  if (!found.ok) return found;

  const placed = (await loadObligations(work, found.value))
    .filter(({ obligation }) => seesAll || obligation.unit.id === own)
    .filter(({ obligation }) => met === undefined || String(obligation.allMet) === met)
    .filter(({ key }) => after === null || isBehind(key, after));
  const { items, nextCursor } = pageOf(placed, limit, ({ key }) => key);
  return ok({ items: items.map(({ obligation }) => obligation), nextCursor });
};

type Key = z.infer<typeof cursorSchema>;

const isBehind = (key: Key, after: Key): boolean =>
  key[0] !== after[0] ? key[0] > after[0] : key[1] !== after[1] ? key[1] > after[1] : key[2] > after[2];

const datesSchema = z.array(localDateSchema);

/** Of every unit that owes something or is excluded, with its place in the units' order. */
export const loadObligations = async (
  work: Work,
  { shown, closedOn, reporters, exclusions }: FoundRound,
): Promise<readonly { readonly key: Key; readonly obligation: ShownObligation }[]> => {
  if (shown.dueOn === null) return [];
  const on = closedOn ?? work.today;
  const tasks = (await loadTasksOfCatalogue(work, shown.catalogueId, on)).filter(
    ({ task }) => !task.isHeading,
  );
  const groups = readUnitGroups(await selectUnitGroups(work.tx));
  const reported = new Map(
    (await selectReported(work.tx, shown.catalogueId, shown.windowStartOn, work.organization.timeZone)).map(
      (row) => [
        progressKey(row.task_id, row.unit_id),
        {
          notedOn: datesSchema.parse(row.noted_on),
          claimedOn: row.claimed_on === null ? null : localDate(row.claimed_on),
        },
      ],
    ),
  );
  const round = { ...shown, closedOn, excludedUnitIds: new Set(exclusions.keys()) };
  const asked = expandReporters({ reporters }, groups, on);
  return (await selectUnits(work.tx))
    .map(({ id, name, kind, position }) => {
      const led = tasks
        .filter(({ expanded }) => expanded.leadUnitIds.includes(id))
        .map(({ task }) => ({
          id: task.id,
          number: task.number,
          ...(reported.get(progressKey(task.id, id)) ?? { notedOn: [], claimedOn: null }),
        }));
      const { items, allMet } = resolveObligation({ id, kind }, round, asked, led);
      const obligation: ShownObligation = {
        unit: { id, name },
        owed: items.length,
        met: items.filter(({ met }) => met).length,
        allMet,
        items,
        excludedReason: exclusions.get(id) ?? null,
      };
      return { key: [position, name, id] satisfies Key as Key, obligation };
    })
    .filter(({ obligation }) => obligation.owed > 0 || obligation.excludedReason !== null)
    .toSorted((one, other) => (isBehind(one.key, other.key) ? 1 : -1));
};
