import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import { type ColumnRole, type Heading, isDeedAlone, judgeHeading, OVER_COLUMNS } from "./match-header.ts";

/** A column's role and its heading as written; null: no rule knows the heading. */
export type HeaderColumn = { readonly role: ColumnRole | null; readonly text: string };

export type HeaderSplit = {
  readonly columns: readonly HeaderColumn[];
  /** For comparing with other ways to see the same lines. */
  readonly score: number;
};

type Word = {
  readonly key: string;
  readonly shown: string;
  readonly startsLine: boolean;
  /** It begins with a capital, in a header that is not all capitals. */
  readonly capital: boolean;
  readonly small: boolean;
};

const LONGEST_HEADING = 10;
const LONGEST_UNKNOWN = 6;
/** A heading begins with a capital, and at the start of a line more often than not. */
const SMALL_START = -2.5;
const LINE_START = 0.3;
/** Inside a heading. */
const CAPITAL_INSIDE = -1;
const UNKNOWN = -2;
/** One heading is likelier than two that its words could be as well. */
const HEADING = -0.5;
/** A column that the header did not have before. */
const COLUMN = 3;

type Step = {
  readonly score: number;
  readonly heading: Heading | null;
  readonly from: number;
  readonly to: number;
  readonly before: Step | null;
};

const wordsOf = (lines: readonly string[]): readonly Word[] => {
  const allCapitals = lines.every((line) => !/\p{Ll}/u.test(line));
  return lines.flatMap((line) =>
    line
      .normalize("NFC")
      .split(" ")
      .flatMap((shown) => shown.split(/(?<=\/)/))
      .flatMap((shown, index): readonly Word[] => {
        const keys = foldVietnamese(shown).match(/[\p{L}\p{N}&]+/gu) ?? [];
        return keys.map((key, part) => ({
          key,
          shown: part === 0 ? shown : "",
          startsLine: index === 0 && part === 0,
          capital: part === 0 && !allCapitals && /^[^\p{L}]*\p{Lu}(?!\p{Lu})/u.test(shown),
          small: part === 0 && /^[^\p{L}]*\p{Ll}/u.test(shown),
        }));
      }),
  );
};

/**
 * The columns named by the words of a header whose cells lost their lines, for each of its visual lines that could be
 * the last: "TT Nhiệm vụ Cơ quan chủ trì Thời gian thực hiện". An unknown heading may stand between known ones; without
 * `lenient` there is none. Names under a spanning heading are put in its place.
 */
export const splitHeaderLines = (
  lines: readonly string[],
  lenient: boolean,
): readonly (HeaderSplit | null)[] => {
  const words = wordsOf(lines);
  const best: (Step | null)[] = [null];
  let alive = 0;
  for (let to = 1; to <= words.length; to++) {
    best.push(to - alive > LONGEST_HEADING + LONGEST_UNKNOWN ? null : bestStep(words, best, to, lenient));
    if (best[to] !== null) alive = to;
  }
  let end = 0;
  return lines.map((_, index) => {
    end += 1;
    while (end < words.length && words[end]?.startsLine !== true) end += 1;
    const step = index < lines.length ? (best[Math.min(end, words.length)] ?? null) : null;
    return step === null || step.heading === null ? null : composeSplit(step, words);
  });
};

/** As `splitHeaderLines`, of one line; null where any word belongs to no heading. */
export const splitHeader = (row: string): readonly HeaderColumn[] | null =>
  splitHeaderLines([row.replace(/\s+/gu, " ").trim()], false)[0]?.columns ?? null;

const bestStep = (
  words: readonly Word[],
  best: readonly (Step | null)[],
  to: number,
  lenient: boolean,
): Step | null => {
  let found: Step | null = null;
  for (let from = to - 1; from >= 0 && to - from <= LONGEST_HEADING; from--) {
    const before = best[from] ?? null;
    if (from > 0 && before === null) continue;
    const own = words.slice(from, to);
    if (/\d/.test(own[0]?.key ?? "")) break;
    const heading = judgeHeading(
      own.map(({ key }) => key),
      lenient,
    );
    const mayBeUnknown = lenient && before !== null && before.heading !== null && isUnknownHeading(own);
    if (heading === null && !mayBeUnknown) continue;
    const score = (before?.score ?? 0) + scoreSegment(own, heading);
    if (found === null || score > found.score) found = { score, heading, from, to, before };
  }
  return found;
};

