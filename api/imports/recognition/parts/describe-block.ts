import type { Block, Table } from "../../outline.ts";
import { classifyLine, type LineRole } from "./classify-line.ts";
import { matchHeader } from "./match-header.ts";
import { splitItemNumber } from "./parse-item-number.ts";
import { type PartHeading, parsePartHeading } from "./parse-part-heading.ts";
import { linesOfBlock, type TextLine } from "./text-line.ts";

export type BlockRole = LineRole | "blank" | "letterhead_table" | "task_table" | "table";

export type BlockView = {
  readonly block: Block;
  /** The first line that says anything. */
  readonly line: TextLine | null;
  readonly role: BlockRole;
  readonly heading: PartHeading | null;
  /** Begins with an item's number, letter or bullet. */
  readonly numbered: boolean;
};

/** Rows of a table that may be its header, or a letterhead or signature laid out as a table. */
const FEW_ROWS = 6;

const hasTaskHeader = (table: Table): boolean =>
  table.rows.slice(0, FEW_ROWS).some((row) => {
    const roles = new Set(
      row.cells.map((cell) => matchHeader(cell.paragraphs.map(({ text }) => text).join(" "))),
    );
    roles.delete(null);
    return roles.has("task") ? roles.size >= 2 : roles.size >= 3;
  });

const tableRole = (table: Table, lines: readonly TextLine[]): BlockRole => {
  if (lines.length === 0) return "blank";
  if (hasTaskHeader(table)) return "task_table";
  if (table.rows.length > FEW_ROWS) return "table";
  const roles = lines.slice(0, 40).map(classifyLine);
  if (roles.includes("recipients") || (roles.includes("signature") && !roles.includes("motto")))
    return "signature";
  return roles.includes("motto") || roles[0] === "office" ? "letterhead_table" : "table";
};

export const describeBlock = (block: Block): BlockView => {
  const lines = linesOfBlock(block);
  const line = lines[0] ?? null;
  if (block.kind === "table")
    return { block, line, role: tableRole(block, lines), heading: null, numbered: false };
  if (line === null) return { block, line, role: "blank", heading: null, numbered: false };
  const role = classifyLine(line);
  return {
    block,
    line,
    role,
    heading: role === "text" || role === "annex" ? parsePartHeading(line) : null,
    numbered: role === "text" && splitItemNumber(line.text) !== null,
  };
};
