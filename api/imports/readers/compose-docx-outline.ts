import type { Block, Cell, Footnote, Outline, Paragraph, Row, Table } from "../outline.ts";
import { arrangeDocxCells } from "./arrange-docx-cells.ts";
import { composeLines } from "./compose-lines.ts";
import { docxNotes } from "./docx-notes.ts";
import { contentOf, extractDocxRuns, type RunFacts, TAKEN_OUT } from "./extract-docx-runs.ts";
import { labelLists } from "./label-lists.ts";
import { overParagraph, overRun, paragraphLookOf, resolveDocxStyles } from "./resolve-docx-styles.ts";
import { splitDocxParagraph } from "./split-docx-paragraph.ts";
import { childNamed, elementsIn, valueIn, type XmlElement } from "./xml-element.ts";

/** The parts that hold text or say how it is numbered; null where the file has none. */
export type DocxParts = {
  readonly document: XmlElement;
  readonly styles: XmlElement | null;
  readonly numbering: XmlElement | null;
  readonly footnotes: XmlElement | null;
  readonly endnotes: XmlElement | null;
};

export type ComposedDocx = {
  readonly outline: Outline;
  /** Pictures that stand in the text. */
  readonly pictures: number;
  /** More stands in it than is read. */
  readonly tooLong: boolean;
};

/** Where a paragraph stands inside a table; in a note both are null. */
type Place = { readonly row: number | null; readonly cell: number | null };

const IN_NOTE: Place = { row: null, cell: null };
const COUNTS = /[\p{L}\p{N}]/u;

/**
 * Every paragraph and table of the text in its order. A cell that holds nothing but its number drawn by a list
 * ("1.", "2.1") has that number as its text.
 */
export const composeDocxOutline = (parts: DocxParts): ComposedDocx => {
  const lines = composeLines();
  const styles = resolveDocxStyles(parts.styles);
  const labels = labelLists(parts.numbering, styles.listOf);
  const notes = docxNotes(parts.footnotes, parts.endnotes);
  let pictures = 0;
  const facts: RunFacts = {
    styles,
    remark: lines.remark,
    picture: () => {
      pictures += 1;
    },
  };

  const blocks = (elements: readonly XmlElement[], place: Place | null): readonly Block[] =>
    elements.flatMap((element): readonly Block[] => {
      if (element.name === "p") return paragraph(element, place);
      if (element.name === "tbl") return place === null ? table(element) : nested(element, place);
      if (TAKEN_OUT.has(element.name)) lines.remark("tracked_changes", "");
      if (element.name === "altChunk") lines.remark("embedded_ignored", "altChunk");
      return blocks(contentOf(element, facts) ?? [], place);
    });

  const paragraph = (element: XmlElement, place: Place | null): readonly Block[] => {
    const properties = childNamed(element, "pPr");
    const style = valueIn(properties, "pStyle");
    const look = overParagraph(paragraphLookOf(properties), styles.ofParagraph(style));
    const pieces = extractDocxRuns(element, overRun(look.run, styles.document), facts);
    const boxes = pieces.flatMap((piece) => (piece.kind === "box" ? elementsIn(piece.content) : []));
    const takenOut = childNamed(childNamed(properties, "rPr"), "del") !== null;
    if (takenOut && pieces.every(({ kind }) => kind === "box" || kind === "break"))
      return blocks(boxes, place);

    const label = look.list === null || look.list === "0" ? null : labels(look.list, look.listLevel, style);
    const shape = {
      kind: "paragraph",
      centred: look.centred === true,
      heading: look.heading === 0 ? null : look.heading,
    } as const;

    const added = (text: string): { readonly from: number; readonly to: number } => {
      const line = lines.add(text, place?.row, place?.cell);
      return { from: line, to: line };
    };
    const found = splitDocxParagraph(pieces, {
      inCell: place !== null,
      centred: shape.centred,
      labelled: label !== null,
      mark: notes.mark,
    });
    if (found.length === 0 && label !== null && place !== null && COUNTS.test(label)) {
      const bare = { ...shape, text: label, label: null, bold: false, italic: false, marks: [] };
      return [{ ...bare, ...added(label) }, ...blocks(boxes, place)];
    }
    if (found.length === 0) added("");
    const own = found.map((line, index): Paragraph => {
      const drawn = index === 0 ? label : null;
      const span = added(drawn === null ? line.text : `${drawn} ${line.text}`);
      return { ...shape, ...line, label: drawn, ...span };
    });
    return [...own, ...blocks(boxes, place)];
  };

  const nested = (element: XmlElement, place: Place): readonly Block[] =>
    arrangeDocxCells(element, facts).flatMap(({ cells }) =>
      cells.flatMap(({ content }) => blocks(content, place)),
    );

  const table = (element: XmlElement): readonly Block[] => {
    const from = lines.count() + 1;
    const above = new Map<number, readonly Paragraph[]>();
    const rows = arrangeDocxCells(element, facts).map(({ header, cells }, index): Row => {
      const first = lines.count() + 1;
      const read = cells.map(({ column, columns, continued, content }, order): Cell => {
        const place = { row: index + 1, cell: order + 1 };
        const shared = continued ? above.get(column) : undefined;
        if (shared !== undefined) lines.add("", place.row, place.cell);
        const paragraphs = shared ?? blocks(content, place).filter((block) => block.kind === "paragraph");
        above.set(column, paragraphs);
        return { column, columns, continued: shared !== undefined, paragraphs };
      });
      if (lines.count() < first) lines.add("", index + 1);
      return { header, cells: read, from: first, to: lines.count() };
    });
    const ends = rows.flatMap(({ cells }) => cells.map(({ column, columns }) => column + columns - 1));
    const read: Table = {
      kind: "table",
      columns: ends.reduce((most, end) => Math.max(most, end), 1),
      certainty: 1,
      rows,
      from,
      to: lines.count(),
    };
    return rows.length === 0 ? [] : [read];
  };

  const body = blocks(elementsIn(childNamed(parts.document, "body")), null);
  const footnotes: Footnote[] = [];
  // Reading a note can bring up another one.
  for (let note = notes.inOrder()[0]; note !== undefined; note = notes.inOrder()[footnotes.length]) {
    const from = lines.count() + 1;
    const text = blocks(elementsIn(note.element), IN_NOTE)
      .filter((block) => block.kind === "paragraph")
      .map((block) => (block.label === null ? block.text : `${block.label} ${block.text}`))
      .join(" ");
    if (lines.count() < from) lines.add("");
    footnotes.push({ mark: note.mark, text, from, to: lines.count() });
  }
  return {
    outline: {
      format: "docx",
      pages: null,
      lines: lines.lines(),
      blocks: body,
      footnotes,
      remarks: lines.remarks(),
    },
    pictures,
    tooLong: lines.tooLong(),
  };
};
