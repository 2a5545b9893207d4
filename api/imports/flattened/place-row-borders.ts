import type { ColumnRole } from "../recognition/parts/match-header.ts";
import { endsOpen } from "./judge-cell-text.ts";
import { judgeStart, scoreStart } from "./judge-start.ts";
import type { VisualLine } from "./visual-line.ts";

/** The lines of a page's part of a table, cut into columns. */
export type Grid = {
  readonly roles: readonly (ColumnRole | null)[];
  /** For each line the texts of its columns; "" where one is empty. */
  readonly lines: readonly (readonly VisualLine[])[];
  /** A header stands before it and no row that could go on. */
  readonly opens: boolean;
  /** Lines that carry a row's number, ascending. */
  readonly anchors: readonly number[];
};

export type RowBorders = {
  /** For each anchor the first line of its row. */
  readonly starts: readonly number[];
  /** For each row how little the cells at its borders speak for them. */
  readonly doubts: readonly number[];
};

const NOTHING_KNOWN: ReadonlySet<string> = new Set();
/** A row of paper is not longer. */
const REACH = 60;
/** A number that does not stand in the middle of its row, by lines; at most for a row that a page cuts. */
const OFF_CENTRE = 1.3;
const OFF_CENTRE_AT_EDGE = 2.5;
const BLANK_LINE = 2.5;
const DOUBTED = 0.35;
/** A border with a worse score has something against it. */
const BAD_BORDER = -2;

/** How well a row begins at a line: what the columns' next texts begin with, and their last ones end with. */
const scoreBorder = ({ roles, lines }: Grid, at: number, floor: number, ceiling: number): number => {
  let score = (lines[at]?.[0]?.gap ?? 0) > 0 ? BLANK_LINE : 0;
  for (const [column, role] of roles.entries()) {
    if (role === "number") continue;
    const after = textFrom(lines, column, at, ceiling);
    const before = textBefore(lines, column, at, floor);
    if (after !== null) {
      const start = judgeStart(after, NOTHING_KNOWN);
      score += Math.max(
        -4,
        Math.min(1.5, scoreStart(role ?? "remarks", start, roles.includes("leader")) / 2),
      );
      if (start.lower) score -= 2;
      if (start.dashed && before !== null) score -= 2;
    } else if (role === "task") score -= 5;
    if (before !== null) score -= Math.min(3, endsOpen(before));
    if (before !== null && role === "task" && /[.;]$/.test(before)) score += 0.7;
  }
  return score;
};

const textFrom = (lines: Grid["lines"], column: number, at: number, ceiling: number): string | null => {
  for (let line = at; line < ceiling; line++) {
    const text = lines[line]?.[column]?.text ?? "";
    if (text !== "") return text;
  }
  return null;
};

const textBefore = (lines: Grid["lines"], column: number, at: number, floor: number): string | null => {
  for (let line = at - 1; line >= floor; line--) {
    const text = lines[line]?.[column]?.text ?? "";
    if (text !== "") return text;
  }
  return null;
};

type Step = {
  readonly score: number;
  readonly border: number;
  readonly start: number;
  readonly before: Step | null;
};

/**
 * Where each row begins. A number stands beside the first line of its row, or beside the middle one; which of both
 * the table does is what fits it better.
 */
export const placeRowBorders = (grid: Grid): RowBorders => {
  const centred = placeOnce(grid, true);
  const top = placeOnce(grid, false);
  return centred.score > top.score ? centred : top;
};

const placeOnce = (grid: Grid, centred: boolean): RowBorders & { readonly score: number } => {
  const { anchors, lines } = grid;
  let open: readonly Step[] = [];
  for (const [index, anchor] of anchors.entries()) {
    // What stands over the first number of a table is of its row.
    const floor = Math.max(index === 0 ? 0 : (anchors[index - 1] ?? -1) + 1, anchor - REACH);
    const ceiling = anchors[index + 1] ?? lines.length;
    const steps: Step[] = [];
    const latest = grid.opens && index === 0 ? 0 : anchor;
    for (let start = centred ? floor : anchor; start <= Math.max(latest, centred ? floor : anchor); start++) {
      const border =
        start === 0 ? 0 : scoreBorder(grid, start, anchors[index - 1] ?? 0, Math.max(ceiling, anchor + 1));
      let best: Step | null = null;
      for (const before of open) {
        const score =
          before.score +
          border +
          (centred ? scoreCentre(before.start, start, anchors[index - 1] ?? 0, index === 1) : 0);
        if (best === null || score > best.score) best = { score, border, start, before };
      }
      steps.push(best ?? { score: border, border, start, before: null });
    }
    open = steps;
  }
  const last = anchors.at(-1) ?? 0;
  let best: Step | null = null;
  let score = Number.NEGATIVE_INFINITY;
  for (const step of open) {
    const own = step.score + (centred ? scoreCentre(step.start, lines.length, last, true) : 0);
    if (own <= score) continue;
    score = own;
    best = step;
  }
  const steps: Step[] = [];
  for (let step = best; step !== null; step = step.before) steps.unshift(step);
  const starts = steps.map(({ start }) => start);
  const doubts = steps.map(({ border, start }, index) => {
    if (border < BAD_BORDER) return DOUBTED;
    const own = scoreAround(grid, starts, index, start, centred);
    const floor = index === 0 ? 0 : (anchors[index - 1] ?? 0) + 1;
    for (
      let other = Math.max(floor, start - NEIGHBOURS);
      other <= Math.min(anchors[index] ?? 0, start + NEIGHBOURS);
      other++
    )
      if (other !== start && start > 0 && scoreAround(grid, starts, index, other, centred) > own - CLOSE)
        return DOUBTED;
    return 0;
  });
  // A border in doubt is as doubtful for the row above it.
  return { starts, score, doubts: doubts.map((doubt, index) => Math.max(doubt, doubts[index + 1] ?? 0)) };
};

/** Other borders so near in score leave it open which is right. */
const CLOSE = 1;
const NEIGHBOURS = 4;

/** What a row's border scores at a line while those of the others stay where they are. */
const scoreAround = (
  grid: Grid,
  starts: readonly number[],
  index: number,
  start: number,
  centred: boolean,
): number => {
  const { anchors, lines } = grid;
  const anchor = anchors[index] ?? 0;
  const ceiling = anchors[index + 1] ?? lines.length;
  const border = scoreBorder(grid, start, anchors[index - 1] ?? 0, Math.max(ceiling, anchor + 1));
  if (!centred) return border;
  const above =
    index === 0 ? 0 : scoreCentre(starts[index - 1] ?? 0, start, anchors[index - 1] ?? 0, index === 1);
  const last = index === anchors.length - 1;
  return (
    border +
    above +
    scoreCentre(start, last ? lines.length : (starts[index + 1] ?? lines.length), anchor, last)
  );
};

const scoreCentre = (from: number, to: number, anchor: number, edge: boolean): number => {
  const off = Math.max(0, Math.abs((from + to - 1) / 2 - anchor) - 0.5) * OFF_CENTRE;
  return -(edge ? Math.min(off, OFF_CENTRE_AT_EDGE) : off);
};
