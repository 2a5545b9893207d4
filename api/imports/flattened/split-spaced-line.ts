import { measureText } from "./measure-text.ts";
import type { VisualLine } from "./visual-line.ts";

/** A stretch of a line between runs of spaces. */
export type SpacedPart = {
  readonly text: string;
  /** Places of its first letter and one past its last, in letters from the left edge. */
  readonly from: number;
  readonly to: number;
};

const LONGEST_LINE = 600;

/** The letters of a line as places on paper: composed, tabs as eight spaces. */
export const lettersOf = (line: VisualLine): string =>
  line.raw
    .slice(0, LONGEST_LINE)
    .replace(/[\f\r]/g, "")
    .replace(/\t/g, " ".repeat(8))
    .normalize("NFC")
    .trimEnd();

/** What stands apart by two spaces or more. */
export const splitSpaced = (line: VisualLine): readonly SpacedPart[] => {
  const parts: SpacedPart[] = [];
  for (const match of lettersOf(line).matchAll(/\S+(?: \S+)*/gu))
    parts.push({ text: match[0], from: match.index, to: match.index + match[0].length });
  return parts;
};

/** Letters of different breadth move a line's columns by this many places. */
const SHIFT = 5;

/** The place near a border where a line has a gap; a word that stands over the border is not cut. */
const gapNear = (letters: string, border: number): number => {
  if (border >= letters.length) return border;
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let at = Math.max(1, border - SHIFT); at <= Math.min(letters.length, border + SHIFT); at++) {
    if (letters[at - 1] !== " ") continue;
    const broad = letters[at] === " " || letters[at - 2] === " ";
    const cost = Math.abs(at - border) + (broad ? 0 : SHIFT);
    if (cost >= least) continue;
    least = cost;
    best = at;
  }
  if (best !== null) return best;
  const wordStart = letters.lastIndexOf(" ", border) + 1;
  return wordStart;
};

/** Whether a line has no broad gap at one of the places where it is cut: which word is the last is a guess. */
export const isCutClosely = (line: VisualLine, borders: readonly number[]): boolean => {
  const letters = lettersOf(line);
  return borders.some((border) => {
    const at = gapNear(letters, border);
    return at > 1 && at < letters.length && !/ {2}/.test(letters.slice(Math.max(0, at - 2), at + 1));
  });
};

/** The texts of a line between given places: one for each column. */
export const cutAt = (line: VisualLine, borders: readonly number[]): readonly VisualLine[] => {
  const letters = lettersOf(line);
  const cuts = [0];
  for (const border of borders) cuts.push(Math.max(cuts.at(-1) ?? 0, gapNear(letters, border)));
  return cuts.map((from, index) => {
    const text = letters
      .slice(from, cuts[index + 1])
      .replace(/\s+/gu, " ")
      .trim();
    return { ...line, text, width: measureText(text) };
  });
};
