import type { Row, Table } from "../outline.ts";
import { matchHeader, mayOpenHeader } from "../recognition/parts/match-header.ts";
import { parseItemNumber, splitItemNumber } from "../recognition/parts/parse-item-number.ts";
import { type HeaderColumn, splitHeaderLines } from "../recognition/parts/split-header.ts";
import { composeCell, composeHeader, composeRow } from "./compose-rows.ts";
import { NOT_NUMBERED } from "./follow-row-numbers.ts";
import { isTaskTable } from "./judge-task-table.ts";
import { measureText } from "./measure-text.ts";
import { endsTable } from "./pick-table-lines.ts";
import { resolveMergedCells } from "./resolve-merged-cells.ts";
import type { VisualLine } from "./visual-line.ts";

export type FoundTable = {
  readonly table: Table;
  /** One past the last, in the list of lines. */
  readonly to: number;
};

/** A cell's lines; the fields of one row lie between tabs, and a cell of several paragraphs goes on in the next line. */
type Field = readonly VisualLine[];

const MOST_HEADER_LINES = 14;
/** Lines without a tab that may follow each other inside one cell. */
const MOST_LINES_IN_CELL = 40;
/** A heading with a roman number stands inside the table. */
const IN_SECTIONS = { ...NOT_NUMBERED, roman: 1 };
const DOUBTED = 0.3;
const HARDLY_DOUBTED = 0.1;

const fieldsOf = (line: VisualLine): readonly VisualLine[] =>
  line.raw
    .normalize("NFC")
    .split("\t")
    .map((part) => {
      const text = part.replace(/\s+/gu, " ").trim();
      return { ...line, text, width: measureText(text) };
    });

const hasTab = (line: VisualLine | undefined): boolean => line?.raw.trim().includes("\t") === true;

/** A table copied from a word processor, a spreadsheet or a web page: cells apart by tabs. Null where none begins. */
export const findTabbedTable = (
  lines: readonly VisualLine[],
  at: number,
  marked: ReadonlyMap<number, readonly string[]>,
): FoundTable | null => {
  if (!hasTab(lines[at]) || !mayOpenHeader(lines[at]?.text ?? "")) return null;
  const header = headerAt(lines, at);
  if (header === null) return null;
  const { columns } = header;
  const rows: Row[] = [];
  let next = header.to;
  while (next < lines.length) {
    const again =
      hasTab(lines[next]) && mayOpenHeader(lines[next]?.text ?? "") ? headerAt(lines, next) : null;
    if (again !== null) {
      if (again.columns.length !== columns.length) break;
      next = again.to;
      continue;
    }
    const record = recordAt(lines, next, columns);
    if (record === null) break;
    rows.push(rowOf(record.fields, columns, marked));
    next = record.to;
  }
  if (rows.length === 0) return null;
  const first = lines[at]?.line ?? 1;
  return {
    table: {
      kind: "table",
      columns: columns.length,
      rows: [
        composeHeader(columns, first, lines[header.to - 1]?.line ?? first),
        ...resolveMergedCells(
          rows,
          columns.map(({ role }) => role),
        ),
      ],
      certainty: 0.97,
      from: first,
      to: lines[next - 1]?.line ?? first,
    },
    to: next,
  };
};

/** The header's rows, down to the first row that is numbered or as broad as the table. */
const headerAt = (
  lines: readonly VisualLine[],
  from: number,
): { readonly columns: readonly HeaderColumn[]; readonly to: number } | null => {
  const texts: string[] = [];
  let found: { readonly columns: readonly HeaderColumn[]; readonly to: number } | null = null;
  for (let at = from; at < lines.length && at < from + MOST_HEADER_LINES; at++) {
    const line = lines[at];
    if (line === undefined) break;
    const fields = fieldsOf(line).map(({ text }) => text);
    if (at > from && (parseItemNumber(fields[0] ?? "") !== null || matchHeader(fields[0] ?? "") === "number"))
      break;
    if (found !== null && !fields.every((text) => text === "" || matchHeader(text) !== null)) break;
    const [first = "", ...rest] = fields;
    // A cell of several lines: its rest stands before the next tab.
    if (at > from && first !== "" && !/^\p{Lu}/u.test(first)) texts.push(`${texts.pop() ?? ""} ${first}`);
    else texts.push(first);
    texts.push(...rest);
    const headings = texts.filter((text) => text !== "");
    for (const lenient of [false, true]) {
      const columns = splitHeaderLines(headings, lenient).at(-1)?.columns ?? null;
      if (columns === null || !isTaskTable(columns)) continue;
      found = { columns, to: at + 1 };
      break;
    }
  }
  return found;
};

