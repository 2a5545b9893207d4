import type { TextStyle } from "./document-source.ts";

/** Paragraphs of WordprocessingML. */

export const escapeXml = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

export type Look = {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly align?: "left" | "center" | "right" | "both";
  readonly indent?: boolean;
  /** Of `numbering.xml`. */
  readonly list?: number;
  readonly style?: string;
  readonly pageBreakBefore?: boolean;
};

const LOOKS: Readonly<Record<TextStyle, Look>> = {
  body: { align: "both", indent: true },
  "centre-bold": { align: "center", bold: true },
  "centre-italic": { align: "center", italic: true },
  bold: { align: "both", indent: true, bold: true },
  italic: { align: "both", indent: true, italic: true },
  small: { align: "left", size: 22 },
  bullet: { align: "both", list: 1 },
  dash: { align: "both", list: 2 },
  "page-title": { align: "center", bold: true, style: "Heading1", pageBreakBefore: true },
};
export const lookOf = (style: TextStyle): Look => LOOKS[style];

const run = (text: string, look: Look, more = ""): string => {
  const properties = `${look.bold ? "<w:b/>" : ""}${look.italic ? "<w:i/>" : ""}${
    look.size ? `<w:sz w:val="${look.size}"/>` : ""
  }${more}`;
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
};

const mark = (id: string): string =>
  `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`;

/** `{1}` becomes the reference of footnote 1. */
export const renderParagraph = (text: string, look: Look): string => {
  const runs = text
    .split(/(\{\d+\})/)
    .filter((part) => part !== "")
    .map((part) => (/^\{\d+\}$/.test(part) ? mark(part.slice(1, -1)) : run(part, look)))
    .join("");
  const properties = [
    look.style ? `<w:pStyle w:val="${look.style}"/>` : "",
    look.pageBreakBefore ? "<w:pageBreakBefore/>" : "",
    look.list ? `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${look.list}"/></w:numPr>` : "",
    `<w:spacing w:before="${look.indent ? 60 : 0}" w:after="${look.indent ? 60 : 0}"/>`,
    look.indent ? '<w:ind w:firstLine="567"/>' : "",
    `<w:jc w:val="${look.align ?? "left"}"/>`,
  ].join("");
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
};

/** The paragraphs of a cell: one a line of its text. */
export const renderCellParagraphs = (text: string, look: Look): string =>
  text
    .split("\n")
    .map((line) => renderParagraph(line, look))
    .join("");