const isUnknownHeading = (words: readonly Word[]): boolean =>
  words.length <= LONGEST_UNKNOWN &&
  words[0]?.small === false &&
  (words[0].capital || words[0].startsLine) &&
  words.every(({ key }, at) => !/\d/.test(key) && (key.length > 1 || at > 0));

const scoreSegment = (words: readonly Word[], heading: Heading | null): number => {
  const [first, ...rest] = words;
  const start = first?.small === true ? SMALL_START : first?.startsLine === true ? LINE_START : 0;
  const inside = rest.reduce(
    (sum, { capital, startsLine }) => sum + (capital ? CAPITAL_INSIDE * (startsLine ? 2 : 1) : 0),
    0,
  );
  return HEADING + (heading?.strength ?? UNKNOWN) + start + inside;
};

const composeSplit = (last: Step, words: readonly Word[]): HeaderSplit => {
  const steps: Step[] = [];
  for (let step: Step | null = last; step !== null; step = step.before) steps.unshift(step);
  const ordered = orderColumns(steps, words);
  const roles = ordered.flatMap(({ heading }) => (heading === null ? [] : [heading.role]));
  const columns = ordered.flatMap(({ heading, from, to }): readonly HeaderColumn[] => {
    if (heading?.role === OVER_COLUMNS) return [];
    const shown = words.slice(from, to).map((word) => word.shown);
    const text = shown
      .filter((word) => word !== "")
      .join(" ")
      .replace(/\/ /g, "/");
    return [{ role: heading?.role ?? null, text }];
  });
  return { columns, score: last.score + new Set(roles).size * COLUMN - (roles.length - new Set(roles).size) };
};

const UNDER: ReadonlySet<string> = new Set(["lead", "coordinating", "leader"]);

/**
 * "TT | Nhiệm vụ | Đơn vị thực hiện | Thời gian" with "Chủ trì | Phối hợp" below reads lead, time frame, lead,
 * coordinating: the last two belong where the first lead stands. So do a bare "Chủ trì" and "Phối hợp" right behind
 * "Cơ quan thực hiện": they name the deeds of the body over them.
 */
const orderColumns = (steps: readonly Step[], words: readonly Word[]): readonly Step[] => {
  let first = steps.length;
  while (first > 0 && UNDER.has(steps[first - 1]?.heading?.role ?? "")) first -= 1;
  if (isOverDeeds(steps.slice(first), words)) return [...steps.slice(0, first), ...steps.slice(first + 1)];
  const under = steps.slice(first);
  if (!under.some(({ heading }) => heading?.role === "coordinating")) return steps;
  const rest = steps.slice(0, first);
  const spanning = rest.findIndex(({ heading }) => heading?.role === OVER_COLUMNS);
  const over =
    spanning < 0 && under.some(({ heading }) => heading?.role === "lead")
      ? rest.findIndex(({ heading }) => heading?.role === "lead")
      : spanning;
  return over < 0 ? steps : [...rest.slice(0, over), ...under, ...rest.slice(over + 1)];
};

/** Whether the first of some headings names a body, and nothing but what it does stands in the others. */
const isOverDeeds = ([over, ...deeds]: readonly Step[], words: readonly Word[]): boolean => {
  const keys = ({ from, to }: Step): readonly string[] => words.slice(from, to).map(({ key }) => key);
  return (
    over?.heading?.role === "lead" &&
    !isDeedAlone(keys(over)) &&
    deeds.some(({ heading }) => heading?.role === "lead") &&
    deeds.some(({ heading }) => heading?.role === "coordinating") &&
    deeds.every((step) => isDeedAlone(keys(step)))
  );
};
