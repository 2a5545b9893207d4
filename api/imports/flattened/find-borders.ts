import { headingWords, judgeHeading, matchHeader, OVER_COLUMNS } from "../recognition/parts/match-header.ts";
import { type HeaderColumn, splitHeader } from "../recognition/parts/split-header.ts";
import { isTaskTable } from "./judge-task-table.ts";
import { lettersOf, type SpacedPart, splitSpaced } from "./split-spaced-line.ts";
import type { VisualLine } from "./visual-line.ts";

export type SpacedHeader = {
  readonly columns: readonly HeaderColumn[];
  /** How many headings are wholly what the vocabulary names. */
  readonly named: number;
  /** For each column where its heading stands. */
  readonly places: readonly { readonly from: number; readonly to: number }[];
};

type Group = { from: number; to: number; parts: string[] };

/** The columns of a header whose cells stand above their columns, over one or more lines. */
export const readSpacedHeader = (lines: readonly VisualLine[]): SpacedHeader | null => {
  const rows = lines.map((line) => splitSpaced(line).flatMap(splitHeadings));
  const parts = rows.flatMap((row, at) => row.map((part) => ({ part, at })));
  const groups: Group[] = [];
  for (const { part } of parts.filter(({ part, at }) => !spansOthers(part, at, rows))) {
    const touching = groups.filter(({ from, to }) => from < part.to && part.from < to);
    const [first, ...others] = touching;
    if (first === undefined) {
      groups.push({ from: part.from, to: part.to, parts: [part.text] });
      continue;
    }
    for (const other of others) {
      first.parts.push(...other.parts);
      groups.splice(groups.indexOf(other), 1);
      first.from = Math.min(first.from, other.from);
      first.to = Math.max(first.to, other.to);
    }
    first.parts.push(part.text);
    first.from = Math.min(first.from, part.from);
    first.to = Math.max(first.to, part.to);
  }
  const sorted = groups.toSorted((a, b) => a.from - b.from);
  const columns = sorted.map((group): HeaderColumn => {
    const text = group.parts.join(" ");
    const split = splitHeader(text);
    return { text, role: split?.length === 1 ? (split[0]?.role ?? null) : matchHeader(text) };
  });
  const named = sorted.filter(({ parts }) => splitHeader(parts.join(" "))?.length === 1).length;
  const known = columns.filter(({ role }) => role !== null).length;
  return isTaskTable(columns) && known >= columns.length - 1
    ? { columns, named, places: sorted.map(({ from, to }) => ({ from, to })) }
    : null;
};

/** Two headings with one space between them: each begins with a capital. */
const splitHeadings = (part: SpacedPart): readonly SpacedPart[] => {
  const columns = (splitHeader(part.text) ?? []).map(({ text }) => text);
  const texts = columns.length > 1 ? columns : part.text.split(/ (?=\p{Lu}\p{Ll})/u);
  if (texts.length < 2) return [part];
  const parts: SpacedPart[] = [];
  let from = 0;
  for (const text of texts) {
    const at = part.text.indexOf(text, from);
    if (at < 0) return [part];
    from = at + text.length;
    parts.push({ text, from: part.from + at, to: part.from + from });
  }
  return parts;
};

/** "Phân công thực hiện" over "Chủ trì" and "Phối hợp". */
const spansOthers = (part: SpacedPart, at: number, rows: readonly (readonly SpacedPart[])[]): boolean =>
  judgeHeading(headingWords(part.text), false)?.role === OVER_COLUMNS &&
  rows.some(
    (row, index) => index > at && row.filter(({ from, to }) => from < part.to && part.from < to).length > 1,
  );

const BROADEST = 400;
/** Cells of a centred column begin within so many places. */
const NEAR_START = 9;
/** A line whose text stands over a border, against one that has a cell beginning behind it. */
const WRITTEN_OVER = 4;
/** Beside a full line its neighbour begins one space behind it, and moved by some places. */
const WRITTEN_CLOSE = 1.5;
const CLOSE = 3;
/** Of a place's distance from the heading's, by lines: headings stand in the middle, and blocks are shifted. */
const FAR_FROM_HEADING = 0.02;
/** A border stands between its headings, give or take so many places; each place farther off costs this, by lines. */
const BESIDE_HEADING = 6;
const THROUGH_HEADING = 0.3;
/** Words that begin in a column, by lines: a column is not empty. */
const LEAST_FILLED = 0.1;

