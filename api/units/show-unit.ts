import { z } from "zod";
import { type AliasRow, selectAliases, selectUnits, type UnitRow } from "../../db/queries/unit-queries.ts";
import { may } from "../members/permissions.ts";
import { foldMatches } from "../shared/normalise-vietnamese.ts";
import { type Page, pageOf, pageQuerySchema, readCursor } from "../shared/page.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { UNIT_KINDS, type UnitKind } from "./unit.ts";

export type ShownUnit = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly kind: UnitKind;
  /** Its place in the documents' order. */
  readonly position: number;
  /** Other spellings under which documents name it. */
  readonly aliases: readonly string[];
};

export const unitFilterSchema = pageQuerySchema.extend({
  /** Words of its name or of an alias, without diacritics. */
  q: z.string().max(200).optional(),
  kind: z.enum(UNIT_KINDS).optional(),
});

const cursorSchema = z.tuple([z.int(), z.string()]);

/** The office's units in the documents' order. Refuses `not_allowed`, `request_invalid`, `cursor_invalid`. */
export const listShownUnits: UseCase<z.input<typeof unitFilterSchema>, Page<ShownUnit>> = async (
  work,
  raw,
) => {
  if (!may(work.actor, "search-tasks")) return refuse("not_allowed");
  const parsed = unitFilterSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { q, kind, limit, cursor } = parsed.data;
  const after = cursor === undefined ? null : readCursor(cursor, cursorSchema);
  if (cursor !== undefined && after === null) return refuse("cursor_invalid");

  const aliases = await selectAliases(work.tx);
  const units = (await selectUnits(work.tx))
    .map((row) => describeUnit(row, aliases))
    .filter((unit) => kind === undefined || unit.kind === kind)
    .filter(
      (unit) =>
        q === undefined ||
        [unit.name, unit.shortName ?? "", ...unit.aliases].some((name) => foldMatches(name, q)),
    )
    .filter(
      ({ position, name }) =>
        after === null || position > after[0] || (position === after[0] && name > after[1]),
    );
  return ok(pageOf(units, limit, ({ position, name }) => [position, name]));
};

/** Refuses `not_allowed`, `request_invalid`, `unit_not_found`. */
export const showUnit: UseCase<{ readonly unitId: string }, ShownUnit> = async (work, { unitId }) => {
  if (!may(work.actor, "search-tasks")) return refuse("not_allowed");
  const row = (await selectUnits(work.tx)).find(({ id }) => id === unitId);
  return row === undefined
    ? refuse("unit_not_found", { candidates: "" })
    : ok(describeUnit(row, await selectAliases(work.tx)));
};

const describeUnit = (row: UnitRow, aliases: readonly AliasRow[]): ShownUnit => ({
  id: row.id,
  name: row.name,
  shortName: row.shortName,
  kind: row.kind,
  position: row.position,
  aliases: aliases.filter(({ unitId }) => unitId === row.id).map(({ alias }) => alias),
});
