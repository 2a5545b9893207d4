import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import type { KnownNames } from "../../known-names.ts";
import type { ReadUnit } from "../../reading.ts";
import type { CompositeSighting } from "./collect-unit-names.ts";
import { composeGroupName, composeUnitName, tidyUnitName } from "./compose-unit-name.ts";
import { inferSameUnits } from "./infer-same-units.ts";
import { ANYWHERE, COMMUNE_KEY, type Home, type KnownIndex, mapKnownNames } from "./map-known-names.ts";
import { prepareLexiconReader } from "./prepare-lexicon-reader.ts";
import type { UnitLexicon } from "./unit-lexicon.ts";
import type { UnitCluster, UnitSighting } from "./unit-sighting.ts";
import type { GroupClass } from "./unit-vocabulary.ts";

const GROUP_OF: Readonly<Record<GroupClass, ReadUnit["group_of"]>> = {
  department: "all_departments",
  service: "all_service_units",
  armed: "armed_forces",
  residential: "residential_groups",
  mass: "mass_organisations",
  school: "other",
  other: "other",
};

/** "Có liên quan" is never all; "các ngành chức năng" are those that a matter concerns. */
const groupOf = ({ group }: UnitSighting): ReadUnit["group_of"] => {
  if (group === null) return null;
  const concerned = group.related || group.nouns.every((noun) => noun === "ngành");
  if (concerned && group.class === "department") return "related_departments";
  if (concerned && group.class === "service") return "related_service_units";
  return concerned ? "other" : GROUP_OF[group.class];
};

const clusterSightings = (sightings: readonly UnitSighting[]): readonly UnitCluster[] => {
  const byKey = new Map<string, UnitSighting[]>();
  for (const sighting of sightings) {
    const known = byKey.get(sighting.key);
    if (known === undefined) byKey.set(sighting.key, [sighting]);
    else known.push(sighting);
  }
  return [...byKey].map(([key, own]) => ({ key, sightings: own }));
};

const shortOf = (sightings: readonly UnitSighting[]): string | null => {
  const short = sightings.find(({ words }) => words.length > 0 && words.some((word) => word.abbreviated));
  return short === undefined ? null : short.text.normalize("NFC").replace(/\s+/g, " ");
};

/** The whole of a name in capitals is a heading's, or a piece of one, and says nothing that small letters do not. */
const isHeading = ({ words }: UnitSighting): boolean => {
  const letters = words
    .filter(({ abbreviated }) => !abbreviated)
    .map(({ raw }) => raw)
    .join("");
  return /\p{L}{3}/u.test(letters) && letters === letters.toUpperCase();
};

const aliasesOf = (sightings: readonly UnitSighting[]): readonly string[] => [
  ...new Set(
    sightings
      .filter((one) => !isHeading(one))
      .map(({ text, level, group }) => {
        const unsaid =
          group?.related === true && group.limit === "" && !/liên quan|được (?:giao|phân công)/iu.test(text);
        return [text, level ?? "", unsaid ? "có liên quan" : ""]
          .join(" ")
          .normalize("NFC")
          .replace(/\s+/g, " ")
          .trim();
      }),
  ),
];

const unitOf = (
  { key, sightings }: UnitCluster,
  known: KnownIndex,
  home: Home,
  doubtful: ReadonlySet<string>,
): ReadUnit | null => {
  const [first] = sightings;
  if (first === undefined) return null;
  const own = known.get(key) ?? (first.above === null ? undefined : known.get(`${first.above}${ANYWHERE}`));
  // What running text says once and is only probably this unit may be half a name at the end of a line.
  const aliases = [...aliasesOf(sightings.filter((one) => one.inCell || !doubtful.has(one.key)))];
  if (first.group !== null)
    return {
      name: own?.name ?? composeGroupName(sightings),
      short: shortOf(sightings),
      kind: "group",
      aliases,
      is_group: true,
      group_of: groupOf(first),
    };
  const issuer = key === COMMUNE_KEY && home.organization !== null ? tidyUnitName(home.organization) : null;
  return {
    name:
      own?.name ??
      issuer ??
      composeUnitName(
        key,
        sightings.filter((one) => one.key === key),
        home.place?.level ?? null,
      ),
    short: shortOf(sightings),
    kind: own?.kind ?? first.kind,
    aliases,
    is_group: false,
    group_of: null,
  };
};

/** Sightings of one unit made one unit, with the name that it is shown by and all its spellings. */
export const mergeUnitNames = (
  sightings: readonly UnitSighting[],
  composites: readonly CompositeSighting[],
  known: KnownNames,
  home: Home,
): UnitLexicon => {
  const officeNames = mapKnownNames(known, home);
  const { clusters, sameAs, doubtful } = inferSameUnits(clusterSightings(sightings));
  const units = new Map<string, ReadUnit>();
  const names = new Map<string, string>();
  for (const cluster of clusters) {
    const unit = unitOf(cluster, officeNames, home, doubtful);
    if (unit === null) continue;
    names.set(cluster.key, unit.name);
    const there = units.get(unit.name);
    units.set(
      unit.name,
      there === undefined ? unit : { ...there, aliases: [...new Set([...there.aliases, ...unit.aliases])] },
    );
  }
  for (const [key, other] of sameAs) {
    const name = names.get(other);
    if (name !== undefined) names.set(key, name);
  }
  const spellings = new Map(names);
  for (const unit of units.values())
    for (const spelling of [unit.name, ...unit.aliases])
      if (!spellings.has(foldVietnamese(spelling))) spellings.set(foldVietnamese(spelling), unit.name);
  return {
    units: [...units.values()],
    composites: Object.fromEntries(
      composites.map(({ text, keys }) => [
        tidyUnitName(text),
        [...new Set(keys.flatMap((key) => names.get(key) ?? []))],
      ]),
    ),
    spellings,
    doubtful,
    reader: prepareLexiconReader([...units.values()], home.place),
  };
};
