import { arrangeFlattened } from "../../../../api/imports/flattened/arrange-flattened.ts";
import { NOBODY_KNOWN } from "../../../../api/imports/known-names.ts";
import type { Format, Outline, Row, Table } from "../../../../api/imports/outline.ts";

/** An outline as a text reader gives it; a form feed begins a page. */
export const outlineOf = (text: string, format: Format = "text"): Outline => {
  const paged = text.includes("\f");
  let page = 1;
  const lines = text.split("\n").map((line) => {
    page += line.split("\f").length - 1;
    return { text: line.replaceAll("\f", ""), page: paged ? page : null, row: null, cell: null };
  });
  return { format, pages: paged ? page : null, lines, blocks: [], footnotes: [], remarks: [] };
};

export const arrange = (text: string, format: Format = "text"): Outline =>
  arrangeFlattened(outlineOf(text, format), NOBODY_KNOWN);

export const tableOf = (outline: Outline): Table => {
  const table = outline.blocks.find((block) => block.kind === "table");
  if (table?.kind !== "table") throw new Error("no table was rebuilt");
  return table;
};

export const cellsOf = (row: Row): readonly string[] =>
  row.cells.map(({ paragraphs }) => paragraphs.map(({ text }) => text).join(" "));

export const rowsOf = (outline: Outline): readonly (readonly string[])[] =>
  tableOf(outline)
    .rows.filter(({ header }) => !header)
    .map(cellsOf);

export const paragraphsOf = (outline: Outline): readonly string[] =>
  outline.blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));

/** What copying from some readers makes of a text: a blank line after every line. */
export const spacedOut = (text: string): string =>
  text
    .split("\n")
    .map((line) => `${line} \n`)
    .join("\n");
