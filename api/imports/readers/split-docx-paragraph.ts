import type { Piece } from "./extract-docx-runs.ts";
import { tidyLine } from "./shape-paragraph.ts";

/** A paragraph as recognition wants it: one for each line that stands by itself. */
export type DocxLine = {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly marks: readonly string[];
};

export type LineFacts = {
  readonly inCell: boolean;
  readonly centred: boolean;
  /** The list's label stands before it: a tab or a line end after the number is none. */
  readonly labelled: boolean;
  /** The mark of a note in the document's order; null where the note has no text. */
  readonly mark: (of: "footnote" | "endnote", id: string, own: string | null) => string | null;
};

type Line = { text: string; letters: number; bold: number; italic: number; marks: string[]; hard: boolean };

const LETTER = /[\p{L}\p{N}]/gu;

/**
 * Cuts a paragraph where its line ends mean something. In a cell and among centred lines each line stands for
 * itself (units one below the other; a kind of document above its title), elsewhere only what begins like an item
 * or follows an end of sentence. A line end inside a word or before a small letter is none anywhere.
 */
export const splitDocxParagraph = (pieces: readonly Piece[], facts: LineFacts): readonly DocxLine[] => {
  const lines = withoutBlanks(linesOf(pieces, facts));
  const dashes = lines.filter(({ text }) => DASH.test(text.trimStart())).length;
  const merged: Line[][] = [];
  lines.forEach((line, at) => {
    const glue = at === 0 ? null : glueBetween(lines[at - 1] ?? line, line, facts, dashes);
    if (glue === null) merged.push([line]);
    else merged.at(-1)?.push({ ...line, text: glue + line.text });
  });
  return merged
    .map(joined)
    .flatMap((line) => (facts.inCell || facts.labelled ? [line] : sideBySide(line)))
    .map(({ text, letters, bold, italic, marks }) => ({
      text: tidyLine(text),
      bold: letters > 0 && bold >= letters * 0.9,
      italic: letters > 0 && italic >= letters * 0.9,
      marks,
    }))
    .filter(({ text, marks }) => text !== "" || marks.length > 0);
};

/** A line left blank keeps those round it apart. */
const withoutBlanks = (lines: readonly Line[]): readonly Line[] => {
  let apart = false;
  return lines.flatMap((line) => {
    const blank = tidyLine(line.text) === "" && line.marks.length === 0;
    const hard = apart || line.hard;
    apart = blank;
    return blank ? [] : [{ ...line, hard }];
  });
};

const emptyLine = (hard: boolean): Line => ({ text: "", letters: 0, bold: 0, italic: 0, marks: [], hard });

const linesOf = (pieces: readonly Piece[], facts: LineFacts): readonly Line[] => {
  let line = emptyLine(false);
  const lines = [line];
  pieces.forEach((piece, at) => {
    if (piece.kind === "break") {
      line = emptyLine(piece.hard);
      lines.push(line);
    } else if (piece.kind === "tab") line.text += "\t";
    else if (piece.kind === "note") {
      const next = pieces[at + 1];
      const own = piece.ownMark && next?.kind === "text" ? tidyLine(next.text) : null;
      const mark = facts.mark(piece.of, piece.id, own);
      if (mark !== null) line.marks.push(mark);
    } else if (piece.kind === "text") {
      const before = pieces[at - 1];
      if (before?.kind === "note" && before.ownMark) return;
      const letters = piece.text.match(LETTER)?.length ?? 0;
      line.text += piece.text;
      line.letters += letters;
      line.bold += piece.bold ? letters : 0;
      line.italic += piece.italic ? letters : 0;
    }
  });
  return lines;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

const joined = (lines: readonly Line[]): Line => ({
  text: lines.map(({ text }) => text).join(""),
  letters: sum(lines.map(({ letters }) => letters)),
  bold: sum(lines.map(({ bold }) => bold)),
  italic: sum(lines.map(({ italic }) => italic)),
  marks: lines.flatMap(({ marks }) => marks),
  hard: false,
});

const DASH = /^[-–—]\s/;
/** "- ", "1.", "2.3. ", "IV. ", "a)", "Điều 2": how an item begins. */
const ITEM = /^(?:[-–—+*•]\s|(?:\d{1,3}|[IVXLC]{1,6})[.)]|\d{1,3}(?:\.\d{1,3}){1,4}\s|\p{L}\)|Điều \d)/u;

/**
 * What joins two lines into one paragraph; null where the second stands for itself. A single dash in a cell is no
 * list: the line was broken before the hyphen of a name.
 */
const glueBetween = (
  before: Line,
  line: Line,
  { inCell, centred }: LineFacts,
  dashes: number,
): string | null => {
  const [first, second] = [tidyLine(before.text), tidyLine(line.text)];
  if (first === "" || second === "") return " ";
  if (line.hard) return null;
  if (/^[-–—]$|\s[-–—]$/.test(first)) return " ";
  if (/[-–—]$/.test(first)) return "";
  if (inCell && dashes === 1 && DASH.test(second) && !/[.:;,]$/.test(first)) return " ";
  if (ITEM.test(second)) return null;
  if (/^[\p{Ll},;.:)\]”/]/u.test(second)) return " ";
  return inCell || centred || /[.;:!?”]$/.test(first) ? null : " ";
};

/** Longer texts are sentences with a stray tab in them. */
const LONGEST_SIDE = 100;
const GAP = /\t+|\s{6,}/;

/** A letterhead or a signature without a table: two short texts on one line, kept apart by tabs or by many spaces. */
const sideBySide = (line: Line): readonly Line[] => {
  const sides = line.text.split(GAP).map(tidyLine);
  const said = sides.filter((side) => side !== "");
  const [left = "", right = ""] = said;
  const apart =
    said.length === 2 &&
    Math.max(left.length, right.length) <= LONGEST_SIDE &&
    /\S\s\S/.test(left) &&
    /\S\s\S/.test(right) &&
    /^[\p{Lu}\d"“(-]/u.test(right) &&
    !ITEM.test(right);
  return apart
    ? [left, right].map((text, at) => ({ ...line, text, marks: at === 1 ? line.marks : [] }))
    : [line];
};
