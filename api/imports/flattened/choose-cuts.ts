import { foldVietnamese } from "../../shared/normalise-vietnamese.ts";
import type { ColumnRole } from "../recognition/parts/match-header.ts";
import domains from "../vocabulary/unit-domains.json" with { type: "json" };
import { endsOpen, judgeTime } from "./judge-cell-text.ts";
import { judgeStart, scoreStart } from "./judge-start.ts";
import { measureText } from "./measure-text.ts";
import { isUnits } from "./score-rests.ts";
import { cutAt, isCloseAt, lettersOf, placesNear, splitSpaced } from "./split-spaced-line.ts";
import type { VisualLine } from "./visual-line.ts";

/** A line as its columns hold it. */
export type CutLine = {
  readonly cells: readonly VisualLine[];
  /** Between two of its cells stands one space, and another would do nearly as well. */
  readonly doubted: boolean;
};

type Role = ColumnRole | null;

/** What lines with broad gaps say of the columns. */
type CleanLines = {
  /** Of each column's broadest line, in ems; null where too few tell. */
  readonly widths: readonly (number | null)[];
  /** Folded lines of cells, with the kind of column that they stood in. */
  readonly texts: ReadonlySet<string>;
};

const FEWEST_CLEAN = 3;
/** Letters about a border in which a full line's neighbour may begin. */
const REACH = 9;
const MOST_CLOSE = 3;
const NOTHING_KNOWN: ReadonlySet<string> = new Set();

const kindOf = (role: Role): string => (role !== null && isUnits(role) ? "units" : (role ?? "remarks"));
const keyOf = (role: Role, text: string): string => `${kindOf(role)} ${foldVietnamese(text)}`;

/**
 * The cells of lines laid out with spaces. Where a full line leaves one space before its neighbour, what is known of
 * the columns tells which: how broad they are, what stands alone in them elsewhere, and how their cells begin.
 */
export const chooseCuts = (
  lines: readonly VisualLine[],
  borders: readonly number[],
  roles: readonly Role[],
): readonly CutLine[] => {
  const near = lines.map((line) => {
    const places = placesNear(line, borders);
    const close = places.flatMap((at, border) =>
      isCloseAt(line, at) || runsPast(line, at, borders, border) ? [border] : [],
    );
    return { line, places, close, cells: cutAt(line, places) };
  });
  const clean = learnClean(
    near.filter(({ close }) => close.length === 0).map(({ cells }) => cells),
    roles,
  );
  let above: readonly string[] = [];
  return near.map(({ line, places, close, cells }) => {
    const begun = cells[0]?.text !== "" ? [] : above;
    const chosen =
      close.length === 0
        ? { cells, doubted: false }
        : chooseOne({ line, places, close, borders, roles, clean, above: begun });
    above = chosen.cells.map(({ text }, column) => (text === "" ? (begun[column] ?? "") : text));
    return chosen;
  });
};

/**
 * The cell behind a cut is empty, and the text before it ends behind the border or began close to it: some of that text
 * may be the cell.
 */
const runsPast = (line: VisualLine, at: number, borders: readonly number[], border: number): boolean => {
  const parts = splitSpaced(line);
  const before = parts.findLastIndex(({ from }) => from < at);
  const last = parts[before];
  const after = parts[before + 1];
  const own = borders[border] ?? 0;
  const next = borders[border + 1];
  return (
    last !== undefined &&
    next !== undefined &&
    after !== undefined &&
    after.from >= next - 2 &&
    (last.to > own || (before > 0 && last.from >= own - REACH))
  );
};

const learnClean = (cut: readonly (readonly VisualLine[])[], roles: readonly Role[]): CleanLines => ({
  widths: roles.map((_, column) => {
    const widths = cut.flatMap((cells) => (cells[column]?.text ? [cells[column].width] : []));
    return widths.length < FEWEST_CLEAN ? null : Math.max(...widths);
  }),
  texts: new Set(
    cut.flatMap((cells) =>
      cells.flatMap(({ text }, at) => (text === "" ? [] : [keyOf(roles[at] ?? null, text)])),
    ),
  ),
});

type Question = {
  readonly line: VisualLine;
  readonly places: readonly number[];
  readonly close: readonly number[];
  readonly borders: readonly number[];
  readonly roles: readonly Role[];
  readonly clean: CleanLines;
  /** The last line of each column's cell, "" where none is open. */
  readonly above: readonly string[];
};

/** A cut with another nearly as good is a guess. */
const MARGIN = 3;

