import { z } from "zod";
import { type RoundPageRow, selectRoundPage, UNDATED } from "../../db/queries/round-page-queries.ts";
import { isAdHoc } from "../catalogues/round-position.ts";
import { may } from "../members/permissions.ts";
import { localDate, localDateSchema, runsBackwards } from "../shared/local-date.ts";
import { type Page, pageOf, pageQuerySchema, readCursor } from "../shared/page.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import type { UseCase, Work } from "../shared/work.ts";
import type { ShownRound } from "./shown-round.ts";

export const roundFilterSchema = pageQuerySchema.extend({
  catalogueId: z.uuid().optional(),
  open: z.boolean().optional(),
  dueFrom: localDateSchema.optional(),
  dueTo: localDateSchema.optional(),
});

const cursorSchema = z.tuple([localDateSchema, z.uuid()]);

/** Reporting rounds by their due date, undated ones last. Refuses `not_allowed`, `period_invalid`, `cursor_invalid`. */
export const listRounds: UseCase<z.input<typeof roundFilterSchema>, Page<ShownRound>> = async (work, raw) => {
  if (!may(work.actor, "see-calendar")) return refuse("not_allowed");
  const parsed = roundFilterSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { limit, cursor, ...filter } = parsed.data;
  if (runsBackwards(filter.dueFrom, filter.dueTo)) return refuse("period_invalid");
  const after = cursor === undefined ? null : readCursor(cursor, cursorSchema);
  if (cursor !== undefined && after === null) return refuse("cursor_invalid");
  const found = await selectRoundPage(work.tx, { ...filter, after, limit: limit + 1 });
  return ok(pageOf(found.map(describeRound), limit, ({ dueOn, id }) => [dueOn ?? UNDATED, id]));
};

/** Refuses `not_allowed`, `round_not_found`. */
export const showRound: UseCase<{ readonly roundId: string }, ShownRound> = async (work, raw) => {
  if (!may(work.actor, "see-calendar")) return refuse("not_allowed");
  const parsed = z.object({ roundId: z.uuid() }).safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const found = await findRound(work, parsed.data.roundId);
  return found.ok ? ok(found.value.shown) : found;
};

const reportersSchema = z.array(
  z.object({ unitId: z.string().nullable(), groupId: z.string().nullable(), name: z.string() }),
);
const exclusionsSchema = z.array(z.object({ unitId: z.string(), reason: z.string() }));

export type FoundRound = {
  readonly shown: ShownRound;
  readonly position: number;
  /** The last day whose notes count; null while the round is open. */
  readonly closedOn: ShownRound["dueOn"];
  readonly reporters: readonly { readonly unitId: string | null; readonly groupId: string | null }[];
  /** The reason by the excluded unit's id. */
  readonly exclusions: ReadonlyMap<string, string>;
};

/** One round with what only the rules ask for. Refuses `round_not_found`. */
export const findRound = async (work: Work, roundId: string): Promise<Result<FoundRound>> => {
  const [row] = await selectRoundPage(work.tx, { roundId, limit: 1 });
  if (row === undefined) return refuse("round_not_found");
  return ok({
    shown: describeRound(row),
    position: row.position,
    closedOn: dayOrNull(row.closed_on),
    reporters: reportersSchema.parse(row.reporters),
    exclusions: new Map(
      exclusionsSchema.parse(row.exclusions).map(({ unitId, reason }) => [unitId, reason] as const),
    ),
  });
};

const dayOrNull = (day: string | null) => (day === null ? null : localDate(day));

export const describeRound = (row: RoundPageRow): ShownRound => ({
  id: row.id,
  catalogueId: row.catalogue_id,
  label: row.label,
  phrase: row.phrase,
  adHoc: isAdHoc(row.position),
  windowStartOn: localDate(row.window_start_on),
  cutOffOn: dayOrNull(row.cut_off_on),
  dueOn: dayOrNull(row.due_on),
  upwardDueOn: dayOrNull(row.upward_due_on),
  closedAt: row.closed_at === null ? null : new Date(row.closed_at),
  reporters: reportersSchema
    .parse(row.reporters)
    .map(({ unitId, groupId, name }) =>
      unitId === null ? { kind: "group", id: groupId ?? "", name } : { kind: "unit", id: unitId, name },
    ),
  excluded: exclusionsSchema.parse(row.exclusions).length,
});
