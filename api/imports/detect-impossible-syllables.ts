import { parseSyllable, type Syllable } from "./readers/parse-syllable.ts";
import type { TypingSlip, Word } from "./typing-slip.ts";
import vocabulary from "./vocabulary/typing.json" with { type: "json" };

const LOANWORDS = new Set(vocabulary.loanwords);
const UNACCENTED_LOANWORDS = new Set(vocabulary.unaccented_loanwords);

const LETTERS = /^[\p{L}\p{M}]{2,}$/u;
const BEYOND_ASCII = /[^\0-\u007f]/u;
const VOWEL = /[aeiouy]/u;
const FOREIGN = /[fjwz]/u;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u;
/** Of one letter, decomposed: breve, circumflex, horn; and the tone. */
const MARKED = /[\u0302\u0306\u031b]/u;
const LETTER_WITH_MARKS = /\p{L}\p{M}*/gu;
const STOP = /(?:p|t|c|ch)$/u;
/** Sắc and nặng: no other tone stands on a rime that ends in a stop. */
const STOP_TONE = /[\u0301\u0323]/u;
const SENTENCE_BEGINS = /[.;:!?“"(•+–-]\s*$/u;
/** Of addresses, signs and file names. */
const JOINED = /[@_/.’'-]/u;

/** Syllables that Vietnamese spelling cannot have: "thưc", "đựơc", "nghành", "nguời". Names and signs are left alone. */
export const detectImpossibleSyllables = (text: string, words: readonly Word[]): readonly TypingSlip[] => {
  const capitals = text === text.toUpperCase();
  return words.flatMap((word, at) =>
    LETTERS.test(word.text) &&
    isRunningText(words, at, capitals) &&
    !isJoined(text, word) &&
    (BEYOND_ASCII.test(word.text)
      ? isImpossible(word.lower, capitals)
      : !capitals && isAmongVietnamese(words[at - 1], words[at + 1]) && lacksTone(word.lower))
      ? [{ code: "syllable-impossible", from: word.from, to: word.to }]
      : [],
  );
};

/** Not a name or a sign: small letters, or a capital where a sentence begins. */
const isRunningText = (words: readonly Word[], at: number, capitals: boolean): boolean => {
  const [word, after] = [words[at], words[at + 1]];
  if (word === undefined) return false;
  if (capitals || word.text === word.lower) return true;
  const [first = ""] = word.text;
  return (
    word.text.slice(first.length) === word.lower.slice(first.length) &&
    (at === 0 || SENTENCE_BEGINS.test(word.gap)) &&
    after !== undefined &&
    after.text === after.lower
  );
};

const isJoined = (text: string, { from, to }: Word): boolean =>
  JOINED.test(text.charAt(from - 1)) || (JOINED.test(text.charAt(to)) && /\S/u.test(text.charAt(to + 1)));

const isImpossible = (word: string, capitals: boolean): boolean => {
  const decomposed = word.normalize("NFD");
  // "hđnd", "tđkt": letters of an abbreviation.
  if (!VOWEL.test(decomposed) || FOREIGN.test(word)) return false;
  const syllable = parseSyllable(word);
  if (syllable === null) return !capitals && !LOANWORDS.has(word);
  return (
    decomposed.split(TONE).length > 2 ||
    !isSpelled(syllable) ||
    hasToneAside(decomposed) ||
    (STOP.test(syllable.rime) && !STOP_TONE.test(decomposed))
  );
};

/** "cac", "tich": no syllable, or a word of another language. */
const lacksTone = (word: string): boolean =>
  word.length > 2 && STOP.test(word) && parseSyllable(word) !== null && !UNACCENTED_LOANWORDS.has(word);

const isAmongVietnamese = (before: Word | undefined, after: Word | undefined): boolean =>
  [before, after].every((word) => word === undefined || BEYOND_ASCII.test(word.text));

/** "nghành", "kông", "cế", "ngê": which letter writes the sound depends on the vowel after it. */
const isSpelled = ({ onset, rime }: Syllable): boolean => {
  const front = /^[eêiy]/u.test(rime);
  if (onset === "ngh" || onset === "gh") return front;
  return onset === "c" || onset === "ng" ? !front : onset !== "g" || !/^[eê]/u.test(rime);
};

/** "đựơc", "thụân": beside a vowel with a mark of its own the tone stands on that one, of two on the second. */
const hasToneAside = (decomposed: string): boolean => {
  const letters = decomposed.match(LETTER_WITH_MARKS) ?? [];
  const toned = letters.findIndex((letter) => TONE.test(letter));
  const marked = letters.findLastIndex((letter) => MARKED.test(letter));
  return toned >= 0 && marked >= 0 && toned !== marked;
};
