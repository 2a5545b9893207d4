import type { Block, Cell, OutlineLine, Row } from "../outline.ts";
import { detectLostZeros } from "./detect-lost-zeros.ts";
import { placeSheetCells, type SheetRegion, type SheetRow } from "./place-sheet-cells.ts";
import { plainParagraph, tidyLine } from "./shape-paragraph.ts";
import type { Sheet, SheetCell } from "./sheet.ts";
import { type SheetStretch, splitSheetRows } from "./split-sheet-rows.ts";

export type ArrangedSheet = {
  /** One a cell with words, row by row. */
  readonly lines: readonly OutlineLine[];
  readonly blocks: readonly Block[];
  /** Numbers whose last zero the sheet has lost, or seems to have: 1.10 kept as 1.1. */
  readonly shortened: readonly { readonly line: number; readonly text: string }[];
};

/** Empty cells are told only where a row has so few that they say something. */
const MOST_COLUMNS = 60;

/** A sheet's words as paragraphs and tables; its first line has the number `from`. */
export const arrangeSheet = (sheet: Sheet, from: number): ArrangedSheet => {
  const lines: OutlineLine[] = [];
  const lineOf = new Map<SheetCell, number>();
  const rows = placeSheetCells(sheet);
  for (const { regions } of rows)
    for (const { cell, continued } of regions) {
      if (continued) continue;
      lineOf.set(cell, from + lines.length);
      lines.push({ text: cell.text.replace(/\r\n?|\n/g, " "), page: null, row: cell.row, cell: cell.column });
    }
  const lost = detectLostZeros(rows);
  const arranger: Arranger = {
    line: (cell) => lineOf.get(cell) ?? from,
    text: (cell) => lost.get(cell) ?? cell.text,
  };
  return {
    lines,
    blocks: splitSheetRows(rows).flatMap((stretch) => blocksOf(stretch, arranger)),
    shortened: [...lost].map(([cell, text]) => ({ line: arranger.line(cell), text })),
  };
};

type Arranger = {
  readonly line: (cell: SheetCell) => number;
  readonly text: (cell: SheetCell) => string;
};

const blocksOf = ({ kind, rows }: SheetStretch, arranger: Arranger): readonly Block[] => {
  if (kind === "lines")
    return rows.flatMap(({ regions }) =>
      regions.filter(({ continued }) => !continued).flatMap(({ cell }) => paragraphsOf(cell, arranger)),
    );
  const columns = columnsOf(rows);
  const tableRows = rows.map((row) => rowOf(row, columns, arranger));
  const first = tableRows[0]?.from ?? 1;
  return [
    {
      kind: "table",
      from: tableRows.reduce((least, row) => Math.min(least, row.from), first),
      to: tableRows.reduce((most, row) => Math.max(most, row.to), first),
      columns: columns.length,
      rows: tableRows,
      certainty: 1,
    },
  ];
};

/** Columns of the sheet in which something begins; empty ones between are only wide margins. */
const columnsOf = (rows: readonly SheetRow[]): readonly number[] =>
  [...new Set(rows.flatMap(({ regions }) => regions.map(({ left }) => left)))].sort(
    (one, other) => one - other,
  );

/** How many of the columns, which are in order, begin before one. */
const placeIn = (columns: readonly number[], column: number): number => {
  let [from, to] = [0, columns.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((columns[middle] ?? 0) < column) from = middle + 1;
    else to = middle;
  }
  return from;
};

const rowOf = ({ regions }: SheetRow, columns: readonly number[], arranger: Arranger): Row => {
  const cells = new Map(regions.map((region) => [placeIn(columns, region.left) + 1, region]));
  const own = regions.map(({ cell }) => arranger.line(cell));
  const placed = [...cells].map(([column, region]): Cell => cellOf(column, region, columns, arranger));
  const covered = new Set(
    placed.flatMap(({ column, columns: wide }) => Array.from({ length: wide }, (_, at) => column + at)),
  );
  const empty =
    columns.length > MOST_COLUMNS
      ? []
      : columns
          .map((_, at) => at + 1)
          .filter((column) => !covered.has(column))
          .map((column): Cell => ({ column, columns: 1, continued: false, paragraphs: [] }));
  const fresh = regions.filter(({ continued }) => !continued).map(({ cell }) => arranger.line(cell));
  return {
    from: Math.min(...(fresh.length > 0 ? fresh : own)),
    to: Math.max(...(fresh.length > 0 ? fresh : own)),
    cells: [...placed, ...empty].sort((one, other) => one.column - other.column),
    header: false,
  };
};

const cellOf = (
  column: number,
  region: SheetRegion,
  columns: readonly number[],
  arranger: Arranger,
): Cell => ({
  column,
  columns: Math.max(1, placeIn(columns, region.right + 1) - placeIn(columns, region.left)),
  continued: region.continued,
  paragraphs: paragraphsOf(region.cell, arranger),
});

const paragraphsOf = (cell: SheetCell, { line, text }: Arranger) => {
  const { bold, italic, centred, marks } = cell;
  const texts = text(cell)
    .split(/\r\n|\r|\n/)
    .filter((one) => tidyLine(one) !== "");
  return texts.map((one, at) => ({
    ...plainParagraph(one, line(cell), { bold, italic, centred }),
    marks: at === texts.length - 1 ? marks : [],
  }));
};
