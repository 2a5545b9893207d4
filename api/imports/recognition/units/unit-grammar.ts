import type { KnownNames } from "../../known-names.ts";
import { type Abbreviations, collectAbbreviations } from "./expand-unit-abbreviations.ts";
import type { HomePlace, KnownUnitName, UnitGrammar } from "./unit-phrase.ts";
import { indexPhrases, joinIndexes, type PhraseIndex } from "./unit-phrases.ts";
import { GENERAL_NAMES, HEADS, LEVELS } from "./unit-vocabulary.ts";
import { type SpeltWord, spellPhrase, wordsOf } from "./unit-words.ts";

/** Of a name that is known before the text is read. */
const NAMED = 0.97;

export const GENERAL_NAMES_INDEX: PhraseIndex<KnownUnitName> = indexPhrases(
  GENERAL_NAMES.map(
    ({ words, kind, headless }) => [words, { kind, headless, source: "general", certainty: NAMED }] as const,
  ),
);

const GENERAL_WORDS = GENERAL_NAMES.map(({ words }) => words);
export const GENERAL_ABBREVIATIONS: Abbreviations = collectAbbreviations([], GENERAL_WORDS);

export type LearnedName = {
  readonly words: readonly SpeltWord[];
  readonly kind: KnownUnitName["kind"];
  readonly source: "office" | "document";
  readonly certainty: number;
};

/** What a text of the document is read with. */
export type UnitReader = {
  readonly cells: UnitGrammar;
  readonly running: UnitGrammar;
  readonly abbreviations: Abbreviations;
};

export const prepareUnitReader = (learned: readonly LearnedName[], home: HomePlace | null): UnitReader => {
  const names = joinIndexes(
    indexPhrases(
      learned.map(
        ({ words, kind, source, certainty }) =>
          [words, { kind, source, certainty, headless: HEADS.at(wordsOf(words), 0) === null }] as const,
      ),
    ),
    GENERAL_NAMES_INDEX,
  );
  return {
    cells: { names, home, running: false },
    running: { names, home, running: true },
    abbreviations: collectAbbreviations(
      learned.map(({ words }) => words),
      GENERAL_WORDS,
    ),
  };
};

/** "Ủy ban nhân dân phường Hải An": the level, and the place's folded words; null where the level is not in it. */
export const placeOf = (organization: KnownNames["organization"]): HomePlace | null => {
  const words = wordsOf(spellPhrase(organization ?? ""));
  for (let at = words.length - 1; at > 0; at -= 1) {
    const level = LEVELS.at(words, at);
    if (level !== null && level.end < words.length)
      return { level: level.value, place: words.slice(level.end).map(({ spelt }) => spelt.fold) };
  }
  return null;
};
