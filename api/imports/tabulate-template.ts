import {
  CATALOGUE_COLUMNS,
  type CatalogueColumn,
  type DocumentField,
  TEMPLATE,
  UNIT_COLUMNS,
} from "./template-labels.ts";

export type TemplateCell = {
  readonly text: string;
  /** `input` is for the office to fill in; cells of text keep "1.10" and "05/9/2026" as they are typed. */
  readonly style: "header" | "label" | "input" | "hint" | "title" | "gap";
  readonly columns?: number;
};

/** A list to choose from; with `free` other words are taken too. */
export type TemplateChoice = {
  /** "C2:D201". */
  readonly cells: string;
  /** A quoted list or a range of another sheet. */
  readonly source: string;
  readonly free: boolean;
  readonly prompt: string;
};

export type TemplateSheet = {
  readonly name: string;
  /** In characters. */
  readonly widths: readonly number[];
  /** Rows that stay when the sheet is rolled. */
  readonly fixedRows: number;
  readonly rows: readonly (readonly TemplateCell[])[];
  readonly choices: readonly TemplateChoice[];
};

/** Room for the longest catalogues seen, some 120 tasks, and for the units and groups of a commune. */
const CATALOGUE_ROWS = 200;
const UNIT_ROWS = 60;

/** Of `template-guide-N` and of the rows of `template-example-N-COLUMN`. */
const GUIDE_SENTENCES = 9;
const EXAMPLES: readonly (readonly CatalogueColumn[])[] = [
  ["number", "task"],
  ["number", "task", "lead", "coordinating", "time_frame", "product"],
  ["number", "task", "lead", "time_frame", "remarks"],
  ["number", "task"],
  ["number", "task", "lead", "coordinating", "time_frame"],
  ["number", "task", "lead", "time_frame"],
];

/** A sentence of the language in which the guidance is written. */
type Say = (key: string) => string;

/** The template's sheets. What is told is told by `say`; labels are Vietnamese, as the documents are. */
export const tabulateTemplate = (say: Say): readonly TemplateSheet[] => [
  documentSheet(say),
  unitSheet(say),
  catalogueSheet(say),
  guideSheet(say),
];

const cell = (style: TemplateCell["style"], text = ""): TemplateCell => ({ text, style });
const keyOf = (name: string): string => name.replaceAll("_", "-");
/** Below the guide's two titles, its sentences, the header and rows of its example, a gap and their own header. */
const FIRST_OF_LISTS = GUIDE_SENTENCES + EXAMPLES.length + 6;
const rangeOfList = (column: string, entries: number): string =>
  `'${TEMPLATE.sheets.guide}'!$${column}$${FIRST_OF_LISTS}:$${column}$${FIRST_OF_LISTS + entries - 1}`;

const DOCUMENT_KIND_NAMES = Object.keys(TEMPLATE.kinds);
const UNIT_KIND_NAMES = [...Object.keys(TEMPLATE.unitKinds), ...Object.keys(TEMPLATE.groupKinds)];
const UNIT_NAMES = `'${TEMPLATE.sheets.units}'!$A$2:$A$${UNIT_ROWS + 1}`;

const CHOICES: Partial<Readonly<Record<DocumentField, Pick<TemplateChoice, "source" | "free">>>> = {
  kind: { source: rangeOfList("B", DOCUMENT_KIND_NAMES.length), free: false },
  ad_hoc: { source: `"${TEMPLATE.yes},${TEMPLATE.no}"`, free: false },
  consolidating_unit: { source: UNIT_NAMES, free: true },
};

const documentSheet = (say: Say): TemplateSheet => {
  const { label, value, hint } = TEMPLATE.documentHeader;
  return {
    name: TEMPLATE.sheets.document,
    widths: [42, 66, 66],
    fixedRows: 1,
    rows: [
      [label, value, hint].map((text) => cell("header", text)),
      ...TEMPLATE.document.map(({ field, label: text }) => [
        cell("label", text),
        cell("input"),
        cell("hint", say(`template-hint-${field.startsWith("round_") ? "round" : keyOf(field)}`)),
      ]),
    ],
    choices: TEMPLATE.document.flatMap(({ field }, at): readonly TemplateChoice[] => {
      const choice = CHOICES[field];
      return choice === undefined
        ? []
        : [{ ...choice, cells: `B${at + 2}`, prompt: say("template-prompt-choose") }];
    }),
  };
};

