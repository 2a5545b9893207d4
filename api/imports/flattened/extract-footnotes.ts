import type { Footnote } from "../outline.ts";
import { joinLines } from "./join-lines.ts";
import type { VisualLine } from "./visual-line.ts";

/** A figure glued to the end of a word: "cơ sở1.", "dân vận”2". */
const GLUED = /(?:\p{Ll}{2}|[”"’)…])(\d{1,2})(?=[.,;:!?…”")]*(?:\s|$))/gu;
const NOTE_START = /^(\d{1,2})\s?[-–.):]{0,2}\s*(?=[\p{Lu}“"‘(])/u;
/** A row with its cells side by side, whose number is no note's. */
const CELLS = /\S {3,}\S.* {3,}\S/u;
const MOST_LINES = 70;
/** Marks are looked for this many lines back: a page of six narrow columns has as many. */
const REACH = 260;

export type WithoutFootnotes = {
  readonly lines: readonly VisualLine[];
  readonly footnotes: readonly Footnote[];
  /** For each footnote mark the line of the text that carries it. */
  readonly marked: ReadonlyMap<number, readonly string[]>;
};

/**
 * Takes the texts of footnotes out of the foot of their pages: a line that begins with a number glued to an earlier
 * word, after a rule or broader than the lines of a table, down to the end of the page. `endsPage` tells whether a
 * page ends before a line.
 */
export const extractFootnotes = (
  lines: readonly VisualLine[],
  endsPage: readonly boolean[],
): WithoutFootnotes => {
  const marksAt = new Map<number, number[]>();
  const kept: VisualLine[] = [];
  const footnotes: Footnote[] = [];
  const marked = new Map<number, readonly string[]>();
  let expected = 1;
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (line === undefined) break;
    const start = NOTE_START.exec(line.text);
    const figure = start === null ? 0 : Number(start[1]);
    const carrier =
      figure >= 1 && figure >= expected && !CELLS.test(line.raw.trim())
        ? carrierOf(marksAt, figure, at)
        : undefined;
    const end = carrier === undefined ? at : endOfNotes(lines, endsPage, at);
    if (
      carrier !== undefined &&
      (line.afterRule || (end - at <= MOST_LINES && closesPage(lines, endsPage, end) && isBroad(lines, at)))
    ) {
      for (const note of splitNotes(lines.slice(at, end), figure)) {
        footnotes.push(note);
        const own = carrierOf(marksAt, Number(note.mark), at) ?? carrier;
        const where = lines[own]?.line ?? 0;
        marked.set(where, [...(marked.get(where) ?? []), note.mark]);
        expected = Number(note.mark) + 1;
      }
      at = end;
      continue;
    }
    for (const match of line.text.matchAll(GLUED)) {
      const mark = Number(match[1]);
      marksAt.set(mark, [...(marksAt.get(mark) ?? []), at]);
    }
    kept.push(line);
    at += 1;
  }
  return { lines: kept, footnotes, marked };
};

const carrierOf = (
  marksAt: ReadonlyMap<number, readonly number[]>,
  mark: number,
  at: number,
): number | undefined => marksAt.get(mark)?.findLast((place) => at - place <= REACH);

const endOfNotes = (lines: readonly VisualLine[], endsPage: readonly boolean[], from: number): number => {
  let at = from + 1;
  // The second paragraph of a note begins with a dash, and with a space that looks like the start of a page.
  while (
    at < lines.length &&
    at - from <= MOST_LINES &&
    (endsPage[at] !== true || /^[-–]\s?\p{Lu}/u.test(lines[at]?.text ?? ""))
  )
    at += 1;
  return at;
};

const closesPage = (lines: readonly VisualLine[], endsPage: readonly boolean[], end: number): boolean =>
  end >= lines.length || endsPage[end] === true;

/** Broader than nearly all lines before it on the page: footnotes run over the whole page, cells do not. */
const isBroad = (lines: readonly VisualLine[], at: number): boolean => {
  const own = lines[at]?.width ?? 0;
  const before = lines.slice(Math.max(0, at - 30), at).map(({ width }) => width);
  return before.filter((width) => width > own * 0.85).length <= before.length / 6;
};

const splitNotes = (lines: readonly VisualLine[], first: number): readonly Footnote[] => {
  const groups: VisualLine[][] = [];
  let next = first;
  for (const line of lines) {
    const start = NOTE_START.exec(line.text);
    if (start !== null && Number(start[1]) === next) {
      groups.push([line]);
      next += 1;
    } else groups.at(-1)?.push(line);
  }
  return groups.flatMap((group, index) => {
    const [head] = group;
    const last = group.at(-1);
    if (head === undefined || last === undefined) return [];
    return [
      {
        mark: String(first + index),
        text: joinLines(group.map(({ text }) => text)).replace(NOTE_START, ""),
        from: head.line,
        to: last.line,
      },
    ];
  });
};

/** The text without footnote marks that are known to be such, and the marks. */
export const dropMarks = (
  text: string,
  marks: readonly string[],
): { readonly text: string; readonly marks: readonly string[] } => {
  if (marks.length === 0) return { text, marks };
  const left = new Set(marks);
  const bare = text.replace(GLUED, (whole, mark: string) =>
    left.delete(mark) ? whole.slice(0, whole.length - mark.length) : whole,
  );
  return { text: bare, marks: marks.filter((mark) => !left.has(mark)) };
};
