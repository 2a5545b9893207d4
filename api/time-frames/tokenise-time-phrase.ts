import { foldVietnamese, foldWithOffsets } from "../shared/normalise-vietnamese.ts";
import { NUMBER_WORDS, ROMAN_NUMBERS, TIME_WORDS } from "./time-phrase-words.ts";

/** A number, a syllable or a sign; `from` and `to` are its place in the text as it was typed. */
export type TimeToken = {
  readonly kind: "number" | "word" | "sign";
  /** Folded. */
  readonly text: string;
  /** Of a number, else NaN. */
  readonly value: number;
  readonly from: number;
  readonly to: number;
};

const PIECE = /\d+|\p{L}+|[^\s]/gu;

const SYLLABLES: ReadonlySet<string> = new Set([
  ...Object.values(TIME_WORDS)
    .flat()
    .flatMap((spelling) => foldVietnamese(spelling).split(" ")),
  ...Object.keys(NUMBER_WORDS),
]);
const LONG_SYLLABLES = [...SYLLABLES].filter((syllable) => syllable.length >= 4);
const LONGEST_SYLLABLE = 7;

/** What a Vietnamese syllable looks like without its marks: whatever looks like one is never taken for a slip. */
const WELL_FORMED =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/;

/** "q" and "quy" before a roman numeral, "t" before a figure: how officials abbreviate. */
const GLUED_QUARTER = /^(q|quy|qui)(i{1,3}|iv|vi{0,3})$/;

const isOneSlipAway = (typed: string, meant: string): boolean => {
  const shift = meant.length - typed.length;
  if (Math.abs(shift) > 1) return false;
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at += 1;
  if (shift === 1) return typed.slice(at) === meant.slice(at + 1);
  if (shift === -1) return typed.slice(at + 1) === meant.slice(at);
  return (
    typed.slice(at + 1) === meant.slice(at + 1) ||
    (typed[at] === meant[at + 1] &&
      typed[at + 1] === meant[at] &&
      typed.slice(at + 2) === meant.slice(at + 2))
  );
};

/** The syllables that letters stand for: themselves, two run together, or the only one that a slip away makes sense. */
const syllablesOf = (letters: string): readonly string[] => {
  const quarter = GLUED_QUARTER.exec(letters);
  if (quarter !== null) return quarter.slice(1);
  if (SYLLABLES.has(letters) || ROMAN_NUMBERS.includes(letters) || WELL_FORMED.test(letters))
    return [letters];
  if (letters.length > 2 * LONGEST_SYLLABLE) return [letters];
  for (let at = 2; at < letters.length - 1; at += 1) {
    const pair = [letters.slice(0, at), letters.slice(at)];
    if (pair.every((half) => SYLLABLES.has(half))) return pair;
  }
  const meant = LONG_SYLLABLES.filter((syllable) => isOneSlipAway(letters, syllable));
  return meant.length === 1 ? meant : [letters];
};

/** Folded tokens of a phrase. Signs that say nothing (quotes, bullets) are left out at both ends by the grammar. */
export const tokeniseTimePhrase = (text: string): readonly TimeToken[] => {
  const { folded, offsets } = foldWithOffsets(text);
  const tokens: TimeToken[] = [];
  for (const { 0: piece, index } of folded.matchAll(PIECE)) {
    const from = offsets[index] ?? 0;
    // To the next letter's place, without the marks that stand between: they belong to this one.
    const to = offsets[index + piece.length] ?? text.length;
    const place = { from, to: from + text.slice(from, to).trimEnd().length };
    if (/^\d/.test(piece)) tokens.push({ kind: "number", text: piece, value: Number(piece), ...place });
    else if (/^\p{L}/u.test(piece))
      for (const syllable of syllablesOf(piece))
        tokens.push({ kind: "word", text: syllable, value: Number.NaN, ...place });
    else tokens.push({ kind: "sign", text: piece, value: Number.NaN, ...place });
  }
  return tokens;
};
