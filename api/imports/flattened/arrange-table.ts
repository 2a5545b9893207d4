import type { Row, Table } from "../outline.ts";
import type { ColumnRole } from "../recognition/parts/match-header.ts";
import { collectCellTexts } from "./cell-texts.ts";
import { detectWholeCells } from "./detect-whole-cells.ts";
import { learnHabits, type PlacedRow } from "./learn-habits.ts";
import type { RowLines, TableLines } from "./pick-table-lines.ts";
import { placePieces } from "./place-pieces.ts";
import { resolveMergedCells } from "./resolve-merged-cells.ts";
import { paragraphOf } from "./segment-paragraphs.ts";
import { type OpenRow, shapeRows, type TableSurroundings } from "./shape-rows.ts";
import { splitPieces } from "./split-pieces.ts";
import { firstHabits } from "./table-habits.ts";
import { isAllCapitals, type VisualLine } from "./visual-line.ts";

/** Placing, learning from it, placing again: the third time changes next to nothing. */
const ROUNDS = 3;
/** Lines of one row: no row of paper has more, and the work grows with them. */
const LONGEST_ROW = 120;
/** Lines of a table without numbers, whose rows are found line by line. */
const LONGEST_UNNUMBERED = 1_500;
/** Runs of pieces that are tried for all rows together: more than any real table asks for are left unplaced. */
const MOST_WORK = 900_000;
const LONGEST_RUN = 90;
/** No rebuilt table is as certain as a drawn one. */
const MOST_CERTAIN = 0.95;

/** The table that a header and the lines after it once were. */
export const arrangeTable = (
  table: TableLines,
  lines: readonly VisualLine[],
  around: TableSurroundings,
): Table => {
  const wholeCells = detectWholeCells(table, lines);
  let work = 0;
  const open = table.rows.map((row) => {
    const own = openRow(row, around, !table.roles.includes("number"), wholeCells, work < MOST_WORK);
    const { length } = own.texts.pieces;
    work += length * Math.min(length, LONGEST_RUN) * table.roles.length;
    return own;
  });
  const placedIn = columnsToPlace(table.roles);
  const titles = placedIn.flatMap((column) => table.roles[column - 1] ?? []);
  const manyRows = !table.roles.includes("number");
  let habits = firstHabits(titles, wholeCells ? null : measureTitles(open), around.gap, wholeCells);
  let placed: readonly PlacedRow[] = [];
  for (let round = 0; round < (work < MOST_WORK ? ROUNDS : 1); round++) {
    const own = habits;
    placed = open.map(({ texts }) => ({ texts, placement: placePieces(texts, own, manyRows) }));
    habits = learnHabits(own, placed);
  }
  const least = isLaidOut(table) ? SCRAMBLED : 0;
  const rows = open.flatMap((row, index) => {
    const own = placed[index];
    return own === undefined
      ? []
      : shapeRows(row, own, habits, placedIn, table.roles, around).map((shaped) => ({
          ...shaped,
          doubt: Math.max(shaped.doubt ?? 0, least),
        }));
  });
  const doubts = rows.map(({ doubt }) => doubt ?? 0);
  const certainty =
    doubts.length === 0 ? 0 : 1 - doubts.reduce((sum, doubt) => sum + doubt, 0) / doubts.length;
  return {
    kind: "table",
    columns: table.roles.length,
    rows: [headerRow(table, lines), ...resolveMergedCells(rows, table.roles)],
    certainty: Math.min(MOST_CERTAIN, certainty),
    from: lines[table.from]?.line ?? 1,
    to: lines[table.to - 1]?.line ?? 1,
  };
};

/** Of rows whose lines hold several cells side by side. */
const SCRAMBLED = 0.6;
const LAID_OUT = 0.25;

/** Whether columns stand side by side in the lines: a reading line by line mixes them. */
const isLaidOut = ({ rows }: TableLines): boolean => {
  const lines = rows.flatMap((row) => row.lines);
  return lines.filter(({ raw }) => / {3,}\S/.test(raw.trim())).length > lines.length * LAID_OUT;
};

const openRow = (
  row: RowLines,
  { spellings }: TableSurroundings,
  manyRows: boolean,
  wholeCells: boolean,
  placed: boolean,
): OpenRow => {
  let capitals = 0;
  // The last line of a heading may be one short word: "… ĐỐI THOẠI VỚI NHÂN" – "DÂN".
  while (
    isAllCapitals(row.lines[capitals]?.text ?? "") ||
    (capitals > 0 && /^\P{Ll}*\p{Lu}\P{Ll}*$/u.test(row.lines[capitals]?.text ?? ""))
  )
    capitals += 1;
  const heading = row.lines.slice(0, capitals);
  // "UBND", "TT PVHCC" alone are no heading.
  const isHeading =
    heading
      .map(({ text }) => text)
      .join(" ")
      .split(" ").length >= 4;
  const skipped = isHeading ? capitals : 0;
  const most = placed ? (manyRows ? LONGEST_UNNUMBERED : skipped + LONGEST_ROW) : skipped;
  const rest = row.lines.slice(skipped, most);
  return {
    row,
    heading: isHeading ? heading : [],
    rest: row.lines.slice(most),
    texts: collectCellTexts(
      splitPieces(rest, new Set([...row.breaks].map((at) => at - skipped)), spellings, wholeCells),
    ),
  };
};

/**
 * The width that most first lines of titles come near from below: a full line ends within a word of its column's
 * width, while a line that holds two cells may have any.
 */
const measureTitles = (rows: readonly OpenRow[]): number | null => {
  const widths = rows
    .filter(({ heading, row }) => heading.length === 0 && row.lines.length > 1)
    .map(({ row }) => row.lines[0]?.width ?? 0);
  let best: number | null = null;
  let most = 0;
  for (const width of widths) {
    const near = widths.filter((other) => other <= width && other > width * 0.85).length;
    if (near < most || (near === most && best !== null && width > best)) continue;
    best = width;
    most = near;
  }
  return best;
};

/** The columns of the table (from 1) that lines are placed in: its numbers, and a time before them, are known. */
const columnsToPlace = (roles: readonly ColumnRole[]): readonly number[] =>
  roles.flatMap((role, index) =>
    role === "number" || (index === 0 && role === "time_frame") ? [] : [index + 1],
  );

const headerRow = (table: TableLines, lines: readonly VisualLine[]): Row => {
  const from = lines[table.from]?.line ?? 1;
  return {
    header: true,
    from,
    to: from,
    cells: table.headings.map((text, index) => ({
      column: index + 1,
      columns: 1,
      continued: false,
      paragraphs: [{ ...paragraphOf([], new Map()), text, from, to: from }],
    })),
  };
};
