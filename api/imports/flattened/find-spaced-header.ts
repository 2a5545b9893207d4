import { holdsHeadingWords } from "../recognition/parts/match-header.ts";
import { readSpacedHeader, type SpacedHeader } from "./find-borders.ts";
import { splitSpaced } from "./split-spaced-line.ts";
import type { VisualLine } from "./visual-line.ts";

const NUMBER_HEADING = /^(?:STT|TT|S ?TT|Số(?: TT)?|SỐ(?: TT)?|Stt)$/u;
const MOST_HEADER_LINES = 6;
const isNumberHeading = (line: VisualLine): boolean => NUMBER_HEADING.test(splitSpaced(line)[0]?.text ?? "");

/** A lone part of a header stands over a column in the middle of the page. */
const MARGIN = 14;

/** A header that begins at a line: the tallest of those whose headings read best, so that none is cut short. */
export const headerAt = (
  lines: readonly VisualLine[],
  at: number,
): { readonly header: SpacedHeader; readonly lines: number } | null => {
  const opening = lines[at];
  if (opening === undefined) return null;
  const [alone, other] = splitSpaced(opening);
  if (alone === undefined || (other === undefined && alone.from < MARGIN)) return null;
  const block: VisualLine[] = [];
  for (const [index, line] of lines.slice(at, at + MOST_HEADER_LINES).entries()) {
    const numbers = isNumberHeading(line);
    // What stands over a blank line goes on with the heading of a column that no rule knows.
    const closes = index > 0 && line.gap === 0 && (lines[at + index + 1]?.gap ?? 0) > 0;
    if (numbers ? block.some(isNumberHeading) : !closes && !holdsHeadingWords(line.text)) break;
    block.push(line);
  }
  const numberAt = block.findIndex(isNumberHeading);
  if (numberAt < 0) return null;
  const most = block.length;
  let best: { readonly header: SpacedHeader; readonly lines: number } | null = null;
  for (let height = most; height > numberAt; height--) {
    const header = readSpacedHeader(block.slice(0, height));
    if (header === null || header.columns[0]?.role !== "number") continue;
    if (best === null || header.named > best.header.named) best = { header, lines: height };
  }
  return best;
};

/** The number of a page, or its running head: never a line of the table. */
const isPageHead = (line: VisualLine): boolean => {
  const [only, other] = splitSpaced(line);
  return only !== undefined && other === undefined && only.from >= MARGIN;
};

/** The header repeated on the next page, the number of the page before it. */
export const headerNear = (
  lines: readonly VisualLine[],
  at: number,
): { readonly header: SpacedHeader; readonly lines: number; readonly from: number } | null => {
  for (let from = at; from <= at + 2; from++) {
    const found = headerAt(lines, from);
    if (found !== null) return { ...found, from };
    const line = lines[from];
    if (line === undefined || !isPageHead(line)) return null;
  }
  return null;
};
