import type { NamedUnit } from "../units/unit.ts";
import type { CatalogueFile } from "./catalogue-file.ts";

export type NewSpelling = {
  readonly unitId: string | null;
  readonly groupId: string | null;
  readonly alias: string;
  readonly folded: string;
};

export type PlacedUnits = {
  readonly units: readonly (CatalogueFile["units"][number] & {
    readonly id: string;
    readonly folded: string;
  })[];
  readonly groups: readonly (CatalogueFile["groups"][number] & {
    readonly id: string;
    readonly folded: string;
  })[];
  readonly spellings: readonly NewSpelling[];
  /** The file's names → the office's units and groups, those that were there before included. */
  readonly byName: ReadonlyMap<string, PlacedBody>;
};

type PlacedBody = { readonly kind: "unit" | "group"; readonly id: string };

/** An assignment names one unit or one group. */
export type BodyIds = { readonly unitId: string | null; readonly groupId: string | null };

export const bodiesOf =
  (placed: PlacedUnits) =>
  (name: string): BodyIds => {
    const body = placed.byName.get(name);
    return {
      unitId: body?.kind === "unit" ? body.id : null,
      groupId: body?.kind === "group" ? body.id : null,
    };
  };

/**
 * Which units and groups of a file are new to the office and which it knows already, by any spelling. A known one
 * keeps its name, kind and members; the file only adds spellings. A spelling that already means another stays so.
 */
export const placeUnits = (
  file: Pick<CatalogueFile, "units" | "groups">,
  known: readonly NamedUnit[],
  newId: () => string,
  fold: (text: string) => string,
): PlacedUnits => {
  const owners = new Map<string, { kind: "unit" | "group"; id: string }>();
  for (const { kind, id, spellings } of known)
    for (const spelling of spellings) owners.set(fold(spelling), { kind, id });

  const place = <Named extends { readonly name: string }>(kind: "unit" | "group", list: readonly Named[]) =>
    list.map((named) => {
      const folded = fold(named.name);
      const owner = owners.get(folded);
      const isNew = owner?.kind !== kind;
      const id = isNew ? newId() : owner.id;
      if (owner === undefined) owners.set(folded, { kind, id });
      return { ...named, id, folded, isNew };
    });
  const units = place("unit", file.units);
  const groups = place("group", file.groups);

  const spellings: NewSpelling[] = [];
  const spell = (kind: "unit" | "group", id: string, aliases: readonly (string | null)[]): void => {
    for (const alias of aliases) {
      const folded = alias === null ? "" : fold(alias);
      if (alias === null || folded === "" || owners.has(folded)) continue;
      owners.set(folded, { kind, id });
      spellings.push({
        unitId: kind === "unit" ? id : null,
        groupId: kind === "group" ? id : null,
        alias,
        folded,
      });
    }
  };
  // A new unit's short name is a column; a group has none, so there it is one more spelling.
  for (const unit of units) spell("unit", unit.id, unit.isNew ? unit.aliases : [unit.short, ...unit.aliases]);
  for (const group of groups) spell("group", group.id, [group.short, ...group.aliases]);

  return {
    units: units.filter(({ isNew }) => isNew),
    groups: groups.filter(({ isNew }) => isNew),
    spellings,
    byName: new Map<string, PlacedBody>([
      ...units.map(({ name, id }): [string, PlacedBody] => [name, { kind: "unit", id }]),
      ...groups.map(({ name, id }): [string, PlacedBody] => [name, { kind: "group", id }]),
    ]),
  };
};
