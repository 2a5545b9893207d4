import { groupNear } from "./detect-rulings.ts";
import type { DraftTable } from "./draft-table.ts";
import type { Column } from "./merge-lines.ts";
import type { TextLine } from "./page-drawing.ts";

const FEW_LINES = 6;

/** The edges of the text on pages of one width: the outermost that two lines share. */
export const measureColumns = (
  pages: readonly {
    readonly width: number;
    readonly lines: readonly TextLine[];
    readonly tables: readonly DraftTable[];
  }[],
): ReadonlyMap<number, Column> => {
  const byWidth = new Map<number, { readonly lefts: number[]; readonly rights: number[] }>();
  for (const { width, lines, tables } of pages) {
    const key = Math.round(width);
    const edges = byWidth.get(key) ?? { lefts: [], rights: [] };
    byWidth.set(key, edges);
    for (const { x0, x1 } of lines) {
      edges.lefts.push(x0);
      edges.rights.push(-x1);
    }
    // A page of tables has few lines of its own: the table's edges stand for them.
    for (const { xs } of lines.length < FEW_LINES ? tables : []) {
      const [left, right] = [xs[0], xs.at(-1)];
      if (left !== undefined) edges.lefts.push(left, left);
      if (right !== undefined) edges.rights.push(-right, -right);
    }
  }
  const shared = (places: readonly number[]): number =>
    groupNear(places, (place) => place, 3).find((group) => group.length > 1)?.[0] ?? Math.min(...places);
  return new Map(
    [...byWidth].flatMap(([width, { lefts, rights }]): [number, Column][] =>
      lefts.length === 0 ? [] : [[width, { left: shared(lefts), right: -shared(rights) }]],
    ),
  );
};