type Step = { readonly score: number; readonly at: number; readonly before: Step | null };

/**
 * The places between the columns of some lines: where cells begin behind gaps and no text stands over them. The
 * headings tell how many there are, and about where.
 */
export const findBorders = (
  lines: readonly VisualLine[],
  places: SpacedHeader["places"],
): readonly number[] => {
  const { scores, closeScores, words } = scorePlaces(lines);
  const least = Math.max(1, lines.length * LEAST_FILLED);
  const filled = (from: number, to: number): boolean => (words[to] ?? 0) - (words[from] ?? 0) >= least;
  let open: readonly Step[] = [{ score: 0, at: 0, before: null }];
  for (const [index, place] of places.slice(1).entries()) {
    const wanted = Math.max(places[index]?.to ?? 0, place.from - 2);
    // Numbers are short: nothing crowds what stands behind them.
    const own = index === 0 ? scores : closeScores;
    const next: Step[] = [];
    for (let at = 1; at < scores.length; at++) {
      let best: Step | null = null;
      for (const before of open) {
        if (before.at >= at) break;
        if ((best === null || before.score > best.score) && filled(before.at, at)) best = before;
      }
      if (best === null) continue;
      const through = Math.max(0, at - place.from, (places[index]?.to ?? 0) - at) - BESIDE_HEADING;
      const off =
        (Math.abs(at - wanted) * FAR_FROM_HEADING + Math.max(0, through) * THROUGH_HEADING) * lines.length;
      next.push({ score: best.score + (own[at] ?? 0) - off, at, before: best });
    }
    open = next;
  }
  let last: Step | null = null;
  for (const step of open) if (last === null || step.score >= last.score) last = step;
  const borders: number[] = [];
  for (let step = last; step !== null && step.before !== null; step = step.before) borders.unshift(step.at);
  return borders.length === places.length - 1 ? borders : places.slice(1).map(({ from }) => from);
};

/** How well a border would stand at each place. */
const scorePlaces = (
  lines: readonly VisualLine[],
): {
  readonly scores: readonly number[];
  /** Where full lines may have come close to their neighbours. */
  readonly closeScores: readonly number[];
  /** Words that begin before each place. */
  readonly words: readonly number[];
} => {
  const begun: number[] = [];
  const over: number[] = [];
  const close: number[] = [];
  const starts: number[] = [];
  const count = (list: number[], at: number): void => {
    list[at] = (list[at] ?? 0) + 1;
  };
  let width = 0;
  for (const line of lines) {
    const letters = lettersOf(line).slice(0, BROADEST);
    width = Math.max(width, letters.length);
    for (let at = 0; at < letters.length; at++)
      if (letters[at] !== " ") {
        count(over, at + 1);
        if (letters.slice(Math.max(0, at - CLOSE), at + 1 + CLOSE).includes(" ")) count(close, at + 1);
        if (at === 0 || letters[at - 1] === " ") count(begun, at);
        if (at > 1 && letters[at - 1] === " " && letters[at - 2] === " ") count(starts, at);
      }
  }
  const words = [0];
  for (let at = 0; at < width; at++) words.push((words.at(-1) ?? 0) + (begun[at] ?? 0));
  const scores: number[] = [];
  const closeScores: number[] = [];
  for (let at = 0; at < width; at++) {
    let behind = 0;
    for (let near = at; near < at + NEAR_START; near++)
      behind += (starts[near] ?? 0) * (1 - (near - at) / NEAR_START / 2);
    scores.push(behind - WRITTEN_OVER * (over[at] ?? 0));
    closeScores.push((scores.at(-1) ?? 0) + (WRITTEN_OVER - WRITTEN_CLOSE) * (close[at] ?? 0));
  }
  return { scores, closeScores, words };
};
