import type { UnitGrammar } from "./unit-phrase.ts";
import { WITHIN_NAME } from "./unit-phrases.ts";
import { COMPOUNDS, DETERMINERS, GROUP_NOUNS, HEADS, LEADERS, LEVELS, TITLES } from "./unit-vocabulary.ts";
import { CLOSE, type UnitWord } from "./unit-words.ts";

type Words = readonly UnitWord[];

/** "công sở", "trụ sở": the second syllable opens no name, unless it alone is in a capital. */
const isInsideCompound = (words: Words, at: number): boolean => {
  const [before, word] = [words[at - 1], words[at]];
  if (before === undefined || word === undefined || word.gap !== "space") return false;
  if (word.capital && !before.capital) return false;
  return (COMPOUNDS.at(words, at - 1)?.end ?? 0) > at;
};

/** The head at a place, unless the next word makes another word of it ("phòng chống"). */
export const headAt = (words: Words, at: number) => {
  const head = HEADS.at(words, at);
  if (head === null || isInsideCompound(words, at)) return null;
  const next = words[head.end];
  const other = next === undefined || next.gap !== "space" ? null : head.value.not.at(words, head.end);
  return other === null ? head : null;
};

/** "phường", "xã Kim Thành", "đặc khu"; index after it. */
export const levelEnd = (words: Words, at: number, grammar: UnitGrammar): number | null => {
  const first = words[at];
  if (first === undefined || first.gap !== "space") return null;
  const level = LEVELS.at(words, at);
  if (level === null) return null;
  const next = words[level.end];
  if (first.spelt.fold === "xa" && next?.gap === "space" && next.spelt.fold === "hoi" && !next.capital)
    return null;
  const place = grammar.home?.place;
  if (place?.every((word, many) => words[level.end + many]?.spelt.fold === word))
    return level.end + place.length;
  let end = level.end;
  while (!grammar.running && end < level.end + 4) {
    const word = words[end];
    if (word === undefined || word.gap !== "space" || !word.capital || word.abbreviated) break;
    if (beginsName(words, end, grammar)) break;
    end += 1;
  }
  // "xã, phường" is the level of any commune.
  const other = words[end];
  if (end === level.end && other?.gap === "comma") {
    const second = LEVELS.at(words, end);
    const after = second === null ? undefined : words[second.end];
    if (second !== null && (after === undefined || after.gap !== "space" || !after.capital))
      return second.end;
  }
  return end;
};

/** Whether a name can begin here that is no part of the name before. */
export const beginsName = (words: Words, at: number, grammar: UnitGrammar): boolean => {
  const word = words[at];
  if (word === undefined) return false;
  const head = headAt(words, at);
  if (head !== null) {
    const next = words[head.end];
    if (head.value.alone || (next !== undefined && CLOSE.has(next.gap))) return true;
  }
  const known = grammar.names.at(words, at, WITHIN_NAME);
  if (known !== null && !known.value.headless) return true;
  const determiner = DETERMINERS.at(words, at);
  if (determiner !== null && GROUP_NOUNS.at(words, determiner.end) !== null) return true;
  const noun = GROUP_NOUNS.at(words, at);
  if (noun?.value.bare === true) return true;
  return LEADERS.at(words, at) !== null || titledEnd(words, at) !== null;
};

/** A title that stands for the unit that follows ("Chánh Văn phòng", "Thủ trưởng các phòng"); index after it. */
export const titledEnd = (words: Words, at: number): number | null => {
  const title = TITLES.at(words, at);
  if (title === null || words[title.end]?.gap !== "space") return null;
  if (headAt(words, title.end) !== null) return title.end;
  const determiner = DETERMINERS.at(words, title.end);
  const noun = GROUP_NOUNS.at(words, determiner?.end ?? title.end);
  return noun !== null && (determiner !== null || noun.value.bare) ? title.end : null;
};
