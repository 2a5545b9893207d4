import type { TextLine, Word } from "./page-drawing.ts";

/** In parts of the type's size: how far the baselines of one line may lie apart. */
const SAME_LINE = 0.3;

/** Groups words to visual lines from above downward, each from left to right; footnote marks join the line they rise from. */
export const groupLines = (words: readonly Word[], page: number): readonly TextLine[] => {
  const rows: Word[][] = [];
  let row: Word[] = [];
  for (const word of [...words].sort((one, other) => one.y - other.y)) {
    const [first] = row;
    if (first !== undefined && word.y - first.y > SAME_LINE * Math.min(first.size, word.size)) {
      rows.push(row);
      row = [];
    }
    row.push(word);
  }
  if (row.length > 0) rows.push(row);
  return lowerMarks(rows).map((line) => lineOf(line, page));
};

/** Puts small words that stand over the line below, right at one of its words, into that line. */
const lowerMarks = (rows: readonly Word[][]): readonly (readonly Word[])[] => {
  const lines = rows.map((row) => [...row]);
  for (const [at, row] of rows.entries()) {
    for (const word of row) {
      const host = lines.slice(at + 1, at + 4).find((below) => below.some((base) => isMarkOf(word, base)));
      const own = lines[at];
      if (host === undefined || own === undefined) continue;
      own.splice(own.indexOf(word), 1);
      host.push({ ...word, raised: true });
    }
  }
  return lines
    .filter((line) => line.length > 0)
    .map((line) => {
      const largest = Math.max(...line.map(({ size }) => size));
      return line.map((word) =>
        word.size < largest * 0.8 && line.some((base) => isMarkOf(word, base))
          ? { ...word, raised: true }
          : word,
      );
    });
};

/** A mark stands at the end of a word or before it (a footnote's own first line). */
const isMarkOf = (word: Word, base: Word): boolean => {
  if (word === base || word.size >= base.size * 0.8 || word.text.length > 4) return false;
  const rise = (base.y - word.y) / base.size;
  if (rise < 0.12 || rise > 0.75) return false;
  const reach = base.size * 0.45;
  return (
    (word.x0 > base.x1 - reach && word.x0 < base.x1 + reach) ||
    (word.x1 < base.x0 + reach && word.x1 > base.x0 - reach * 2)
  );
};

/** The words must be of one line. */
export const lineOf = (words: readonly Word[], page: number): TextLine => {
  const sorted = [...words].sort((one, other) => one.x0 - other.x0);
  const base = sorted.filter(({ raised }) => !raised);
  const counted = base.length > 0 ? base : sorted;
  return {
    page,
    words: sorted,
    x0: Math.min(...sorted.map(({ x0 }) => x0)),
    x1: Math.max(...sorted.map(({ x1 }) => x1)),
    y: mostOf(counted, ({ y }) => y),
    size: mostOf(counted, ({ size }) => Math.round(size * 10) / 10),
  };
};

const mostOf = (words: readonly Word[], measureOf: (word: Word) => number): number => {
  const letters = new Map<number, number>();
  for (const word of words) {
    const value = measureOf(word);
    letters.set(value, (letters.get(value) ?? 0) + word.text.length);
  }
  let most = 0;
  let best = 0;
  for (const [value, count] of letters) {
    if (count > most) [best, most] = [value, count];
  }
  return best;
};
