import { hasOwnWords, type SheetRegion, type SheetRow } from "./place-sheet-cells.ts";

/** A stretch of rows: a table, or single lines above, between and below. */
export type SheetStretch = { readonly kind: "table" | "lines"; readonly rows: readonly SheetRow[] };

/** What a table's first cell may begin with after an empty row that only sets parts of the table off. */
const ITEM_NUMBER = /^\(?(?:\d{1,3}(?:[.,]\d{1,3}){0,4}|[a-zđ]|[ivxlc]{1,6})[.)]?$/i;
/** In a row of a table most columns are filled; a section's heading or a title fills one. */
const MOSTLY = 0.6;

/**
 * Where the tables of a sheet begin and end. Where cells are drawn the drawing tells; else rows of several cells do,
 * from the first that fills most columns up to an empty row.
 */
export const splitSheetRows = (rows: readonly SheetRow[]): readonly SheetStretch[] => {
  const drawn = runs(rows, (row, before) => row.ruled > 0 === before.ruled > 0 && row.row === before.row + 1);
  const isTable = (run: readonly SheetRow[]): boolean =>
    run.some(({ ruled, regions }) => ruled > 1 && regions.length > 1);
  if (!drawn.some(isTable))
    return runs(
      rows.filter(hasOwnWords),
      (row, before, left) => row.row === before.row + 1 || continuesTable(row, left),
    ).flatMap(splitGroup);
  const stretches = drawn.flatMap((run): readonly SheetStretch[] => {
    const kept = run.filter(hasOwnWords);
    if (kept.length === 0) return [];
    return isTable(run) ? [{ kind: "table", rows: kept }] : besideTables(kept);
  });
  return joinTables(stretches);
};

/** Rows that belong together; `left` is the first column of a row of several cells among those before, if any. */
const runs = (
  rows: readonly SheetRow[],
  together: (row: SheetRow, before: SheetRow, left: number | null) => boolean,
): readonly (readonly SheetRow[])[] => {
  const found: SheetRow[][] = [];
  let left: number | null = null;
  for (const row of rows) {
    const run = found.at(-1);
    const before = run?.at(-1);
    if (run !== undefined && before !== undefined && together(row, before, left)) run.push(row);
    else {
      found.push([row]);
      left = null;
    }
    left = leftOf(row, left);
  }
  return found;
};

const leftOf = ({ regions: [first, second] }: SheetRow, known: number | null): number | null =>
  first === undefined || second === undefined ? known : Math.min(first.left, known ?? first.left);

/** Whether a row goes on with a table whose first column is `left` after a row that is empty or that nobody drew. */
const continuesTable = ({ regions: [first, second] }: SheetRow, left: number | null): boolean =>
  first !== undefined &&
  second !== undefined &&
  first.left === left &&
  ITEM_NUMBER.test(first.cell.text.trim());

const joinTables = (stretches: readonly SheetStretch[]): readonly SheetStretch[] => {
  const joined: { kind: SheetStretch["kind"]; rows: SheetRow[]; left: number | null }[] = [];
  for (const { kind, rows } of stretches) {
    const before = joined.at(-1);
    const [first] = rows;
    const left = rows.reduce<number | null>((known, row) => leftOf(row, known), null);
    if (
      before?.kind === "table" &&
      kind === "table" &&
      first !== undefined &&
      continuesTable(first, before.left)
    ) {
      for (const row of rows) before.rows.push(row);
    } else joined.push({ kind, rows: [...rows], left });
  }
  return joined;
};

/** A letterhead stands in two cells side by side; whatever fills one cell is a line. */
const besideTables = (rows: readonly SheetRow[]): readonly SheetStretch[] =>
  runs(rows, (row, before) => row.regions.length > 1 === before.regions.length > 1).map((run) => ({
    kind: (run[0]?.regions.length ?? 0) > 1 ? "table" : "lines",
    rows: run,
  }));

const splitGroup = (rows: readonly SheetRow[]): readonly SheetStretch[] => {
  const widest = rows.reduce((most, { regions }) => Math.max(most, regions.length), 0);
  if (widest < 2) return [{ kind: "lines", rows }];
  const enough = Math.max(2, Math.ceil(widest * MOSTLY));
  const start = rows.findIndex(({ regions }) => regions.length >= enough);
  const left = rows.slice(start).reduce<number | null>((known, row) => leftOf(row, known), null);
  const right = rows.reduce((most, { regions }) => Math.max(most, regions.at(-1)?.right ?? 0), 0);
  const isLine = ({ regions: [only, second] }: SheetRow): boolean =>
    only !== undefined && second === undefined && standsAsLine(only, { left: left ?? 1, right, widest });
  let end = rows.length;
  for (let last = rows[end - 1]; end > start + 1 && last !== undefined && isLine(last); last = rows[end - 1])
    end -= 1;
  const below = rows.slice(end);
  return [
    ...besideTables(rows.slice(0, start)),
    { kind: "table", rows: rows.slice(start, end) },
    ...(below.length > 0 ? [{ kind: "lines" as const, rows: below }] : []),
  ];
};

/** Of two columns, labels with nothing beside them are rows all the same; what goes over both is none. */
const standsAsLine = (
  { left, right, cell }: SheetRegion,
  table: { readonly left: number; readonly right: number; readonly widest: number },
): boolean =>
  table.widest > 2
    ? (left <= table.left || right - left + 1 >= table.widest / 2) && !ITEM_NUMBER.test(cell.text.trim())
    : left < right && left <= table.left && right >= table.right;
