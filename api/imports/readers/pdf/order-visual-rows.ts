import type { TextLine, Word } from "./page-drawing.ts";

/** What stands at one height across the page: lines of columns side by side need not share a baseline. */
export type VisualRow = {
  readonly lines: readonly TextLine[];
  readonly words: readonly Word[];
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
};

/** In parts of the type's size: lines of one column never stand closer. */
const CLOSEST = 0.75;
const MOST_PAIRS = 4_000;

/** Lines from above downward; those that stand beside each other are one row. */
export const orderVisualRows = (lines: readonly TextLine[]): readonly VisualRow[] => {
  const rows: TextLine[][] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    const first = row?.[0];
    const beside =
      row !== undefined &&
      first !== undefined &&
      line.y - first.y < CLOSEST * Math.min(first.size, line.size) &&
      row.length < 8 &&
      row.every((other) => isBeside(other, line));
    if (beside) row.push(line);
    else rows.push([line]);
  }
  return rows.map(rowOf);
};

const isBeside = (one: TextLine, other: TextLine): boolean =>
  one.x1 < other.x0 ||
  other.x1 < one.x0 ||
  (one.words.length * other.words.length < MOST_PAIRS &&
    one.words.every((word) => other.words.every(({ x0, x1 }) => x1 < word.x0 || word.x1 < x0)));

const rowOf = (lines: readonly TextLine[]): VisualRow => ({
  lines,
  words: lines.flatMap(({ words }) => words).sort((one, other) => one.x0 - other.x0),
  x0: Math.min(...lines.map(({ x0 }) => x0)),
  x1: Math.max(...lines.map(({ x1 }) => x1)),
  y: lines[0]?.y ?? 0,
  size: Math.max(...lines.map(({ size }) => size)),
});

/** An empty strip between words of a row. */
export type Gap = { readonly from: number; readonly to: number };

/** The strips between neighbouring words that are wider than so many points. */
export const gapsOf = (
  { words }: VisualRow,
  width: number,
): readonly (Gap & { readonly after: number })[] => {
  const gaps: (Gap & { after: number })[] = [];
  let end = words[0]?.x1 ?? 0;
  for (const [at, word] of words.slice(1).entries()) {
    if (word.x0 - end > width) gaps.push({ from: end, to: word.x0, after: at });
    end = Math.max(end, word.x1);
  }
  return gaps;
};

/**
 * What of the strips a row leaves free, in pieces at least so wide: between wide columns a single row leaves more
 * than one, of which the next rows close all but the true one.
 */
export const freePieces = (row: VisualRow, strips: readonly Gap[], width: number): readonly Gap[] =>
  strips.flatMap((strip) => {
    const pieces: Gap[] = [];
    let from = strip.from;
    for (const { x0, x1 } of row.words) {
      if (x1 <= from || x0 >= strip.to) continue;
      if (x0 - from >= width) pieces.push({ from, to: x0 });
      from = Math.max(from, x1);
    }
    if (strip.to - from >= width) pieces.push({ from, to: strip.to });
    return pieces;
  });

export const widestOf = (gaps: readonly Gap[]): Gap | null =>
  gaps.reduce<Gap | null>(
    (widest, gap) => (widest === null || gap.to - gap.from > widest.to - widest.from ? gap : widest),
    null,
  );
