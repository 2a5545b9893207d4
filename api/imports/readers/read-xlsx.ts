import { ok, type Result, refuse } from "../../shared/result.ts";
import { type Block, LIMITS, type Outline, type OutlineLine, type ReaderRemark } from "../outline.ts";
import { arrangeSheet } from "./arrange-sheet.ts";
import { parseWorkbook } from "./parse-workbook.ts";
import { plainParagraph } from "./shape-paragraph.ts";
import type { Sheet } from "./sheet.ts";
import { unpackPackage } from "./unpack-package.ts";

/**
 * A workbook: its sheets in order, each after its name where there are several. A line is a cell with words, numbered
 * by the row and column of its sheet. Formulas count by their last result.
 */
export const readXlsx = async (bytes: Uint8Array): Promise<Result<Outline>> => {
  const file = await unpackPackage(bytes);
  if (!file.ok) return file;
  const workbook = await parseWorkbook(file.value);
  if (!workbook.ok) return workbook;
  const outline = outlineSheets(workbook.value.sheets, workbook.value.remarks);
  const characters = outline.lines.reduce((sum, { text }) => sum + text.length, 0);
  if (outline.lines.length === 0) return refuse("file_empty");
  return characters > LIMITS.characters || outline.lines.length > LIMITS.lines
    ? refuse("file_too_long")
    : ok(outline);
};

const hasWords = ({ cells }: Sheet): boolean => cells.some(({ text }) => text.trim() !== "");

/** Names that a program gave and nobody changed. */
const UNNAMED = /^(?:sheet|trang tính|trang_tính|bảng tính|worksheet)\s*\d*$/iu;

const outlineSheets = (sheets: readonly Sheet[], remarks: readonly ReaderRemark[]): Outline => {
  const shown = sheets.filter((sheet) => !sheet.hidden && hasWords(sheet));
  const lines: OutlineLine[] = [];
  const blocks: Block[] = [];
  const shortened: ReaderRemark[] = [];
  for (const sheet of shown) {
    if (shown.length > 1 && !UNNAMED.test(sheet.name.normalize("NFC").trim())) {
      lines.push({ text: sheet.name, page: null, row: null, cell: null });
      blocks.push(plainParagraph(sheet.name, lines.length));
    }
    const arranged = arrangeSheet(sheet, lines.length + 1);
    for (const line of arranged.lines) lines.push(line);
    for (const block of arranged.blocks) blocks.push(block);
    for (const { line, text } of arranged.shortened)
      shortened.push({ code: "number_shortened", line, detail: text });
  }
  return {
    format: "xlsx",
    pages: null,
    lines,
    blocks,
    footnotes: [],
    remarks: [
      ...remarks,
      ...sheets
        .filter((sheet) => sheet.hidden && hasWords(sheet))
        .map(({ name }): ReaderRemark => ({ code: "hidden_sheet", line: null, detail: name })),
      ...shortened,
    ],
  };
};
