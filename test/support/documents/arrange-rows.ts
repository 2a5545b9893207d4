import type { Column, ColumnKey, Entry, TableBlock } from "./document-source.ts";

/** One cell to draw. Rows above it that it continues draw nothing. */
export type ArrangedCell = {
  readonly text: string;
  /** Columns that it covers. */
  readonly columns: number;
  /** Rows that it covers, from its own; 0 where it is part of the cell above. */
  readonly rows: number;
  readonly bold: boolean;
  readonly centred: boolean;
};
export type ArrangedRow = { readonly cells: readonly ArrangedCell[]; readonly header: boolean };

const cell = (text: string, more: Partial<ArrangedCell> = {}): ArrangedCell => ({
  text,
  columns: 1,
  rows: 1,
  bold: false,
  centred: false,
  ...more,
});

/** A table as its cells lie on the page, whatever the format. */
export const arrangeRows = (table: TableBlock): readonly ArrangedRow[] => [
  ...arrangeHeader(table.columns),
  ...table.entries.map((entry, index) => ({
    header: false,
    cells:
      entry.is === "section"
        ? sectionCells(entry.printed ?? "", entry.title, table)
        : table.columns.map(({ key }) =>
            cell(cellText(entry, key), {
              rows: entry.merged?.includes(key) ? 0 : rowsFrom(table.entries, index, key),
              bold: entry.heading === true,
              centred: key === "number" || key === "time",
            }),
          ),
  })),
];

const arrangeHeader = (columns: readonly Column[]): readonly ArrangedRow[] => {
  const head = (text: string, more: Partial<ArrangedCell> = {}) =>
    cell(text, { bold: true, centred: true, ...more });
  if (columns.every(({ under }) => under === undefined))
    return [{ header: true, cells: columns.map(({ header }) => head(header)) }];
  const upper: ArrangedCell[] = [];
  for (const [index, { header, under }] of columns.entries()) {
    if (under === undefined) upper.push(head(header, { rows: 2 }));
    else if (columns[index - 1]?.under !== under) {
      let count = 1;
      while (columns[index + count]?.under === under) count++;
      upper.push(head(under, { columns: count }));
    }
  }
  return [
    { header: true, cells: upper },
    {
      header: true,
      cells: columns.map(({ header, under }) => (under === undefined ? head("", { rows: 0 }) : head(header))),
    },
  ];
};

const sectionCells = (number: string, title: string, table: TableBlock): readonly ArrangedCell[] => {
  const count = table.columns.length;
  const bold = { bold: true };
  const numbered = number === "" ? title : `${number} ${title}`;
  if (table.sections === "spanning") return [cell(numbered, { columns: count, ...bold })];
  const withNumber = table.columns[0]?.key === "number";
  if (!withNumber) return [cell(numbered, { columns: count, ...bold })];
  const first = cell(number, { centred: true, ...bold });
  if (table.sections === "beside") return [first, cell(title, { columns: count - 1, ...bold })];
  return table.columns.map(({ key }) =>
    key === "number" ? first : key === "title" ? cell(title, bold) : cell(""),
  );
};

const rowsFrom = (entries: readonly Entry[], index: number, key: ColumnKey): number => {
  let count = 1;
  for (let next = entries[index + count]; next?.is === "task" && next.merged?.includes(key); ) {
    count++;
    next = entries[index + count];
  }
  return count;
};

const cellText = (entry: Entry, key: ColumnKey): string => {
  if (entry.is === "section") return "";
  if (key === "number") return entry.printed ?? "";
  if (key === "title") return entry.title;
  if (key === "lead" || key === "with" || key === "time") return entry[key]?.text ?? "";
  return entry[key] ?? "";
};
