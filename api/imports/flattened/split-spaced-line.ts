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

/** For each border the place where a line is cut: what begins there, or goes on, stands in the column behind it. */
export const placesNear = (line: VisualLine, borders: readonly number[]): readonly number[] => {
  const letters = lettersOf(line);
  const places: number[] = [];
  for (const border of borders) places.push(Math.max(places.at(-1) ?? 0, gapNear(letters, border)));
  return places;
};

/** Whether a line has no broad gap where it is cut: which word is the last is a guess. */
export const isCloseAt = (line: VisualLine, at: number): boolean => {
  const letters = lettersOf(line);
  return at > 1 && at < letters.length && !/ {2}/.test(letters.slice(Math.max(0, at - 2), at + 1));
};

/** The texts of a line between the places where it is cut: one for each column. */
export const cutAt = (line: VisualLine, places: readonly number[]): readonly VisualLine[] => {
  const letters = lettersOf(line);
  return [0, ...places].map((from, index) => {
    const text = letters.slice(from, places[index]).replace(/\s+/gu, " ").trim();
    return { ...line, text, width: measureText(text) };
  });
};
