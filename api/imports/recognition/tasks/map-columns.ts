import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import { recogniseTimeFrame } from "../../../time-frames/recognise-time-frame.ts";
import type { Cell, Row, Table } from "../../outline.ts";
import { type ColumnRole, matchHeader } from "../parts/match-header.ts";
import { parseItemNumber } from "../parts/parse-item-number.ts";
import { splitHeader } from "../parts/split-header.ts";
import { startsLikeUnit } from "../units/match-unit-words.ts";

/** A column that names the group of tasks its rows belong to. */
export type TableRole = ColumnRole | "section";

export type ColumnMap = {
  /** By column, from 1. */
  readonly roles: ReadonlyMap<number, TableRole>;
  /** How many rows at the top are title and header. */
  readonly headerRows: number;
  /** 1 when header words name the columns; less when they were inferred from what stands in them. */
  readonly certainty: number;
  /** Headings that no rule knows. */
  readonly unknown: readonly string[];
};

export const cellText = (cell: Cell | undefined): string =>
  (cell?.paragraphs ?? [])
    .map(({ label, text }) => (label === null ? text : `${label} ${text}`))
    .join(" ")
    .replace(/\s+/gu, " ")
    .trim();

/** Titles, a unit line or a second letterhead may stand over the header inside the same table. */
const HEADER_WITHIN = 6;
const SECTION_COLUMN = /\b(?:nhom|linh vuc|mang|muc tieu|chuyen de|noi dung lon)\b/;

const cellAt = (row: Row, column: number): Cell | undefined =>
  row.cells.find((cell) => cell.column <= column && column < cell.column + cell.columns);

const headed = (row: Row): readonly (ColumnRole | null)[] =>
  row.cells.map((cell) => (cellText(cell) === "" ? null : matchHeader(cellText(cell))));

const looksLikeHeader = (row: Row): boolean => {
  const roles = new Set(headed(row).filter((role) => role !== null));
  if (roles.size < 2) return false;
  const texts = row.cells.map(cellText).filter((text) => text !== "");
  return (
    texts.every((text) => text.length < 90 && !/[.;]$/.test(text)) &&
    headed(row).filter((role) => role !== null).length * 2 >= texts.length
  );
};

/** "(1) (2) (3)" or "1 2 3" or "A B 1 2" under the header: numbers of columns. */
const numbersColumns = (row: Row): boolean => {
  const texts = row.cells.map(cellText);
  const bare = texts.filter((text) => text !== "");
  return (
    bare.length >= 3 &&
    bare.length >= row.cells.length - 1 &&
    (bare.every((text) => /^\((?:\d{1,2}|[a-zA-Z])\)$/.test(text)) ||
      texts.every((text, index) => text === String(index + 1)))
  );
};

const continuesHeader = (row: Row): boolean => {
  const own = row.cells.filter((cell) => !cell.continued && cellText(cell) !== "");
  return (
    own.length > 0 &&
    own.length < row.cells.length &&
    own.every((cell) => matchHeader(cellText(cell)) !== null && cellText(cell).length < 60)
  );
};

/** Which column holds what, by the words of the header; null where the table has no header that any rule knows. */
export const mapColumns = (table: Table): ColumnMap | null => {
  const first = table.rows.slice(0, HEADER_WITHIN).findIndex(looksLikeHeader);
  if (first < 0) return null;
  let end = first + 1;
  while (end < table.rows.length && end < first + 4) {
    const row = table.rows[end];
    if (row === undefined || !(continuesHeader(row) || numbersColumns(row))) break;
    end += 1;
  }
  const headers = table.rows.slice(first, end).filter((row) => !numbersColumns(row));
  const roles = new Map<number, TableRole>();
  const unknown: string[] = [];
  for (let column = 1; column <= table.columns; column++) {
    const words = [...new Set(headers.map((row) => cellText(cellAt(row, column))))].filter(
      (text) => text !== "",
    );
    const role = roleOf(words);
    if (role !== null) roles.set(column, role);
    else if (words.length > 0) unknown.push(words.join(" "));
  }
  return {
    roles: settleTwins(roles, table, end, headers),
    headerRows: end,
    certainty: mingled(headers) ? MINGLED : 1,
    unknown,
  };
};

