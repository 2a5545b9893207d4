import { composeLineText } from "./compose-line-text.ts";
import type { Ruling } from "./detect-rulings.ts";
import { joinLines } from "./merge-lines.ts";
import type { TextLine } from "./page-drawing.ts";

export type DraftFootnote = {
  readonly mark: string;
  readonly text: string;
  readonly lines: readonly TextLine[];
};

export type FootedPage = {
  readonly width: number;
  readonly lines: readonly TextLine[];
  /** Drawn lines across that rule no table. */
  readonly rules: readonly Ruling[];
  /** Where the lowest table ends; 0 without one. */
  readonly tablesEnd: number;
};

export type SplitFoot = { readonly body: readonly TextLine[]; readonly foot: readonly TextLine[] };

const MARK = /^(?:\d{1,3}|\*{1,3}|\([\d*]{1,3}\)|\[\d{1,3}\]|[a-z])$/u;
const WRITTEN_MARK = /^(\d{1,3}|\*{1,3})(?:[.)]|\s?[-–])?\s/u;

/**
 * Cuts the footnotes off a page's foot: smaller type under a rule, or opening with a raised mark. `bodySize` is the
 * size of most of the document's letters; `open` says that the page before ended inside a footnote's area.
 */
export const splitFoot = (page: FootedPage, bodySize: number, open: boolean): SplitFoot => {
  const { lines } = page;
  const small = (line: TextLine) => line.size <= bodySize - 0.7 || startsWithMark(line);
  let start = lines.length;
  while (start > 0) {
    const line = lines[start - 1];
    if (line === undefined || !small(line) || line.y <= page.tablesEnd) break;
    start -= 1;
  }
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const ruled = isUnderRule(line, lines[at - 1], page);
    const marked = startsWithMark(line) || (ruled && WRITTEN_MARK.test(composeLineText(line.words)));
    if (marked || (ruled && open)) return { body: lines.slice(0, at), foot: lines.slice(at) };
  }
  return { body: lines, foot: [] };
};

const startsWithMark = ({ words }: TextLine): boolean => {
  const [first] = words;
  return first !== undefined && words.length > 1 && first.raised && MARK.test(first.text);
};

const isUnderRule = (line: TextLine, above: TextLine | undefined, page: FootedPage): boolean =>
  page.rules.some(
    ({ at, from, to }) =>
      at < line.y - line.size * 0.4 &&
      at > line.y - line.size * 4 &&
      at > (above?.y ?? 0) &&
      to - from > page.width * 0.12 &&
      from < page.width * 0.35,
  );

/** The footnotes of all feet in order; a foot that opens without a mark goes on with the footnote before. */
export const arrangeFootnotes = (feet: readonly (readonly TextLine[])[]): readonly DraftFootnote[] => {
  const notes: { mark: string; lines: TextLine[] }[] = [];
  for (const line of feet.flat()) {
    const last = notes.at(-1);
    const mark = markOf(line, last?.mark ?? null);
    if (mark !== null) notes.push({ mark: mark.mark, lines: [{ ...line, words: mark.rest }] });
    else if (last !== undefined) last.lines.push(line);
    else notes.push({ mark: "", lines: [line] });
  }
  return notes.map(({ mark, lines }) => ({ mark, lines, text: joinLines(lines) }));
};

const markOf = (
  line: TextLine,
  last: string | null,
): { readonly mark: string; readonly rest: TextLine["words"] } | null => {
  const [first, ...rest] = line.words;
  if (first === undefined) return null;
  if (startsWithMark(line)) return { mark: first.text, rest };
  const written = WRITTEN_MARK.exec(`${first.text} `)?.[1];
  if (written === undefined || rest.length === 0) return null;
  const next = last === null ? null : String(Number(last) + 1);
  return next === null || next === written ? { mark: written, rest } : null;
};
