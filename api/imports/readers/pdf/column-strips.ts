import { freePieces, type Gap, type VisualRow, widestOf } from "./order-visual-rows.ts";

/** In parts of the type's size: the least that may be left of a gap between two columns. */
export const STRIP = 0.35;

/** What may still be the gap between two columns, in pieces. */
export type Strip = readonly Gap[];

export const narrowed = (row: VisualRow, strips: readonly Strip[]): readonly Strip[] =>
  strips.map((strip) => freePieces(row, strip, row.size * STRIP)).filter((strip) => strip.length > 0);

export const middleOf = (strip: Strip): number => {
  const widest = widestOf(strip);
  return widest === null ? 0 : (widest.from + widest.to) / 2;
};

/** In how many of the columns between the strips a row has words. */
export const filled = (row: VisualRow, strips: readonly Strip[]): number => {
  const edges = strips.map(middleOf);
  return new Set(row.words.map(({ x0, x1 }) => edges.filter((edge) => edge < (x0 + x1) / 2).length)).size;
};
