/**
 * Two treatments of a text, never to be confused: `tidyText` keeps what a person typed, `foldVietnamese` makes a
 * key to compare by. Only the first is ever shown or stored as a person's words.
 */

/** With the `u` flag this sees only halves without their partner: Postgres refuses to store them. */
const LONE_SURROGATE = /\p{Surrogate}/gu;
const LINE_ENDINGS = /\r\n?|[\u0085\u2028\u2029]/g;
const WHITE_CONTROLS = /[\t\v\f]/g;
/** All but the line feed. */
const CONTROLS = /(?!\n)\p{Cc}/gu;
const MANY_BLANK_LINES = /\n(?:[^\S\n]*\n){3,}/g;

/**
 * What a person typed, fit for storing: composed letters, no control characters, no half emoji, no edge space,
 * three or more blank lines made one. Emoji, right-to-left marks and spelling stay.
 * Control characters go before composing: one between a letter and its accent would leave the pair apart.
 */
export const tidyText = (text: string): string =>
  text
    .replace(LONE_SURROGATE, "\ufffd")
    .replace(LINE_ENDINGS, "\n")
    .replace(WHITE_CONTROLS, " ")
    .replace(CONTROLS, "")
    .normalize("NFC")
    .replace(MANY_BLANK_LINES, "\n\n")
    .trim();

/** Icelandic and African letters stand in for đ in files converted from old Vietnamese fonts. */
const ALIKE: ReadonlyMap<string, string> = new Map(
  Object.entries({ d: "đðɖ", "-": "‐‑‒–—―−", "'": "‘’‚‛′", '"': "“”„‟″«»" }).flatMap(([plain, many]) =>
    [...many].map((one) => [one, plain] as const),
  ),
);
/** Accents, and what cannot be seen (zero-width space and joiner, soft hyphen). */
const UNSEEN = /[\p{M}\p{Cf}]/gu;

/** The byte order mark is a space where it stands inside a text. */
const NOT_ASCII = /[^\0-\x7f\ufeff]/gu;

/** The same few hundred letters come in every text. */
const FOLDED = new Map<string, string>();
const MOST_FOLDED = 2_000;

const foldCharacter = (character: string): string => {
  if (character <= "\u007f") return character.toLowerCase();
  const known = FOLDED.get(character);
  if (known !== undefined) return known;
  const folded = foldLetter(character);
  if (FOLDED.size < MOST_FOLDED) FOLDED.set(character, folded);
  return folded;
};

const foldLetter = (character: string): string => {
  const bare = character
    .replace(LONE_SURROGATE, "\ufffd")
    .normalize("NFD")
    .toLowerCase()
    .normalize("NFD")
    .replace(UNSEEN, "");
  return ALIKE.get(bare) ?? bare;
};

export type FoldedText = {
  /** Folded like `foldVietnamese`, but with line ends and the spaces round hyphens kept. */
  readonly folded: string;
  /** For each place in `folded`, and for its end, the place in the text it came from. */
  readonly offsets: readonly number[];
};

/** Folds and remembers where each character stood, so that a find can be quoted as it was typed. */
export const foldWithOffsets = (text: string): FoldedText => {
  const folded: string[] = [];
  const offsets: number[] = [];
  let place = 0;
  for (const character of text) {
    if (/\s/.test(character)) {
      const space = character === "\n" ? "\n" : " ";
      const before = folded.at(-1);
      if (before === " " || before === "\n") {
        if (space === "\n") folded[folded.length - 1] = space;
      } else {
        folded.push(space);
        offsets.push(place);
      }
    } else {
      for (const unit of foldCharacter(character).split("")) {
        folded.push(unit);
        offsets.push(place);
      }
    }
    place += character.length;
  }
  offsets.push(place);
  return { folded: folded.join(""), offsets };
};

/**
 * The key of a text: small letters without tone or vowel marks, đ as d, any dash a hyphen without spaces round it,
 * straight quotes, single spaces. "Uỷ ban", "Ủy ban" and "uy ban" are one, composed or decomposed.
 */
export const foldVietnamese = (text: string): string =>
  text.replace(NOT_ASCII, foldCharacter).toLowerCase().replace(/\s+/g, " ").replace(/ ?- ?/g, "-").trim();

/** "12/kh-ubnd" and "3.5.a" are one word; quotes and brackets round it are none of it. */
const SEARCHED_WORD = /[\p{L}\p{N}]+(?:[./-][\p{L}\p{N}]+)*/gu;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** No letter and no digit: blanks, what cannot be seen, dots, a thumb. Nobody is told a reason by such words. */
export const saysNothing = (text: string): boolean => !LETTER_OR_DIGIT.test(foldVietnamese(text));

/** The words that a needle looks for, folded. */
export const searchedWords = (needle: string): readonly string[] =>
  foldVietnamese(needle).match(SEARCHED_WORD) ?? [];

const startsAWord = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !LETTER_OR_DIGIT.test(text.charAt(at - 1))) return true;
  }
  return false;
};

/**
 * Whether every word of `needle` begins a word of `haystack`, in any order, diacritics aside. Beginnings, because
 * people search as they type ("tuyen tru") and Vietnamese syllables are so short that "an" stands inside half of
 * all words. A needle without a letter or digit finds nothing.
 */
export const foldMatches = (haystack: string, needle: string): boolean => {
  const words = searchedWords(needle);
  if (words.length === 0) return false;
  const text = foldVietnamese(haystack);
  return words.every((word) => startsAWord(text, word));
};
