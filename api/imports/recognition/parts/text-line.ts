import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import type { Block, Paragraph, Span } from "../../outline.ts";

/** One paragraph as the rules of the document's joints look at it. */
export type TextLine = Span & {
  /** With the label that the format draws, without Markdown marks. */
  readonly text: string;
  readonly folded: string;
  /** All letters are capitals, and there are at least two. */
  readonly capitals: boolean;
  /** Set apart by the format: centred, bold or a heading style. */
  readonly marked: boolean;
};

const MARKDOWN = /^#{1,6}\s+|\*{1,3}|^_{2,}\s?|__/gu;
const RULE = /^[\s_*.\-–—=~•…]*$/u;

/** Without Markdown's marks of emphasis and heading. */
export const plainText = (text: string): string =>
  text.normalize("NFC").replace(MARKDOWN, "").replace(/\s+/gu, " ").trim();

const isCapitals = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters >= 2 && text === text.toUpperCase();
};

export const lineOf = (paragraph: Paragraph): TextLine => {
  const own = plainText(paragraph.text);
  const label = paragraph.label?.trim() ?? "";
  const text = label === "" ? own : `${label} ${own}`;
  return {
    from: paragraph.from,
    to: paragraph.to,
    text,
    folded: foldVietnamese(text),
    capitals: isCapitals(own),
    marked:
      paragraph.centred || paragraph.bold || paragraph.heading !== null || /^(?:#|\*\*)/.test(paragraph.text),
  };
};

/** A line that says nothing: blank, dots, a drawn rule. */
export const isRule = (text: string): boolean => RULE.test(text);

/** The paragraphs of a block; of a table those of its cells, row by row, a merged cell once. */
export const linesOfBlock = (block: Block): readonly TextLine[] =>
  (block.kind === "paragraph"
    ? [block]
    : block.rows.flatMap((row) => row.cells.flatMap((cell) => (cell.continued ? [] : cell.paragraphs)))
  )
    .map(lineOf)
    .filter(({ text }) => !isRule(text));

export const linesOf = (blocks: readonly Block[]): readonly TextLine[] => blocks.flatMap(linesOfBlock);
