import { strToU8, zipSync } from "fflate";

/** A cell: its words, or a number with a format, or rich runs of which the raised ones are superscript. */
export type XlsxCell =
  | string
  | null
  | { readonly number: number; readonly format?: string }
  | { readonly runs: readonly (string | { readonly raised: string })[] };

export type XlsxSheet = {
  readonly name: string;
  readonly state?: "hidden" | "veryHidden";
  /** From row 1; an empty list is an empty row. */
  readonly rows: readonly (readonly XlsxCell[])[];
  /** "A1:B2". */
  readonly merges?: readonly string[];
  /** Rows whose cells are drawn, from 1, both included. */
  readonly ruled?: readonly [from: number, to: number];
};

const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const column = (at: number): string => String.fromCharCode(65 + at);

/** A small .xlsx for a test; `parts` are put into the package besides. */
export const buildXlsx = (
  sheets: readonly XlsxSheet[],
  parts: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array => {
  const formats: string[] = [];
  const styleOf = (format: string, ruled: boolean): number => {
    if (!formats.includes(format)) formats.push(format);
    return formats.indexOf(format) * 2 + (ruled ? 1 : 0);
  };
  styleOf("General", false);
  const cellXml = (cell: XlsxCell, address: string, ruled: boolean): string => {
    const style = (format = "General"): string => ` s="${styleOf(format, ruled)}"`;
    if (cell === null) return ruled ? `<c r="${address}"${style()}/>` : "";
    if (typeof cell === "string")
      return `<c r="${address}"${style()} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
    if ("number" in cell) return `<c r="${address}"${style(cell.format)}><v>${cell.number}</v></c>`;
    const runs = cell.runs.map((run) =>
      typeof run === "string"
        ? `<r><t xml:space="preserve">${escapeXml(run)}</t></r>`
        : `<r><rPr><vertAlign val="superscript"/></rPr><t>${escapeXml(run.raised)}</t></r>`,
    );
    return `<c r="${address}"${style()} t="inlineStr"><is>${runs.join("")}</is></c>`;
  };
  const sheetXml = ({ rows, merges = [], ruled: [from, to] = [0, 0] }: XlsxSheet): string => {
    const body = rows.map((cells, row) => {
      const ruled = row + 1 >= from && row + 1 <= to;
      const written = cells.map((cell, at) => cellXml(cell, `${column(at)}${row + 1}`, ruled));
      return `<row r="${row + 1}">${written.join("")}</row>`;
    });
    const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join("");
    return `<worksheet ${MAIN}><sheetData>${body.join("")}</sheetData>${merged === "" ? "" : `<mergeCells>${merged}</mergeCells>`}</worksheet>`;
  };
  const written = sheets.map(sheetXml);
  const styles = formats.flatMap((_, at) => [
    `<xf numFmtId="${200 + at}" borderId="0"/>`,
    `<xf numFmtId="${200 + at}" borderId="1"/>`,
  ]);
  const files: Record<string, string> = {
    "_rels/.rels": `<Relationships><Relationship Id="r" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${state === undefined ? "" : ` state="${state}"`} r:id="s${at + 1}"/>`,
      )
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="st" Type="${RELATIONS}/styles" Target="styles.xml"/>${sheets
      .map(
        (_, at) =>
          `<Relationship Id="s${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join("")}</Relationships>`,
    "xl/styles.xml": `<styleSheet ${MAIN}><numFmts>${formats
      .map(
        (format, at) =>
          `<numFmt numFmtId="${200 + at}" formatCode="${escapeXml(format).replaceAll('"', "&quot;")}"/>`,
      )
      .join(
        "",
      )}</numFmts><fonts><font/></fonts><borders><border/><border><left style="thin"/></border></borders><cellXfs>${styles.join("")}</cellXfs></styleSheet>`,
    ...Object.fromEntries(written.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml])),
  };
  return zipSync({
    ...Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])),
    ...parts,
  });
};