const unitSheet = (say: Say): TemplateSheet => ({
  name: TEMPLATE.sheets.units,
  widths: [60, 24, 60, 34],
  fixedRows: 1,
  rows: [
    UNIT_COLUMNS.map((column) => cell("header", TEMPLATE.units[column])),
    ...Array.from({ length: UNIT_ROWS }, () => UNIT_COLUMNS.map(() => cell("input"))),
  ],
  choices: [
    {
      cells: `D2:D${UNIT_ROWS + 1}`,
      source: rangeOfList("C", UNIT_KIND_NAMES.length),
      free: false,
      prompt: say("template-prompt-choose"),
    },
  ],
});

const CATALOGUE_WIDTHS: Readonly<Record<CatalogueColumn, number>> = {
  number: 8,
  task: 58,
  lead: 32,
  coordinating: 32,
  time_frame: 24,
  product: 26,
  remarks: 20,
};
const catalogueWidths = CATALOGUE_COLUMNS.map((column) => CATALOGUE_WIDTHS[column]);
const catalogueHeader = TEMPLATE.catalogue.map(({ label }) => cell("header", label));

const catalogueSheet = (say: Say): TemplateSheet => {
  const below = (first: string, last = first): string => `${first}2:${last}${CATALOGUE_ROWS + 1}`;
  return {
    name: TEMPLATE.sheets.catalogue,
    widths: catalogueWidths,
    fixedRows: 1,
    rows: [
      catalogueHeader,
      ...Array.from({ length: CATALOGUE_ROWS }, () => CATALOGUE_COLUMNS.map(() => cell("input"))),
    ],
    choices: [
      { cells: below("C", "D"), source: UNIT_NAMES, free: true, prompt: say("template-prompt-units") },
    ],
  };
};

const guideSheet = (say: Say): TemplateSheet => {
  const wide = (style: TemplateCell["style"], text: string): readonly TemplateCell[] => [
    { ...cell(style, text), columns: CATALOGUE_COLUMNS.length },
  ];
  const lists = [
    [TEMPLATE.document.find(({ field }) => field === "kind")?.label ?? "", ...DOCUMENT_KIND_NAMES],
    [TEMPLATE.units.kind, ...UNIT_KIND_NAMES],
  ];
  const longest = Math.max(...lists.map((list) => list.length));
  return {
    name: TEMPLATE.sheets.guide,
    widths: catalogueWidths,
    fixedRows: 0,
    rows: [
      wide("title", say("template-guide-title")),
      ...Array.from({ length: GUIDE_SENTENCES }, (_, at) => wide("hint", say(`template-guide-${at + 1}`))),
      wide("title", say("template-example-title")),
      catalogueHeader,
      ...EXAMPLES.map((given, at) =>
        CATALOGUE_COLUMNS.map((column) =>
          cell("input", given.includes(column) ? say(`template-example-${at + 1}-${keyOf(column)}`) : ""),
        ),
      ),
      [],
      ...Array.from({ length: longest }, (_, at) => [
        cell("gap"),
        ...lists.map((list) => {
          const entry = list[at];
          return entry === undefined ? cell("gap") : cell(at === 0 ? "header" : "input", entry);
        }),
      ]),
    ],
    choices: [],
  };
};

/** Of a row, in lines of writing, so that wrapped words are seen at once; null for a row that is still to be filled. */
export const measureRow = (row: readonly TemplateCell[], widths: readonly number[]): number | null => {
  let column = 0;
  let lines = 0;
  for (const { text, columns = 1 } of row) {
    const width = widths.slice(column, column + columns).reduce((sum, one) => sum + one, 0);
    if (text !== "") lines = Math.max(lines, Math.ceil(text.length / width));
    column += columns;
  }
  return lines === 0 ? null : lines;
};
