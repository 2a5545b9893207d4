import type { Paragraph } from "../outline.ts";
import { dropMarks } from "./extract-footnotes.ts";
import { joinLines } from "./join-lines.ts";
import { goesOnWithDash } from "./judge-dash.ts";
import { measureText, SPACE_WIDTH } from "./measure-text.ts";
import type { UsualGap, VisualLine } from "./visual-line.ts";

const LABELLED =
  /^(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+\s|\(?[a-zđ]\)|[a-zđ]\.\s|[IVX]{1,6}[.)]|[A-H]\.|[-–+•*●▪o]\s)/u;
/** A bullet that was set apart from its text. */
const BARE_BULLET = /^[-–+•*●▪]$/u;
const SPECIAL =
  /^(?:Điều \d|Căn cứ |Nơi nhận|TM\.|KT\.|TL\.|Số\s*:|PHỤ LỤC|Phụ lục [IVX\d]|DANH MỤC|QUYẾT ĐỊNH|KẾ HOẠCH|CỘNG HÒA|Độc lập|Theo đề nghị|Xét đề nghị|\(Ban hành|\(Kèm theo|\(Đính kèm)/u;
const FIELD_LABEL = /^\p{Lu}[\p{L} ,/]{4,50}:(?:\s|$)/u;
const FINISHED = /[.;:!?…][”"’)]*$/u;
/** "số 12-", "Văn hóa -", "01/": the line was broken there. */
const CUT_SHORT = /[\p{L}\d]\s?[-–/]$/u;
const LOWER_START = /^[“"(]?\p{Ll}/u;

/** Lines of prose share one width; this many of them have to be near it, or lines are whole paragraphs. */
const SHARE_OF_FULL_LINES = 0.2;
const BROADEST_PAGE = 85;

/** The width at which the lines of prose were broken; null where each line is a paragraph by itself. */
export const measureProse = (lines: readonly VisualLine[]): number | null => {
  const widths = lines.map(({ width }) => width).sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length * 0.96)] ?? 0;
  if (width > BROADEST_PAGE || width < 12) return null;
  const near = widths.filter((one) => one > width * 0.88).length;
  return near >= widths.length * SHARE_OF_FULL_LINES ? width : null;
};

const isCapitals = (text: string): boolean => /\p{Lu}.*\p{Lu}/u.test(text) && text === text.toUpperCase();

export type ProseLook = { readonly width: number | null; readonly gap: UsualGap };

/** The figure that numbers a paragraph, or would. */
const figureOf = (text: string): number | null => {
  const figure = /^(\d{1,5})[.)]/.exec(text)?.[1];
  return figure === undefined ? null : Number(figure);
};

/** Whether a line begins a paragraph; the line before it and the first line of the open paragraph given. */
const begins = (
  before: VisualLine,
  line: VisualLine,
  { width, gap }: ProseLook,
  first: VisualLine,
): boolean => {
  const { text } = line;
  if (BARE_BULLET.test(text)) return true;
  if (BARE_BULLET.test(before.text)) return false;
  const firstWord = text.split(" ", 1)[0] ?? "";
  const slack = width === null ? 0 : width - before.width - SPACE_WIDTH - measureText(firstWord);
  const full = width !== null && slack <= width * 0.05;
  const finished = FINISHED.test(before.text);
  if (full && goesOnWithDash(before.text.slice(-80), text)) return false;
  const figure = figureOf(text);
  if (figure !== null && figure === (figureOf(first.text) ?? 0) + 1) return true;
  // "… trước ngày 15 tháng 9 năm" – "2026. Ngoài ra": a figure of the sentence.
  if (LABELLED.test(text)) return !(full && !finished && figure !== null && figure > 30);
  if (CUT_SHORT.test(before.text)) return false;
  if (SPECIAL.test(text)) return !full || finished || isCapitals(text);
  if (FIELD_LABEL.test(text) && !full) return true;
  if (LOWER_START.test(text)) return width === null && finished && line.gap > 0;
  if (width === null) return true;
  const wide = line.gap > gap && !line.startsPage;
  if (wide || isCapitals(before.text) !== isCapitals(text)) return true;
  return slack > width * 0.1;
};

/** Prose that was broken into visual lines, paragraph by paragraph. */
export const segmentParagraphs = (
  lines: readonly VisualLine[],
  look: ProseLook,
  marked: ReadonlyMap<number, readonly string[]>,
): readonly Paragraph[] => {
  const groups: VisualLine[][] = [];
  let before: VisualLine | undefined;
  for (const line of lines) {
    const open = groups.at(-1);
    const first = open?.[0];
    if (
      open === undefined ||
      before === undefined ||
      first === undefined ||
      begins(before, line, look, first)
    )
      groups.push([line]);
    else open.push(line);
    before = line;
  }
  return groups.map((group) => paragraphOf(group, marked));
};

export const paragraphOf = (
  lines: readonly VisualLine[],
  marked: ReadonlyMap<number, readonly string[]>,
): Paragraph => {
  const own = lines.flatMap(({ line }) => marked.get(line) ?? []);
  const { text, marks } = dropMarks(joinLines(lines.map((line) => line.text)), own);
  return {
    kind: "paragraph",
    from: lines[0]?.line ?? 1,
    to: lines.at(-1)?.line ?? 1,
    text,
    label: null,
    bold: false,
    italic: false,
    centred: false,
    heading: null,
    marks,
  };
};
