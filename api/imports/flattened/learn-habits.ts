import type { CellTexts } from "./cell-texts.ts";
import type { Placement } from "./place-pieces.ts";
import { boundEmptiness, type ColumnWidth, type TableHabits } from "./table-habits.ts";

export type PlacedRow = { readonly texts: CellTexts; readonly placement: Placement };

/** Fewer lines of a column than this tell nothing of its width. */
const FEWEST_LINES = 4;

/** What the rows as placed say of the columns: the next placing starts from it. */
export const learnHabits = (before: TableHabits, rows: readonly PlacedRow[]): TableHabits => {
  const fullLines: number[][] = before.roles.map(() => []);
  const allLines: number[][] = before.roles.map(() => []);
  const filled = before.roles.map(() => 0);
  const cellTexts = new Map<string, number[]>();
  let held = 0;
  for (const { texts, placement } of rows) {
    const seen = new Set<number>();
    for (const { column, from, to, startsRow } of placement.runs) {
      const own = texts.pieces.slice(from, to);
      if (startsRow && seen.size > 0) {
        held += count(seen, filled);
        seen.clear();
      }
      seen.add(column);
      for (const [index, piece] of own.entries()) {
        const next = own[index + 1];
        if (next?.sameLine === true) continue;
        const width = piece.sameLine && index === 0 ? piece.width : piece.fullWidth;
        allLines[column]?.push(width);
        // The last line of a cell may have any length; the others were broken because they were full.
        if (next !== undefined && !next.start.dashed && !next.afterBreak) fullLines[column]?.push(width);
      }
      const key = before.roles[column] === "task" ? "" : texts.key(from, to);
      if (key === "") continue;
      const counts = cellTexts.get(key) ?? before.roles.map(() => 0);
      counts[column] = (counts[column] ?? 0) + 1;
      cellTexts.set(key, counts);
    }
    held += count(seen, filled);
  }
  return {
    ...before,
    widths: before.roles.map((_, column): ColumnWidth => {
      if (before.wholeCells) return { most: null, full: null };
      const full = fullLines[column] ?? [];
      const all = (allLines[column] ?? []).toSorted((a, b) => a - b);
      if (full.length < FEWEST_LINES) return before.widths[column] ?? { most: null, full: null };
      const width = Math.max(usualBreadth(full), all[Math.floor(all.length * 0.8)] ?? 0);
      return { most: width * 1.06, full: width };
    }),
    emptiness: before.roles.map((role, column) => {
      const empty = held - (filled[column] ?? 0);
      return boundEmptiness(role, Math.log((empty + 1) / (held - empty + 2)));
    }),
    cellTexts,
  };
};

/** A row of a title alone is a heading and tells nothing of the other columns. */
const count = (seen: ReadonlySet<number>, filled: number[]): number => {
  if (seen.size <= 1) return 0;
  for (const column of seen) filled[column] = (filled[column] ?? 0) + 1;
  return 1;
};

/** The width that most full lines come near from below; the broadest of such. */
const usualBreadth = (widths: readonly number[]): number => {
  const sorted = widths.toSorted((a, b) => a - b);
  let best = 0;
  let most = 0;
  let low = 0;
  for (const [at, width] of sorted.entries()) {
    while ((sorted[low] ?? width) < width * 0.8) low += 1;
    if (at - low + 1 < most) continue;
    best = width;
    most = at - low + 1;
  }
  return best;
};
