import writeXlsxFile, { type Cell } from "write-excel-file/node";
import {
  measureRow,
  type TemplateCell,
  type TemplateChoice,
  type TemplateSheet,
  tabulateTemplate,
} from "./tabulate-template.ts";

/** The template as the bytes of an .xlsx. `say` gives its sentences in the language of whoever fills it in. */
export const writeTemplate = async (say: (key: string) => string): Promise<Uint8Array> => {
  const sheets = tabulateTemplate(say);
  const written = writeXlsxFile(
    sheets.map(({ name, widths, fixedRows, rows }) => ({
      sheet: name,
      data: rows.map((row) => {
        const lines = measureRow(row, widths);
        return row.flatMap((cell) => cellsOf(cell, lines));
      }),
      columns: widths.map((width) => ({ width })),
      orientation: "landscape" as const,
      ...(fixedRows > 0 && { stickyRowsCount: fixedRows }),
    })),
    {
      fontFamily: "Times New Roman",
      fontSize: 13,
      features: [
        {
          files: {
            transform: {
              "xl/worksheets/sheet{id}.xml": {
                transform: (xml, _, { sheetIndex }) => withPagesAndChoices(xml, sheets[sheetIndex]),
              },
            },
          },
        },
      ],
    },
  );
  return new Uint8Array(await written.toBuffer());
};

/** Text, so that no program makes a number of "1.10" or turns day and month of "05/9/2026" round. */
const TEXT = "@";
const RULED = { borderStyle: "thin", borderColor: "#7F7F7F" } as const;
/** A line of type 13, and the space above and below it. */
const LINE_POINTS = 17;
const ROW_POINTS = 4;
const STYLES = {
  header: { fontWeight: "bold", align: "center", backgroundColor: "#DCE6F1", ...RULED },
  label: { fontWeight: "bold", ...RULED },
  input: RULED,
  hint: { textColor: "#404040", fontStyle: "italic" },
  title: { fontWeight: "bold" },
} as const;

/** A merged cell takes the place of as many. */
const cellsOf = ({ text, style, columns = 1 }: TemplateCell, lines: number | null): readonly Cell[] => [
  style === "gap"
    ? null
    : {
        type: String,
        ...(text !== "" && { value: text }),
        ...(columns > 1 && { columnSpan: columns }),
        ...(lines !== null && { height: lines * LINE_POINTS + ROW_POINTS }),
        format: TEXT,
        wrap: true,
        alignVertical: style === "header" ? "center" : "top",
        ...STYLES[style],
      },
  ...Array.from({ length: columns - 1 }, () => null),
];

/** What the writer of the file has no words for: lists to choose from, and as many pages as it takes, one wide. */
const withPagesAndChoices = (xml: string, sheet: TemplateSheet | undefined): string => {
  const choices = sheet?.choices ?? [];
  const validations =
    choices.length === 0
      ? ""
      : `<dataValidations count="${choices.length}">${choices.map(validationOf).join("")}</dataValidations>`;
  return xml
    .replace(/<worksheet\b[^>]*>/, (start) => `${start}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace(
      "<cols>",
      `<sheetFormatPr defaultRowHeight="${LINE_POINTS + ROW_POINTS}" customHeight="1"/><cols>`,
    )
    .replace("<pageMargins", `${validations}<pageMargins`)
    .replace("<pageSetup ", '<pageSetup fitToWidth="1" fitToHeight="0" ');
};

const validationOf = ({ cells, source, free, prompt }: TemplateChoice): string =>
  `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="${free ? 0 : 1}" ` +
  `prompt="${escapeXml(prompt)}" sqref="${cells}"><formula1>${escapeXml(source)}</formula1></dataValidation>`;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
