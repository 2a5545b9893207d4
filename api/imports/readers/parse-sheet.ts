import { formatCellNumber } from "./format-cell-number.ts";
import { parseRichText, type RichText } from "./parse-rich-text.ts";
import type { CellStyle } from "./parse-sheet-styles.ts";
import type { Sheet, SheetCell, SheetRange } from "./sheet.ts";
import { childNamed, childrenNamed, numberIn, type XmlElement } from "./xml-element.ts";

export type WorkbookWords = {
  readonly strings: readonly RichText[];
  readonly style: (id: string | undefined) => CellStyle;
  readonly since1904: boolean;
};

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const ADDRESS = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const placeOf = (address: string | undefined): { readonly row: number; readonly column: number } | null => {
  const [, letters = "", digits = ""] = ADDRESS.exec(address ?? "") ?? [];
  const [row, column] = [Number(digits), columnNumber(letters)];
  return row >= 1 && row <= MOST_ROWS && column >= 1 && column <= MOST_COLUMNS ? { row, column } : null;
};

const rangeOf = (reference: string | undefined): SheetRange | null => {
  const [first, last] = (reference ?? "").split(":");
  const [from, to] = [placeOf(first), placeOf(last ?? first)];
  return from === null || to === null || to.row < from.row || to.column < from.column
    ? null
    : { top: from.row, left: from.column, bottom: to.row, right: to.column };
};

/** The cells of a worksheet that hold words or are drawn, in reading order, as they are shown. */
export const parseSheet = (
  root: XmlElement,
  { name, hidden }: Pick<Sheet, "name" | "hidden">,
  words: WorkbookWords,
): Sheet => {
  const cells: SheetCell[] = [];
  let row = 0;
  for (const rowElement of childrenNamed(childNamed(root, "sheetData"), "row")) {
    row = numberIn(rowElement.attributes.get("r"), 1, MOST_ROWS) ?? row + 1;
    let column = 0;
    for (const cell of childrenNamed(rowElement, "c")) {
      const place = placeOf(cell.attributes.get("r")) ?? { row, column: column + 1 };
      column = place.column;
      const style = words.style(cell.attributes.get("s"));
      const content = contentOf(cell, style, words);
      if (content.text.trim() === "" && !style.ruled) continue;
      const { bold, italic, centred, ruled } = style;
      cells.push({ ...place, ...content, bold, italic, centred, ruled });
    }
  }
  cells.sort((one, other) => one.row - other.row || one.column - other.column);
  const merges = childrenNamed(childNamed(root, "mergeCells"), "mergeCell")
    .map(({ attributes }) => rangeOf(attributes.get("ref")))
    .filter((range) => range !== null);
  return { name, hidden, cells, merges };
};

const contentOf = (
  cell: XmlElement,
  style: CellStyle,
  { strings, since1904 }: WorkbookWords,
): Pick<SheetCell, "text" | "marks" | "bareNumber"> => {
  const plain = (text: string) => ({ text, marks: [], bareNumber: false });
  const value = wordsOf(childNamed(cell, "v"));
  switch (cell.attributes.get("t")) {
    case "s": {
      const shared = strings[numberIn(value.trim(), 0, strings.length) ?? -1];
      return { text: shared?.text ?? "", marks: shared?.marks ?? [], bareNumber: false };
    }
    case "inlineStr": {
      const inline = childNamed(cell, "is");
      return inline === null ? plain("") : { ...parseRichText(inline), bareNumber: false };
    }
    case "b":
      return plain(value === "1" ? "TRUE" : "FALSE");
    case "str":
    case "e":
      return plain(value);
    case "d": {
      const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})/.exec(value) ?? [];
      return plain(day === "" ? value : `${day}/${month}/${year}`);
    }
    default: {
      const number = Number(value);
      if (value.trim() === "" || !Number.isFinite(number)) return plain(value);
      const { text, bare } = formatCellNumber(number, style.format, since1904);
      return { text, marks: [], bareNumber: bare };
    }
  }
};

const wordsOf = (element: XmlElement | null): string =>
  (element?.children ?? []).map((child) => (typeof child === "string" ? child : "")).join("");
