import type { Cell, Row } from "../outline.ts";
import type { HeaderColumn } from "../recognition/parts/split-header.ts";
import { goesOnWithDash } from "./judge-dash.ts";
import { paragraphOf } from "./segment-paragraphs.ts";
import type { VisualLine } from "./visual-line.ts";

/** For each footnote mark the line that carries it. */
type Marked = ReadonlyMap<number, readonly string[]>;

const DASH = /^[-–—+•]\s?/u;

/** The text of a cell whose border is known: a dashed item is a paragraph, all else is one. */
export const composeCell = (
  column: number,
  columns: number,
  lines: readonly VisualLine[],
  marked: Marked,
): Cell => {
  const groups: VisualLine[][] = [];
  for (const line of lines) {
    if (line.text === "") continue;
    const open = groups.at(-1);
    const before = open?.at(-1);
    if (
      open === undefined ||
      before === undefined ||
      (DASH.test(line.text) && !goesOnWithDash(before.text, line.text))
    )
      groups.push([line]);
    else open.push(line);
  }
  return { column, columns, continued: false, paragraphs: groups.map((group) => paragraphOf(group, marked)) };
};

/** The header of a table whose columns the text draws. */
export const composeHeader = (columns: readonly HeaderColumn[], from: number, to: number): Row => ({
  header: true,
  from,
  to,
  cells: columns.map(({ text }, index) => ({
    column: index + 1,
    columns: 1,
    continued: false,
    paragraphs: [{ ...paragraphOf([], new Map()), text, from, to: from }],
  })),
});

export const composeRow = (cells: readonly Cell[], doubt: number, fallback: number): Row => {
  const paragraphs = cells.flatMap((cell) => cell.paragraphs);
  return {
    header: false,
    from: paragraphs.reduce((least, { from }) => Math.min(least, from), paragraphs[0]?.from ?? fallback),
    to: paragraphs.reduce((most, { to }) => Math.max(most, to), paragraphs[0]?.to ?? fallback),
    cells,
    doubt,
  };
};