/** The fields of the row that begins at a line; null where the table has ended. */
const recordAt = (
  lines: readonly VisualLine[],
  from: number,
  columns: readonly HeaderColumn[],
): { readonly fields: readonly Field[]; readonly to: number } | null => {
  const line = lines[from];
  if (line === undefined || (!hasTab(line) && !isHeadingInside(lines, from))) return null;
  const fields: VisualLine[][] = fieldsOf(line).map((field) => [field]);
  let to = from + 1;
  while (to < lines.length && to - from <= MOST_LINES_IN_CELL) {
    const next = lines[to];
    if (next === undefined || !goesOn(next, fields.length, columns)) break;
    if (!hasTab(next) && fields.length === columns.length && !isRestOfLast(lines, to)) break;
    const [first, ...rest] = fieldsOf(next);
    if (first !== undefined) fields.at(-1)?.push(first);
    fields.push(...rest.map((field) => [field]));
    to += 1;
  }
  return { fields, to };
};

/** Behind a row whose cells are all there stands the rest of its last cell, or the document goes on. */
const LONGEST_REST = 60;
const isRestOfLast = (lines: readonly VisualLine[], at: number): boolean => {
  const text = lines[at]?.text ?? "";
  const numbered = splitItemNumber(text);
  if (numbered !== null && numbered.number.style !== "bullet") return false;
  return (
    /^(?:\p{Ll}|[-–+•]\s?\S)/u.test(text) ||
    (text.length <= LONGEST_REST && lines.slice(at + 1, at + 4).some((next) => hasTab(next)))
  );
};

/** Whether a line is the rest of a cell: it does not begin a row, and its fields still have room in this one. */
const goesOn = (line: VisualLine, fields: number, columns: readonly HeaderColumn[]): boolean => {
  const own = fieldsOf(line);
  const first = own[0]?.text ?? "";
  const numbered = columns[0]?.role === "number";
  if (fields + own.length - 1 > columns.length || first === "") return false;
  if (numbered && parseItemNumber(first) !== null && !/^[-–+•]/u.test(first)) return false;
  if (mayOpenHeader(line.text) && hasTab(line) && !numbered) return false;
  if (hasTab(line)) return numbered || fields + own.length - 1 === columns.length;
  return !endsTable(line, NOT_NUMBERED) && (fields > 1 || /^\p{Ll}/u.test(first));
};

/** A heading in one cell over the whole table: rows follow it. */
const isHeadingInside = (lines: readonly VisualLine[], at: number): boolean => {
  const line = lines[at];
  if (line === undefined || endsTable(line, IN_SECTIONS)) return false;
  return lines.slice(at + 1, at + 4).some((next) => hasTab(next));
};

const rowOf = (
  fields: readonly Field[],
  columns: readonly HeaderColumn[],
  marked: ReadonlyMap<number, readonly string[]>,
): Row => {
  const filled = fields.filter((field) => field.some(({ text }) => text !== ""));
  const line = fields[0]?.[0]?.line ?? 1;
  const numbered = parseItemNumber(fields[0]?.[0]?.text ?? "") !== null;
  const task = columns.findIndex(({ role }) => role === "task") + 1;
  if (fields.length === 1)
    return composeRow([composeCell(1, columns.length, fields[0] ?? [], marked)], 0, line);
  // A number and a title, the other cells merged with the title's.
  if (fields.length === 2 && columns.length > 3 && numbered && filled.length === 2)
    return composeRow(
      [
        composeCell(1, 1, fields[0] ?? [], marked),
        composeCell(task === 2 ? 2 : task, columns.length - task + 1, fields[1] ?? [], marked),
      ],
      0,
      line,
    );
  const missing = columns.slice(fields.length);
  const doubt =
    fields.length > columns.length
      ? DOUBTED
      : missing.length === 0
        ? 0
        : missing.every(({ role }) => role === null || role === "remarks" || role === "product")
          ? HARDLY_DOUBTED
          : DOUBTED;
  const kept = fields.slice(0, columns.length);
  const more = fields.slice(columns.length).flat();
  return composeRow(
    columns.map((_, index) =>
      composeCell(
        index + 1,
        1,
        [...(kept[index] ?? []), ...(index === columns.length - 1 ? more : [])],
        marked,
      ),
    ),
    doubt,
    line,
  );
};
