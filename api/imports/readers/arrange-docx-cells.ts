import { contentOf, type RunFacts, TAKEN_OUT } from "./extract-docx-runs.ts";
import {
  childNamed,
  childrenNamed,
  elementsIn,
  numberIn,
  switchOf,
  valueIn,
  type XmlElement,
} from "./xml-element.ts";

export type GridCell = {
  /** From 1. */
  readonly column: number;
  readonly columns: number;
  /** Drawn as one with the cell above it. */
  readonly continued: boolean;
  readonly content: readonly XmlElement[];
};
export type GridRow = { readonly header: boolean; readonly cells: readonly GridCell[] };

/** Word draws at most 63. */
const MOST_COLUMNS = 100;

/**
 * The rows of a table with each cell in its column. Columns are those that a cell begins in: a grid line that was
 * left over from dragging a border, or that no cell uses, makes none.
 */
export const arrangeDocxCells = (table: XmlElement, facts: RunFacts): readonly GridRow[] => {
  const rows = inside(table, "tr", facts).flatMap((row) => {
    const properties = childNamed(row, "trPr");
    if (elementsIn(properties).some(({ name }) => TAKEN_OUT.has(name))) {
      facts.remark("tracked_changes", "");
      return [];
    }
    return [{ header: switchOf(properties, "tblHeader") === true, cells: cellsOf(row, properties, facts) }];
  });
  const snapped = snapToColumns(rows, gridLines(table));
  const begins = [...new Set(snapped.flatMap(({ cells }) => cells.map(({ column }) => column)))].sort(
    (one, other) => one - other,
  );
  const places = new Map(begins.map((begin, at) => [begin, at + 1]));
  const placeOf = (line: number): number => places.get(line) ?? placeBefore(begins, line);
  return snapped.map(({ header, cells }) => ({
    header,
    cells: cells.map((cell) => {
      const column = placeOf(cell.column);
      return { ...cell, column, columns: Math.max(1, placeOf(cell.column + cell.columns) - column) };
    }),
  }));
};

/** How many columns begin before a grid line, and one: the column that would begin there. */
const placeBefore = (begins: readonly number[], line: number): number =>
  begins.filter((begin) => begin < line).length + 1;

/** Elements of a name, also inside content controls and proposed changes. */
const inside = (element: XmlElement, name: string, facts: RunFacts): readonly XmlElement[] =>
  elementsIn(element).flatMap((child) => {
    if (child.name === name) return [child];
    return (contentOf(child, facts) ?? []).flatMap((inner) =>
      inner.name === name ? [inner] : inside(inner, name, facts),
    );
  });

const cellsOf = (row: XmlElement, properties: XmlElement | null, facts: RunFacts): readonly GridCell[] => {
  const cells: GridCell[] = [];
  let column = 1 + (numberIn(valueIn(properties, "gridBefore"), 0, MOST_COLUMNS) ?? 0);
  for (const element of inside(row, "tc", facts)) {
    const own = childNamed(element, "tcPr");
    const columns = numberIn(valueIn(own, "gridSpan"), 1, MOST_COLUMNS) ?? 1;
    const content = elementsIn(element);
    const before = cells.at(-1);
    if (before !== undefined && isContinued(own, "hMerge"))
      cells[cells.length - 1] = {
        ...before,
        columns: before.columns + columns,
        content: [...before.content, ...content],
      };
    else cells.push({ column, columns, continued: isContinued(own, "vMerge"), content });
    column += columns;
  }
  return cells;
};

/** A merged cell that does not say "restart" goes on with the one before. */
const isContinued = (properties: XmlElement | null, merge: "hMerge" | "vMerge"): boolean => {
  const element = childNamed(properties, merge);
  return element !== null && element.attributes.get("val") !== "restart";
};

/** Where each column of the grid begins, and the last one ends, in twentieths of a point; null where unsaid. */
const gridLines = (table: XmlElement): readonly number[] | null => {
  const widths = childrenNamed(childNamed(table, "tblGrid"), "gridCol").map((column) =>
    numberIn(column.attributes.get("w"), 0, 100_000),
  );
  const lines = [0];
  for (const width of widths) {
    if (width === null || width === 0) return null;
    lines.push((lines.at(-1) ?? 0) + width);
  }
  return lines;
};

/** Half a centimetre: narrower than any column that holds a number. */
const SAME_LINE = 283;

type Rows = readonly { readonly header: boolean; readonly cells: readonly GridCell[] }[];

/** Borders that nearly meet are one, unless a cell would vanish between them. */
const snapToColumns = (rows: Rows, lines: readonly number[] | null): Rows => {
  if (lines === null || lines.length > MOST_COLUMNS) return rows;
  const firstOf: number[] = [];
  lines.forEach((line, at) => {
    const before = firstOf[at - 1];
    const near = before !== undefined && line - (lines[before] ?? 0) < SAME_LINE;
    firstOf.push(near ? before : at);
  });
  const snap = (column: number): number => (firstOf[column - 1] ?? column - 1) + 1;
  const moved = rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => {
      const column = snap(cell.column);
      return { ...cell, column, columns: snap(cell.column + cell.columns) - column };
    }),
  }));
  return moved.every(({ cells }) => cells.every(({ columns }) => columns > 0)) ? moved : rows;
};
