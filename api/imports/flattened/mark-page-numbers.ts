import type { UsualGap, VisualLine } from "./visual-line.ts";

const FIGURE = /^(?:-\s?)?(\d{1,3})(?:\s?-)?$|^(?:trang|page)\s+(\d{1,3})(?:\s*\/\s*\d{1,3})?$/iu;

type Found = {
  readonly at: number;
  readonly page: number;
  readonly figure: number;
  readonly worded: boolean;
};

/**
 * The lines that are nothing but the number of a page: lone figures at an edge of a page that count its pages, on at
 * least half of them where the text tells its pages, and twice where they are inferred (`starts`: a page begins there).
 * Before a repeated header once is enough; so is a figure set off by more than the usual gap, before a header or in
 * mid-sentence.
 */
export const markPageNumbers = (
  lines: readonly VisualLine[],
  starts: readonly boolean[],
  opensTable: (at: number) => boolean,
  usualGap: UsualGap,
): ReadonlySet<number> => {
  const found: Found[] = [];
  let page = 1;
  for (const [at, line] of lines.entries()) {
    const starting = starts[at] === true && at > 0;
    page = line.page ?? (starting ? page + 1 : page);
    const match = FIGURE.exec(line.text);
    if (match === null) continue;
    const ending = at + 1 === lines.length || starts[at + 1] === true;
    if (!starting && !ending) continue;
    const worded = match[2] !== undefined || /-/.test(line.text);
    found.push({ at, page, figure: Number(match[1] ?? match[2]), worded });
  }
  const steps = new Map<number, number>();
  for (const { page: own, figure } of found) steps.set(figure - own, (steps.get(figure - own) ?? 0) + 1);
  const [[step, times] = [0, 0]] = [...steps].sort((a, b) => b[1] - a[1]);
  const told = lines.at(-1)?.page ?? null;
  const enough = told === null ? times >= 2 : times >= Math.max(1, (told - 1) / 2);
  const counting = found
    .filter(
      ({ at, page: own, figure, worded }) =>
        worded || (enough && figure - own === step) || (figure === own && opensTable(at + 1)),
    )
    .map(({ at }) => at);
  return new Set([
    ...counting,
    ...[...lines.keys()].filter(
      (at) =>
        FIGURE.test(lines[at]?.text ?? "") &&
        isSetApart(lines, at, usualGap) &&
        (opensTable(at + 1) || cutsSentence(lines, at)),
    ),
  ]);
};

/** More than the usual gap stands before and behind it. */
const isSetApart = (lines: readonly VisualLine[], at: number, usualGap: UsualGap): boolean =>
  (lines[at]?.gap ?? 0) > usualGap && (lines[at + 1]?.gap ?? 0) > usualGap;

/** No sentence has a lone figure before which it stops and behind which it goes on in small letters. */
const cutsSentence = (lines: readonly VisualLine[], at: number): boolean =>
  /[\p{L},]$/u.test(lines[at - 1]?.text ?? "") && /^\p{Ll}/u.test(lines[at + 1]?.text ?? "");
