import type { Block, Cell, Format, Outline, OutlineLine, Paragraph, Row } from "../../api/imports/outline.ts";

/**
 * A cell: its text, paragraphs apart by a line feed; "^" repeats the merged cell above; ">" is covered by the cell
 * before it.
 */
export type RowOfTexts = readonly string[];
export type OutlineItem =
  | string
  | { readonly bold: string }
  | { readonly rows: readonly RowOfTexts[]; readonly certainty?: number };

/** An outline written down as a person sees the document: paragraphs and tables in order. */
export const outlineOf = (items: readonly OutlineItem[], format: Format = "docx"): Outline => {
  const lines: OutlineLine[] = [];
  const paragraph = (text: string, row: number | null, cell: number | null, bold = false): Paragraph => {
    lines.push({ text, page: 1, row, cell });
    const at = lines.length;
    return {
      kind: "paragraph",
      from: at,
      to: at,
      text,
      label: null,
      bold,
      italic: false,
      centred: false,
      heading: null,
      marks: [],
    };
  };
  const blocks = items.map((item): Block => {
    if (typeof item === "string") return paragraph(item, null, null);
    if ("bold" in item) return paragraph(item.bold, null, null, true);
    const from = lines.length + 1;
    const rows: Row[] = [];
    for (const [at, texts] of item.rows.entries()) {
      const first = lines.length + 1;
      const cells: Cell[] = [];
      for (const [index, text] of texts.entries()) {
        const before = cells.at(-1);
        if (text === ">" && before !== undefined)
          cells[cells.length - 1] = { ...before, columns: before.columns + 1 };
        else if (text === "^") {
          const above = rows.at(-1)?.cells.find(({ column }) => column === index + 1);
          cells.push({ column: index + 1, columns: 1, continued: true, paragraphs: above?.paragraphs ?? [] });
        } else
          cells.push({
            column: index + 1,
            columns: 1,
            continued: false,
            paragraphs: text.split("\n").map((part) => paragraph(part, at + 1, index + 1)),
          });
      }
      rows.push({ from: Math.min(first, lines.length), to: lines.length, cells, header: false });
    }
    return {
      kind: "table",
      from,
      to: lines.length,
      columns: Math.max(...item.rows.map((row) => row.length)),
      rows,
      certainty: item.certainty ?? 1,
    };
  });
  return { format, pages: 1, lines, blocks, footnotes: [], remarks: [] };
};
