import { composeLineText } from "./compose-line-text.ts";
import type { DraftTable } from "./draft-table.ts";
import { groupLines } from "./group-lines.ts";
import { freePieces, type Gap, gapsOf, type VisualRow, widestOf } from "./order-visual-rows.ts";
import type { Word } from "./page-drawing.ts";

/** Rows that run over the whole width, or a block whose columns stand side by side without a rule. */
export type Band =
  | { readonly kind: "rows"; readonly rows: readonly VisualRow[] }
  | { readonly kind: "columns"; readonly table: DraftTable };

/** In parts of the type's size. */
const GUTTER = 1.7;
const NARROW_GUTTER = 0.6;
/** In lines: how far apart two rows of one block may stand; a signature takes the height of a stamp. */
const FARTHEST = 10;
/** Nobody draws the gap between the columns. */
const INFERRED = 0.7;
const LABEL = /^(?:[-–—+•*]|\(?(?:\p{L}|\d{1,3}(?:\.\d{1,3}){0,4}|[IVX]{1,6})[.)]?|Điều \d{1,3}\.)$/u;

/**
 * Finds where text stands in two columns side by side (office and motto, recipients and signature) so that no line
 * mixes them. `middle` is the middle of the page's text.
 */
export const splitSideBySide = (rows: readonly VisualRow[], middle: number): readonly Band[] => {
  const bands: Band[] = [];
  let flow: VisualRow[] = [];
  const closeFlow = () => {
    if (flow.length > 0) bands.push({ kind: "rows", rows: flow });
    flow = [];
  };
  let at = 0;
  while (at < rows.length) {
    const row = rows[at];
    const block = blockAt(rows, at, middle);
    if (row === undefined || block === null) {
      if (row !== undefined) flow.push(row);
      at += 1;
      continue;
    }
    const members = rows.slice(at, block.end);
    while (belongsRight(flow.at(-1), block.gap, members[0] ?? row)) members.unshift(...flow.splice(-1));
    closeFlow();
    bands.push({ kind: "columns", table: columnsOf(members, block.gap) });
    at = block.end;
  }
  closeFlow();
  return bands;
};

type Extent = { from: number; to: number };

/** The block of two columns that begins with a row, and the gap between them; null where none begins. */
const blockAt = (
  rows: readonly VisualRow[],
  start: number,
  middle: number,
): { readonly gap: Gap; readonly end: number } | null => {
  const first = rows[start];
  const gap = first === undefined ? null : widestGap(first);
  if (first === undefined || gap === null) return null;
  let strips: readonly Gap[] = [gap];
  let last = first;
  let end = start + 1;
  const left: Extent = { from: first.x0, to: gap.from };
  const right: Extent = { from: gap.to, to: first.x1 };
  for (; end < rows.length; end += 1) {
    const row = rows[end];
    if (row === undefined || row.y - last.y > last.size * FARTHEST) break;
    const pieces = freePieces(row, strips, row.size * NARROW_GUTTER);
    const free = widestOf(pieces);
    if (free === null) break;
    const hasLeft = row.x0 < free.from;
    const hasRight = row.x1 > free.to;
    if (!(hasLeft && hasRight) && !standsIn(row, hasLeft ? left : right, middle)) break;
    if (hasLeft) widen(left, { from: row.x0, to: hasRight ? free.from : row.x1 });
    if (hasRight) widen(right, { from: hasLeft ? free.to : row.x0, to: row.x1 });
    strips = pieces;
    last = row;
  }
  const common = widestOf(strips) ?? gap;
  return end > start + 1 || gap.to - gap.from > first.size * GUTTER * 2 ? { gap: common, end } : null;
};

const widen = (extent: Extent, { from, to }: Gap): void => {
  extent.from = Math.min(extent.from, from);
  extent.to = Math.max(extent.to, to);
};

/** The widest gap between words; not one after the label of a list item. */
const widestGap = (row: VisualRow): Gap | null => {
  let widest: (Gap & { readonly after: number }) | null = null;
  for (const gap of gapsOf(row, row.size * GUTTER)) {
    if (widest === null || gap.to - gap.from > widest.to - widest.from) widest = gap;
  }
  if (widest === null) return null;
  return LABEL.test(composeLineText(row.words.slice(0, widest.after + 1))) ? null : widest;
};

/** A row of one column only must stand as that column's other lines do, and not in the middle of the page. */
const standsIn = (row: VisualRow, column: Extent, middle: number): boolean => {
  const centre = (row.x0 + row.x1) / 2;
  const columnCentre = (column.from + column.to) / 2;
  const centred = Math.abs(centre - columnCentre) < row.size * 2;
  if (Math.abs(centre - middle) < row.size * 0.7 && Math.abs(centre - columnCentre) > row.size * 0.5)
    return false;
  return centred || Math.abs(row.x0 - column.from) < row.size;
};

/** The first lines of a signature may stand above the first of the recipients. */
const belongsRight = (row: VisualRow | undefined, gap: Gap, below: VisualRow): boolean => {
  if (row === undefined || row.x0 < gap.from || below.y - row.y > row.size * 2) return false;
  const words = below.words.filter(({ x0 }) => x0 >= gap.from);
  if (words.length === 0) return false;
  const centre = (Math.min(...words.map(({ x0 }) => x0)) + Math.max(...words.map(({ x1 }) => x1))) / 2;
  return Math.abs((row.x0 + row.x1) / 2 - centre) < row.size * 1.5;
};

const columnsOf = (rows: readonly VisualRow[], gap: Gap): DraftTable => {
  const page = rows[0]?.lines[0]?.page ?? 1;
  const half = (gap.from + gap.to) / 2;
  const left = Math.min(...rows.map(({ x0 }) => x0));
  const right = Math.max(...rows.map(({ x1 }) => x1));
  const words = rows.flatMap((row) => row.words);
  const isLeft = (word: Word) => (word.x0 + word.x1) / 2 < half;
  const cell = (from: number, to: number, own: (word: Word) => boolean) => ({
    left: from,
    right: to,
    rows: 1,
    continued: false,
    lines: groupLines(words.filter(own), page),
  });
  return {
    page,
    top: (rows[0]?.y ?? 0) - (rows[0]?.size ?? 0),
    bottom: rows.at(-1)?.y ?? 0,
    xs: [left, half, right],
    rows: [
      { header: false, cells: [cell(left, gap.from, isLeft), cell(gap.to, right, (word) => !isLeft(word))] },
    ],
    certainty: INFERRED,
    openTop: false,
    openBottom: false,
  };
};
