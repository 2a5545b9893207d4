import { beginsName, levelEnd } from "./match-name-starts.ts";
import type { HomePlace, UnitGrammar, UnitPhrase } from "./unit-phrase.ts";
import { LEVELS, PLACES, SUPERIORS } from "./unit-vocabulary.ts";
import { spellPhrase, type UnitWord } from "./unit-words.ts";

type Words = readonly UnitWord[];

/** In a heading all words are in capitals, which then say nothing. */
export const isProper = (word: UnitWord): boolean =>
  word.abbreviated || /^\d+$/.test(word.raw) || (word.capital && word.raw !== word.raw.toUpperCase());

const MOST_PLACE_WORDS = 4;
const folded = (words: Words): string => words.map(({ spelt }) => spelt.fold).join(" ");

/** Index after the words of a place's name, capitals that begin no other name; "Hải Phòng" holds such a beginning. */
const placeEnd = (words: Words, from: number, grammar: UnitGrammar): number => {
  const known = words[from]?.gap === "space" ? PLACES.at(words, from) : null;
  if (known !== null) return known.end;
  let end = from;
  while (end < from + MOST_PLACE_WORDS) {
    const word = words[end];
    if (word?.gap !== "space" || !word.capital || word.abbreviated || !isProper(word)) break;
    if (beginsName(words, end, grammar)) break;
    end += 1;
  }
  return end;
};

/** "Hội Phú" is a place, one capital after a level may be the beginning of a sentence. */
const FEWEST_WORDS = 2;

/** Whose body it is by the level and the place behind it; null for the commune's own. */
const communeElsewhere = (
  level: Words,
  place: Words,
  next: UnitWord | undefined,
  home: HomePlace | null,
): string | null => {
  const [first] = place;
  if (home === null || first === undefined || first.gap !== "space" || !place.every(isProper)) return null;
  const own = home.place.join(" ");
  const said = folded(place);
  const sameLevel =
    folded(level) ===
    spellPhrase(home.level)
      .map(({ fold }) => fold)
      .join(" ");
  if (said === own && sameLevel) return null;
  // A line that ends in the middle of the name.
  if (next === undefined && own.startsWith(`${said} `)) return null;
  return place.length >= FEWEST_WORDS ? `${folded(level)} ${said}` : null;
};

const readCommune = (words: Words, at: number, first: number, grammar: UnitGrammar) => {
  const named = LEVELS.at(words, at)?.end ?? first;
  const end = grammar.home !== null && first === named ? placeEnd(words, named, grammar) : first;
  const place = words.slice(named, end);
  const elsewhere = communeElsewhere(words.slice(at, named), place, words[end], grammar.home);
  // What was taken for a place in running text and is none belongs to the sentence.
  const to = elsewhere === null ? first : end;
  return { end: to, level: words.slice(at, to), superior: null, elsewhere };
};

const readSuperior = (
  words: Words,
  at: number,
  above: { readonly value: string; readonly end: number },
  grammar: UnitGrammar,
) => {
  const reached = placeEnd(words, above.end, grammar);
  // One word before the end of a line may be half a name.
  const cut = grammar.running && reached === above.end + 1 && reached === words.length;
  const end = cut ? above.end : reached;
  const place = folded(words.slice(above.end, end));
  return {
    end: reached,
    level: words.slice(at, end),
    superior: above.value,
    elsewhere: place === "" ? null : place,
  };
};

/** What may follow any name: the level and its place, or what shows a body of the province or of another commune. */
export const parseNameTail = (
  words: Words,
  at: number,
  grammar: UnitGrammar,
): Pick<UnitPhrase, "end" | "level" | "superior" | "elsewhere"> => {
  const first = levelEnd(words, at, grammar);
  if (first !== null) return readCommune(words, at, first, grammar);
  const above = words[at]?.gap === "space" ? SUPERIORS.at(words, at) : null;
  return above === null
    ? { end: at, level: [], superior: null, elsewhere: null }
    : readSuperior(words, at, above, grammar);
};
