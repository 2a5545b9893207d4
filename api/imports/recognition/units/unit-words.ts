import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";

/** What stands between a word and the one before it; the strongest where several do. */
export type Gap = "space" | "hyphen" | "comma" | "and" | "open" | "semicolon" | "line" | "stop";

export const CLOSE: ReadonlySet<Gap> = new Set<Gap>(["space", "hyphen"]);

/** A word of a text about units. An abbreviation is several words that stand at one place. */
export type UnitWord = {
  readonly spelt: SpeltWord;
  readonly raw: string;
  readonly gap: Gap;
  /** Offsets in the text, end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly capital: boolean;
  readonly abbreviated: boolean;
  /** It stands in a text that was typed without any mark, where "phong" may be "phòng". */
  readonly unmarked: boolean;
};

/** Two keys of one word: without any mark, and with its marks but the tone moved to the end ("uỷ" = "ủy"). */
export type SpeltWord = {
  readonly fold: string;
  readonly tone: string;
  /** In small letters, as it is shown where an abbreviation is written out. */
  readonly shown: string;
};

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Vietnamese has some 7,000 syllables: a text's words are spelt once and come again and again. */
const SPELT = new Map<string, SpeltWord>();
const MOST_SPELT = 20_000;
const LONGEST_SYLLABLE = 8;

export const spellWord = (word: string): SpeltWord => {
  if (word.length > LONGEST_SYLLABLE) return spell(word);
  const known = SPELT.get(word);
  if (known !== undefined) return known;
  const spelt = spell(word);
  if (SPELT.size < MOST_SPELT) SPELT.set(word, spelt);
  return spelt;
};

const spell = (word: string): SpeltWord => {
  const parts = word.normalize("NFD").toLowerCase();
  return {
    fold: foldVietnamese(word),
    shown: word.normalize("NFC").toLowerCase(),
    tone: (parts.replace(TONES, "") + (parts.match(TONES)?.join("") ?? "")).normalize("NFC"),
  };
};

export const spellPhrase = (phrase: string): readonly SpeltWord[] =>
  (phrase.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => !isAnd(word)).map(spellWord);

const ANDS: ReadonlySet<string> = new Set(["và", "vµ", "hoặc"]);
export const isAnd = (word: string): boolean => ANDS.has(word.normalize("NFC").toLowerCase());

/** Spelt words as if they had been read. */
export const wordsOf = (spelt: readonly SpeltWord[]): readonly UnitWord[] =>
  spelt.map((word) => ({
    spelt: word,
    raw: word.shown,
    gap: "space",
    from: 0,
    to: 0,
    capital: true,
    abbreviated: false,
    unmarked: false,
  }));
