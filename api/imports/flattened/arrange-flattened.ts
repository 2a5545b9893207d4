import { tidyText } from "../../shared/normalise-vietnamese.ts";
import type { KnownNames } from "../known-names.ts";
import type { Block, Outline } from "../outline.ts";
import { arrangeMarkdown } from "./arrange-markdown.ts";
import { arrangeTable } from "./arrange-table.ts";
import { detectScrambledColumns } from "./detect-scrambled-columns.ts";
import { extractFootnotes } from "./extract-footnotes.ts";
import { findSpacedTable } from "./find-spaced-table.ts";
import { findTabbedTable } from "./find-tabbed-table.ts";
import { joinTornSyllables } from "./join-torn-syllables.ts";
import { markPageNumbers } from "./mark-page-numbers.ts";
import { pickTableLines } from "./pick-table-lines.ts";
import { prepareHeaderSearch } from "./prepare-header-search.ts";
import { measureProse, segmentParagraphs } from "./segment-paragraphs.ts";
import { measureUsualGap, splitVisualLines } from "./split-visual-lines.ts";
import { stripMarkdown } from "./strip-markdown.ts";
import type { VisualLine } from "./visual-line.ts";

/**
 * Paragraphs and tables out of a text of visual lines: what copying from a PDF leaves of a document. Lines stay as
 * they are; page numbers and repeated headers belong to no block, footnotes stand in `footnotes`.
 */
export const arrangeFlattened = (outline: Outline, known: KnownNames): Outline => {
  const torn = joinTornSyllables(outline.lines);
  if (torn === null) return arrangeLines(outline, known);
  const arranged = arrangeLines({ ...outline, lines: torn.lines }, known);
  const remark = { code: "words_torn" as const, line: torn.line, detail: torn.example };
  return { ...arranged, lines: outline.lines, remarks: [...arranged.remarks, remark] };
};

const arrangeLines = (outline: Outline, known: KnownNames): Outline => {
  if (outline.format === "markdown") {
    const plain = outline.lines.map((line) => ({
      ...line,
      text: stripMarkdown(line.text.replace(/^\s*#{1,6}\s/, "")),
    }));
    const flattened =
      outline.lines.every(({ text }) => !/^\s*\|/.test(text)) &&
      prepareHeaderSearch()(splitVisualLines(plain)).size > 0;
    if (!flattened) return { ...outline, blocks: arrangeMarkdown(outline.lines) };
    return arrangeText({ ...outline, lines: plain }, outline, known);
  }
  return arrangeText(outline, outline, known);
};

/** `read` holds the lines without marks, `outline` those that are kept. */
const arrangeText = (read: Outline, outline: Outline, known: KnownNames): Outline => {
  const all = splitVisualLines(read.lines);
  const gap = measureUsualGap(all);
  const findHeaders = prepareHeaderSearch();
  const first = findHeaders(all);
  const [opening] = first.keys();
  const starts = all.map(({ startsPage }, at) => startsPage || (first.has(at) && at !== opening));
  const numbers = markPageNumbers(all, starts, (at) => first.has(at), gap);
  const paged = all.flatMap((line, at): readonly VisualLine[] =>
    numbers.has(at) ? [] : [numbers.has(at - 1) ? { ...line, startsPage: true } : line],
  );
  const headersOnce = findHeaders(paged);
  const { lines, footnotes, marked } = extractFootnotes(
    paged,
    paged.map(({ startsPage }, at) => startsPage || headersOnce.has(at)),
  );
  const headers = findHeaders(lines);
  const around = { gap, spellings: spellingsOf(known), marked };
  const blocks: Block[] = [];
  let prose: VisualLine[] = [];
  const outside: VisualLine[][] = [];
  const tables: (() => Block)[] = [];
  let at = 0;
  while (at < lines.length) {
    const drawn = findTabbedTable(lines, at, marked) ?? findSpacedTable(lines, at, marked);
    if (drawn !== null) {
      outside.push(prose);
      prose = [];
      tables.push(() => drawn.table);
      at = drawn.to;
      continue;
    }
    const header = headers.get(at);
    if (header === undefined) {
      const line = lines[at];
      if (line !== undefined) prose.push(line);
      at += 1;
      continue;
    }
    const table = pickTableLines(lines, headers, header, gap);
    outside.push(prose);
    prose = [];
    tables.push(() => arrangeTable(table, lines, around));
    at = Math.max(table.to, header.to);
  }
  outside.push(prose);
  const look = { width: measureProse(outside.flat()), gap };
  for (const [index, part] of outside.entries()) {
    blocks.push(...segmentParagraphs(part, look, marked));
    const table = tables[index];
    if (table !== undefined) blocks.push(table());
  }
  const scrambled = detectScrambledColumns(lines, blocks);
  const remarks =
    scrambled === null
      ? outline.remarks
      : [...outline.remarks, { code: "columns_scrambled" as const, line: scrambled, detail: "" }];
  return { ...outline, blocks, footnotes: [...outline.footnotes, ...footnotes], remarks };
};

const spellingsOf = (known: KnownNames): ReadonlySet<string> =>
  new Set(
    [...known.units, ...known.groups]
      .flatMap(({ name, spellings }) => [name, ...spellings])
      .map((name) => tidyText(name).toLowerCase())
      .filter((name) => name.length >= 3),
  );
