import { type ColumnRole, matchHeader, mayOpenHeader } from "../recognition/parts/match-header.ts";
import { parseItemNumber } from "../recognition/parts/parse-item-number.ts";
import { type HeaderColumn, type HeaderSplit, splitHeaderLines } from "../recognition/parts/split-header.ts";
import { isTaskTable } from "./judge-task-table.ts";
import type { VisualLine } from "./visual-line.ts";

export type FoundHeader = {
  /** In the list of lines: first, and one past the last. */
  readonly from: number;
  readonly to: number;
  /** A column with a heading that no rule knows is taken for remarks, or for products, which are rarely empty. */
  readonly roles: readonly ColumnRole[];
  /** The headings as written, in the order of `roles`. */
  readonly headings: readonly string[];
};

/** A header of eight narrow columns takes some thirty lines when each holds a word or two. */
const MOST_LINES = 34;
const LONGEST = 420;

/** What words more may cost that fill up the last heading: "Thời gian" – "thực hiện". */
const FILLED_UP = 0.7;

/** The header of a task table that begins at a line, however its cells were broken into lines. */
export const findHeaderAt = (lines: readonly VisualLine[], from: number): FoundHeader | null => {
  if (!mayOpenHeader(lines[from]?.text ?? "")) return null;
  const texts = headerLines(lines, from);
  let best: { readonly split: HeaderSplit; readonly to: number } | null = null;
  for (const lenient of [false, true]) {
    for (const [index, split] of splitHeaderLines(texts, lenient).entries()) {
      if (split === null || !isTaskTable(split.columns)) continue;
      // A second column of numbers is the header of the next page.
      if (split.columns.findLastIndex(({ role }) => role === "number") > (isTimeFirst(split.columns) ? 1 : 0))
        break;
      if (best === null || split.score > best.split.score - FILLED_UP) best = { split, to: from + index + 1 };
    }
  }
  if (best === null) return null;
  const { columns } = best.split;
  const more = lastUnknown(lines, best.to, columns);
  const all = more === null ? columns : [...columns, { role: null, text: more.text }];
  return skipColumnNumbers(lines, {
    from,
    to: more?.to ?? best.to,
    roles: all.map(({ role }, index) => role ?? (index === all.length - 1 ? "remarks" : "product")),
    headings: all.map(({ text }) => text),
  });
};

const isTimeFirst = ([first]: readonly HeaderColumn[]): boolean => first?.role === "time_frame";

/** The header of the next page. */
const NEXT_HEADER = /^(?:STT|TT|Số TT|Số thứ tự|SỐ TT)\b/;
const SENTENCE = /[.;:!?](?:\s|$)/u;

/** The lines that can belong to a header: down to the first number of a row, or the end of a sentence. */
const headerLines = (lines: readonly VisualLine[], from: number): readonly string[] => {
  const texts: string[] = [];
  let length = 0;
  for (let at = from; at < lines.length && texts.length < MOST_LINES && length < LONGEST; at++) {
    const text = lines[at]?.text ?? "";
    if (text.length > 5 && SENTENCE.test(text)) break;
    const opens = NEXT_HEADER.test(text) && matchHeader(texts.join(" ")) !== "time_frame";
    if (at > from && (parseItemNumber(text) !== null || opens)) break;
    texts.push(text);
    length += text.length;
  }
  return texts;
};

/** Most lines and words of the heading of one column. */
const UNKNOWN_LINES = 3;
const UNKNOWN_WORDS = 5;

/** A heading that no rule knows, in the last column: what stands between the known ones and the first row's number. */
const lastUnknown = (
  lines: readonly VisualLine[],
  from: number,
  columns: readonly HeaderColumn[],
): { readonly text: string; readonly to: number } | null => {
  if (columns[0]?.role !== "number") return null;
  const texts: string[] = [];
  for (let at = from; at < lines.length && texts.length <= UNKNOWN_LINES; at++) {
    const text = lines[at]?.text ?? "";
    if (/^(?:I|A|1|1\.1|01)[.)]?(?:\s+\p{Lu}|$)/u.test(text)) {
      const whole = texts.join(" ");
      const words = whole.split(" ").length;
      return texts.length === 0 || words > UNKNOWN_WORDS || !isHeading(whole, columns)
        ? null
        : { text: whole, to: at };
    }
    texts.push(text);
  }
  return null;
};

/** Capitals head a section as well, unless the header itself is in capitals. */
const isHeading = (text: string, columns: readonly HeaderColumn[]): boolean =>
  /^\p{Lu}/u.test(text) &&
  !/[.;:]$|\d/u.test(text) &&
  matchHeader(text) === null &&
  (/\p{Ll}/u.test(text) || columns.every((column) => !/\p{Ll}/u.test(column.text)));

const ordinal = (token: string): string => token.replace(/[()[\].]/g, "");

/** The row "(1) (2) (3)" or "A B 1 2" under a header counts the columns. */
const skipColumnNumbers = (lines: readonly VisualLine[], header: FoundHeader): FoundHeader => {
  const wanted = header.roles.length;
  const tokens: string[] = [];
  let to = header.to;
  while (tokens.length < wanted && to < lines.length && to - header.to < wanted) {
    const own = (lines[to]?.text ?? "").split(" ");
    if (!own.every((token) => /^[([]?(?:\d{1,2}|[A-HĐ])[)\].]?$/u.test(token))) break;
    tokens.push(...own);
    to += 1;
  }
  const counts = tokens.filter((token) => /\d/.test(token)).map((token) => Number(ordinal(token)));
  const first = counts[0] ?? 0;
  const complete =
    tokens.length === wanted &&
    counts.length >= 2 &&
    first <= 3 &&
    counts.every((count, index) => count === first + index);
  return complete ? { ...header, to } : header;
};

export const sameRoles = (a: readonly ColumnRole[], b: readonly ColumnRole[]): boolean =>
  a.length === b.length && a.every((role, index) => role === b[index]);
