import type {
  Block,
  Cell,
  Footnote,
  Outline,
  OutlineLine,
  Paragraph,
  ReaderRemark,
  Row,
  Table,
} from "../../outline.ts";
import type { DraftFootnote } from "./arrange-footnotes.ts";
import { composeLineText } from "./compose-line-text.ts";
import { groupNear } from "./detect-rulings.ts";
import type { DraftRow, DraftTable } from "./draft-table.ts";
import { type Column, type DraftParagraph, mergeLines } from "./merge-lines.ts";
import type { TextLine } from "./page-drawing.ts";

export type Piece =
  | { readonly kind: "flow"; readonly lines: readonly TextLine[]; readonly column: Column }
  | { readonly kind: "table"; readonly table: DraftTable };

/** Numbers the lines in reading order and shapes paragraphs, tables and footnotes over them. */
export const composeOutline = (
  pieces: readonly Piece[],
  notes: readonly DraftFootnote[],
  pages: number,
  remarks: readonly ReaderRemark[],
): Outline => {
  const lines: OutlineLine[] = [];
  const marks = new Set(notes.map(({ mark }) => mark));
  const add = (line: TextLine, row: number | null, cell: number | null) =>
    lines.push({ text: composeLineText(line.words), page: line.page, row, cell });
  const paragraphOf = (draft: DraftParagraph, row: number | null, cell: number | null): Paragraph => {
    const from = lines.length + 1;
    for (const line of draft.lines) add(line, row, cell);
    const { text, bold, italic, centred } = draft;
    return {
      kind: "paragraph",
      from,
      to: lines.length,
      text,
      label: null,
      bold,
      italic,
      centred,
      heading: null,
      marks: draft.marks,
    };
  };
  const tableOf = (draft: DraftTable): Table => {
    const start = lines.length + 1;
    const edges = groupNear(draft.xs, (x) => x, 4).map(
      (group) => group.reduce((sum, x) => sum + x, 0) / group.length,
    );
    const indent = cellIndent(draft.rows);
    const above = new Map<number, readonly Paragraph[]>();
    const rows = draft.rows.map((row, at): Row => {
      const from = lines.length + 1;
      const cells = row.cells.map((cell): Cell => {
        const column = nearest(edges, cell.left);
        const end = Math.max(column + 1, nearest(edges, cell.right));
        const paragraphs = cell.continued
          ? (above.get(column) ?? [])
          : mergeLines(
              cell.lines,
              {
                left: cell.left + indent,
                right: cell.right - indent,
                loose: draft.rows.length === 1 && draft.certainty < 1,
              },
              marks,
            ).map((paragraph) => paragraphOf(paragraph, at + 1, column + 1));
        above.set(column, paragraphs);
        return { column: column + 1, columns: end - column, continued: cell.continued, paragraphs };
      });
      if (lines.length < from) lines.push({ text: "", page: draft.page, row: at + 1, cell: 1 });
      return { from, to: lines.length, cells, header: row.header };
    });
    return {
      kind: "table",
      from: start,
      to: lines.length,
      columns: edges.length - 1,
      rows,
      certainty: draft.certainty,
    };
  };
  const blocks = pieces.flatMap((piece): readonly Block[] =>
    piece.kind === "table"
      ? [tableOf(piece.table)]
      : mergeLines(piece.lines, piece.column, marks).map((paragraph) => paragraphOf(paragraph, null, null)),
  );
  const footnotes = notes.map(({ mark, text, lines: own }): Footnote => {
    const from = lines.length + 1;
    for (const line of own) add(line, null, null);
    return { mark, text, from, to: lines.length };
  });
  return { format: "pdf", pages, lines, blocks, footnotes, remarks };
};

const nearest = (edges: readonly number[], place: number): number => {
  let best = 0;
  for (const [at, edge] of edges.entries()) {
    if (Math.abs(edge - place) < Math.abs((edges[best] ?? 0) - place)) best = at;
  }
  return best;
};

/** How far text stands from the edge of its cell. */
const cellIndent = (rows: readonly DraftRow[]): number => {
  const indents = rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => cell.lines.map(({ x0 }) => x0 - cell.left)),
  );
  return indents.length === 0 ? 0 : Math.min(9, Math.max(0, Math.min(...indents)));
};
