import type { Cell, Row, Span, Table } from "../../outline.ts";
import { isCapitals } from "../parts/judge-heading.ts";
import { matchHeader } from "../parts/match-header.ts";
import { parseItemNumber, splitHeadingNumber, splitItemNumber } from "../parts/parse-item-number.ts";
import { LONGEST_TEXT } from "../shorten-text.ts";
import {
  type CatalogueEntry,
  FIELD_ROLES,
  type FieldRole,
  type Fields,
  type FieldText,
  type ItemNumber,
  mergeSpans,
} from "./catalogue-entry.ts";
import { isTotalRow } from "./judge-total-row.ts";
import { type ColumnMap, cellText, type TableRole } from "./map-columns.ts";

export type LeftOut = { readonly code: string; readonly text: string; readonly span: Span };

export type TabulatedEntries = {
  readonly entries: readonly CatalogueEntry[];
  /** Rows with text that became no entry and belong to none. */
  readonly leftOut: readonly LeftOut[];
};

type ReadRow = {
  readonly row: Row;
  readonly number: ItemNumber | null;
  readonly title: string;
  readonly titleCell: Cell | undefined;
  readonly titleSpan: Span;
  readonly fields: Fields;
  readonly group: string | null;
  readonly heading: boolean;
  /** Number and title are merged with the row above. */
  readonly continued: boolean;
};

