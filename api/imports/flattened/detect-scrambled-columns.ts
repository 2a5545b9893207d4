import type { Block } from "../outline.ts";
import type { VisualLine } from "./visual-line.ts";

const NUMBER_HEADING = /^(?:STT|TT|S ?TT|Số TT|Số thứ tự)$/iu;
const BARE_NUMBER = /^\d{1,3}(?:\.\d{1,2})*\.?$/u;
/** Numbers one under the other with nothing between: a column of numbers, not the numbers of rows. */
const FEWEST_NUMBERS = 3;
/** A table whose lines fit its columns worse than this was put together of what did not belong together. */
const LEAST_CERTAINTY = 0.75;

/**
 * The line where a table was copied column by column, or otherwise out of its rows, as some programs take text out of
 * a PDF: which cell belongs to which row is lost. Null where no line tells so.
 */
export const detectScrambledColumns = (
  lines: readonly VisualLine[],
  blocks: readonly Block[],
): number | null => {
  const tables = blocks.filter(({ kind }) => kind === "table");
  const inTable = (line: number): boolean => tables.some(({ from, to }) => from <= line && line <= to);
  const torn = tables.find((table) => table.kind === "table" && table.certainty < LEAST_CERTAINTY);
  let run = 0;
  for (const { text, line } of lines) {
    run = BARE_NUMBER.test(text) ? run + 1 : 0;
    if (run === FEWEST_NUMBERS || (NUMBER_HEADING.test(text) && !inTable(line))) return line;
  }
  return torn?.from ?? null;
};
