import type { Cell, Paragraph, Row } from "../outline.ts";
import type { ColumnRole } from "../recognition/parts/match-header.ts";
import type { CellTexts } from "./cell-texts.ts";
import type { PlacedRow } from "./learn-habits.ts";
import type { RowLines } from "./pick-table-lines.ts";
import { paragraphOf } from "./segment-paragraphs.ts";
import type { Piece } from "./split-pieces.ts";
import type { TableHabits } from "./table-habits.ts";
import type { UsualGap, VisualLine } from "./visual-line.ts";

export type OpenRow = {
  readonly row: RowLines;
  /** Lines of a heading in capitals that runs over the whole table. */
  readonly heading: readonly VisualLine[];
  readonly texts: CellTexts;
  /** Lines beyond what a row can hold: they go with its title, unplaced. */
  readonly rest: readonly VisualLine[];
};

export type TableSurroundings = {
  readonly gap: UsualGap;
  readonly spellings: ReadonlySet<string>;
  readonly marked: ReadonlyMap<number, readonly string[]>;
};

/** Of a row where nothing but the dashes tells where one list ends and the next begins. */
const LOST_BORDER = 0.4;

/** A title or a unit with a list behind it in one cell, or one list in two cells: the border may stand elsewhere. */
const hasLostBorder = (
  pieces: readonly Piece[],
  { runs }: PlacedRow["placement"],
  { roles }: TableHabits,
): boolean =>
  runs.some(({ column, from, to }, index) => {
    const role = roles[column];
    if (role !== "lead" && role !== "coordinating") return false;
    const dashed = pieces.slice(from + 1, to).some(({ start }) => start.dashed);
    const next = runs[index + 1];
    const listed = pieces[from]?.start.dashed === true;
    return listed ? next !== undefined && pieces[next.from]?.start.dashed === true : dashed;
  });

/** The rows of the table that a numbered row, or an unnumbered stretch, was placed as. */
export const shapeRows = (
  { row, heading, rest }: OpenRow,
  { texts: { pieces }, placement }: PlacedRow,
  habits: TableHabits,
  columnOf: readonly number[],
  roles: readonly ColumnRole[],
  around: TableSurroundings,
): readonly Row[] => {
  const numberColumn = roles.indexOf("number") + 1;
  // Rows that were found together are as doubtful as the mean of them.
  const together = Math.max(1, placement.runs.filter(({ startsRow }) => startsRow).length);
  const unsure =
    pieces.length === 0 ? 0 : 1 - Math.exp(Math.min(0, placement.score - placement.total) / together);
  const doubt = Math.max(
    row.gap > 0 ? 0.1 : 0,
    unsure,
    hasLostBorder(pieces, placement, habits) ? LOST_BORDER : 0,
  );
  const numberCell = (): readonly Cell[] => leadingCells(row, roles, around);
  const rows: Row[] = [];
  if (heading.length > 0) {
    const paragraph = paragraphOf(heading, around.marked);
    rows.push({
      header: false,
      from: row.numberLine?.line ?? paragraph.from,
      to: paragraph.to,
      cells: [
        ...numberCell(),
        {
          column: numberColumn + 1,
          columns: roles.length - numberColumn,
          continued: false,
          paragraphs: [paragraph],
        },
      ],
    });
  }
  if (rest.length > 0) return [...rows, unplacedRow(numberCell(), rest, habits, columnOf, pieces, around)];
  if (pieces.length === 0) {
    if (heading.length > 0 || row.number === null) return rows;
    return [
      ...rows,
      {
        header: false,
        from: row.numberLine?.line ?? 1,
        to: row.numberLine?.line ?? 1,
        cells: numberCell(),
        doubt: 1,
      },
    ];
  }
  for (const runs of splitRuns(placement.runs)) {
    const cells = habits.roles.map((role, column): Cell => {
      const own = runs
        .filter((run) => run.column === column)
        .flatMap(({ from, to }) => pieces.slice(from, to));
      return {
        column: columnOf[column] ?? 1,
        columns: 1,
        continued: false,
        paragraphs: paragraphsOf(own, role, around),
      };
    });
    const first = rows.length === 0;
    const all = [...(first ? numberCell() : []), ...cells].toSorted((a, b) => a.column - b.column);
    const lines = runs.flatMap(({ from, to }) => pieces.slice(from, to).map(({ line }) => line.line));
    rows.push({
      header: false,
      from: Math.min(
        ...lines,
        ...(first ? [...row.time, ...(row.numberLine === null ? [] : [row.numberLine])] : []).map(
          ({ line }) => line,
        ),
      ),
      to: Math.max(...lines),
      cells: all,
      doubt,
    });
  }
  return rows;
};

/** The cells that are known before any line is placed: the number, and a time before it. */
const leadingCells = (
  { number, numberLine, time }: RowLines,
  roles: readonly ColumnRole[],
  { marked }: TableSurroundings,
): readonly Cell[] =>
  roles.slice(0, roles.indexOf("number") + 1).map((role, index) => ({
    column: index + 1,
    columns: 1,
    continued: false,
    paragraphs:
      role === "time_frame" && time.length > 0
        ? [paragraphOf(time, marked)]
        : role !== "number" || number === null || numberLine === null
          ? []
          : [
              {
                ...paragraphOf([numberLine], new Map()),
                text: `${number.printed}${number.sign === "." || number.sign === ")" ? number.sign : ""}`,
              },
            ],
  }));

/** More lines than any row has: all of them in the title's cell, and doubted. */
const unplacedRow = (
  number: readonly Cell[],
  rest: readonly VisualLine[],
  habits: TableHabits,
  columnOf: readonly number[],
  pieces: readonly Piece[],
  around: TableSurroundings,
): Row => {
  const column = columnOf[habits.roles.indexOf("task")] ?? 1;
  const paragraphs = [...paragraphsOf(pieces, "task", around), paragraphOf(rest, around.marked)];
  return {
    header: false,
    from: paragraphs[0]?.from ?? 1,
    to: paragraphs.at(-1)?.to ?? 1,
    cells: [...number, { column, columns: 1, continued: false, paragraphs }],
    doubt: 1,
  };
};

const splitRuns = (runs: PlacedRow["placement"]["runs"]): readonly PlacedRow["placement"]["runs"][] => {
  const groups: (typeof runs)[number][][] = [];
  for (const run of runs) {
    const open = groups.at(-1);
    if (open === undefined || (run.startsRow && groups.length > 0)) groups.push([run]);
    else open.push(run);
  }
  return groups;
};

/** A dashed list is a paragraph a dash; all else in a cell is one paragraph. */
const paragraphsOf = (
  pieces: readonly Piece[],
  role: ColumnRole,
  { marked }: TableSurroundings,
): readonly Paragraph[] => {
  const groups: VisualLine[][] = [];
  for (const { line, text, start, sameLine } of pieces) {
    const open = groups.at(-1);
    const last = open?.at(-1);
    if (open === undefined || (start.dashed && !sameLine && role !== "time_frame"))
      groups.push([{ ...line, text }]);
    else if (sameLine && last?.line === line.line)
      open.splice(-1, 1, { ...line, text: `${last.text} ${text}` });
    else open.push({ ...line, text });
  }
  return groups.map((group) => paragraphOf(group, marked));
};
