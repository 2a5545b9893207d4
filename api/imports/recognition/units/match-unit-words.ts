import { headAt } from "./match-name-starts.ts";
import { parseNamePhrase } from "./parse-name-phrase.ts";
import { tokeniseUnitText } from "./tokenise-unit-text.ts";
import { GENERAL_ABBREVIATIONS, GENERAL_NAMES_INDEX } from "./unit-grammar.ts";
import type { UnitGrammar, UnitPhrase } from "./unit-phrase.ts";
import { WITHIN_NAME } from "./unit-phrases.ts";
import { DETERMINERS, GROUP_NOUNS, HEADS } from "./unit-vocabulary.ts";
import type { UnitWord } from "./unit-words.ts";

const GENERAL_GRAMMAR: UnitGrammar = { names: GENERAL_NAMES_INDEX, home: null, running: false };
/** More than any name needs, and little enough for a long paragraph. */
const MOST_CHARACTERS = 400;

/** A post without "Công chức" before it ("Tư pháp") is a name only where nothing but a separator follows. */
const isWholePost = (words: readonly UnitWord[], { name, end }: UnitPhrase): boolean => {
  if (headAt(name, 0) !== null) return true;
  const known = GENERAL_NAMES_INDEX.at(name, 0, WITHIN_NAME);
  const next = words[end];
  return known?.end === name.length && (next === undefined || next.gap !== "space");
};

const isBegun = (words: readonly UnitWord[], at: number): boolean => {
  const rest = words.length - at;
  if (rest === 1)
    return words[at]?.capital === true && (HEADS.at(words, at) ?? DETERMINERS.at(words, at)) !== null;
  const determiner = DETERMINERS.at(words, at);
  if (determiner !== null && GROUP_NOUNS.isBeginning(words, determiner.end)) return true;
  return rest > 1 && GENERAL_NAMES_INDEX.isBeginning(words, at);
};

const SEPARATORS = new Set(["comma", "and", "semicolon", "line", "hyphen"]);

/**
 * How many characters at the start of a text look like names of units or groups, or the beginning of one, by
 * general vocabulary alone; 0 where none does. A list counts as a whole; a name that follows without a separator
 * ("Phòng Nội vụ Các phòng chức năng") stands in another cell and does not count.
 */
export const startsLikeUnit = (text: string): number => {
  const read = text.slice(0, MOST_CHARACTERS);
  const words = tokeniseUnitText(read, GENERAL_ABBREVIATIONS);
  let end = 0;
  for (let at = 0; at < words.length; at = end) {
    if (at > 0 && !SEPARATORS.has(words[at]?.gap ?? "stop")) break;
    const phrase = parseNamePhrase(words, at, GENERAL_GRAMMAR);
    if (phrase === null || (phrase.what === "unit" && !isWholePost(words, phrase))) {
      if (isBegun(words, at)) return read.trimEnd().length;
      break;
    }
    end = phrase.end;
  }
  const last = words[end - 1];
  if (last === undefined) return 0;
  const open = end === words.length ? (/^[\s,;&-]*/.exec(read.slice(last.to))?.[0].trimEnd().length ?? 0) : 0;
  return last.to + open;
};
