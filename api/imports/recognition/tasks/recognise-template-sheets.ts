import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import { type KnownNames, NOBODY_KNOWN } from "../../known-names.ts";
import type { Block, Cell, Outline, Paragraph, Row } from "../../outline.ts";
import type { ReadDocument, ReadWarning } from "../../reading.ts";
import { type DocumentField, TEMPLATE, UNIT_COLUMNS } from "../../template-labels.ts";
import {
  interpretTemplateValues,
  type TemplateReporting,
  type TemplateValue,
  type TemplateValues,
} from "./interpret-template-values.ts";

/** What a filled template says in so many words, and what is left to read as any table of tasks. */
export type TemplateSheets = {
  /** The tables of "Danh mục" alone, with the lines of the whole file. */
  readonly catalogue: Outline;
  /** What was known already, with the units and groups of "Đơn vị" and the office of "Văn bản". */
  readonly known: KnownNames;
  readonly document: ReadDocument;
  readonly reporting: TemplateReporting & { readonly warnings: readonly ReadWarning[] };
  readonly warnings: readonly ReadWarning[];
};

/** Labels that must stand in "Văn bản" before a file is taken for the template; some may have been deleted. */
const FEWEST_LABELS = 5;

/** The facts of a filled template; null for every other file. */
export const recogniseTemplateSheets = (outline: Outline, known: KnownNames): TemplateSheets | null => {
  if (outline.format !== "xlsx") return null;
  const { sheets, others } = blocksBySheet(outline);
  const values = documentValues(sheets.get("document") ?? []);
  const catalogue = (sheets.get("catalogue") ?? []).filter((block) => block.kind === "table");
  if (values === null) return null;
  const { document, reporting, warnings } = interpretTemplateValues(values);
  return {
    catalogue: { ...outline, blocks: catalogue },
    known: joinKnown(known, unitsOf(sheets.get("units") ?? []), document.issuer),
    document,
    reporting: { ...reporting, warnings: [] },
    warnings: [
      ...warnings,
      ...others.map(({ text, from }) => ({
        code: "sheet-left-out",
        number: null,
        field: null,
        line: from,
        text,
      })),
    ],
  };
};

/** The office's own list holds; the sheet adds to it. */
const joinKnown = (
  known: KnownNames,
  sheet: Pick<KnownNames, "units" | "groups">,
  issuer: string | null,
): KnownNames => {
  const taken = new Set([...known.units, ...known.groups].map(({ name }) => foldVietnamese(name)));
  const isNew = ({ name }: { readonly name: string }): boolean => !taken.has(foldVietnamese(name));
  return {
    organization: known.organization ?? issuer,
    units: [...known.units, ...sheet.units.filter(isNew)],
    groups: [...known.groups, ...sheet.groups.filter(isNew)],
  };
};

const SHEETS: ReadonlyMap<string, string> = new Map(
  Object.entries(TEMPLATE.sheets).map(([sheet, name]) => [foldVietnamese(name), sheet]),
);

type SheetBlocks = {
  readonly sheets: ReadonlyMap<string, readonly Block[]>;
  /** The names of sheets that are none of the template's. */
  readonly others: readonly Paragraph[];
};

/** A sheet's blocks stand after its name, which alone stands in no row. */
const blocksBySheet = ({ blocks, lines }: Outline): SheetBlocks => {
  const sheets = new Map<string, Block[]>();
  const others: Paragraph[] = [];
  let open: Block[] | undefined;
  for (const block of blocks) {
    if (block.kind === "paragraph" && lines[block.from - 1]?.row === null) {
      open = [];
      const sheet = SHEETS.get(foldVietnamese(block.text));
      if (sheet === undefined || sheets.has(sheet)) others.push(block);
      else sheets.set(sheet, open);
    } else open?.push(block);
  }
  return { sheets, others };
};

const wordsOf = (cell: Cell | undefined): string =>
  (cell?.paragraphs ?? []).map(({ text }) => text).join(" ");
const cellAt = ({ cells }: Row, column: number): Cell | undefined =>
  cells.find((cell) => cell.column === column);
const rowsOf = (blocks: readonly Block[]): readonly Row[] =>
  blocks.flatMap((block) => (block.kind === "table" ? block.rows : []));

const LABELS: ReadonlyMap<string, DocumentField> = new Map(
  TEMPLATE.document.map(({ label, field }) => [foldVietnamese(label), field]),
);

const documentValues = (blocks: readonly Block[]): TemplateValues | null => {
  const values = new Map<DocumentField, TemplateValue>();
  const labels = new Set<DocumentField>();
  for (const row of rowsOf(blocks)) {
    const field = LABELS.get(foldVietnamese(wordsOf(cellAt(row, 1))));
    if (field === undefined) continue;
    labels.add(field);
    const cell = cellAt(row, 2);
    const text = wordsOf(cell);
    const line = cell?.paragraphs[0]?.from ?? row.from;
    if (text !== "" && !values.has(field)) values.set(field, { text, line });
  }
  return labels.size < FEWEST_LABELS ? null : values;
};

const UNIT_KINDS = new Map(
  Object.entries(TEMPLATE.unitKinds).map(([label, kind]) => [foldVietnamese(label), kind]),
);
const GROUP_KINDS = new Map(
  Object.entries(TEMPLATE.groupKinds).map(([label, kind]) => [foldVietnamese(label), kind]),
);

/** Columns by their heading, so that one more or another order does no harm. */
const unitsOf = (blocks: readonly Block[]): Pick<KnownNames, "units" | "groups"> => {
  const [header, ...rows] = rowsOf(blocks);
  if (header === undefined) return NOBODY_KNOWN;
  const columns = new Map(header.cells.map((cell) => [foldVietnamese(wordsOf(cell)), cell.column]));
  const named = rows.map((row) => {
    const [name = "", short = "", others = "", kind = ""] = UNIT_COLUMNS.map((column) =>
      wordsOf(cellAt(row, columns.get(foldVietnamese(TEMPLATE.units[column])) ?? 0)),
    );
    const spellings = [short, ...others.split(";")].map((one) => one.trim()).filter((one) => one !== "");
    return { name, spellings, kind: foldVietnamese(kind) };
  });
  const filled = named.filter(({ name }) => name !== "");
  return {
    units: filled.flatMap(({ name, spellings, kind }) =>
      GROUP_KINDS.has(kind) ? [] : [{ name, spellings, kind: UNIT_KINDS.get(kind) ?? "other" }],
    ),
    groups: filled.flatMap(({ name, spellings, kind }) => {
      const groupOf = GROUP_KINDS.get(kind);
      return groupOf === undefined ? [] : [{ name, spellings, groupOf }];
    }),
  };
};
