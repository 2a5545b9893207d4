import type { Word } from "./page-drawing.ts";

/** In parts of the type's size: a gap this wide is a space, though none is drawn. */
const SPACE = 0.2;
/** Where a space is drawn between the words of the line, only a wider gap is one more. */
const WIDE_SPACE = 0.34;

/** A space that other letters are drawn over is none. */
const NO_SPACE = 0.06;

/**
 * The words of one line, from left to right, with the spaces that are drawn or left between them. What is left out
 * (a footnote's mark) still fills its place.
 */
export const composeLineText = (
  words: readonly Word[],
  leftOut: (word: Word) => boolean = () => false,
): string => {
  const drawn = words.some(({ spaceAfter }) => spaceAfter);
  let text = "";
  let last: Word | undefined;
  for (const word of words) {
    if (last !== undefined && isApart(last, word, drawn)) text += " ";
    if (!leftOut(word)) text += word.text;
    last = word;
  }
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
};

const isApart = (last: Word, next: Word, drawn: boolean): boolean => {
  const gap = next.x0 - last.x1;
  const size = Math.min(last.size, next.size);
  if ((last.spaceAfter || next.spaceBefore) && gap > size * NO_SPACE) return true;
  return gap > size * (drawn ? WIDE_SPACE : SPACE);
};
