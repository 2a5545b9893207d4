import type { Word } from "./typing-slip.ts";

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Runs of letters and digits; a hyphen, a dot or an apostrophe ends one. */
export const tokeniseWords = (text: string): readonly Word[] => {
  let end = 0;
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    const gap = text.slice(end, index);
    end = index + word.length;
    return { text: word, lower: word.toLowerCase(), from: index, to: end, gap };
  });
};
