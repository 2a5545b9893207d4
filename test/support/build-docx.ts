import { strToU8, zipSync } from "fflate";

/**
 * A small .docx for a test: `buildDocx(["Một dòng", { text: "KẾ HOẠCH", bold: true, centred: true },
 * { rows: [{ header: true, cells: ["TT", "Nhiệm vụ"] }, ["1", { text: "…", columns: 2 }]] }])`.
 */
export type DocxRun =
  | string
  | {
      readonly text?: string;
      readonly bold?: boolean;
      readonly italic?: boolean;
      readonly hidden?: boolean;
      readonly capitals?: boolean;
      readonly font?: string;
      readonly change?: "inserted" | "deleted";
      /** The note's paragraphs. */
      readonly footnote?: string | readonly string[];
      readonly endnote?: string | readonly string[];
      readonly break?: "line" | "page";
      readonly tab?: true;
    }
  /** As it stands in the file, in place of a run. */
  | { readonly xml: string };

type Look = {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly centred?: boolean;
  readonly style?: string;
  /** A list of `options.lists` and its level from 0. */
  readonly list?: { readonly id: number; readonly level?: number };
};
export type DocxParagraph =
  | string
  | (Look & ({ readonly text: string } | { readonly runs: readonly DocxRun[] }));

type CellShape = {
  readonly columns?: number;
  /** "first" begins a vertically merged cell, "next" goes on with it. */
  readonly merge?: "first" | "next";
};
export type DocxCell =
  | string
  | (CellShape & ({ readonly blocks: readonly DocxBlock[] } | (Look & { readonly text: string })));
export type DocxRow =
  | readonly DocxCell[]
  | { readonly header?: boolean; readonly skipped?: number; readonly cells: readonly DocxCell[] };
export type DocxTable = { readonly rows: readonly DocxRow[]; readonly widths?: readonly number[] };
export type DocxBlock = DocxParagraph | DocxTable | { readonly xml: string };

