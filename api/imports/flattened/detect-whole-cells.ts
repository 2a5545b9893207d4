import type { TableLines } from "./pick-table-lines.ts";
import type { VisualLine } from "./visual-line.ts";

/** Lines that begin with a small letter, of all: of a broken text nearly half do. */
const FEW_SMALL = 0.12;

/** Whether each line is a whole cell, as copying cell by cell leaves it: no heading and no sentence is broken. */
export const detectWholeCells = (
  { headings, headerLines, from, rows }: TableLines,
  lines: readonly VisualLine[],
): boolean => {
  const header = new Set(lines.slice(from, from + headerLines).map(({ text }) => text));
  if (!headings.every((heading) => header.has(heading))) return false;
  const own = rows.flatMap((row) => row.lines);
  const small = own.filter(({ text }) => /^[“"(]?\p{Ll}/u.test(text)).length;
  return own.length > 0 && small <= own.length * FEW_SMALL;
};
