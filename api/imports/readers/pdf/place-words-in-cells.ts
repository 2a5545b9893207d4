import type { Grid, GridCell } from "./arrange-cells.ts";
import type { DraftCell, DraftTable } from "./draft-table.ts";
import { groupLines } from "./group-lines.ts";
import type { Word } from "./page-drawing.ts";

export type FilledPage = {
  readonly tables: readonly DraftTable[];
  /** Words that stand in no table. */
  readonly free: readonly Word[];
};

/** Gives each word to the ruled cell in which its middle stands. */
export const placeWordsInCells = (
  grids: readonly Grid[],
  words: readonly Word[],
  page: number,
): FilledPage => {
  const lookups = grids.map(lookupOf);
  const filled = grids.map((): Map<GridCell, Word[]> => new Map());
  const free: Word[] = [];
  for (const word of words) {
    const x = (word.x0 + word.x1) / 2;
    const y = word.y - word.size * 0.3;
    const at = lookups.findIndex((lookup) => lookup(x, y) !== undefined);
    const cell = lookups[at]?.(x, y);
    const cells = filled[at];
    if (cell === undefined || cells === undefined) {
      free.push(word);
      continue;
    }
    const held = cells.get(cell);
    if (held === undefined) cells.set(cell, [word]);
    else held.push(word);
  }
  const tables: DraftTable[] = [];
  for (const [at, grid] of grids.entries()) {
    const cells = filled[at];
    if (cells !== undefined && cells.size > 0) tables.push(tableOf(grid, cells, page));
  }
  return { tables, free };
};

const lookupOf = ({ xs, ys, cells }: Grid) => {
  const columns = xs.length - 1;
  const owners = new Map<number, GridCell>();
  for (const cell of cells) {
    for (let row = cell.top; row <= cell.bottom; row += 1) {
      for (let column = cell.left; column <= cell.right; column += 1)
        owners.set(row * columns + column, cell);
    }
  }
  return (x: number, y: number): GridCell | undefined => {
    const column = between(xs, x);
    const row = between(ys, y);
    return column === null || row === null ? undefined : owners.get(row * columns + column);
  };
};

const between = (edges: readonly number[], place: number): number | null => {
  if (place < (edges[0] ?? Infinity) || place > (edges.at(-1) ?? -Infinity)) return null;
  const next = edges.findIndex((edge) => edge > place);
  return next < 0 ? edges.length - 2 : next - 1;
};

const tableOf = (grid: Grid, words: ReadonlyMap<GridCell, readonly Word[]>, page: number): DraftTable => {
  const { xs, ys } = grid;
  const lines = new Map([...words].map(([cell, held]) => [cell, groupLines(held, page)]));
  const rows = ys.slice(1).map((_, row) => ({
    header: false,
    cells: grid.cells
      .filter((cell) => cell.top <= row && row <= cell.bottom)
      .sort((one, other) => one.left - other.left)
      .map(
        (cell): DraftCell => ({
          left: xs[cell.left] ?? 0,
          right: xs[cell.right + 1] ?? 0,
          rows: cell.bottom - cell.top + 1,
          continued: cell.top < row,
          lines: cell.top < row ? [] : (lines.get(cell) ?? []),
        }),
      ),
  }));
  return {
    page,
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
    xs,
    rows,
    certainty: 1,
    openTop: grid.openTop,
    openBottom: grid.openBottom,
  };
};
