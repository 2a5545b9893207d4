import type { Segment } from "./page-drawing.ts";

/** A straight line along the page: `at` is where it stands across, `from` and `to` where it begins and ends. */
export type Ruling = { readonly at: number; readonly from: number; readonly to: number };

export type Rulings = { readonly across: readonly Ruling[]; readonly down: readonly Ruling[] };

/** Points: lines nearer to each other are one (double borders), pieces nearer are joined (corners, dashes). */
const ONE_LINE = 2.6;
const ONE_PIECE = 4.5;
const SLANT = 1;
const SHORTEST = 4;

/** The horizontal and vertical lines of a page, pieces joined; what is slanted or a dot is no ruling. */
export const detectRulings = (segments: readonly Segment[]): Rulings => {
  const across: Ruling[] = [];
  const down: Ruling[] = [];
  for (const { x0, y0, x1, y1 } of segments) {
    if (Math.abs(y1 - y0) <= SLANT && Math.abs(x1 - x0) > Math.abs(y1 - y0)) {
      across.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
    } else if (Math.abs(x1 - x0) <= SLANT) {
      down.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
    }
  }
  return { across: joinPieces(across), down: joinPieces(down) };
};

const joinPieces = (pieces: readonly Ruling[]): readonly Ruling[] =>
  groupNear(pieces, ({ at }) => at, ONE_LINE)
    .flatMap((group) => {
      const at = group.reduce((sum, piece) => sum + piece.at, 0) / group.length;
      const joined: { at: number; from: number; to: number }[] = [];
      for (const piece of [...group].sort((one, other) => one.from - other.from)) {
        const last = joined.at(-1);
        if (last !== undefined && piece.from - last.to <= ONE_PIECE) last.to = Math.max(last.to, piece.to);
        else joined.push({ at, from: piece.from, to: piece.to });
      }
      return joined;
    })
    .filter(({ from, to }) => to - from >= SHORTEST);

/** Sorted groups whose members lie no farther than `reach` from the first of them. */
export const groupNear = <T>(
  items: readonly T[],
  placeOf: (item: T) => number,
  reach: number,
): readonly (readonly T[])[] => {
  const groups: T[][] = [];
  let start = Number.NEGATIVE_INFINITY;
  for (const item of [...items].sort((one, other) => placeOf(one) - placeOf(other))) {
    const group = groups.at(-1);
    if (group !== undefined && placeOf(item) - start <= reach) group.push(item);
    else {
      groups.push([item]);
      start = placeOf(item);
    }
  }
  return groups;
};
