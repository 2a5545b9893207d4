import { composeLineText } from "./compose-line-text.ts";
import type { TextLine, Word } from "./page-drawing.ts";

/** The column that lines are set in. */
export type Column = {
  readonly left: number;
  readonly right: number;
  /** Nobody knows how wide the column is: a line goes on only where its words say so. */
  readonly loose?: boolean;
};

export type DraftParagraph = {
  readonly lines: readonly TextLine[];
  readonly text: string;
  readonly marks: readonly string[];
  readonly bold: boolean;
  readonly italic: boolean;
  readonly centred: boolean;
};

const LABEL = /^(?:[-–—+•*▪●○■]\s|\(?(?:\p{L}|\d{1,3}(?:\.\d{1,3}){0,4}|[IVX]{1,6})[.)]+(?:\s|$)|Điều \d)/u;
const BULLET = /^[-–—+•*]\s/u;
const ENDED = /[.;:!?…”"]$/u;
const SMALL = /^\p{Ll}/u;
const OPEN_END = /[,(–-]$|(?:^|\s)(?:và|của|về|số|ngày|tháng|năm|các|theo)$/u;

/** Joins the lines of one column or cell to paragraphs. `marks` are the document's footnote marks. */
export const mergeLines = (
  lines: readonly TextLine[],
  column: Column,
  marks: ReadonlySet<string>,
): readonly DraftParagraph[] => {
  const pitch = usualPitch(lines);
  const groups: TextLine[][] = [];
  let last: TextLine | undefined;
  for (const line of lines) {
    const group = groups.at(-1);
    if (last !== undefined && group !== undefined && !opensParagraph(group, last, line, column, pitch)) {
      group.push(line);
    } else groups.push([line]);
    last = line;
  }
  return groups.map((group) => paragraphOf(group, column, marks));
};

/** Whether the second line is the first of a new paragraph. */
const opensParagraph = (
  group: readonly TextLine[],
  last: TextLine,
  next: TextLine,
  column: Column,
  pitch: number | null,
): boolean => {
  const size = Math.max(last.size, next.size);
  const samePage = last.page === next.page;
  if (Math.abs(last.size - next.size) > size * 0.12) return true;
  const step = next.y - last.y;
  if (samePage && step > (pitch ?? size * 1.75) + size * 0.35) return true;
  const before = composeLineText(last.words);
  const after = composeLineText(next.words);
  const labelled = LABEL.test(after);
  const wrapped = isWrapped(last, next, column);
  const centred = !wrapped && (isCentred(next, column) || isCentred(last, column));
  const fits =
    column.loose === true || (!wrapped && roomLeft(last, column) > firstWordWidth(next) + size * 0.6);
  if (!fits && !centred) {
    if (labelled && ENDED.test(before) && !(BULLET.test(after) && !endsSentence(before))) return true;
    const indented = next.x0 - lineStart(group, column) > size * 0.9 && last.x0 - column.left < size * 0.9;
    return indented && group.length > 1 && !isHanging(group, next);
  }
  if (labelled) return true;
  if (weight(last) !== weight(next) && !centred) return true;
  if (SMALL.test(after) && !ENDED.test(before)) return false;
  return !(OPEN_END.test(before) && sameLook(last, next));
};

const endsSentence = (text: string): boolean => /[.;:!?…]$/u.test(text);

const sameLook = (one: TextLine, other: TextLine): boolean => weight(one) === weight(other);

const weight = ({ words }: TextLine): string => {
  const bold = words.filter((word) => word.bold).length * 2 > words.length;
  return bold ? "bold" : "plain";
};

/** A wrapped line of a list item begins under the item's words, right of its label. */
const isHanging = (group: readonly TextLine[], next: TextLine): boolean => {
  const [first, second] = group;
  return second !== undefined && first !== undefined && Math.abs(second.x0 - next.x0) < next.size * 0.4;
};

const lineStart = (group: readonly TextLine[], column: Column): number =>
  group.length > 1 ? (group.at(-1)?.x0 ?? column.left) : column.left;

const roomLeft = (line: TextLine, column: Column): number =>
  isCentred(line, column) ? column.right - column.left - (line.x1 - line.x0) : column.right - line.x1;

const firstWordWidth = ({ words }: TextLine): number => {
  const [first] = words;
  if (first === undefined) return 0;
  let end = first.x1;
  for (const word of words.slice(1)) {
    if (word.x0 - end > word.size * 0.15 || word.spaceBefore) break;
    end = word.x1;
  }
  return end - first.x0;
};

const isCentred = (line: TextLine, { left, right }: Column): boolean => {
  const [before, after] = [line.x0 - left, right - line.x1];
  return before > line.size * 1.2 && after > line.size * 1.2 && Math.abs(before - after) < line.size * 0.9;
};

/**
 * An indented first line whose next word had no room: by chance it stands as far from one edge as from the other, and
 * yet it is no centred line.
 */
const isWrapped = (last: TextLine, next: TextLine, column: Column): boolean =>
  isCentred(last, column) &&
  next.x0 - column.left < next.size * 0.5 &&
  column.right - last.x1 < firstWordWidth(next) + next.size * 0.6;

/** As far from one edge as from the other, though it may fill the column. */
const isEven = (line: TextLine, { left, right }: Column): boolean =>
  Math.abs(line.x0 - left - (right - line.x1)) < line.size * 0.9;

/** Baseline to baseline inside a paragraph; null where there are too few lines to tell. */
const usualPitch = (lines: readonly TextLine[]): number | null => {
  const steps = lines
    .slice(1)
    .map((line, at) => (line.page === lines[at]?.page ? line.y - (lines[at]?.y ?? 0) : 0))
    .filter((step) => step > 0)
    .sort((one, other) => one - other);
  return steps.length < 3 ? null : (steps[Math.floor(steps.length / 4)] ?? null);
};

const paragraphOf = (
  lines: readonly TextLine[],
  column: Column,
  marks: ReadonlySet<string>,
): DraftParagraph => {
  const words = lines.flatMap((line) => line.words);
  const found = words.filter(({ raised, text }) => raised && marks.has(text)).map(({ text }) => text);
  return {
    lines,
    text: joinLines(lines, (word) => isMark(word, marks)),
    marks: found,
    bold: share(words, "bold") > 0.9,
    italic: share(words, "italic") > 0.9,
    centred:
      lines.some((line) => isCentred(line, column)) &&
      lines.every((line) => isEven(line, column)) &&
      !(lines[0] !== undefined && lines[1] !== undefined && isWrapped(lines[0], lines[1], column)),
  };
};

const isMark = (word: Word, marks: ReadonlySet<string>): boolean => word.raised && marks.has(word.text);

const share = (words: readonly Word[], own: "bold" | "italic"): number => {
  let all = 0;
  let marked = 0;
  for (const word of words) {
    all += word.text.length;
    if (word[own]) marked += word.text.length;
  }
  return all === 0 ? 0 : marked / all;
};

const CUT = /[\p{L}\p{N}][-‐‑/]$/u;
const DOCUMENT_CODE = /(?:^|[\s(])[\p{Lu}\p{N}Đđ./&]*[\p{N}/][\p{L}\p{N}./&]*-$/u;
const GOES_ON = /^[\p{L}\p{N}]/u;

/**
 * The text of lines as one: what a line end cut at a hyphen or slash that hangs on its word is joined without a space
 * ("QĐ-" and "UBND"), a hyphen that stands between spaces keeps them.
 */
export const joinLines = (
  lines: readonly Pick<TextLine, "words">[],
  leftOut?: (word: Word) => boolean,
): string => {
  let text = "";
  let space = false;
  for (const { words } of lines) {
    const next = composeLineText(words, leftOut);
    if (next === "") continue;
    const cut =
      (CUT.test(text) && GOES_ON.test(next) && (!space || DOCUMENT_CODE.test(text.slice(-60)))) ||
      (next.startsWith("/") && /[\p{L}\p{N}]$/u.test(text));
    text += text === "" || cut ? next : ` ${next}`;
    space = words.at(-1)?.spaceAfter ?? false;
  }
  return text.normalize("NFC");
};