export type DocxLevel = {
  readonly format: string;
  /** "%1.%2." */
  readonly pattern: string;
  readonly start?: number;
  readonly restart?: number;
  readonly legal?: boolean;
  readonly style?: string;
};
export type DocxOptions = {
  /** By id from 1: the levels of the list, or a list that goes on counting another one's paragraphs. */
  readonly lists?: Readonly<
    Record<number, readonly DocxLevel[] | { readonly sameAs: number; readonly start?: number }>
  >;
  /** The inside of `w:styles`. */
  readonly styles?: string;
  /** Parts beside or instead of the usual ones, by their name in the package. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  /** More `<Relationship …/>` of the main part. */
  readonly relations?: string;
};

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const MORE_NAMESPACES = [
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(" ");
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const flag = (on: boolean | undefined, name: string): string => (on === true ? `<w:${name}/>` : "");

type Notes = { readonly footnote: string[]; readonly endnote: string[] };

const runXml = (run: DocxRun, look: Look, notes: Notes): string => {
  if (typeof run === "object" && "xml" in run) return run.xml;
  const own = typeof run === "string" ? { text: run } : run;
  const properties = [
    own.font === undefined ? "" : `<w:rFonts w:ascii="${own.font}" w:hAnsi="${own.font}"/>`,
    flag(own.bold ?? look.bold, "b"),
    flag(own.italic ?? look.italic, "i"),
    flag(own.capitals, "caps"),
    flag(own.hidden, "vanish"),
  ].join("");
  const deleted = own.change === "deleted";
  const tag = deleted ? "delText" : "t";
  const content = [
    own.text === undefined ? "" : `<w:${tag} xml:space="preserve">${escaped(own.text)}</w:${tag}>`,
    noteXml("footnote", own.footnote, notes),
    noteXml("endnote", own.endnote, notes),
    own.break === undefined ? "" : `<w:br${own.break === "page" ? ' w:type="page"' : ""}/>`,
    own.tab === true ? "<w:tab/>" : "",
  ].join("");
  const xml = `<w:r><w:rPr>${properties}</w:rPr>${content}</w:r>`;
  if (own.change === undefined) return xml;
  const change = deleted ? "del" : "ins";
  return `<w:${change} w:id="9" w:author="Cán bộ rà soát">${xml}</w:${change}>`;
};

const noteXml = (
  kind: "footnote" | "endnote",
  text: string | readonly string[] | undefined,
  notes: Notes,
): string => {
  if (text === undefined) return "";
  const paragraphs = [text].flat().map((each) => `<w:p><w:r><w:t>${escaped(each)}</w:t></w:r></w:p>`);
  notes[kind].push(paragraphs.join(""));
  return `<w:${kind}Reference w:id="${notes[kind].length}"/>`;
};

const paragraphXml = (paragraph: DocxParagraph, notes: Notes): string => {
  const look: Look = typeof paragraph === "string" ? {} : paragraph;
  const runs =
    typeof paragraph === "string"
      ? [paragraph]
      : "runs" in paragraph
        ? paragraph.runs
        : paragraph.text === ""
          ? []
          : [paragraph.text];
  const { style, list, centred } = look;
  const properties = [
    style === undefined ? "" : `<w:pStyle w:val="${style}"/>`,
    list === undefined
      ? ""
      : `<w:numPr><w:ilvl w:val="${list.level ?? 0}"/><w:numId w:val="${list.id}"/></w:numPr>`,
    centred === true ? '<w:jc w:val="center"/>' : "",
  ].join("");
  return `<w:p><w:pPr>${properties}</w:pPr>${runs.map((run) => runXml(run, look, notes)).join("")}</w:p>`;
};

const cellXml = (cell: DocxCell, notes: Notes): string => {
  const shape: CellShape = typeof cell === "string" ? {} : cell;
  const properties = [
    shape.columns === undefined ? "" : `<w:gridSpan w:val="${shape.columns}"/>`,
    shape.merge === undefined ? "" : `<w:vMerge${shape.merge === "first" ? ' w:val="restart"' : ""}/>`,
  ].join("");
  const blocks = typeof cell === "object" && "blocks" in cell ? cell.blocks : [cell];
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${blocks.map((block) => blockXml(block, notes)).join("")}</w:tc>`;
};

const rowXml = (row: DocxRow, notes: Notes): string => {
  const { header, skipped, cells } = "cells" in row ? row : { header: false, skipped: undefined, cells: row };
  const before = skipped === undefined ? "" : `<w:gridBefore w:val="${skipped}"/>`;
  return `<w:tr><w:trPr>${before}${flag(header, "tblHeader")}</w:trPr>${cells
    .map((cell) => cellXml(cell, notes))
    .join("")}</w:tr>`;
};

const tableXml = ({ rows, widths = [] }: DocxTable, notes: Notes): string =>
  `<w:tbl><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>${rows
    .map((row) => rowXml(row, notes))
    .join("")}</w:tbl>`;

const blockXml = (block: DocxBlock, notes: Notes): string => {
  if (typeof block === "string") return paragraphXml(block, notes);
  if ("rows" in block) return tableXml(block, notes);
  return "xml" in block ? block.xml : paragraphXml(block, notes);
};

const levelXml = (level: DocxLevel, at: number): string =>
  [
    `<w:lvl w:ilvl="${at}"><w:start w:val="${level.start ?? 1}"/><w:numFmt w:val="${level.format}"/>`,
    level.restart === undefined ? "" : `<w:lvlRestart w:val="${level.restart}"/>`,
    level.style === undefined ? "" : `<w:pStyle w:val="${level.style}"/>`,
    flag(level.legal, "isLgl"),
    `<w:lvlText w:val="${escaped(level.pattern)}"/></w:lvl>`,
  ].join("");

const numberingXml = (lists: NonNullable<DocxOptions["lists"]>): string => {
  const all = Object.entries(lists);
  const definitions = all.flatMap(([id, list]) =>
    "sameAs" in list
      ? []
      : [`<w:abstractNum w:abstractNumId="${id}">${list.map(levelXml).join("")}</w:abstractNum>`],
  );
  const uses = all.map(([id, list]) => {
    const start = "sameAs" in list && list.start !== undefined ? list.start : null;
    const override =
      start === null ? "" : `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride>`;
    const definition = "sameAs" in list ? list.sameAs : id;
    return `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${override}</w:num>`;
  });
  return `<w:numbering ${W}>${definitions.join("")}${uses.join("")}</w:numbering>`;
};

const notesXml = (kind: "footnote" | "endnote", notes: readonly string[]): string =>
  `<w:${kind}s ${W}><w:${kind} w:type="separator" w:id="-1"><w:p/></w:${kind}>${notes
    .map((content, at) => `<w:${kind} w:id="${at + 1}">${content}</w:${kind}>`)
    .join("")}</w:${kind}s>`;

export const buildDocx = (blocks: readonly DocxBlock[], options: DocxOptions = {}): Uint8Array => {
  const notes: Notes = { footnote: [], endnote: [] };
  const body = blocks.map((block) => blockXml(block, notes)).join("");
  const relations = ["styles", "numbering", "footnotes", "endnotes"].map(
    (kind) => `<Relationship Id="${kind}" Type="${OFFICE}/${kind}" Target="${kind}.xml"/>`,
  );
  const parts: Readonly<Record<string, string | Uint8Array>> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document ${W} ${MORE_NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${relations.join("")}${options.relations ?? ""}</Relationships>`,
    "word/styles.xml": `<w:styles ${W}>${options.styles ?? ""}</w:styles>`,
    "word/numbering.xml": numberingXml(options.lists ?? {}),
    "word/footnotes.xml": notesXml("footnote", notes.footnote),
    "word/endnotes.xml": notesXml("endnote", notes.endnote),
    ...options.parts,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]),
    ),
  );
};
