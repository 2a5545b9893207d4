import { composeLineText } from "./compose-line-text.ts";
import type { DraftCell, DraftRow } from "./draft-table.ts";
import type { TextLine } from "./page-drawing.ts";

const NUMBER = /^\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVX]{1,6}|[a-zđ])[.)]{0,2}$/u;

/**
 * What may stand over the first number: nothing of another row, the table's header, or the rest of a row above;
 * unknown where lines are drawn round it.
 */
type Over = "nothing" | "header" | "rest" | "unknown";

/**
 * A row that no line divides, though its first column counts several items, as a row for each: with the numbers at the
 * top of their rows a row begins where its number stands, with numbers in the middle at the widest gap between two.
 */
export const splitUnruledRows = (row: DraftRow, over: Over = "unknown"): readonly DraftRow[] => {
  const [first, ...others] = row.cells;
  if (first === undefined || row.cells.some(({ rows, continued }) => rows > 1 || continued)) return [row];
  const numbers = first.lines.filter((line) => NUMBER.test(composeLineText(line.words)));
  const lines = row.cells.flatMap((cell) => cell.lines).sort((one, other) => one.y - other.y);
  const [top] = numbers;
  const beside = others.flatMap((cell) => cell.lines);
  const fewest = over === "rest" || over === "header" ? 1 : 2;
  if (top === undefined || numbers.length < fewest || beside.length < numbers.length) return [row];
  const onTop = numbers.filter((number) =>
    beside.some(({ y }) => Math.abs(y - number.y) < number.size * 0.3),
  );
  // Where nothing else can stand over the first number, lines over it say that it stands in the middle.
  const led = over === "nothing" && beside.some(({ y }) => y < top.y - top.size * 0.6);
  if (onTop.length * 3 >= numbers.length * 2 && !led)
    return splitRowAt(
      row,
      numbers.map((number) => number.y - number.size * 0.6),
    );
  const below = numbers.slice(1).map((number, at) => widestGap(lines, numbers[at] ?? top, number));
  return splitRowAt(row, over === "nothing" ? below : [startOfMiddle(lines, top, below[0]), ...below]);
};

/** Where the row of a number begins that stands in its middle: as far above the number as the row ends below it. */
const startOfMiddle = (
  lines: readonly TextLine[],
  number: TextLine,
  end = Number.POSITIVE_INFINITY,
): number => {
  const last = lines.findLast(({ y }) => y < end)?.y ?? number.y;
  return 2 * number.y - last - number.size * 0.6;
};

const widestGap = (lines: readonly TextLine[], above: TextLine, below: TextLine): number => {
  let cut = below.y - below.size * 0.6;
  let widest = 0;
  const between = lines.filter(({ y }) => y >= above.y - 1 && y <= below.y + 1);
  for (const [at, line] of between.slice(1).entries()) {
    const gap = line.y - (between[at]?.y ?? line.y);
    if (gap > widest) {
      widest = gap;
      cut = line.y - Math.min(gap / 2, line.size * 0.8);
    }
  }
  return cut;
};

/** Cuts every cell at the same heights; pieces without a word are left out. */
export const splitRowAt = (row: DraftRow, cuts: readonly number[]): readonly DraftRow[] => {
  const edges = [Number.NEGATIVE_INFINITY, ...cuts, Number.POSITIVE_INFINITY];
  return edges.slice(1).flatMap((end, at): readonly DraftRow[] => {
    const start = edges[at] ?? Number.NEGATIVE_INFINITY;
    const cells = row.cells.map(
      (cell): DraftCell => ({ ...cell, lines: cell.lines.filter(({ y }) => y >= start && y < end) }),
    );
    return cells.some((cell) => cell.lines.length > 0) ? [{ header: false, cells }] : [];
  });
};
