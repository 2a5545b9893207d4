import type { Block, Outline, Paragraph, Row, Table } from "../outline.ts";
import { joinLines } from "./join-lines.ts";
import { isWhollyBold, leavesEmphasisOpen, stripMarkdown } from "./strip-markdown.ts";

const HEADING = /^\s{0,3}(#{1,6})\s+/;
const BULLET = /^\s*[-*+•]\s+(?=\S)/u;
const NUMBERED = /^\s*(?:\d{1,3}(?:\.\d{1,3})*[.)]|[a-zđ]\)|[IVX]{1,6}\.)\s+/u;
const RULE = /^\s*(?:[-*_]\s?){3,}$/;
const QUOTE = /^\s{0,3}>\s?/;
const DELIMITERS = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;
const HARD_BREAK = /(?: {2,}|\\|<br\s*\/?>)\s*$/i;

type Open = {
  readonly from: number;
  to: number;
  readonly label: string | null;
  readonly heading: number | null;
  readonly raw: string[];
  closed: boolean;
};

/** Headings of any level, bullets, numbered items, pipe tables and paragraphs, without the marks that drew them. */
export const arrangeMarkdown = (lines: Outline["lines"]): readonly Block[] => {
  const blocks: Block[] = [];
  let open: Open | null = null;
  let blank = true;
  const close = (): void => {
    if (open !== null) blocks.push(...paragraphOf(open));
    open = null;
  };
  for (let at = 0; at < lines.length; at++) {
    const raw = (lines[at]?.text ?? "").normalize("NFC").replace(QUOTE, "");
    if (raw.trim() === "" || RULE.test(raw)) {
      blank = true;
      continue;
    }
    if (raw.includes("|") && DELIMITERS.test(lines[at + 1]?.text ?? "")) {
      close();
      const table = tableAt(lines, at);
      blocks.push(table);
      at = table.to - 1;
      blank = true;
      continue;
    }
    if (goesOn(open, raw, blank)) {
      open?.raw.push(raw);
      if (open !== null) open.to = at + 1;
    } else {
      close();
      open = openAt(raw, at + 1);
    }
    if (open !== null) open.closed = HARD_BREAK.test(raw) || open.heading !== null;
    blank = false;
  }
  close();
  return blocks;
};

const openAt = (raw: string, line: number): Open => {
  const heading = HEADING.exec(raw)?.[1]?.length ?? null;
  const bullet = heading === null && BULLET.test(raw);
  return {
    from: line,
    to: line,
    label: bullet ? "-" : null,
    heading,
    raw: [raw.replace(HEADING, "").replace(bullet ? BULLET : /^\s+/, "")],
    closed: false,
  };
};

/** A paragraph ends at a blank line, unless an italic run or a sentence goes on behind it. */
const goesOn = (open: Open | null, raw: string, blank: boolean): boolean => {
  if (open === null || HEADING.test(raw) || BULLET.test(raw) || NUMBERED.test(raw)) return false;
  if (!blank) return !open.closed;
  if (open.heading !== null) return false;
  const before = open.raw.join(" ");
  if (leavesEmphasisOpen(before) && leavesEmphasisOpen(raw)) return true;
  return (
    !/[.;:!?…”"]$/u.test(stripMarkdown(before.slice(-80))) && /^\p{Ll}/u.test(stripMarkdown(raw.slice(0, 80)))
  );
};

const paragraphOf = ({ from, to, label, heading, raw }: Open): readonly Paragraph[] => {
  const text = joinLines(raw.map(stripMarkdown));
  if (text === "") return [];
  return [
    {
      kind: "paragraph",
      from,
      to,
      text,
      label,
      bold: raw.every(isWhollyBold),
      italic: false,
      centred: false,
      heading,
      marks: [],
    },
  ];
};

/** The cells of a row; "\|" is a stroke of the text. */
const cellsOf = (line: string): readonly string[] => {
  const cells: string[] = [];
  let cell = "";
  for (let at = 0; at < line.length; at++) {
    const letter = line[at] ?? "";
    if (letter === "\\" && line[at + 1] === "|") {
      cell += "|";
      at += 1;
    } else if (letter === "|") {
      cells.push(cell);
      cell = "";
    } else cell += letter;
  }
  cells.push(cell);
  const trimmed = cells.map((text) => text.trim());
  return trimmed.slice(
    trimmed[0] === "" && line.trimStart().startsWith("|") ? 1 : 0,
    trimmed.at(-1) === "" && line.trimEnd().endsWith("|") ? -1 : undefined,
  );
};

const tableAt = (lines: Outline["lines"], first: number): Table => {
  const rows: Row[] = [];
  let at = first;
  let columns = 0;
  for (; at < lines.length; at++) {
    const raw = (lines[at]?.text ?? "").normalize("NFC");
    if (!raw.includes("|")) break;
    if (at === first + 1) continue;
    const cells = cellsOf(raw);
    columns = Math.max(columns, cells.length);
    rows.push({
      header: at === first,
      from: at + 1,
      to: at + 1,
      cells: cells.map((cell, index) => ({
        column: index + 1,
        columns: 1,
        continued: false,
        paragraphs: cell
          .split(/<br\s*\/?>/i)
          .flatMap((text) =>
            paragraphOf({ from: at + 1, to: at + 1, label: null, heading: null, raw: [text], closed: true }),
          ),
      })),
    });
  }
  return { kind: "table", columns, rows, certainty: 1, from: first + 1, to: at };
};
