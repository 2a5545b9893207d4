import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import { composeLineText } from "./compose-line-text.ts";
import { type DraftCell, type DraftRow, type DraftTable, isEmptyCell } from "./draft-table.ts";

/** Points by which the edges of one table may differ from page to page. */
const SAME_EDGE = 8;
const MOST_HEADER_ROWS = 4;

/**
 * A table and the one that opens the next page as one: the header that is repeated is left out, a row that the page
 * cut is one row again. Null where they are two tables.
 */
export const mergePageTables = (above: DraftTable, below: DraftTable): DraftTable | null => {
  if (!isSameTable(above, below)) return null;
  const belowRows = splitLeadingHeader(above.rows[0], below.rows);
  const repeated = repeatedHeader(above.rows, belowRows);
  const rows = above.rows.map((row, at) => (at < repeated ? { ...row, header: true } : row));
  const rest = [...belowRows.slice(repeated)];
  const last = rows.at(-1);
  const [first] = rest;
  if (last !== undefined && first !== undefined) {
    const open = above.openBottom || (below.openTop && repeated === 0);
    if (rows.length > repeated && isCutRow(last, first, numberingOf(rows), open)) {
      rows.splice(rows.length - 1, 1, joinRows(last, first));
      rest.shift();
    } else rest[0] = continueMerged(last, first);
  }
  return {
    ...above,
    rows: [...rows, ...rest],
    xs: [...above.xs, ...below.xs],
    certainty: Math.min(above.certainty, below.certainty),
    openBottom: below.openBottom,
  };
};

const isSameTable = (above: DraftTable, below: DraftTable): boolean => {
  if (above.certainty !== below.certainty && above.xs.length !== below.xs.length) return false;
  const ends = (xs: readonly number[]) => [Math.min(...xs), Math.max(...xs)] as const;
  const [left, right] = ends(above.xs);
  const [otherLeft, otherRight] = ends(below.xs);
  if (Math.abs(left - otherLeft) > SAME_EDGE || Math.abs(right - otherRight) > SAME_EDGE) return false;
  const [fewer, more] = below.xs.length < above.xs.length ? [below.xs, above.xs] : [above.xs, below.xs];
  return fewer.every((x) => more.some((other) => Math.abs(other - x) < SAME_EDGE));
};

const textOf = (cell: DraftCell): string => cell.lines.map(({ words }) => composeLineText(words)).join(" ");

const rowKey = (row: DraftRow): string =>
  foldVietnamese(row.cells.map((cell) => (cell.continued ? "" : textOf(cell))).join(" | "));

const repeatedHeader = (above: readonly DraftRow[], below: readonly DraftRow[]): number => {
  let count = 0;
  while (count < MOST_HEADER_ROWS) {
    const [one, other] = [above[count], below[count]];
    if (one === undefined || other === undefined || rowKey(one) !== rowKey(other)) break;
    if (!/\p{L}/u.test(rowKey(one)) && count === 0) break;
    count += 1;
  }
  return count;
};

/** Where no line is drawn under a repeated header, its words open the cells of the first row. */
const splitLeadingHeader = (header: DraftRow | undefined, rows: readonly DraftRow[]): readonly DraftRow[] => {
  const [first, ...rest] = rows;
  if (header === undefined || first === undefined || first.cells.some((cell) => cell.rows > 1)) return rows;
  if (header.cells.length !== first.cells.length || rowKey(header) === rowKey(first)) return rows;
  const leading = first.cells.map((cell, at) => cell.lines.slice(0, header.cells[at]?.lines.length ?? 0));
  const top = { ...first, cells: first.cells.map((cell, at) => ({ ...cell, lines: leading[at] ?? [] })) };
  if (rowKey(top) !== rowKey(header) || !/\p{L}/u.test(rowKey(header))) return rows;
  const below = first.cells.map((cell, at) => ({
    ...cell,
    lines: cell.lines.slice(leading[at]?.length ?? 0),
  }));
  return [top, { ...first, cells: below }, ...rest];
};

type Numbering = {
  /** Where its column begins. */
  readonly left: number;
  /** Every row has a number. */
  readonly complete: boolean;
};

