import type { Cell, Row } from "../outline.ts";
import type { ColumnRole } from "../recognition/parts/match-header.ts";

const isEmpty = ({ paragraphs }: Cell): boolean => paragraphs.length === 0;

/**
 * In a table of units and their tasks a unit stands once, beside the first of its tasks, in a cell merged over all of
 * them: the rows that have none are the same unit's. So does a quarter that groups the rows, up to the next heading.
 */
export const resolveMergedCells = (
  rows: readonly Row[],
  roles: readonly (ColumnRole | null)[],
): readonly Row[] => {
  const [role] = roles;
  if (role !== "lead" && role !== "time_frame") return rows;
  let above: Cell | undefined;
  return rows.map((row) => {
    const own = row.cells.find(({ column }) => column === 1);
    if (own !== undefined && !isEmpty(own)) above = own;
    else if (role === "time_frame" && isHeading(row)) above = undefined;
    else if (above !== undefined && row.cells.some((cell) => !isEmpty(cell))) {
      const merged = { ...above, continued: true };
      return { ...row, cells: [merged, ...row.cells.filter(({ column }) => column !== 1)] };
    }
    return row;
  });
};

const HEADING_NUMBER = /^(?:[IVX]+|[A-HĐ])[.)]?$/u;

const isHeading = ({ cells }: Row): boolean =>
  cells.some(({ columns, paragraphs: [first] }) => columns > 1 || HEADING_NUMBER.test(first?.text ?? ""));
