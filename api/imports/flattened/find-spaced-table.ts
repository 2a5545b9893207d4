import type { Cell, Row } from "../outline.ts";
import { parseItemNumber, splitItemNumber } from "../recognition/parts/parse-item-number.ts";
import type { ItemNumber } from "../recognition/tasks/catalogue-entry.ts";
import { type CutLine, chooseCuts } from "./choose-cuts.ts";
import { composeCell, composeHeader, composeRow } from "./compose-rows.ts";
import { findBorders, type SpacedHeader } from "./find-borders.ts";
import { headerAt, headerNear } from "./find-spaced-header.ts";
import type { FoundTable } from "./find-tabbed-table.ts";
import { followNumber, NOT_NUMBERED, type Numbering } from "./follow-row-numbers.ts";
import { holdsUnit, isOddRow } from "./judge-spaced-row.ts";
import { endsTable } from "./pick-table-lines.ts";
import { placeRowBorders } from "./place-row-borders.ts";
import { type SpacedPart, splitSpaced } from "./split-spaced-line.ts";
import { isAllCapitals, type VisualLine } from "./visual-line.ts";

type Part = { readonly header: SpacedHeader; readonly from: number; readonly lines: readonly VisualLine[] };

/** Lines of a row as they stand in the columns. */
type OpenRow = {
  readonly number: ItemNumber | null;
  readonly cells: VisualLine[][];
  spanning: boolean;
  doubt: number;
  readonly line: number;
};

/** A table laid out with spaces, its columns side by side. Null where none begins at the line. */
export const findSpacedTable = (
  lines: readonly VisualLine[],
  at: number,
  marked: ReadonlyMap<number, readonly string[]>,
): FoundTable | null => {
  const first = headerAt(lines, at);
  if (first === null) return null;
  const parts: Part[] = [];
  let { header } = first;
  let from = at + first.lines;
  let to = from;
  for (;;) {
    const end = endOfPart(lines, from);
    parts.push({ header, from, lines: lines.slice(from, end) });
    to = end;
    const again = end < lines.length ? headerNear(lines, end) : null;
    if (again === null || again.header.columns.length !== header.columns.length) break;
    header = again.header;
    from = again.from + again.lines;
  }
  const rows = collectRows(parts);
  if (rows.length === 0) return null;
  const line = lines[at]?.line ?? 1;
  const { columns } = first.header;
  return {
    table: {
      kind: "table",
      columns: columns.length,
      rows: [
        composeHeader(columns, line, lines[at + first.lines - 1]?.line ?? line),
        ...rows.map((row) => rowOf(row, first.header, marked)),
      ],
      certainty: 0.93,
      from: line,
      to: lines[to - 1]?.line ?? line,
    },
    to,
  };
};

/** Where the table ends, or its next page begins. */
const endOfPart = (lines: readonly VisualLine[], from: number): number => {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) return at;
    if (endsTable(line, IN_SECTIONS) && splitSpaced(line).length === 1) return at;
    if (at > from && headerNear(lines, at)?.from === at) return at;
    if (line.startsPage && headerNear(lines, at) !== null) return at;
    if (isProse(lines, at) && isProse(lines, at + 1)) return at;
  }
  return lines.length;
};

const IN_SECTIONS = { ...NOT_NUMBERED, roman: 1 };
const BROAD = 55;
/** A broad line without a gap; two of them stand in no table. */
const isProse = (lines: readonly VisualLine[], at: number): boolean => {
  const line = lines[at];
  if (line === undefined) return true;
  const [only, other] = splitSpaced(line);
  return only !== undefined && other === undefined && only.to - only.from > BROAD;
};

const DOUBTED = 0.35;

/** The cells of a heading that begins in the number column and runs over the others: "II. Tiếp công dân …". */
const headingCells = (
  line: VisualLine,
  borders: readonly number[],
  task: number,
): readonly VisualLine[] | null => {
  const parts = splitSpaced(line);
  const [first, second, third] = parts;
  const border = borders[0] ?? 0;
  if (first === undefined || third !== undefined) return null;
  const cells = (number: string, title: string): readonly VisualLine[] =>
    [0, ...borders].map((_, column) => ({
      ...line,
      text: column === 0 ? number : column === task ? title : "",
    }));
  if (second !== undefined)
    return parseItemNumber(first.text) !== null &&
      ((runsOver(second, borders.slice(task)) && !holdsUnit(second.text)) || isSectionTitle(first, second))
      ? cells(first.text, second.text)
      : null;
  if (isAllCapitals(first.text) && runsOver(first, borders.slice(task))) return cells("", first.text);
  if (first.from >= border || first.to <= border) return null;
  const split = splitItemNumber(first.text);
  if (split === null || split.number.style === "bullet") return null;
  return cells(split.number.printed, split.rest);
};

/** Fewer lines tell nothing of borders. */
const FEWEST_LINES = 8;

type Block = { readonly lines: readonly VisualLine[]; readonly borders: readonly number[] };

