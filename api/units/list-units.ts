import { selectAliases, selectGroups, selectUnits } from "../../db/queries/unit-queries.ts";
import type { TenantTx } from "../../db/scope.ts";
import { type Result, refuse } from "../shared/result.ts";
import { matchUnit } from "./match-unit.ts";
import type { NamedUnit, UnitKind } from "./unit.ts";

export type ListedUnit = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly kind: UnitKind;
};
export type ListedGroup = { readonly id: string; readonly name: string; readonly confirmed: boolean };

/** The office's units and groups in the documents' order. What people may see of a unit is each use case's rule. */
export const listUnits = async (
  tx: TenantTx,
): Promise<{ readonly units: readonly ListedUnit[]; readonly groups: readonly ListedGroup[] }> => ({
  units: (await selectUnits(tx)).map(({ id, name, shortName, kind }) => ({ id, name, shortName, kind })),
  groups: (await selectGroups(tx)).map(({ id, name, confirmedAt }) => ({
    id,
    name,
    confirmed: confirmedAt !== null,
  })),
});

/** Units and groups with all their spellings, for `matchUnit`. */
export const listNamedUnits = async (tx: TenantTx): Promise<readonly NamedUnit[]> => {
  const aliases = await selectAliases(tx);
  const units = (await selectUnits(tx)).map(
    ({ id, name, shortName }): NamedUnit => ({
      kind: "unit",
      id,
      name,
      spellings: [
        name,
        ...(shortName === null ? [] : [shortName]),
        ...aliases.filter(({ unitId }) => unitId === id).map(({ alias }) => alias),
      ],
    }),
  );
  const groups = (await selectGroups(tx)).map(
    ({ id, name }): NamedUnit => ({
      kind: "group",
      id,
      name,
      spellings: [name, ...aliases.filter(({ groupId }) => groupId === id).map(({ alias }) => alias)],
    }),
  );
  return [...units, ...groups];
};

const namesOf = (units: readonly NamedUnit[]): string => units.map(({ name }) => name).join("; ");

/**
 * The one unit or group that a spelling means; an id means its own, for whoever chose between two alike before. Refuses `unit_ambiguous` and `unit_not_found` with the names to
 * choose from in `candidates`.
 */
export const findUnit = async (
  tx: TenantTx,
  spelling: string,
  among: "units" | "units and groups" = "units",
): Promise<Result<NamedUnit>> => {
  const named = await listNamedUnits(tx);
  const known = named.find(({ id, kind }) => id === spelling && (among !== "units" || kind === "unit"));
  if (known !== undefined) return { ok: true, value: known };
  const match = matchUnit(spelling, among === "units" ? named.filter(({ kind }) => kind === "unit") : named);
  if (match.kind === "found") return { ok: true, value: match.unit };
  if (match.kind === "ambiguous") return refuse("unit_ambiguous", { candidates: namesOf(match.candidates) });
  return refuse("unit_not_found", { candidates: namesOf(match.close) });
};
