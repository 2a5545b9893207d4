import { filled, middleOf, narrowed, STRIP, type Strip } from "./column-strips.ts";
import type { Ruling } from "./detect-rulings.ts";
import type { DraftCell, DraftRow, DraftTable } from "./draft-table.ts";
import { groupLines } from "./group-lines.ts";
import { isCapitals, isHeadingBelow, isProse, runsThrough } from "./judge-running-text.ts";
import { gapsOf, type VisualRow } from "./order-visual-rows.ts";
import type { Word } from "./page-drawing.ts";
import { splitRowAt, splitUnruledRows } from "./split-unruled-rows.ts";

export type InferredBand =
  | { readonly kind: "rows"; readonly rows: readonly VisualRow[] }
  | { readonly kind: "columns"; readonly table: DraftTable };

/** Only the gaps between the words tell the columns. */
const INFERRED = 0.6;
/** In parts of the type's size: a gap that may part columns, and one that opens a table. */
const GAP = 0.55;
const OPENING_GAP = 1;
/** Rows over all columns (titles of sections) that may follow each other inside a table. */
const MOST_SPANNING = 4;
const FEWEST_ROWS = 3;

/**
 * Finds tables of three columns and more that are set without lines, or with lines between their rows only. `before`
 * has the column edges of the table with which the page before ended: it may go on without a header.
 */
export const inferColumns = (
  rows: readonly VisualRow[],
  rules: readonly Ruling[],
  before: readonly number[] | null,
): readonly InferredBand[] => {
  const bands: InferredBand[] = [];
  let flow: VisualRow[] = [];
  let at = 0;
  while (at < rows.length) {
    const strips = at === 0 && before !== null ? stripsAt(before, rows) : openingStrips(rows[at]);
    const fewest = at === 0 && before !== null ? 1 : FEWEST_ROWS;
    const region = strips.length < 2 ? null : regionAt(rows, at, strips, fewest);
    const row = rows[at];
    if (region === null) {
      if (row !== undefined) flow.push(row);
      at += 1;
      continue;
    }
    if (flow.length > 0) bands.push({ kind: "rows", rows: flow });
    flow = [];
    bands.push({
      kind: "columns",
      table: tableOf(rows.slice(at, region.end), region.strips, rules, at === 0 ? before : null),
    });
    at = region.end;
  }
  if (flow.length > 0) bands.push({ kind: "rows", rows: flow });
  return bands;
};

const openingStrips = (row: VisualRow | undefined): readonly Strip[] => {
  if (row === undefined) return [];
  const gaps = gapsOf(row, row.size * GAP);
  const wide = gaps.filter(({ from, to }) => to - from > row.size * OPENING_GAP);
  return wide.length >= 2 ? gaps.map((gap) => [gap]) : [];
};

const stripsAt = (edges: readonly number[], rows: readonly VisualRow[]): readonly Strip[] => {
  const size = rows[0]?.size ?? 0;
  return edges.slice(1, -1).map((edge) => [{ from: edge - size * STRIP, to: edge + size * STRIP }]);
};

type Region = { readonly end: number; readonly strips: readonly Strip[] };

const regionAt = (
  rows: readonly VisualRow[],
  start: number,
  opening: readonly Strip[],
  fewest: number,
): Region | null => {
  let strips = opening;
  let end = start;
  let spanning = 0;
  let tabular = 0;
  for (let at = start; at < rows.length; at += 1) {
    const row = rows[at];
    if (row === undefined) break;
    const left = narrowed(row, strips);
    // The first rows may have a gap inside a cell; else a row that closes a strip runs over the columns.
    const conforms =
      !runsThrough(row, strips) &&
      (left.length === strips.length ||
        (tabular < 3 && left.length >= 2 && left.length * 3 >= strips.length * 2 && filled(row, left) > 2));
    if (!conforms) {
      spanning += 1;
      if (spanning > MOST_SPANNING || (isProse(row, opening) && isProse(rows[at + 1], opening))) break;
      continue;
    }
    if (filled(row, left) < 2 && spanning > 0 && !goesOn(rows, at, left)) break;
    strips = left;
    if (filled(row, strips) >= 3) tabular += 1;
    spanning = 0;
    end = at + 1;
  }
  // The heading of what follows the table stands under one of its columns.
  while (end > start + 1 && isHeadingBelow(rows[end - 1], strips)) end -= 1;
  return tabular >= fewest ? { end, strips } : null;
};

