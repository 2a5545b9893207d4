import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import type { UnitKind } from "../../../units/unit.ts";
import { UNIT_KINDS } from "../../../units/unit.ts";
import cellWords from "../../vocabulary/unit-cell-words.json" with { type: "json" };
import domains from "../../vocabulary/unit-domains.json" with { type: "json" };
import groups from "../../vocabulary/unit-groups.json" with { type: "json" };
import heads from "../../vocabulary/unit-heads.json" with { type: "json" };
import names from "../../vocabulary/unit-names.json" with { type: "json" };
import { indexList, indexPhrases, type PhraseIndex } from "./unit-phrases.ts";
import { type SpeltWord, spellPhrase, wordsOf } from "./unit-words.ts";

/** General administrative vocabulary, ready for matching; the words themselves are data in `vocabulary/`. */

const kindOf = (text: string): UnitKind => UNIT_KINDS.find((kind) => kind === text) ?? "other";

/** The word that a unit's name opens with. */
export type UnitHead = {
  readonly kind: UnitKind;
  /** "Công an" is a unit by itself, "Phòng" is none. */
  readonly alone: boolean;
  /** What makes it another word: "phòng chống", "ban hành". */
  readonly not: PhraseIndex<string>;
};

export const HEADS: PhraseIndex<UnitHead> = indexPhrases(
  heads.map((head) => [
    spellPhrase(head.words),
    { kind: kindOf(head.kind), alone: head.alone, not: indexList(head.not) },
  ]),
);

export type GeneralName = {
  readonly name: string;
  readonly kind: UnitKind;
  readonly words: readonly SpeltWord[];
  /** "Tư pháp - Hộ tịch": a post, which only a cell of units can mean. */
  readonly headless: boolean;
};

export const GENERAL_NAMES: readonly GeneralName[] = names.map(({ name, kind }) => {
  const words = spellPhrase(name);
  return { name, kind: kindOf(kind), words, headless: HEADS.at(wordsOf(words), 0) === null };
});

export const DOMAINS: PhraseIndex<string> = indexList(domains);

export const GROUP_CLASSES = [
  "department",
  "service",
  "armed",
  "residential",
  "mass",
  "school",
  "other",
] as const;
export type GroupClass = (typeof GROUP_CLASSES)[number];
export type GroupNoun = {
  readonly words: string;
  readonly class: GroupClass;
  /** Names a group without "các" before it. */
  readonly bare: boolean;
};

export const GROUP_NOUNS: PhraseIndex<GroupNoun> = indexPhrases(
  groups.nouns.map((noun) => [
    spellPhrase(noun.words),
    {
      words: noun.words,
      class: GROUP_CLASSES.find((one) => one === noun.class) ?? "other",
      bare: "bare" in noun && noun.bare === true,
    },
  ]),
);
export const DETERMINERS = indexList(groups.determiners);
export const QUALIFIERS = indexList(groups.qualifiers);
export const BELONGING = indexList(groups.belonging);
export const OWNERS = indexList(groups.owners);
/** Bodies that every village has one of. */
export const IN_EACH_VILLAGE = indexList(groups.inEachVillage);
/** Bodies that every school or firm has one of. */
export const IN_EACH_SCHOOL = indexList(groups.inEachSchool);
export const RELATED = indexList(groups.related);

/** Words that hold a head without naming anybody ("cơ sở", "quốc phòng"). */
export const COMPOUNDS = indexList(cellWords.compounds);
export const LEVELS = indexList(cellWords.levels);
export const SUPERIORS = indexList(cellWords.superiors);
/** Names of places that hold a word with which a unit's name opens. */
export const PLACES = indexList(cellWords.places);
export const LEADERS = indexList(cellWords.leaders);
export const TITLES = indexList(cellWords.titles);
export const REQUESTS = indexList(cellWords.requests);
export const JOINTS = indexList(cellWords.joints);
/** Bodies that are named by what they are for, in any words. */
export const TOPICAL = indexList(cellWords.topical);
export const ROLES = indexList(cellWords.roles);
export const SURNAMES = indexList(cellWords.surnames);
export const DITTO_PHRASES: readonly string[] = cellWords.ditto;
export const NOBODY_PHRASES: readonly string[] = cellWords.nobody;
export const IDLE: ReadonlySet<string> = new Set(cellWords.idle.map((words) => foldVietnamese(words)));
