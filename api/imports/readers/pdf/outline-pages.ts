import type { Outline, ReaderRemark } from "../../outline.ts";
import { arrangeCells } from "./arrange-cells.ts";
import { arrangeFootnotes, splitFoot } from "./arrange-footnotes.ts";
import { composeOutline, type Piece } from "./compose-outline.ts";
import { detectRulings, type Ruling } from "./detect-rulings.ts";
import type { DraftTable } from "./draft-table.ts";
import { filterPageFurniture } from "./filter-page-furniture.ts";
import { groupLines } from "./group-lines.ts";
import { inferColumns } from "./infer-columns.ts";
import { measureColumns } from "./measure-columns.ts";
import type { Column } from "./merge-lines.ts";
import { mergePageTables } from "./merge-page-tables.ts";
import { orderVisualRows } from "./order-visual-rows.ts";
import type { PageDrawing, TextLine, Word } from "./page-drawing.ts";
import { placeTextRuns } from "./place-text-runs.ts";
import { placeUpright } from "./place-upright.ts";
import { placeWordsInCells } from "./place-words-in-cells.ts";
import { splitSideBySide } from "./split-side-by-side.ts";
import { splitUnruledRows } from "./split-unruled-rows.ts";

/** The pages' drawings as one outline, in reading order. */
export const outlinePages = (drawings: readonly PageDrawing[], remarks: readonly ReaderRemark[]): Outline => {
  const placed = drawings.map((drawing) => {
    const page = placeUpright(drawing);
    const { words, askew } = placeTextRuns(page);
    const rulings = detectRulings(page.segments);
    const grids = arrangeCells(rulings);
    const { tables, free } = placeWordsInCells(grids, words, page.number);
    const rules = rulings.across.filter(
      ({ at }) => !tables.some(({ top, bottom }) => top - 4 < at && at < bottom + 4),
    );
    return { ...page, words, askew, tables, rules, lines: groupLines(free, page.number) };
  });
  const bodySize = sizeOfMost(placed.flatMap(({ words }) => words));
  const cleared = filterPageFurniture(placed);
  const feet: (readonly TextLine[])[] = [];
  const bodies = placed.map((page, at) => {
    const lines = cleared[at]?.lines ?? [];
    const tablesEnd = Math.max(0, ...page.tables.map(({ bottom }) => bottom));
    const open = (feet.at(-1)?.length ?? 0) > 0;
    const { body, foot } = splitFoot({ ...page, lines, tablesEnd }, bodySize, open);
    feet.push(foot);
    return { ...page, lines: body };
  });
  const columns = measureColumns(bodies);
  const pieces: Piece[] = [];
  for (const body of bodies) {
    const column = columns.get(Math.round(body.width)) ?? { left: 0, right: body.width };
    const last = pieces.at(-1);
    pieces.push(
      ...piecesOf(
        body,
        column,
        last?.kind === "table" && last.table.page + 1 === body.number ? last.table : null,
      ),
    );
  }
  const footnotes = arrangeFootnotes(feet);
  const askew = placed.flatMap(({ askew: text }): ReaderRemark[] =>
    text === "" ? [] : [{ code: "embedded_ignored", line: null, detail: text.slice(0, 200) }],
  );
  return composeOutline(mergePieces(pieces), footnotes, drawings.length, [...remarks, ...askew]);
};

const sizeOfMost = (words: readonly Word[]): number => {
  const letters = new Map<number, number>();
  for (const { size, text } of words) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 12;
};

/** Of a table whose rows no line divides. */
const SPLIT = 0.7;

type Body = {
  readonly lines: readonly TextLine[];
  readonly tables: readonly DraftTable[];
  readonly rules: readonly Ruling[];
};

/** A page's text and tables from above downward; `before` is the table with which the page before ended. */
const piecesOf = (body: Body, column: Column, before: DraftTable | null): readonly Piece[] => {
  const middle = (column.left + column.right) / 2;
  const pieces: Piece[] = [];
  let rest = body.lines;
  const flow = (part: readonly TextLine[]) => {
    const edges =
      pieces.length === 0 && before !== null && before.xs.length > 3 && before.certainty < 1
        ? before.xs
        : null;
    for (const inferred of inferColumns(orderVisualRows(part), body.rules, edges)) {
      const bands = inferred.kind === "rows" ? splitSideBySide(inferred.rows, middle) : [inferred];
      for (const band of bands) {
        pieces.push(
          band.kind === "rows"
            ? { kind: "flow", lines: band.rows.flatMap((row) => row.lines), column }
            : { kind: "table", table: band.table },
        );
      }
    }
  };
  for (const table of [...body.tables].sort((one, other) => one.top - other.top)) {
    flow(rest.filter(({ y }) => y < table.top + 2));
    rest = rest.filter(({ y }) => y >= table.top + 2);
    const rows = table.rows.flatMap((row) => splitUnruledRows(row));
    const certainty = rows.length > table.rows.length ? SPLIT : table.certainty;
    pieces.push({ kind: "table", table: { ...table, rows, certainty } });
  }
  flow(rest);
  return pieces;
};

/** Joins what a page break cut in two. */
const mergePieces = (pieces: readonly Piece[]): readonly Piece[] => {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (piece.kind === "table" && last?.kind === "table" && endsBefore(last.table, piece.table)) {
      const table = mergePageTables(last.table, piece.table);
      if (table !== null) {
        merged.splice(-1, 1, { kind: "table", table: { ...table, page: piece.table.page } });
        continue;
      }
    }
    if (piece.kind === "flow" && last?.kind === "flow" && isSameColumn(last.column, piece.column)) {
      merged.splice(-1, 1, { ...last, lines: [...last.lines, ...piece.lines] });
      continue;
    }
    merged.push(piece);
  }
  return merged;
};

const endsBefore = (above: DraftTable, below: DraftTable): boolean => above.page + 1 === below.page;

const isSameColumn = (one: Column, other: Column): boolean =>
  Math.abs(one.left - other.left) < 6 && Math.abs(one.right - other.right) < 6;