/** Whether one of the next rows stands in several columns again. */
const goesOn = (rows: readonly VisualRow[], at: number, strips: readonly Strip[]): boolean =>
  rows
    .slice(at, at + MOST_SPANNING)
    .some((row) => narrowed(row, strips).length === strips.length && filled(row, strips) >= 2);

const tableOf = (
  rows: readonly VisualRow[],
  strips: readonly Strip[],
  rules: readonly Ruling[],
  before: readonly number[] | null,
): DraftTable => {
  const page = rows[0]?.lines[0]?.page ?? 1;
  const left = Math.min(...rows.map(({ x0 }) => x0));
  const right = Math.max(...rows.map(({ x1 }) => x1));
  const xs = before ?? [left - 2, ...strips.map(middleOf), right + 2];
  const top = (rows[0]?.y ?? 0) - (rows[0]?.size ?? 0);
  const bottom = (rows.at(-1)?.y ?? 0) + 2;
  const cuts = rules
    .filter(({ at, from, to }) => at > top && at < bottom && to - from > (right - left) * 0.7)
    .map(({ at }) => at);
  const drafts: DraftRow[] = [];
  let open: VisualRow[] = [];
  const close = () => {
    const [first] = open;
    if (first !== undefined) {
      const row = { header: false, cells: cellsOf(open, xs, page) };
      const over = drafts.length > 0 ? "nothing" : before === null ? "header" : "rest";
      drafts.push(...(cuts.length > 1 ? splitRowAt(row, cuts) : splitUnruledRows(row, over)));
    }
    open = [];
  };
  let title: VisualRow[] = [];
  const closeTitle = () => {
    if (title.length > 0) drafts.push({ header: false, cells: spanningCells(title, xs, page) });
    title = [];
  };
  for (const row of rows) {
    const over = narrowed(row, strips).length < strips.length;
    const tail = title.length > 0 && isTailOf(row, title.at(-1), xs);
    if (over || tail) {
      close();
      if (over && !tail && startsAtLeft(row, xs)) closeTitle();
      title.push(row);
    } else {
      closeTitle();
      open.push(row);
    }
  }
  close();
  closeTitle();
  return { page, top, bottom, xs, rows: drafts, certainty: INFERRED, openTop: false, openBottom: false };
};

const startsAtLeft = (row: VisualRow, xs: readonly number[]): boolean => row.x0 < (xs[1] ?? 0);

/** The last line of a section's title need not reach over the next column. */
const isTailOf = (row: VisualRow, above: VisualRow | undefined, xs: readonly number[]): boolean =>
  above !== undefined &&
  row.y - above.y < row.size * 1.6 &&
  !startsAtLeft(row, xs) &&
  ((row.words.every(({ bold }) => bold) && above.words.some(({ bold }) => bold)) ||
    (isCapitals(row) && isCapitals(above)));

const cellsOf = (rows: readonly VisualRow[], xs: readonly number[], page: number): readonly DraftCell[] => {
  const words = rows.flatMap((row) => row.words);
  return xs.slice(1).map((right, at): DraftCell => {
    const left = xs[at] ?? right;
    const own = words.filter((word) => isIn(word, left, right, at === 0, at === xs.length - 2));
    return { left, right, rows: 1, continued: false, lines: groupLines(own, page) };
  });
};

const isIn = (word: Word, left: number, right: number, first: boolean, last: boolean): boolean => {
  const middle = (word.x0 + word.x1) / 2;
  return (first || middle >= left) && (last || middle < right);
};

const spanningCells = (
  rows: readonly VisualRow[],
  xs: readonly number[],
  page: number,
): readonly DraftCell[] => {
  const [left = 0, second = 0] = xs;
  const right = xs.at(-1) ?? 0;
  const words = rows.flatMap((row) => row.words);
  const numbered = words.some(({ x1 }) => x1 < second);
  const cell = (from: number, to: number, own: readonly Word[]): DraftCell => ({
    left: from,
    right: to,
    rows: 1,
    continued: false,
    lines: groupLines(own, page),
  });
  if (!numbered) return [cell(left, right, words)];
  return [
    cell(
      left,
      second,
      words.filter(({ x1 }) => x1 < second),
    ),
    cell(
      second,
      right,
      words.filter(({ x1 }) => x1 >= second),
    ),
  ];
};
