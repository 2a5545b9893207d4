import type { Reading, ReadUnit } from "../reading.ts";

/** Which units of the draft a group is proposed to hold: by kind, until the administrator confirms. */
const MEMBERS: Readonly<Record<string, readonly ReadUnit["kind"][]>> = {
  all_departments: ["department"],
  all_service_units: ["service_unit"],
  armed_forces: ["armed_force"],
  residential_groups: ["residential_group"],
  mass_organisations: ["mass_organization"],
};

/** The units and groups of the office that a catalogue file lists. */
export const convertUnits = (used: readonly ReadUnit[]) => {
  const units = used.filter((unit) => !unit.is_group);
  const groups = used.filter((unit) => unit.is_group);
  const taken = new Set([...units, ...groups].map(({ name }) => name.toLocaleLowerCase("vi")));
  return {
    units: units.map((unit) => ({
      name: unit.name,
      short: unit.short,
      kind: unit.kind === "group" ? "other" : unit.kind,
      aliases: freeSpellings(unit, taken),
    })),
    groups: groups.map((unit) => ({
      name: unit.name,
      short: unit.short,
      group_of: unit.group_of === "mass_organisations" ? "mass_organizations" : (unit.group_of ?? "other"),
      aliases: freeSpellings(unit, taken),
      members: units
        .filter(({ kind }) => MEMBERS[unit.group_of ?? ""]?.includes(kind))
        .map(({ name }) => name),
      confirmed: false,
    })),
  };
};

/** Names that a task, a round or a route refers to. A unit that is only thanked at the end is none of the office's. */
export const namesInUse = (reading: Reading): ReadonlySet<string> => {
  const names = new Set(
    [
      ...reading.tasks.flatMap((task) => [
        ...task.lead_units,
        ...task.coordinating_units,
        ...(task.mentioned_units ?? []),
      ]),
      ...reading.report_rounds.flatMap((round) => [...(round.from_units ?? []), round.via_unit]),
      reading.consolidating_unit,
      reading.adjustment_route?.via ?? null,
      reading.difficulty_route?.via ?? null,
      ...reading.other_duties.map(({ unit }) => unit),
    ].filter((name) => name !== null),
  );
  // A group of units is proposed out of all units of its kind, named by a task or not.
  for (const unit of reading.units) if (!unit.is_group) names.add(unit.name);
  return names;
};

/** Spellings that nobody else has; the first to claim one keeps it. */
const freeSpellings = (unit: ReadUnit, taken: Set<string>): string[] =>
  [...new Set(unit.aliases.map((alias) => alias.normalize("NFC").replace(/\s+/gu, " ").trim()))].filter(
    (alias) => {
      const key = alias.toLocaleLowerCase("vi");
      if (alias === "" || alias.length > 200 || taken.has(key)) return false;
      taken.add(key);
      return true;
    },
  );
