import type { Block, Outline, Paragraph, Row } from "../../../../api/imports/outline.ts";
import { plainParagraph } from "../../../../api/imports/readers/shape-paragraph.ts";

/**
 * A document typed in a test: one paragraph a line. "^" before a line: centred and bold. "*": bold. Lines of
 * "| a | b |" make a table; "⏎" in a cell parts its paragraphs.
 */
export const typedDocument = (text: string): Outline => {
  const typed = text.split("\n").map((line) => line.trim());
  const blocks: Block[] = [];
  for (const [at, line] of typed.entries()) {
    if (line === "") continue;
    if (!line.startsWith("|")) {
      blocks.push(typedParagraph(line, at + 1));
      continue;
    }
    const row = typedRow(line, at + 1);
    const before = blocks.at(-1);
    if (before?.kind === "table" && before.to === at)
      blocks[blocks.length - 1] = {
        ...before,
        to: at + 1,
        columns: Math.max(before.columns, row.cells.length),
        rows: [...before.rows, row],
      };
    else
      blocks.push({
        kind: "table",
        from: at + 1,
        to: at + 1,
        columns: row.cells.length,
        rows: [row],
        certainty: 1,
      });
  }
  return {
    format: "docx",
    pages: null,
    lines: typed.map((line) => ({ text: line.replace(/^[*^]/, ""), page: null, row: null, cell: null })),
    blocks,
    footnotes: [],
    remarks: [],
  };
};

const typedParagraph = (line: string, at: number): Paragraph => {
  if (line.startsWith("^")) return plainParagraph(line.slice(1), at, { bold: true, centred: true });
  return line.startsWith("*") ? plainParagraph(line.slice(1), at, { bold: true }) : plainParagraph(line, at);
};

const typedRow = (line: string, at: number): Row => ({
  from: at,
  to: at,
  header: false,
  cells: line
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell, index) => ({
      column: index + 1,
      columns: 1,
      continued: false,
      paragraphs: cell
        .split("⏎")
        .map((own) => own.trim())
        .filter((own) => own !== "")
        .map((own) => plainParagraph(own, at)),
    })),
});
