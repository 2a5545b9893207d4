import type { CellTexts } from "./cell-texts.ts";
import { type CutCells, type SegmentScores, scoreSegments } from "./score-segments.ts";
import type { Piece } from "./split-pieces.ts";
import type { TableHabits } from "./table-habits.ts";

/** One cell's run of pieces, in the order of the text. A column has two where a page break cut its cell. */
export type PlacedRun = {
  readonly column: number;
  readonly from: number;
  /** One past the last. */
  readonly to: number;
  /** A new row of the table begins with it. */
  readonly startsRow: boolean;
  /** It is the rest of a cell that a page break cut. */
  readonly late: boolean;
};

export type Placement = {
  readonly runs: readonly PlacedRun[];
  readonly score: number;
  /** Logarithm of the sum over all ways to place the pieces: what `score` is to be compared with. */
  readonly total: number;
};

/** After a page break the rest of each cell follows, in the order of the columns. */
const GOING_BACK = -0.7;
const NEW_ROW = -1;

type Step = {
  readonly score: number;
  readonly total: number;
  readonly column: number;
  readonly late: number;
  readonly from: number;
  readonly to: number;
  readonly startsRow: boolean;
  readonly before: Step | null;
};

const addLogs = (a: number, b: number): number => {
  const high = Math.max(a, b);
  if (high === Number.NEGATIVE_INFINITY) return high;
  return high + Math.log1p(Math.exp(Math.min(a, b) - high));
};

/**
 * The likeliest way to cut a row's pieces into cells: columns go forward only, except after a page break. With
 * `manyRows` the rows themselves are unknown, and a row may begin at any piece.
 */
export const placePieces = (texts: CellTexts, habits: TableHabits, manyRows: boolean): Placement => {
  const first = placeOnce(texts, habits, manyRows, null);
  const broken = texts.pieces.findIndex(({ afterBreak }) => afterBreak);
  if (broken < 0 || manyRows) return first;
  // What stood before the break is known now: the rests of the cells are placed by it.
  const cut = new Map(
    first.runs
      .filter(({ late }) => !late)
      .map(({ column, from, to }) => [column, { from, to: Math.min(to, broken) }]),
  );
  return placeOnce(texts, habits, manyRows, new Map([...cut].filter(([, { from, to }]) => from < to)));
};

const placeOnce = (
  texts: CellTexts,
  habits: TableHabits,
  manyRows: boolean,
  cut: CutCells | null,
): Placement => {
  const { pieces } = texts;
  const scores = scoreSegments(texts, habits, cut);
  const columns = habits.roles.length;
  const skip = skipCosts(habits);
  const layers = pieces.some(({ afterBreak }) => afterBreak) ? [0, 1] : [0];
  // ends[end] holds the best step that ends before piece `end`, for each column, before and after a break.
  const ends: (Step | undefined)[][] = [];
  for (let end = 1; end <= pieces.length; end++) ends[end] = [];
  for (let from = 0; from < pieces.length; from++) {
    const arriving = ends[from] ?? [];
    for (let column = 0; column < columns; column++) {
      for (const late of layers) {
        const entry =
          from === 0
            ? late === 0
              ? { score: skip(0, column), total: skip(0, column), before: null, startsRow: true }
              : null
            : enter(arriving, column, late, pieces[from], skip, columns, manyRows);
        if (entry === null) continue;
        extend(entry, { from, column, late }, scores, ends, pieces.length);
      }
    }
  }
  return finish(ends[pieces.length] ?? [], skip, columns);
};

type Entry = {
  readonly score: number;
  readonly total: number;
  readonly before: Step | null;
  readonly startsRow: boolean;
};

type Skip = (from: number, to: number) => number;

const skipCosts = ({ emptiness }: TableHabits): Skip => {
  const sums = [0];
  for (const cost of emptiness) sums.push((sums.at(-1) ?? 0) + cost);
  return (from, to) => (to <= from ? 0 : (sums[to] ?? 0) - (sums[from] ?? 0));
};

const slot = (column: number, late: number): number => column * 2 + late;

const enter = (
  arriving: readonly (Step | undefined)[],
  column: number,
  late: number,
  piece: Piece | undefined,
  skip: Skip,
  columns: number,
  manyRows: boolean,
): Entry | null => {
  let best: Entry | null = null;
  let total = Number.NEGATIVE_INFINITY;
  for (const step of arriving) {
    if (step === undefined) continue;
    const rest = step.late === 1 ? 0 : skip(step.column + 1, columns);
    const forward = step.column < column && step.late === late;
    const back = late === 1 && piece?.afterBreak === true && step.column > column;
    const cost = forward
      ? late === 1
        ? 0
        : skip(step.column + 1, column)
      : back
        ? GOING_BACK + rest / 2
        : null;
    if (cost !== null) {
      total = addLogs(total, step.total + cost);
      if (best === null || step.score + cost > best.score)
        best = { score: step.score + cost, total, before: step, startsRow: false };
    }
    if (!manyRows || late === 1) continue;
    const anew = NEW_ROW + rest + skip(0, column);
    total = addLogs(total, step.total + anew);
    if (best === null || step.score + anew > best.score)
      best = { score: step.score + anew, total, before: step, startsRow: true };
  }
  return best === null ? null : { ...best, total };
};

const extend = (
  entry: Entry,
  at: { readonly from: number; readonly column: number; readonly late: number },
  scores: SegmentScores,
  ends: (Step | undefined)[][],
  pieces: number,
): void => {
  const { from, column, late } = at;
  const last = Math.min(pieces, from + scores.longest(column));
  for (let to = from + 1; to <= last; to++) {
    const own = scores.of(column, from, to, late === 1);
    const score = entry.score + own;
    const total = entry.total + own;
    const steps = ends[to] ?? [];
    const known = steps[slot(column, late)];
    const sum = known === undefined ? total : addLogs(known.total, total);
    steps[slot(column, late)] =
      known === undefined || score > known.score
        ? { score, total: sum, column, late, from, to, startsRow: entry.startsRow, before: entry.before }
        : { ...known, total: sum };
  }
};

const finish = (steps: readonly (Step | undefined)[], skip: Skip, columns: number): Placement => {
  let best: Step | null = null;
  let score = Number.NEGATIVE_INFINITY;
  let total = Number.NEGATIVE_INFINITY;
  for (const step of steps) {
    if (step === undefined) continue;
    const rest = step.late === 1 ? 0 : skip(step.column + 1, columns);
    total = addLogs(total, step.total + rest);
    if (step.score + rest <= score) continue;
    best = step;
    score = step.score + rest;
  }
  const runs: PlacedRun[] = [];
  for (let step = best; step !== null; step = step.before)
    runs.push({
      column: step.column,
      from: step.from,
      to: step.to,
      startsRow: step.startsRow,
      late: step.late === 1,
    });
  return { runs: runs.reverse(), score, total };
};
