import { foldVietnamese } from "./normalise-vietnamese.ts";

/** A text made ready for comparing: its words and its pairs of neighbouring words, each with how often it stands there. */
export type WordPairs = {
  readonly words: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, number>;
  readonly count: number;
};

export const countWordPairs = (text: string): WordPairs => {
  const words = foldVietnamese(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const pairs = words.map((word, at) => `${word} ${words[at + 1] ?? ""}`);
  return { words: countEach(words), pairs: countEach(pairs), count: words.length };
};

const countEach = (parts: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
  return counts;
};

const countShared = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number => {
  let both = 0;
  for (const [part, times] of one) both += Math.min(times, other.get(part) ?? 0);
  return both;
};

/** Sørensen–Dice over word pairs, diacritics, case and punctuation aside: 1 is the same text, 0 shares no pair. */
export const measureLikeness = (one: WordPairs, other: WordPairs): number => {
  if (one.count + other.count === 0) return 1;
  return (2 * countShared(one.pairs, other.pairs)) / (one.count + other.count);
};

/**
 * How much of a short title stands in the sentence that it may shorten, 0 to 1. Whoever shortens leaves words out and
 * turns them round, so that single words count as much as pairs; what the sentence has besides counts nothing.
 */
export const measureContainment = (title: WordPairs, sentence: WordPairs): number =>
  title.count === 0
    ? 0
    : (countShared(title.words, sentence.words) + countShared(title.pairs, sentence.pairs)) /
      (2 * title.count);