const NUMBER = /^\(?(?:\d{1,3}(?:\.\d{1,3})*|[IVX]+|\p{L})[.)]*(?:\s*[\p{L}]\)?)?$/u;

/** The column that numbers the rows; null where rows carry no number. */
const numberingOf = (rows: readonly DraftRow[]): Numbering | null => {
  const firsts = rows.flatMap((row) => {
    const [cell] = row.cells;
    return row.header || cell === undefined ? [] : [cell];
  });
  const numbered = firsts.filter((cell) => NUMBER.test(textOf(cell)));
  const [first] = firsts;
  if (first === undefined || numbered.length === 0 || numbered.length * 3 < firsts.length) return null;
  return { left: first.left, complete: !firsts.some(isEmptyCell) };
};

const SMALL = /^[\p{Ll}(,;)”]/u;
const LABEL = /^(?:[-–—+•*]\s|\(?(?:\p{L}|\d{1,3})[.)]\s)/u;
const ENDED = /[.;:!?…”"]$/u;

/** Whether the second row is the rest of the first. */
const isCutRow = (last: DraftRow, first: DraftRow, numbering: Numbering | null, open: boolean): boolean => {
  const [numberBefore, numberAfter] = [last.cells[0], first.cells[0]];
  if (numberBefore === undefined || numberAfter === undefined) return false;
  const pairs = first.cells.flatMap((cell) => {
    const before = counterpart(last, cell);
    const after = textOf(cell);
    return before === undefined || after === "" ? [] : [{ before: textOf(before), after }];
  });
  if (pairs.length === 0) return open;
  const goesOn = pairs.some(({ before, after }) => before !== "" && SMALL.test(after) && !LABEL.test(after));
  const unfinished = pairs.some(
    ({ before, after }) => before.length > 60 && !ENDED.test(before) && !LABEL.test(after),
  );
  if (numbering !== null && !isEmptyCell(numberAfter) && numberAfter.left - numbering.left < SAME_EDGE) {
    return isEmptyCell(numberBefore) && (open || goesOn);
  }
  if (numbering === null) return open ? goesOn || unfinished : goesOn;
  if (open || goesOn || unfinished) return true;
  // Short cells (units, times) that are full on both sides are those of two rows.
  const twice = pairs.some(({ before, after }) => before !== "" && before.length < 60 && !SMALL.test(after));
  if (numbering.complete && !twice) return true;
  // Neither number nor long text of its own: what is left over of the narrow columns.
  const longest = [...last.cells].sort((one, other) => textOf(other).length - textOf(one).length)[0];
  const under = first.cells.find((cell) => longest !== undefined && counterpart(last, cell) === longest);
  return under !== undefined && isEmptyCell(under);
};

const counterpart = (row: DraftRow, cell: DraftCell): DraftCell | undefined =>
  row.cells.find(
    (other) => Math.abs(other.left - cell.left) < SAME_EDGE && Math.abs(other.right - cell.right) < SAME_EDGE,
  ) ??
  row.cells.find(({ left, right }) => {
    const middle = (cell.left + cell.right) / 2;
    return left < middle && middle < right;
  });

const joinRows = (last: DraftRow, first: DraftRow): DraftRow => {
  const added = new Map<DraftCell, DraftCell[]>();
  for (const cell of first.cells) {
    const host = counterpart(last, cell);
    if (host !== undefined) added.set(host, [...(added.get(host) ?? []), cell]);
  }
  return {
    ...last,
    cells: last.cells.map((cell) => {
      const rest = added.get(cell) ?? [];
      const lines = rest.flatMap((part) => part.lines);
      return {
        ...cell,
        continued: cell.continued && lines.length === 0,
        lines: [...cell.lines, ...lines],
        rows: Math.max(cell.rows, ...rest.map((part) => part.rows)),
      };
    }),
  };
};

/** A cell merged over several rows that the page cut between two of them goes on without its text. */
const continueMerged = (last: DraftRow, first: DraftRow): DraftRow => ({
  ...first,
  cells: first.cells.map((cell) => {
    const before = counterpart(last, cell);
    const merged = before !== undefined && (before.continued || before.rows > 1);
    return merged && isEmptyCell(cell) && Math.abs(before.left - cell.left) < SAME_EDGE
      ? { ...cell, continued: true }
      : cell;
  }),
});
