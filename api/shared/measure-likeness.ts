import { foldVietnamese } from "./normalise-vietnamese.ts";

/** A text made ready for comparing: its pairs of neighbouring words, each with how often it stands there. */
export type WordPairs = { readonly pairs: ReadonlyMap<string, number>; readonly count: number };

export const countWordPairs = (text: string): WordPairs => {
  const words = foldVietnamese(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const pairs = new Map<string, number>();
  for (const [at, word] of words.entries()) {
    const pair = `${word} ${words[at + 1] ?? ""}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { pairs, count: words.length };
};

/** Sørensen–Dice over word pairs, diacritics, case and punctuation aside: 1 is the same text, 0 shares no pair. */
export const measureLikeness = (one: WordPairs, other: WordPairs): number => {
  if (one.count + other.count === 0) return 1;
  let both = 0;
  for (const [pair, times] of one.pairs) both += Math.min(times, other.pairs.get(pair) ?? 0);
  return (2 * both) / (one.count + other.count);
};
