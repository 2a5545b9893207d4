import writeXlsxFile from "write-excel-file/node";
import { arrangeRows } from "./arrange-rows.ts";
import type { Block, DocumentSource } from "./document-source.ts";

type SheetCell = (
  | { value: string; type: StringConstructor }
  | { value: Date; type: DateConstructor; format: string }
) & {
  columnSpan?: number;
  rowSpan?: number;
  fontWeight?: "bold";
  wrap: true;
};
type Place = SheetCell | null;

/** The document as one sheet: the words round the table stand in rows of their own, as offices type them. */
export const renderSpreadsheet = async (source: DocumentSource): Promise<Uint8Array> => {
  const rows = source.blocks.flatMap(renderBlock);
  const width = Math.max(...rows.map((row) => row.length));
  const table = source.blocks.find((block) => block.is === "table");
  const columns = (table?.columns ?? []).map((column) => ({ width: Math.round(column.width / 110) }));
  const data = rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => null)]);
  return writeXlsxFile(data, { sheet: "Danh mục", columns }).toBuffer();
};

const line = (value: string): Place[] => [{ value, type: String, wrap: true }];

const renderBlock = (block: Block): readonly Place[][] => {
  switch (block.is) {
    case "text":
      return [line(block.text)];
    case "list":
      return block.entries.flatMap(block.print).map(({ text }) => line(text));
    case "page":
      return [];
    case "letterhead":
      return [...block.left, block.number ?? "", block.place ?? ""].filter((words) => words !== "").map(line);
    case "signature":
      return [...block.signer, block.name].map(line);
    case "table":
      return arrangeRows(block).map(({ cells }) =>
        cells.flatMap(({ text, columns, rows, bold }): Place[] => [
          rows === 0
            ? null
            : {
                ...sheetValue(text.replace(/\{\d+\}/g, "")),
                wrap: true,
                ...(columns > 1 && { columnSpan: columns }),
                ...(rows > 1 && { rowSpan: rows }),
                ...(bold && { fontWeight: "bold" as const }),
              },
          ...Array.from({ length: columns - 1 }, () => null),
        ]),
      );
  }
};

/** A bare day is a date of the sheet, as spreadsheets make it of what is typed. */
const sheetValue = (text: string) => {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (year === undefined) return { value: text, type: String };
  return {
    value: new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))),
    type: Date,
    format: "dd/mm/yyyy",
  };
};