/** One cell with the headings of two columns: the line between them was lost, and what stands below is of both. */
const mingled = (headers: readonly Row[]): boolean =>
  headers.some((row) =>
    row.cells.some((cell) => {
      const roles = new Set((splitHeader(cellText(cell)) ?? []).map(({ role }) => role));
      return roles.size > 1 && cell.columns === 1;
    }),
  );
const MINGLED = 0.75;

/** The lowest heading names the column; where it does not, the one above it, then both together. */
const roleOf = (words: readonly string[]): ColumnRole | null =>
  words
    .toReversed()
    .map(matchHeader)
    .find((role) => role !== null) ?? matchHeader(words.join(" "));

/** Two columns of tasks: the first is the group of tasks when its cells are fewer, or its heading says so. */
const settleTwins = (
  roles: Map<number, TableRole>,
  table: Table,
  from: number,
  headers: readonly Row[],
): ReadonlyMap<number, TableRole> => {
  const [first, second] = [...roles].filter(([, role]) => role === "task").map(([column]) => column);
  if (first === undefined || second === undefined) return roles;
  const own = (column: number): number =>
    table.rows
      .slice(from)
      .map((row) => cellAt(row, column))
      .filter((cell) => cell !== undefined && !cell.continued && cellText(cell) !== "").length;
  const heading = foldVietnamese(headers.map((row) => cellText(cellAt(row, first))).join(" "));
  const settled = new Map(roles);
  if (own(first) < own(second) || SECTION_COLUMN.test(heading)) settled.set(first, "section");
  else settled.set(second, "method");
  return settled;
};

const share = (texts: readonly string[], holds: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(holds).length / texts.length;

const tellsTime = (text: string): boolean => {
  const frame = recogniseTimeFrame(text);
  return text.length < 120 && frame.kind !== "none" && frame.unread === undefined;
};

/**
 * Columns by what stands in them, for a table without header words: the longest texts are tasks, numbers number them,
 * phrases of time and names of units tell the rest; the first column of units is the lead.
 */
export const inferColumns = (table: Table): ColumnMap | null => {
  const columns = Array.from({ length: table.columns }, (_, index) => {
    const texts = table.rows
      .map((row) => row.cells.find((cell) => cell.column === index + 1 && cell.columns === 1))
      .map(cellText)
      .filter((text) => text !== "");
    return {
      column: index + 1,
      filled: texts.length,
      length: texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length),
      numbers: share(texts, (text) => parseItemNumber(text) !== null),
      times: share(texts, tellsTime),
      units: share(texts, (text) => startsLikeUnit(text) > 0),
    };
  });
  const task = columns.toSorted((a, b) => b.length - a.length)[0];
  if (task === undefined || task.length < 25 || table.rows.length < 2) return null;
  const roles = new Map<number, TableRole>([[task.column, "task"]]);
  const number = columns.find(({ column, numbers }) => column < task.column && numbers > 0.7);
  if (number !== undefined) roles.set(number.column, "number");
  const time = columns.find(({ column, times }) => !roles.has(column) && times > 0.6);
  if (time !== undefined) roles.set(time.column, "time_frame");
  const units = columns.filter(({ column, units: named }) => !roles.has(column) && named > 0.6);
  for (const [index, { column }] of units.entries())
    roles.set(column, index === 0 ? "lead" : index === 1 ? "coordinating" : "remarks");
  if (roles.size < 2 || (units.length === 0 && number === undefined)) return null;
  const unknown = columns.filter(({ column, filled }) => !roles.has(column) && filled > 0);
  return {
    roles,
    headerRows: 0,
    certainty: 0.7,
    unknown: unknown.map(({ column }) => String(column)),
  };
};