/** The cells of a section's lines; those of a heading run over its columns. */
const cutBlock = (
  { lines, borders }: Block,
  roles: SpacedHeader["columns"][number]["role"][],
): readonly (CutLine & { readonly spanning: boolean })[] => {
  const headings = lines.map((line) => headingCells(line, borders, roles.indexOf("task")));
  const cuts = chooseCuts(
    lines.filter((_, at) => headings[at] === null),
    borders,
    roles,
  );
  let next = 0;
  return headings.map((cells) => {
    const own = cells === null ? cuts[next++] : undefined;
    return { cells: cells ?? own?.cells ?? [], doubted: own?.doubted === true, spanning: cells !== null };
  });
};

/** Sections, each with borders of its own: what lies them out moves them apart. */
const splitBlocks = (lines: readonly VisualLine[], { places, columns }: SpacedHeader): readonly Block[] => {
  const whole = findBorders(lines, places);
  const task = columns.findIndex(({ role }) => role === "task");
  const groups: VisualLine[][] = [[]];
  for (const line of lines) {
    if (headingCells(line, whole, task) !== null && (groups.at(-1)?.length ?? 0) >= FEWEST_LINES)
      groups.push([]);
    groups.at(-1)?.push(line);
  }
  return groups.map((group) => ({
    lines: group,
    borders: group.length < FEWEST_LINES ? whole : findBorders(group, placesAt(whole)),
  }));
};

/** Borders as places, so that a block's are looked for about where the page's are. */
const placesAt = (borders: readonly number[]): SpacedHeader["places"] =>
  [0, ...borders].map((border) => ({ from: border, to: border }));

/** "I", and a title in capitals that ends where another column would begin. */
const isSectionTitle = (number: SpacedPart, title: SpacedPart): boolean =>
  /^[IVX]+[.)]?$/u.test(number.text) && isAllCapitals(title.text);

const runsOver = (part: SpacedPart, borders: readonly number[]): boolean =>
  borders.some((border) => part.from < border - 1 && part.to > border + 2);

const collectRows = (parts: readonly Part[]): readonly OpenRow[] => {
  const rows: OpenRow[] = [];
  let numbering: Numbering = NOT_NUMBERED;
  for (const { header, lines } of parts) {
    const blocks = splitBlocks(lines, header);
    const roles = header.columns.map(({ role }) => role);
    const task = roles.indexOf("task");
    const cut = blocks.flatMap((block) => cutBlock(block, roles));
    const grid = cut.map(({ cells }) => cells);
    const anchors: number[] = [];
    const numbers: ItemNumber[] = [];
    for (const [index, cells] of grid.entries()) {
      const number = parseItemNumber(cells[0]?.text ?? "");
      const followed = number === null || number.style === "bullet" ? null : followNumber(numbering, number);
      if (number === null || followed === null) continue;
      numbering = followed.numbering;
      anchors.push(index);
      numbers.push(number);
    }
    const { starts, doubts } = placeRowBorders({ roles, lines: grid, anchors, opens: rows.length === 0 });
    for (const [index, cells] of grid.entries()) {
      const own = starts.findLastIndex((start) => start <= index);
      if (own >= 0 && starts[own] === index)
        rows.push({
          number: numbers[own] ?? null,
          cells: header.columns.map(() => []),
          spanning: false,
          doubt: doubts[own] ?? 0,
          line: cells[0]?.line ?? 1,
        });
      let row = rows.at(-1);
      if (row === undefined) {
        row = {
          number: null,
          cells: header.columns.map(() => []),
          spanning: false,
          doubt: 0.3,
          line: cells[0]?.line ?? 1,
        };
        rows.push(row);
      }
      if (/^\d{1,2}$/.test(cells[task]?.text ?? "")) row.doubt = Math.max(row.doubt, DOUBTED);
      if (cut[index]?.spanning === true) row.spanning = true;
      else if (cut[index]?.doubted === true) row.doubt = Math.max(row.doubt, DOUBTED);
      for (const [column, cell] of cells.entries()) if (cell.text !== "") row.cells[column]?.push(cell);
    }
  }
  return rows;
};

const rowOf = (
  row: OpenRow,
  { columns }: SpacedHeader,
  marked: ReadonlyMap<number, readonly string[]>,
): Row => {
  const task = columns.findIndex(({ role }) => role === "task");
  const others = row.cells.some((lines, column) => column !== task && column > 0 && lines.length > 0);
  const number: Cell = composeCell(1, 1, row.cells[0] ?? [], marked);
  if (row.spanning && !others)
    return composeRow(
      [number, composeCell(task + 1, columns.length - task, row.cells[task] ?? [], marked)],
      0,
      row.line,
    );
  const odd = isOddRow(
    columns.map(({ role }) => role),
    row.cells,
  );
  return composeRow(
    row.cells.map((lines, column) => (column === 0 ? number : composeCell(column + 1, 1, lines, marked))),
    row.spanning || odd ? Math.max(row.doubt, DOUBTED) : row.doubt,
    row.line,
  );
};
