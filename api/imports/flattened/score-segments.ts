import type { ColumnRole } from "../recognition/parts/match-header.ts";
import type { CellTexts } from "./cell-texts.ts";
import { isShortHead } from "./judge-cell-text.ts";
import { scoreStart } from "./judge-start.ts";
import { SPACE_WIDTH } from "./measure-text.ts";
import { isUnits, scoreLateStart, scoreLateText, scoreRest } from "./score-rests.ts";
import type { Piece } from "./split-pieces.ts";
import type { ColumnWidth, TableHabits } from "./table-habits.ts";

export type SegmentScores = {
  /** Of pieces in a cell of a column. */
  readonly longest: (column: number) => number;
  /** How well the pieces from `from` up to `to` make one cell; `late`: they go on with a cell cut by a page break. */
  readonly of: (column: number, from: number, to: number, late: boolean) => number;
};

const LONGEST_CELL: Readonly<Record<ColumnRole, number>> = {
  number: 1,
  task: 90,
  lead: 40,
  coordinating: 60,
  time_frame: 14,
  product: 40,
  leader: 14,
  method: 40,
  remarks: 40,
};

/** A cell's border without a blank line, in a text where every line is followed by one, is no chance. */
const TIGHT = 3;
const WIDE = 2.5;
const INSIDE_A_LINE = -2.5;
/** "Quý" in one cell and its "III/2026" in the next. */
const TORN_NUMBER = -7;
/** A ditto mark is a cell by itself. */
const NEVER = -12;

/** For each column the run of pieces that its cell had before the page broke. */
export type CutCells = ReadonlyMap<number, { readonly from: number; readonly to: number }>;

/** Scores are natural logarithms of odds, set by hand: 3 is "nearly always". */
export const scoreSegments = (texts: CellTexts, habits: TableHabits, cut: CutCells | null): SegmentScores => {
  const { pieces } = texts;
  const { roles, widths, gap, wholeCells } = habits;
  const hasLeader = roles.includes("leader");
  const borders = pieces.map((piece, at) => (at === 0 ? 0 : scoreBorder(pieces[at - 1], piece, gap)));
  const lastBreak = pieces.findLastIndex(({ afterBreak }) => afterBreak);
  const columns = roles.map((role, column) => {
    const width = widths[column] ?? { most: null, full: null };
    return {
      role,
      width,
      starts: pieces.map(({ start }) => scoreStart(role, start, hasLeader)),
      fits: sumUp(pieces.map((piece) => (piece.sameLine ? 0 : scoreWidth(piece.width, width)))),
      halves: pieces.map((piece) => (piece.sameLine ? scoreWidth(piece.width, width) : 0)),
      joins: sumUp(
        pieces.map(
          (piece, at) =>
            (wholeCells ? scoreWholeJoin(pieces[at - 1], piece) : 0) +
            scoreJoin(pieces[at - 1], piece, role, width, gap, hasLeader, false),
        ),
      ),
      joinsAfterHalf: pieces.map((piece, at) =>
        pieces[at - 1]?.sameLine === true
          ? scoreJoin(pieces[at - 1], piece, role, width, gap, hasLeader, true)
          : 0,
      ),
    };
  });
  return {
    longest: (column) => LONGEST_CELL[roles[column] ?? "remarks"],
    of: (column, from, to, late) => {
      const own = columns[column];
      if (own === undefined) return Number.NEGATIVE_INFINITY;
      const { role, width, starts, fits, halves, joins, joinsAfterHalf } = own;
      let score = (fits[to] ?? 0) - (fits[from] ?? 0) + (halves[from] ?? 0);
      score += (joins[to] ?? 0) - (joins[from + 1] ?? 0);
      // The first join was reckoned with the whole visual line; the cell holds the end of it alone.
      if (pieces[from]?.sameLine === true && to > from + 1)
        score += (joinsAfterHalf[from + 1] ?? 0) - ((joins[from + 2] ?? 0) - (joins[from + 1] ?? 0));
      score += borders[from] ?? 0;
      score += late
        ? scoreLateStart(pieces[from], role) +
          scoreLateText(role, texts, habits, cut?.get(column), from, to) +
          (cut === null ? 0 : scoreRest(pieces, cut.get(column), from, width))
        : (starts[from] ?? 0) + scoreText(role, column, texts, habits, from, to, to <= lastBreak);
      return score + scoreEnd(pieces[to - 1], pieces[to], role, width, to <= lastBreak);
    },
  };
};

const sumUp = (scores: readonly number[]): readonly number[] => {
  const sums = [0];
  for (const score of scores) sums.push((sums.at(-1) ?? 0) + score);
  return sums;
};

const scoreBorder = (before: Piece | undefined, piece: Piece, gap: number): number => {
  if (piece.sameLine) {
    if (piece.start.ditto || before?.start.ditto === true) return 0;
    const complete = before === undefined || (before.endsOpen === 0 && !/[,;]$/.test(before.text));
    if (!complete) return INSIDE_A_LINE * 2;
    return INSIDE_A_LINE * (piece.start.dashed ? 0.2 : piece.start.unit || piece.start.leader ? 0.6 : 1);
  }
  if (piece.afterBreak) return 0;
  return piece.line.gap < gap ? TIGHT : piece.line.gap > gap ? WIDE : 0;
};

/** No line of a column is broader than the column; the estimate of it is not exact. */
const scoreWidth = (width: number, { most }: ColumnWidth): number =>
  most === null || width <= most * 1.05 + 0.4 ? 0 : -Math.min(12, ((width - most) / most) * 25);

const WHOLE = -3;

