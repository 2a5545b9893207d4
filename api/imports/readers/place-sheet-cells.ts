import type { Sheet, SheetCell, SheetRange } from "./sheet.ts";

/** A cell or a block of merged cells, as it stands in one row. */
export type SheetRegion = {
  readonly cell: SheetCell;
  readonly left: number;
  readonly right: number;
  /** Merged with the row above. */
  readonly continued: boolean;
};

export type SheetRow = {
  readonly row: number;
  /** With words, in order of columns; those continued from above besides. */
  readonly regions: readonly SheetRegion[];
  /** How many cells of the row are drawn. */
  readonly ruled: number;
};

/** Rows of all blocks of merged cells together: no sheet that people fill in comes near. */
const MOST_CONTINUED = 200_000;

/** The rows that hold words or are drawn. What stands under a block of merged cells is seen by nobody and left out. */
export const placeSheetCells = ({ cells, merges }: Sheet): readonly SheetRow[] => {
  const byRow = new Map<number, SheetCell[]>();
  for (const cell of cells) {
    const row = byRow.get(cell.row);
    if (row === undefined) byRow.set(cell.row, [cell]);
    else row.push(cell);
  }
  const rows = [...byRow.keys()].sort((one, other) => one - other);
  const waiting = [...merges].sort((one, other) => other.top - one.top);
  let open: readonly { readonly range: SheetRange; readonly cell: SheetCell | null }[] = [];
  let continued = 0;
  return rows.map((row): SheetRow => {
    const own = byRow.get(row) ?? [];
    const inRow = new Map(own.map((cell) => [cell.column, cell]));
    const opened: { range: SheetRange; cell: SheetCell | null }[] = [];
    for (let next = waiting.at(-1); next !== undefined && next.top <= row; next = waiting.at(-1)) {
      waiting.pop();
      opened.push({ range: next, cell: next.top === row ? (inRow.get(next.left) ?? null) : null });
    }
    open = [...open.filter(({ range }) => range.bottom >= row), ...opened];
    continued += open.length;
    if (continued > MOST_CONTINUED) open = [];
    const covered = open.map(({ range }) => range);
    const free = own.filter(
      ({ column }) => !covered.some(({ left, right }) => column >= left && column <= right),
    );
    const regions = [
      ...free.map((cell) => ({ cell, left: cell.column, right: cell.column, continued: false })),
      ...open.flatMap(({ range, cell }) =>
        cell === null ? [] : [{ cell, left: range.left, right: range.right, continued: range.top < row }],
      ),
    ];
    return {
      row,
      regions: regions
        .filter(({ cell }) => cell.text.trim() !== "")
        .sort((one, other) => one.left - other.left),
      ruled: own.filter(({ ruled }) => ruled).length,
    };
  });
};

export const hasOwnWords = ({ regions }: SheetRow): boolean => regions.some(({ continued }) => !continued);
