import { beginsName, headAt, levelEnd } from "./match-name-starts.ts";
import { parseUnitPhrase } from "./parse-unit-phrase.ts";
import type { UnitGrammar, UnitPhrase } from "./unit-phrase.ts";
import { WITHIN_NAME } from "./unit-phrases.ts";
import {
  BELONGING,
  DETERMINERS,
  DOMAINS,
  GROUP_NOUNS,
  HEADS,
  QUALIFIERS,
  RELATED,
} from "./unit-vocabulary.ts";
import type { UnitWord } from "./unit-words.ts";

type Words = readonly UnitWord[];

const LONGEST = 16;

/** What one head says for several names: "Các phòng: Kinh tế, Nội vụ", "Hội: Nông dân, Phụ nữ". */
export const parseElidedHead = (
  words: Words,
  at: number,
  grammar: UnitGrammar,
): { readonly head: Words; readonly end: number } | null => {
  const determiner = DETERMINERS.at(words, at);
  const start = determiner?.end ?? at;
  const head = HEADS.at(words, start);
  const noun = GROUP_NOUNS.at(words, start);
  if (head === null || (noun !== null && noun.end > head.end)) return null;
  const next = words[head.end];
  if (next === undefined || !(next.gap === "stop" || (next.gap === "space" && determiner !== null)))
    return null;
  const describes =
    QUALIFIERS.at(words, head.end) ?? BELONGING.at(words, head.end) ?? RELATED.at(words, head.end);
  if (describes !== null && !next.capital) return null;
  if (levelEnd(words, head.end, grammar) !== null || headAt(words, head.end) !== null) return null;
  if (!next.capital && DOMAINS.at(words, head.end) === null) return null;
  return DOMAINS.at(words, head.end) === null && next.gap !== "stop"
    ? null
    : { head: words.slice(start, head.end), end: head.end };
};

/** A name whose head was said before: "Phòng Nội vụ, Kinh tế". Known names only, unless a list was opened. */
export const parseElidedName = (
  words: Words,
  at: number,
  head: Words,
  listed: boolean,
  grammar: UnitGrammar,
): UnitPhrase | null => {
  const word = words[at];
  if (word === undefined || beginsName(words, at, grammar)) return null;
  if (!listed && word.gap !== "comma" && word.gap !== "and") return null;
  const written = [...head, { ...word, gap: "space" as const }, ...words.slice(at + 1, at + LONGEST)];
  const known = grammar.names.at(written, 0, WITHIN_NAME);
  const isKnown = known !== null && known.end > head.length;
  if (!listed && !isKnown) return null;
  const post = grammar.names.at(words, at, WITHIN_NAME);
  if (!listed && post !== null && known !== null && post.end - at > known.end - head.length) return null;
  const phrase = parseUnitPhrase(written, 0, grammar);
  if (phrase === null || phrase.end <= head.length) return null;
  return {
    ...phrase,
    end: phrase.end - head.length + at,
    shared: head.length,
    certainty: Math.min(phrase.certainty, isKnown ? 0.9 : 0.78),
  };
};
