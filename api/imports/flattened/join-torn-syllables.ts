import type { OutlineLine } from "../outline.ts";
import { parseSyllable } from "../readers/parse-syllable.ts";
import syllables from "../vocabulary/syllables.json" with { type: "json" };
import vowelWords from "../vocabulary/vowel-words.json" with { type: "json" };

/**
 * Some programs take text out of a PDF with a space before letters that carry marks: "đi ện t ử", "ch ịu trách nhi ệm".
 */

const ONSETS: ReadonlySet<string> = new Set(syllables.onsets.filter((onset) => onset !== ""));
const VOWEL_WORDS: ReadonlySet<string> = new Set(vowelWords.words);
/** So many halves of words that are none by themselves are no typing slips. */
const FEWEST_TORN = 4;
const LONGEST_HALF = 5;

/** Two neighbours with one space between them. */
const PAIR = /(?<![^\s(“"'/-])(\p{L}{1,5}) (?=(\P{ASCII}\p{L}{0,5})(?!\p{L}))/gu;

type Tear = { readonly at: number; readonly half: string; readonly rest: string; readonly certain: boolean };

const isVowelFirst = (rest: string): boolean =>
  /^[aeiouy]/iu.test(rest.normalize("NFD")) && rest.length <= LONGEST_HALF;

/** Where a line's words are torn; `certain`: the first half is no word, whatever follows. */
const findTears = (text: string): readonly Tear[] => {
  const tears: Tear[] = [];
  for (const match of text.normalize("NFC").matchAll(PAIR)) {
    const [, half = "", rest = ""] = match;
    if (!isVowelFirst(rest) || parseSyllable(half + rest) === null) continue;
    // "TH ở", "THCS ấp": an abbreviation before a word.
    if (/^\p{Lu}{2,}$/u.test(half) && /\p{Ll}/u.test(rest)) continue;
    const certain = ONSETS.has(half.toLowerCase());
    if (!certain && (!/[iuoy]$/iu.test(half) || VOWEL_WORDS.has(rest.toLowerCase()))) continue;
    tears.push({ at: match.index + half.length, half, rest, certain });
  }
  return tears;
};

/** A line's torn words made whole; what stands behind broad gaps keeps its place. */
const joinLine = (line: OutlineLine): OutlineLine => {
  const text = line.text.normalize("NFC");
  let joined = "";
  let from = 0;
  let owed = 0;
  for (const { at } of findTears(text)) {
    [joined, owed] = pad(joined, text.slice(from, at), owed);
    from = at + 1;
    owed += 1;
  }
  return from === 0 ? line : { ...line, text: pad(joined, text.slice(from), owed)[0] };
};

/** Adds a text, with the spaces that are owed in its first broad gap. */
const pad = (before: string, text: string, owed: number): [string, number] => {
  const gap = owed === 0 ? -1 : text.indexOf("  ");
  return gap < 0
    ? [before + text, owed]
    : [before + text.slice(0, gap) + " ".repeat(owed) + text.slice(gap), 0];
};

export type TornText = {
  /** With the words made whole that can be. */
  readonly lines: readonly OutlineLine[];
  /** The first line that holds one, from 1, and an example. */
  readonly line: number;
  readonly example: string;
};

/** Null where the text is healthy: a few torn words are typing slips, and stay as they are. */
export const joinTornSyllables = (lines: readonly OutlineLine[]): TornText | null => {
  const torn = lines.flatMap(({ text }, at) =>
    findTears(text).flatMap(({ half, rest, certain }) =>
      certain ? [{ at, example: `${half} ${rest}` }] : [],
    ),
  );
  const [first] = torn;
  if (first === undefined || torn.length < FEWEST_TORN) return null;
  return { lines: lines.map(joinLine), line: first.at + 1, example: first.example };
};

/** Whether any of some lines, as they stand in the file, holds a torn word. */
export const holdTornSyllables = (lines: readonly OutlineLine[]): boolean =>
  lines.some(({ text }) => findTears(text).length > 0);
