import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import type { KnownNames } from "../../known-names.ts";
import type { ReadUnit } from "../../reading.ts";
import type { CompositeSighting } from "./collect-unit-names.ts";
import { composeGroupKey, composeUnitKey } from "./compose-unit-key.ts";
import { composeGroupName, composeUnitName, tidyUnitName } from "./compose-unit-name.ts";
import { inferSameUnits } from "./infer-same-units.ts";
import { parseGroupPhrase } from "./parse-group-phrase.ts";
import { learnSpelling, prepareLexiconReader } from "./prepare-lexicon-reader.ts";
import { tokeniseUnitText } from "./tokenise-unit-text.ts";
import { GENERAL_ABBREVIATIONS, GENERAL_NAMES_INDEX } from "./unit-grammar.ts";
import type { UnitLexicon } from "./unit-lexicon.ts";
import type { UnitCluster, UnitSighting } from "./unit-sighting.ts";
import type { GroupClass } from "./unit-vocabulary.ts";
import { wordsOf } from "./unit-words.ts";

type Home = {
  readonly organization: string | null;
  readonly level: string | null;
  readonly place: readonly string[] | null;
};

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

/** Key → the office's own name for it. */
const indexKnown = (
  known: KnownNames,
  place: Home["place"],
): ReadonlyMap<string, { name: string; kind: ReadUnit["kind"] }> => {
  const index = new Map<string, { name: string; kind: ReadUnit["kind"] }>();
  for (const { name, kind, spellings } of known.units)
    for (const spelling of [name, ...spellings]) {
      const learned = learnSpelling(spelling, kind, "office", place);
      if (learned === null) continue;
      index.set(composeUnitKey({ name: wordsOf(learned.words), kind, superior: null }), { name, kind });
    }
  for (const { name, spellings } of known.groups)
    for (const spelling of [name, ...spellings]) {
      const words = tokeniseUnitText(spelling, GENERAL_ABBREVIATIONS);
      const phrase = parseGroupPhrase(words, 0, { names: GENERAL_NAMES_INDEX, place, running: false });
      const [only, other] = phrase?.parts ?? [];
      if (only !== undefined && other === undefined)
        index.set(composeGroupKey(only), { name, kind: "group" });
    }
  return index;
};

const COMMUNE_KEY = "uy ban nhan dan";

const shortOf = (sightings: readonly UnitSighting[]): string | null => {
  const short = sightings.find(({ words }) => words.length > 0 && words.some((word) => word.abbreviated));
  return short === undefined ? null : short.text.normalize("NFC").replace(/\s+/g, " ");
};

const aliasesOf = (sightings: readonly UnitSighting[]): readonly string[] => [
  ...new Set(
    sightings.map(({ text, level, group }) => {
      const unsaid = group?.related === true && !/liên quan|được (?:giao|phân công)/iu.test(text);
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
  known: ReadonlyMap<string, { name: string; kind: ReadUnit["kind"] }>,
  home: Home,
): ReadUnit | null => {
  const [first] = sightings;
  if (first === undefined) return null;
  const own = known.get(key);
  const aliases = [...aliasesOf(sightings)];
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
        home.level,
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
  const officeNames = indexKnown(known, home.place);
  const { clusters, sameAs, doubtful } = inferSameUnits(clusterSightings(sightings));
  const units = new Map<string, ReadUnit>();
  const names = new Map<string, string>();
  for (const cluster of clusters) {
    const unit = unitOf(cluster, officeNames, home);
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