const SENTENCE_END = /[.;:!?…”"]\s*$/;
const STARTS_SMALL = /^\p{Ll}/u;

export const tabulateEntries = (table: Table, map: ColumnMap): TabulatedEntries => {
  const entries: CatalogueEntry[] = [];
  const leftOut: LeftOut[] = [];
  let group: string | null = null;
  for (const row of table.rows.slice(map.headerRows)) {
    if (row.cells.every((cell) => cellText(cell) === "") || repeatsHeader(row, map)) continue;
    const read = readRow(row, map);
    const last = entries.at(-1);
    if (read.number === null && isTotalRow(read.title || cellText(row.cells[0])))
      leftOut.push({ code: "row-left-out", text: rowText(row), span: row });
    else if (last !== undefined && belongsToLast(read, last))
      entries[entries.length - 1] = joined(last, read);
    else if (read.title === "") {
      leftOut.push({ code: "row-without-task", text: rowText(row), span: row });
    } else {
      if (read.group !== null && read.group !== group) entries.push(groupEntry(read));
      group = read.group ?? group;
      entries.push(entryOf(read, table, map));
    }
  }
  return { entries, leftOut };
};

const rowText = (row: Row): string => row.cells.map(cellText).join(" ").replace(/\s+/gu, " ").trim();

const columnOf = (map: ColumnMap, wanted: TableRole): number | null =>
  [...map.roles].find(([, role]) => role === wanted)?.[0] ?? null;

const covering = (row: Row, column: number | null): Cell | undefined =>
  column === null
    ? undefined
    : row.cells.find((cell) => cell.column <= column && column < cell.column + cell.columns);

const repeatsHeader = (row: Row, map: ColumnMap): boolean => {
  const named = row.cells.filter((cell) => cellText(cell) !== "");
  const same = named.filter((cell) => map.roles.get(cell.column) === matchHeader(cellText(cell)));
  return named.length > 2 && same.length * 3 >= named.length * 2;
};

const spanOfCell = (cell: Cell | undefined, row: Row): Span => {
  const [first, ...others] = cell?.paragraphs ?? [];
  return first === undefined
    ? { from: row.from, to: row.to }
    : others.reduce<Span>(mergeSpans, { from: first.from, to: first.to });
};

const readRow = (row: Row, map: ColumnMap): ReadRow => {
  const task = columnOf(map, "task") ?? 1;
  const numberColumn = columnOf(map, "number");
  const titleCell = widest(row, task);
  const numberCell = covering(row, numberColumn);
  const text = cellText(titleCell);
  const spanning = spansFields(titleCell, map);
  const apart = numberCell !== undefined && numberCell !== titleCell ? cellText(numberCell) : "";
  const printed = apart === "" ? null : parseItemNumber(apart);
  // A number cell that holds more than a number is the beginning of a heading over the row.
  const split = spanning ? splitHeadingNumber : splitItemNumber;
  const glued = printed === null ? split(apart === "" ? text : `${apart} ${text}`) : null;
  const title =
    glued !== null ? glued.rest : printed === null && apart !== "" ? `${apart} ${text}`.trim() : text;
  const fields = spanning ? {} : readFields(row, map, titleCell);
  const groupCell = covering(row, columnOf(map, "section"));
  return {
    row,
    number: printed ?? glued?.number ?? null,
    title,
    titleCell,
    titleSpan: spanOfCell(titleCell, row),
    fields,
    group: groupCell === undefined || groupCell === titleCell ? null : cellText(groupCell) || null,
    heading: spanning || (Object.keys(fields).length === 0 && looksLikeHeading(title, titleCell)),
    continued:
      titleCell?.continued === true &&
      (numberCell === undefined || numberCell.continued || cellText(numberCell) === ""),
  };
};

/** The cell of the task column; where it is empty, the one text of a row whose other cells are empty too. */
const widest = (row: Row, task: number): Cell | undefined => {
  const own = covering(row, task);
  if (own !== undefined && cellText(own) !== "") return own;
  const filled = row.cells.filter((cell) => cellText(cell) !== "");
  const [only] = filled;
  return filled.length === 1 && only !== undefined && cellText(only).length > 12 ? only : own;
};

const isField = (role: TableRole | undefined): role is FieldRole =>
  role !== undefined && role !== "number" && role !== "task" && role !== "section";

const spansFields = (cell: Cell | undefined, map: ColumnMap): boolean => {
  if (cell === undefined || cell.columns < 2) return false;
  const roles = Array.from({ length: cell.columns }, (_, at) => map.roles.get(cell.column + at));
  return roles.includes("task") && roles.some(isField);
};

const looksLikeHeading = (title: string, cell: Cell | undefined): boolean =>
  isCapitals(title) ||
  (cell !== undefined && cell.paragraphs.length > 0 && cell.paragraphs.every(({ bold }) => bold));

const readFields = (row: Row, map: ColumnMap, titleCell: Cell | undefined): Fields => {
  const fields: Partial<Record<FieldRole, FieldText>> = {};
  for (const cell of row.cells) {
    if (cell === titleCell) continue;
    const roles = Array.from({ length: cell.columns }, (_, at) => map.roles.get(cell.column + at)).filter(
      isField,
    );
    const [role, ...more] = roles;
    const paragraphs = cell.paragraphs
      .map(({ label, text }) => (label === null ? text : `${label} ${text}`).trim())
      .filter((text) => text !== "" && !/^[-–—./\s]+$/.test(text));
    if (role === undefined || paragraphs.length === 0) continue;
    const span = spanOfCell(cell, row);
    const before = fields[role];
    fields[role] = {
      paragraphs: [...(before?.paragraphs ?? []), ...paragraphs],
      span: before === undefined ? span : mergeSpans(before.span, span),
      continued: cell.continued,
      certainty: map.certainty * (more.length > 0 ? 0.75 : 1),
    };
  }
  return fields;
};

/** Of one cell; more is no cell that a page cut. */
const MOST_PARAGRAPHS = 200;

const belongsToLast = (read: ReadRow, last: CatalogueEntry): boolean => {
  if (last.title.length + read.title.length > LONGEST_TEXT) return false;
  if (Object.values(last.fields).some(({ paragraphs }) => paragraphs.length > MOST_PARAGRAPHS)) return false;
  if (read.continued) return true;
  if (read.number !== null || last.from !== "row") return false;
  if (read.title === "") return Object.keys(read.fields).length > 0 && !last.heading;
  return (
    !read.heading &&
    STARTS_SMALL.test(read.title) &&
    !SENTENCE_END.test(last.title.slice(-8)) &&
    Object.values(read.fields).every(
      (field) => field.continued || STARTS_SMALL.test(field.paragraphs[0] ?? ""),
    )
  );
};

/** A row that goes on with the one above: a page break or a merged number cut it. */
const joined = (last: CatalogueEntry, read: ReadRow): CatalogueEntry => {
  const fields: Partial<Record<FieldRole, FieldText>> = { ...last.fields };
  for (const role of FIELD_ROLES) {
    const field = read.fields[role];
    if (field === undefined || field.continued) continue;
    const before = fields[role];
    fields[role] =
      before === undefined
        ? field
        : {
            ...before,
            paragraphs: [...before.paragraphs, ...field.paragraphs],
            span: mergeSpans(before.span, field.span),
            certainty: before.certainty * 0.8,
          };
  }
  const more = read.continued ? "" : read.title;
  return {
    ...last,
    title: more === "" ? last.title : `${last.title} ${more}`,
    titleSpan: more === "" ? last.titleSpan : mergeSpans(last.titleSpan, read.titleSpan),
    span: mergeSpans(last.span, read.row),
    fields,
    certainty: last.certainty * 0.85,
  };
};

const entryOf = (read: ReadRow, table: Table, map: ColumnMap): CatalogueEntry => ({
  number: read.number,
  title: read.title,
  titleSpan: read.titleSpan,
  span: { from: read.row.from, to: read.row.to },
  fields: read.fields,
  marks: read.row.cells.flatMap((cell) => cell.paragraphs.flatMap(({ marks }) => marks)),
  from: "row",
  heading: read.heading,
  certainty: sureness(read.row, table) * map.certainty,
});

/** A rebuilt row says itself how doubtful its cells are; without that, the table's own certainty holds. */
const sureness = ({ doubt }: Row, { certainty }: Table): number =>
  doubt === undefined ? certainty : Math.max(0.4, Math.min(REBUILT, 1 - doubt));
const REBUILT = 0.97;

/** The heading that a column of groups gives to the rows beside it. */
const groupEntry = (read: ReadRow): CatalogueEntry => {
  const split = splitHeadingNumber(read.group ?? "");
  return {
    number: split?.number ?? null,
    title: split?.rest ?? read.group ?? "",
    titleSpan: { from: read.row.from, to: read.row.to },
    span: { from: read.row.from, to: read.row.to },
    fields: {},
    marks: [],
    from: "row",
    heading: true,
    certainty: 0.9,
  };
};
