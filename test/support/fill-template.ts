import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** What somebody types into the cells of a sheet, by address: `{ B2: "Kế hoạch" }`. */
export type TypedCells = Readonly<Record<string, string>>;

const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** An .xlsx with words typed into its empty cells, sheet by sheet from 1, as a spreadsheet program saves them. */
export const fillCells = (xlsx: Uint8Array, sheets: Readonly<Record<number, TypedCells>>): Uint8Array => {
  const parts = unzipSync(xlsx);
  for (const [sheet, cells] of Object.entries(sheets)) {
    const name = `xl/worksheets/sheet${sheet}.xml`;
    let xml = strFromU8(parts[name] ?? new Uint8Array());
    for (const [address, text] of Object.entries(cells)) {
      const empty = new RegExp(`<c r="${address}"([^>]*?)/>`);
      if (!empty.test(xml)) throw new Error(`sheet ${sheet} has no empty cell ${address}`);
      const typed = `<is><t xml:space="preserve">${escapeXml(text)}</t></is>`;
      xml = xml.replace(empty, (_, look: string) => `<c r="${address}"${look} t="inlineStr">${typed}</c>`);
    }
    parts[name] = strToU8(xml);
  }
  return zipSync(parts);
};