/** Of lines that are whole cells only the items of a list, or the paragraphs of a sentence, share one. */
const scoreWholeJoin = (before: Piece | undefined, { start, text }: Piece): number =>
  before === undefined || start.dashed || start.lower || /[;,:]$/.test(before.text) || /^\d[.)]/.test(text)
    ? 0
    : WHOLE;

/** Whether two pieces that follow each other can stand in one cell. */
const scoreJoin = (
  before: Piece | undefined,
  piece: Piece,
  role: ColumnRole,
  width: ColumnWidth,
  gap: number,
  hasLeader: boolean,
  half: boolean,
): number => {
  if (before === undefined) return 0;
  const { start } = piece;
  let score = 0;
  const finished = /[.;:]["”’)]*$/u.test(before.text);
  const { sameLine } = piece;
  if (!sameLine && !piece.afterBreak && piece.line.gap < gap) score -= TIGHT;
  if (!sameLine && !piece.afterBreak && piece.line.gap > gap) score -= finished ? 0.7 : WIDE;
  if (start.ditto || before.start.ditto) return NEVER;
  const listed = /[,;:]$|(?:^|\s)và$/u.test(before.text);
  if (isUnits(role)) {
    if (start.dashed && !before.inList && !/:$/.test(before.text)) score -= 3.5;
    if (start.unit && !start.dashed && !listed && !(before.endsOpen > 0 && start.nameGoesOn))
      score -= before.inList ? 0.7 : start.nameGoesOn ? 1.2 : sameLine ? 3 : 2.6;
    if (start.time && !start.lower && !start.unit) score -= 3;
  } else if (role === "time_frame") {
    if (!start.lower && !start.time && /^\p{Lu}/u.test(piece.text)) score -= 2;
  } else if (role === "task" && !start.lower && !start.dashed) {
    if (start.leader && hasLeader && before.endsOpen === 0) score -= 2.5;
    else if (start.unit && !start.task && before.endsOpen === 0) score -= finished ? 3 : 0.3;
    else if (start.time && (finished || sameLine)) score -= 1.5;
  } else if (role === "product" && start.unit && !start.product && !listed) score -= 1;
  if (/[.]["”’)]*$/u.test(before.text) && start.lower) score -= 2.5;
  if (piece.afterBreak && role !== "task" && start.lower && before.endsOpen === 0) score -= 1;
  if (sameLine)
    return (
      score +
      scoreWidth(piece.fullWidth, width) -
      scoreWidth(piece.fullWidth - piece.width - SPACE_WIDTH, width)
    );
  if (start.dashed) return score;
  const { full } = width;
  if (full === null) return score;
  const slack = full - (half ? before.width : before.fullWidth) - SPACE_WIDTH - piece.firstWord;
  // A cell may have several paragraphs: sentences, or a unit each.
  const mayEndParagraph = (finished && !start.lower) || (isUnits(role) && start.unit && !start.nameGoesOn);
  // One more word would have fitted: the line was the last of its paragraph.
  if (slack > full * 0.04 + 0.2)
    return score - Math.min(5, 1 + (slack / full) * 12) * (mayEndParagraph ? 0.4 : 1);
  return score + 0.5;
};

const scoreEnd = (
  last: Piece | undefined,
  next: Piece | undefined,
  role: ColumnRole,
  { full }: ColumnWidth,
  cut: boolean,
): number => {
  if (last === undefined) return 0;
  let score = next?.goesOnWithNumber === true && !next.afterBreak ? TORN_NUMBER : 0;
  if (isUnits(role) && (last.endsInTime || (last.start.time && !last.start.lower && !last.start.unit)))
    score -= 3;
  if (role === "task" && last.endsInTime && last.start.time && !last.start.lower) score -= 3;
  if (role === "product" && last.endsInTime && last.start.time && next?.start.time === true) score -= 3;
  if (role === "time_frame") score -= last.endsInTime && !cut ? 2 : 0;
  else if (next?.afterBreak !== true) {
    score -= last.endsOpen * (cut ? 0.2 : 1);
    if (last.endsOpen > 0 && next?.start.nameGoesOn === true) score -= isShortHead(last.text) ? 3.5 : 1.5;
  }
  if (next === undefined || next.afterBreak || next.sameLine || full === null) return score;
  // A line just as full as if its sentence went on.
  if (full - last.fullWidth - SPACE_WIDTH - next.firstWord <= 0) score -= 0.7;
  return score;
};

/** What the whole text of a cell says of the column; `cut`: a page break later in the row may have cut the cell. */
const scoreText = (
  role: ColumnRole,
  column: number,
  texts: CellTexts,
  { cellTexts }: TableHabits,
  from: number,
  to: number,
  cut: boolean,
): number => {
  const open = texts.openBrackets(from, to);
  const bracket = open > 0 ? (cut ? -0.4 : -2) * Math.min(open, 2) : open < 0 ? -1.5 : 0;
  const time = texts.timeLikeness(from, to);
  if (role === "time_frame") return bracket + (time === 1 ? 5 : time > 0 ? 2 : -5);
  const counts = cellTexts.get(texts.key(from, to));
  const known = counts?.[column] ?? 0;
  const elsewhere = counts === undefined ? 0 : Math.max(...counts) - known;
  if (role === "task") return bracket + (time === 1 ? -4 : 0) - bonusOf(elsewhere);
  // A unit that leads one task coordinates others.
  const others = isUnits(role) ? 0.5 * bonusOf(elsewhere) : -bonusOf(elsewhere);
  return bracket + (time === 1 ? -4 : 0) + (known > 1 ? bonusOf(known) : others);
};

/** Once is the cell itself. */
const bonusOf = (times: number): number => (times <= 1 ? 0 : Math.min(2.5, 0.8 * Math.log2(1 + times)));
