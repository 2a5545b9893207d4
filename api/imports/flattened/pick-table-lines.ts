import { foldVietnamese } from "../../shared/normalise-vietnamese.ts";
import type { ColumnRole } from "../recognition/parts/match-header.ts";
import { parseItemNumber } from "../recognition/parts/parse-item-number.ts";
import type { ItemNumber } from "../recognition/tasks/catalogue-entry.ts";
import documentWords from "../vocabulary/document-words.json" with { type: "json" };
import { type FoundHeader, sameRoles } from "./find-table-header.ts";
import { followNumber, NOT_NUMBERED, type Numbering } from "./follow-row-numbers.ts";
import { wantsNumber } from "./judge-number-rest.ts";
import { countLinesOfTable } from "./measure-last-row.ts";
import { measureText } from "./measure-text.ts";
import { countTimeLines, splitLeadingTime } from "./split-leading-time.ts";
import { isAllCapitals, type UsualGap, type VisualLine } from "./visual-line.ts";

/** The lines of one row, its number taken off. */
export type RowLines = {
  readonly number: ItemNumber | null;
  readonly numberLine: VisualLine | null;
  /** Numbers were left out before it. */
  readonly gap: number;
  /** In a table whose first column is the time: what stands in it beside this row. */
  readonly time: readonly VisualLine[];
  readonly lines: readonly VisualLine[];
  /** Of `lines`, those that a page break stands before. */
  readonly breaks: ReadonlySet<number>;
};

export type TableLines = {
  readonly roles: readonly ColumnRole[];
  readonly headings: readonly string[];
  readonly rows: readonly RowLines[];
  /** Visual lines of the header. */
  readonly headerLines: number;
  readonly from: number;
  /** One past the last line, in the list of lines. */
  readonly to: number;
};

