import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import { composeLineText } from "./compose-line-text.ts";
import type { TextLine } from "./page-drawing.ts";

export type PageLines = {
  readonly number: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
};

/** Parts of the page's height in which headers and footers begin. */
const MARGIN = 0.1;
const MOST_OUTER = 4;
/** A line repeated on so many pages is a running header or footer. */
const REPEATED = 3;
const PAGE_NUMBER =
  /^[-–—|/[(]?\s*(?:trang|page|tr\.)?\s*(\d{1,3}|[ivxl]{1,6})\s*(?:(?:\/|of|trên)\s*\d{1,3})?\s*[-–—|/\])]?$/i;

/** "Kế hoạch … - Trang 2/7": a header or footer that counts the pages, whatever stands before. */
const COUNTED = /(?:^|[\s|–—-])(?:trang|page)\s*(\d{1,3})(?:\s*(?:\/|of|trên)\s*\d{1,3})?$/i;

/** Takes page numbers and running headers and footers out of the pages' margins. */
export const filterPageFurniture = (pages: readonly PageLines[]): readonly PageLines[] => {
  const repeated = repeatedLines(pages);
  return pages.map((page) => {
    const isNumber = (line: TextLine) =>
      isInMargin(page, line) && isPageNumber(composeLineText(line.words), page.number);
    const isFurniture = (line: TextLine) => isNumber(line) || repeated.has(keyOf(page, line));
    const { top, bottom } = outerLines(page);
    const out = new Set(
      [top, bottom].flatMap((outer) => {
        const end = outer.findIndex((line) => !isFurniture(line));
        const found = end < 0 ? outer : outer.slice(0, end);
        // What the text goes on from without a gap is text: the header of a table, a sentence that recurs.
        return isApart(found.at(-1), outer[found.length]) ? found : found.filter(isNumber);
      }),
    );
    return { ...page, lines: page.lines.filter((line) => !out.has(line)) };
  });
};

const isApart = (outer: TextLine | undefined, inner: TextLine | undefined): boolean =>
  outer === undefined || inner === undefined || Math.abs(inner.y - outer.y) > outer.size * 1.45;

/** A number alone; an arabic one only where it can be the page's own or that of an annex. */
const isPageNumber = (text: string, page: number): boolean => {
  const number = (PAGE_NUMBER.exec(text) ?? COUNTED.exec(text))?.[1];
  if (number === undefined) return false;
  return Number.isNaN(Number(number)) || Number(number) <= page + 2 || /\D/.test(text);
};

const isInMargin = ({ height }: PageLines, { y }: TextLine): boolean =>
  y < height * MARGIN || y > height * (1 - MARGIN);

/** From the page's edges inward, the lines that begin in the margin and one more. */
const outerLines = (
  page: PageLines,
): { readonly top: readonly TextLine[]; readonly bottom: readonly TextLine[] } => {
  const half = page.height / 2;
  const top = page.lines.filter(({ y }) => y < half).slice(0, MOST_OUTER);
  const bottom = page.lines
    .filter(({ y }) => y >= half)
    .slice(-MOST_OUTER)
    .reverse();
  const marginal = (lines: readonly TextLine[]) =>
    lines.slice(0, lines.filter((line) => isInMargin(page, line)).length + 1);
  return { top: marginal(top), bottom: marginal(bottom) };
};

const keyOf = ({ height }: PageLines, line: TextLine): string => {
  const text = composeLineText(line.words);
  const folded = foldVietnamese(COUNTED.test(text) ? text.replace(/\d+/g, "#") : text);
  return `${line.y < height / 2 ? "top" : "bottom"} ${folded}`;
};

/** What opens a document or an annex may do so on many pages. */
const OPENING =
  / (?:cong hoa xa hoi|doc lap-tu do|uy ban nhan dan|hoi dong nhan dan|tm\.|noi nhan|luu:|phu luc|danh muc|bieu|mau so)/;

const repeatedLines = (pages: readonly PageLines[]): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const { top, bottom } = outerLines(page);
    const marginal = [...top, ...bottom].filter((line) => isInMargin(page, line));
    for (const key of new Set(marginal.map((line) => keyOf(page, line)))) {
      if (!OPENING.test(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return new Set(
    [...counts].filter(([, count]) => count >= REPEATED && count * 2 > pages.length).map(([key]) => key),
  );
};
