import type { ItemNumber } from "../recognition/tasks/catalogue-entry.ts";
import { isAllCapitals, type VisualLine } from "./visual-line.ts";

/** How much broader than every line of the table a line of the page under it is. */
const BROADER = 1.3;
/** A table of fewer lines tells nothing of its breadth. */
const FEWEST_LINES = 12;

/** How many lines of the last row are its own: those before the first that is broader than all of the table. */
export const countLinesOfTable = (
  rows: readonly { readonly number: ItemNumber | null; readonly lines: readonly VisualLine[] }[],
): number => {
  const last = rows.at(-1)?.lines ?? [];
  if (rows.length === 1 && rows[0]?.number === null) return countUnnumbered(last);
  const above = rows
    .slice(0, -1)
    .flatMap((row) => row.lines.slice(isAllCapitals(row.lines[0]?.text ?? "") ? 1 : 0));
  if (above.length < FEWEST_LINES) return last.length;
  const broadest = above.reduce((most, { width }) => Math.max(most, width), 0);
  const at = last.findIndex(
    ({ text, width }, index) => index > 0 && width > broadest * BROADER && /^\p{Lu}/u.test(text),
  );
  return at < 0 ? last.length : at;
};

/** Lines above that tell how broad a table is. */
const MOST_COMPARED = 300;

/** As `countLinesOfTable`, of a table whose rows are still to be found: two broad lines one under the other end it. */
const countUnnumbered = (lines: readonly VisualLine[]): number => {
  const widths: number[] = [];
  for (const [at, { text, width }] of lines.entries()) {
    const broad = (widths[Math.floor(widths.length * 0.9)] ?? 0) * BROADER;
    if (at >= FEWEST_LINES && width > broad && (lines[at + 1]?.width ?? 0) > broad && /^\p{Lu}/u.test(text))
      return at;
    if (widths.length === MOST_COMPARED) continue;
    const place = widths.findIndex((other) => other > width);
    widths.splice(place < 0 ? widths.length : place, 0, width);
  }
  return lines.length;
};
