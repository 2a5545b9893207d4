import { parseSyllable } from "./parse-syllable.ts";

/** Judged from the beginning; a document says what it is written in long before. */
const MOST_WORDS = 5_000;
/** Of characters. */
export const JUDGED = 400_000;

const BETWEEN_WORDS = /[\s!-@[-`{-~“”‘’–—…•§]+/u;
const BEYOND_ASCII = /[^\0-\u007f]/u;

export type SyllableShare = {
  /** Words with a letter beyond ASCII: only they tell one encoding from another. */
  readonly words: number;
  /** Share of them that Vietnamese spelling allows, 0 to 1; 1 where there are none. */
  readonly share: number;
};

/** How much a text looks like Vietnamese that was decoded rightly. */
export const judgeSyllables = (text: string): SyllableShare => {
  let [words, right] = [0, 0];
  for (const word of text.slice(0, JUDGED).split(BETWEEN_WORDS)) {
    if (!BEYOND_ASCII.test(word)) continue;
    words += 1;
    if (word.length < 20 && parseSyllable(word) !== null) right += 1;
    if (words >= MOST_WORDS) break;
  }
  return { words, share: words === 0 ? 1 : right / words };
};
