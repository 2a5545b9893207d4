import { foldVietnamese } from "../shared/normalise-vietnamese.ts";
import { NUMBER_WORDS, ROMAN_NUMBERS, TIME_WORDS, type TimeWord } from "./time-phrase-words.ts";
import type { TimeToken } from "./tokenise-time-phrase.ts";

/** What was read, and the place of the token after it. */
export type Found<Value> = { readonly value: Value; readonly next: number };
export type Tokens = readonly TimeToken[];

type Spellings = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Of each word its spellings by their first syllable, the longest first. */
const spellingsOf = (texts: readonly string[]): Spellings => {
  const bySyllable = new Map<string, string[][]>();
  for (const text of texts) {
    const syllables = foldVietnamese(text).split(" ");
    const first = syllables[0] ?? "";
    bySyllable.set(first, [...(bySyllable.get(first) ?? []), syllables]);
  }
  for (const many of bySyllable.values()) many.sort((one, other) => other.length - one.length);
  return bySyllable;
};
const SPELLINGS: ReadonlyMap<string, Spellings> = new Map(
  Object.entries(TIME_WORDS).map(([word, texts]) => [word, spellingsOf(texts)]),
);

/** The place after the longest spelling of one of the words; null where none stands at `at`. */
export const matchWord = (tokens: Tokens, at: number, ...words: readonly TimeWord[]): number | null => {
  const first = tokens[at];
  if (first?.kind !== "word") return null;
  let best: number | null = null;
  for (const word of words)
    for (const spelling of SPELLINGS.get(word)?.get(first.text) ?? [])
      if (spelling.every((syllable, shift) => tokens[at + shift]?.text === syllable)) {
        best = Math.max(best ?? 0, at + spelling.length);
        break;
      }
  return best;
};

/** The place after the word where it stands, else the place itself. */
export const skipWord = (tokens: Tokens, at: number, ...words: readonly TimeWord[]): number =>
  matchWord(tokens, at, ...words) ?? at;

export const matchSign = (tokens: Tokens, at: number, signs: string): number | null => {
  const token = tokens[at];
  return token?.kind === "sign" && signs.includes(token.text) ? at + 1 : null;
};

/** Several like signs in a row ("15//2") are one. */
export const matchSigns = (tokens: Tokens, at: number, signs: string): number | null => {
  let next = matchSign(tokens, at, signs);
  while (next !== null && tokens[next]?.text === tokens[next - 1]?.text) next += 1;
  return next;
};

export const matchDigits = (tokens: Tokens, at: number, most: number): Found<number> | null => {
  const token = tokens[at];
  return token?.kind === "number" && token.text.length <= most ? { value: token.value, next: at + 1 } : null;
};

/** Figures or letters after a word that asks for a number: "tháng tư", "thứ Sáu", "mười hai". */
export const matchOrdinal = (tokens: Tokens, at: number): Found<number> | null => {
  const digits = matchDigits(tokens, at, 3);
  if (digits !== null) return digits;
  const word = tokens[at];
  const value = word?.kind === "word" ? NUMBER_WORDS[word.text] : undefined;
  if (value === undefined) return null;
  const more = value === 10 ? NUMBER_WORDS[tokens[at + 1]?.text ?? ""] : undefined;
  return more !== undefined && more <= 2 ? { value: 10 + more, next: at + 2 } : { value, next: at + 1 };
};

export const matchRoman = (tokens: Tokens, at: number): Found<number> | null => {
  const value = ROMAN_NUMBERS.indexOf(tokens[at]?.text ?? "");
  return value > 0 ? { value, next: at + 1 } : null;
};

/** Syllables that are numbers wherever they stand; "sau", "tu" and "nam" mean something else as often. */
const PLAIN_NUMBERS: readonly string[] = ["mot", "hai", "ba", "bon", "bay", "tam", "chin", "muoi"];

/** How many: figures, also with the letters after them ("05 (năm)"), or letters. */
export const matchCount = (tokens: Tokens, at: number): Found<number> | null => {
  const digits = matchDigits(tokens, at, 4);
  if (digits !== null) {
    const open = matchSign(tokens, digits.next, "(");
    const letters = open === null ? null : matchOrdinal(tokens, open);
    const close = letters === null ? null : matchSign(tokens, letters.next, ")");
    return close === null ? digits : { value: digits.value, next: close };
  }
  const word = tokens[at]?.text ?? "";
  const following = tokens[at + 1]?.text ?? "";
  const sixMonths =
    word === "sau" && following === "thang" && ["dau", "cuoi"].includes(tokens[at + 2]?.text ?? "");
  const fiveDays = word === "nam" && ["ngay", "tuan"].includes(following);
  return PLAIN_NUMBERS.includes(word) || sixMonths || fiveDays ? matchOrdinal(tokens, at) : null;
};

/** First, middle or last, as 1 to 3. */
export const matchPlace = (tokens: Tokens, at: number): Found<number> | null => {
  for (const [place, word] of (["first", "middle", "last"] as const).entries()) {
    const next = matchWord(tokens, at, word);
    if (next !== null) return { value: place + 1, next };
  }
  return null;
};

/** "thứ nhất", "thứ hai", "thứ ba" of a row of three. */
export const matchNumberedPlace = (tokens: Tokens, at: number): Found<number> | null => {
  const ordinal = tokens[at]?.text === "thu" ? matchOrdinal(tokens, at + 1) : null;
  return ordinal !== null && ordinal.value >= 1 && ordinal.value <= 3 ? ordinal : null;
};

const UNITS = ["year", "quarter", "month", "week", "day"] as const;
export type Unit = (typeof UNITS)[number];

export const matchUnit = (tokens: Tokens, at: number): Found<Unit> | null => {
  for (const unit of UNITS) {
    const next = matchWord(tokens, at, unit);
    if (next !== null) return { value: unit, next };
  }
  // "nửa năm" is a unit of its own, counted as six months by its caller.
  return null;
};