const GLUED =
  /^(\(?(?:\d{1,3}(?:\.\d{1,2}){1,4}\.?[a-zđ]?|\d{1,3}|[IVX]{1,6}|[A-HĐa-zđ])[.)]{0,2})\s+(?=["“'(‘]?\p{Lu})/u;
const ANNEX = new RegExp(`^(?:${[...documentWords.annexes, ...documentWords.forms].join("|")})\\b`);
const AFTER_TABLE =
  /^(?:noi nhan\b|tm ?\.|kt ?\.|tl ?\.|dieu \d|tong (?:so|cong)\s*:|ghi chu:|cong hoa xa hoi|\(?danh muc (?:gom|nay))/;
const organisation = documentWords.parts.organisation;

const titleOf = (text: string): string => text.replace(/^(?:[IVX]{1,6}|[A-H]|\d{1,2})\s?[.)/]?\s+/u, "");

/** A heading or a signature that cannot stand in the table. */
export const endsTable = (line: VisualLine, numbering: Numbering): boolean => {
  if (!/^[\p{Lu}(\d]/u.test(line.text)) return false;
  const folded = foldVietnamese(line.text);
  if (AFTER_TABLE.test(folded)) return true;
  if (ANNEX.test(folded) && (isAllCapitals(line.text) || /^phu luc (?:so )?(?:[ivx]+|\d+)?\b/.test(folded)))
    return true;
  const title = titleOf(line.text);
  const numbered = title !== line.text;
  const foldedTitle = foldVietnamese(title);
  if (
    (numbered || isAllCapitals(line.text)) &&
    organisation.some((name) => foldedTitle.startsWith(name)) &&
    (isAllCapitals(title) || /^[IVX]+[./]/.test(line.text))
  )
    return true;
  // "II. …" after rows that no roman number ever opened: the document goes on, not the table.
  return /^(?:I[IVX]|[VX])[IVX]*\.\s+\p{Lu}/u.test(line.text) && numbering.roman === null;
};

type Candidate = { readonly number: ItemNumber; readonly rest: string };

/** Where the time stands behind the number: "3 27/7/2026". */
const GLUED_TO_TIME = /^(\d{1,3}(?:\.\d{1,2})*\.?)\s+(?=\d{1,2}[/ ]|\d{4}\b)/u;

const candidateOf = (text: string, timeFirst: boolean): Candidate | null => {
  const whole = parseItemNumber(text);
  if (whole !== null && whole.style !== "bullet") return { number: whole, rest: "" };
  const glued = GLUED.exec(text) ?? (timeFirst ? GLUED_TO_TIME.exec(text) : null);
  if (glued === null) return null;
  const number = parseItemNumber(glued[1] ?? "");
  return number === null || number.style === "bullet" ? null : { number, rest: text.slice(glued[0].length) };
};

const LONE_FIGURE = /^\d{1,3}$/;

/** The rows of the table that a header opens, by the numbers that follow each other at the starts of its lines. */
export const pickTableLines = (
  lines: readonly VisualLine[],
  headers: ReadonlyMap<number, FoundHeader>,
  header: FoundHeader,
  usual: UsualGap,
): TableLines => {
  let numbering = NOT_NUMBERED;
  const rows: {
    number: ItemNumber | null;
    numberLine: VisualLine | null;
    gap: number;
    time: readonly VisualLine[];
    lines: VisualLine[];
    breaks: Set<number>;
  }[] = [];
  const numbered = header.roles.includes("number");
  const heading = joinedText(lines.slice(header.from, header.to));
  const timeFirst = header.roles[1] === "time_frame";
  const timeLeads = header.roles[0] === "time_frame";
  let pending = false;
  let at = header.to;
  while (at < lines.length) {
    const repeated = at > header.to ? endOfRepeated(lines, at, heading) : null;
    if (repeated !== null) {
      pending = true;
      at = repeated;
      continue;
    }
    const again = headers.get(at);
    if (again !== undefined) {
      if (!sameRoles(again.roles, header.roles)) break;
      pending = true;
      at = again.to;
      continue;
    }
    const line = lines[at];
    if (line === undefined || endsTable(line, numbering)) break;
    const next = lines[at + 1];
    const broken = pending || line.startsPage;
    const cut = wantsNumber(joinedText(rows.at(-1)?.lines.slice(-2) ?? []), line.text);
    const led = timeLeads ? splitLeadingTime(line.text) : null;
    const found = numbered && !cut ? candidateOf(led?.rest ?? line.text, timeFirst) : null;
    const followed = found && followNumber(numbering, found.number);
    if (found !== null && followed !== null && isRowStart(found, followed.gap, next, usual, numbering)) {
      numbering = followed.numbering;
      const above = rows.at(-1);
      const time = led === null ? [] : [{ ...line, text: led.time, width: measureText(led.time) }];
      if (timeLeads && led === null && above !== undefined)
        time.push(...above.lines.splice(above.lines.length - countTimeLines(above.lines)));
      if (above?.number === null && above.lines.length === 0) rows.pop();
      rows.push({
        number: found.number,
        numberLine: line,
        gap: followed.gap,
        time,
        lines: found.rest === "" ? [] : [{ ...line, text: found.rest, width: measureText(found.rest) }],
        breaks: new Set(),
      });
      pending = false;
    } else if (
      LONE_FIGURE.test(line.text) &&
      !cut &&
      Number(line.text) < 200 &&
      isSetApart(line, next, usual, broken)
    ) {
      // The number of a page, told from a row's by its place in the sequence.
      pending = true;
    } else {
      let row = rows.at(-1);
      if (row === undefined) {
        row = { number: null, numberLine: null, gap: 0, time: [], lines: [], breaks: new Set() };
        rows.push(row);
      }
      if (broken && row.lines.length > 0) row.breaks.add(row.lines.length);
      row.lines.push(line);
      pending = false;
    }
    at += 1;
  }
  const under = rows.at(-1)?.lines.splice(countLinesOfTable(rows))[0];
  if (under !== undefined) at = lines.indexOf(under);
  return {
    roles: header.roles,
    headings: header.headings,
    rows,
    headerLines: header.to - header.from,
    from: header.from,
    to: at,
  };
};

const joinedText = (lines: readonly VisualLine[]): string => lines.map(({ text }) => text).join(" ");

/** Where the same words as those of the header end, however the next page broke them into lines. */
const endOfRepeated = (lines: readonly VisualLine[], from: number, heading: string): number | null => {
  let text = "";
  for (let at = from; at < lines.length && text.length < heading.length; at++) {
    text = text === "" ? (lines[at]?.text ?? "") : `${text} ${lines[at]?.text ?? ""}`;
    if (!heading.startsWith(text)) return null;
    if (text === heading) return at + 1;
  }
  return null;
};

const isSetApart = (
  line: VisualLine,
  next: VisualLine | undefined,
  usual: UsualGap,
  broken: boolean,
): boolean => broken || next === undefined || next.startsPage || line.gap > usual || next.gap > usual;

const isRowStart = (
  { number, rest }: Candidate,
  gap: number,
  next: VisualLine | undefined,
  usual: UsualGap,
  numbering: Numbering,
): boolean => {
  const first = rest === "" ? next : undefined;
  if (rest === "" && (next === undefined || !/^["“'(‘\-–+]?\s?[\p{Lu}\d“]/u.test(next.text))) return false;
  if (gap === 0) return true;
  if (gap > 1 && numbering.style === null) return false;
  // A number that runs ahead has to look like one: alone, before a capital, not at the edge of a page.
  return (
    number.sign !== "" ||
    number.path.length > 1 ||
    number.style === "letter" ||
    (first !== undefined && first.gap <= usual && !first.startsPage)
  );
};