const chooseOne = (question: Question): CutLine => {
  const { line, places, close, borders, roles } = question;
  let open: readonly (readonly number[])[] = [places];
  for (const border of close.filter((one) => roles[one] !== "number").slice(0, MOST_CLOSE)) {
    const tried = placesAbout(line, places[border] ?? 0, borders[border] ?? 0);
    open = open.flatMap((own) =>
      tried.map((at) => own.map((place, index) => (index === border ? at : place))),
    );
  }
  let best: {
    readonly cells: readonly VisualLine[];
    readonly score: number;
    readonly own: readonly number[];
  } = {
    cells: cutAt(line, places),
    score: Number.NEGATIVE_INFINITY,
    own: places,
  };
  let second = Number.NEGATIVE_INFINITY;
  for (const own of open) {
    if (own.some((at, index) => at < (own[index - 1] ?? 0))) continue;
    const cells = cutAt(line, own);
    const score = scoreCells(cells, own, question);
    if (score <= best.score) second = Math.max(second, score);
    else {
      second = best.score;
      best = { cells, score, own };
    }
  }
  const guessed = close.some((border) => isCloseAt(line, best.own[border] ?? 0));
  return { cells: best.cells, doubted: guessed || best.score - second < MARGIN };
};

/** Where the stretch of words about a border may be cut, its ends too: it may be one cell. */
const placesAbout = (line: VisualLine, at: number, border: number): readonly number[] => {
  const parts = splitSpaced(line);
  const part =
    parts.find(({ from, to }) => from <= border && border <= to) ??
    parts.find(({ from, to }) => from <= at && at <= to);
  if (part === undefined) return [at];
  const letters = lettersOf(line);
  const found: number[] = [at];
  for (let place = Math.max(part.from, border - REACH); place <= Math.min(part.to, border + REACH); place++)
    if (place !== at && (place === part.from || place === part.to || letters[place - 1] === " "))
      found.push(place);
  return found;
};

const TOO_BROAD = 25;
const NOT_FULL = 8;
const KNOWN = 2.5;
const START = 0.7;
const OUT_OF_NOTHING = -3;
const FAR = 0.15;
const TORN = 2;
const GOES_ON = 1;

const scoreCells = (
  cells: readonly VisualLine[],
  own: readonly number[],
  { line, close, borders, roles, clean, above }: Question,
): number => {
  let score = 0;
  for (const border of close) score -= Math.abs((own[border] ?? 0) - (borders[border] ?? 0)) * FAR;
  const touched = new Set(close.flatMap((border) => [border, border + 1]));
  for (const column of touched) {
    const text = cells[column]?.text ?? "";
    const role = roles[column] ?? null;
    if (text === "") continue;
    const most = clean.widths[column] ?? null;
    const width = measureText(text);
    if (most !== null) {
      score -= Math.min(6, Math.max(0, width / most - 1.05) * TOO_BROAD);
      const at = own[column] ?? Number.POSITIVE_INFINITY;
      if (close.includes(column) && isCloseAt(line, at)) score -= Math.max(0, 1 - width / most) * NOT_FULL;
    }
    if (clean.texts.has(keyOf(role, text))) score += KNOWN;
    const next = cells[column + 1]?.text ?? "";
    if (close.includes(column) && next !== "" && tearsName(text, next)) score -= TORN;
    if (close.includes(column - 1))
      score += scoreBeginning(role, text, above[column] ?? "", roles.includes("leader"));
  }
  return score;
};

const DOMAINS: ReadonlySet<string> = new Set(domains.map(foldVietnamese));
const pairOf = (before: string, after: string): string =>
  foldVietnamese(`${before.split(" ").at(-1) ?? ""} ${after.split(" ", 1)[0] ?? ""}`);

/** "Phòng" at the end of one cell and "Văn hóa" at the beginning of the next. */
const tearsName = (before: string, after: string): boolean => {
  const last = before.split(" ").at(-1) ?? "";
  return /^\p{Lu}\p{Ll}/u.test(last) && judgeStart(`${last} ${after}`, NOTHING_KNOWN).unit;
};

/** How well a text begins a cell, or goes on with the line over it. */
const scoreBeginning = (role: Role, text: string, above: string, hasLeader: boolean): number => {
  const time = role === "time_frame" ? judgeTime(above === "" ? text : `${above} ${text}`) : 0;
  if (time > 0) return 2 * time;
  const begins = scoreStart(role ?? "remarks", judgeStart(text, NOTHING_KNOWN), hasLeader) * START;
  const named = endsOpen(above) > 0 || DOMAINS.has(pairOf(above, text));
  const goesOn = above === "" ? OUT_OF_NOTHING : named ? GOES_ON : 0;
  return Math.max(begins, goesOn);
};
