import type { Paragraph } from "../outline.ts";

const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;

/** On one line, composed, spaces single, without what cannot be seen. */
export const tidyLine = (text: string): string =>
  text
    .replace(UNSEEN, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .normalize("NFC")
    .trim();

/** A paragraph of a format that marks nothing but its lines. */
export const plainParagraph = (
  text: string,
  line: number,
  own: Partial<Pick<Paragraph, "bold" | "italic" | "centred">> = {},
): Paragraph => ({
  kind: "paragraph",
  from: line,
  to: line,
  text: tidyLine(text),
  label: null,
  bold: false,
  italic: false,
  centred: false,
  heading: null,
  marks: [],
  ...own,
});
