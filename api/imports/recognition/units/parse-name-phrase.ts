import { titledEnd } from "./match-name-starts.ts";
import { parseGroupPhrase } from "./parse-group-phrase.ts";
import { parseUnitPhrase } from "./parse-unit-phrase.ts";
import { parseVillageBodies } from "./parse-village-bodies.ts";
import type { NamePhrase, UnitGrammar } from "./unit-phrase.ts";
import { WITHIN_NAME } from "./unit-phrases.ts";
import { TITLES } from "./unit-vocabulary.ts";
import type { UnitWord } from "./unit-words.ts";

/** The unit or group named at a word, with or without a title before it ("Chánh Văn phòng …"). */
export const parseNamePhrase = (
  words: readonly UnitWord[],
  at: number,
  grammar: UnitGrammar,
): NamePhrase | null => {
  const bodies = parseVillageBodies(words, at, grammar);
  if (bodies !== null) return bodies;
  const title = TITLES.at(words, at);
  if (title !== null && title.end - at > 1) {
    // "Trưởng ban nhân dân ấp": the body's first word ends the longest title.
    const headed = parseVillageBodies(words, at + 1, grammar);
    if (headed !== null && words[at + 1]?.gap === "space") return headed;
  }
  const titled = titledEnd(words, at);
  const known = grammar.running || titled === null ? null : grammar.names.at(words, at, WITHIN_NAME);
  if (titled !== null && (known?.end ?? 0) <= titled) return parseNamePhrase(words, titled, grammar);
  const unit = parseUnitPhrase(words, at, grammar);
  const group = parseGroupPhrase(words, at, grammar);
  if (group !== null && (unit === null || group.end >= unit.end)) return group;
  return unit;
};
