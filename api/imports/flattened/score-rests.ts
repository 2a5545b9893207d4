import type { ColumnRole } from "../recognition/parts/match-header.ts";
import type { CellTexts } from "./cell-texts.ts";
import { SPACE_WIDTH } from "./measure-text.ts";
import type { Piece } from "./split-pieces.ts";
import type { ColumnWidth, TableHabits } from "./table-habits.ts";

/** What stands after a page break is the rest of cells that the page cut, and is judged by what stood before it. */

export const isUnits = (role: ColumnRole): boolean => role === "lead" || role === "coordinating";

export const scoreLateStart = (piece: Piece | undefined, role: ColumnRole): number => {
  if (piece === undefined) return 0;
  if (piece.start.lower) return role === "task" ? 0.5 : 0;
  return piece.start.dashed ? -0.3 : -1;
};

/** A cell's rest is not known by itself: what else ended with the same words tells where it belongs. */
export const scoreLateText = (
  role: ColumnRole,
  texts: CellTexts,
  { cellTexts }: TableHabits,
  run: { readonly from: number; readonly to: number } | undefined,
  from: number,
  to: number,
): number => {
  if (role === "time_frame") return texts.timeLikeness(from, to) > 0 ? 1 : -3;
  if (role === "task") return 0;
  const key = texts.key(from, to);
  if (!isUnits(role) || key === "") return -1;
  if (run !== undefined && cellTexts.has(`${texts.key(run.from, run.to)} ${key}`)) return 3;
  for (const known of cellTexts.keys()) if (known.endsWith(` ${key}`)) return run === undefined ? 2 : 0.7;
  return -0.3;
};

/** Whether the rest of a cell goes on where the page broke it: after an open end, on a line that had been full. */
export const scoreRest = (
  pieces: readonly Piece[],
  run: { readonly from: number; readonly to: number } | undefined,
  from: number,
  { full }: ColumnWidth,
): number => {
  const last = run === undefined ? undefined : pieces[run.to - 1];
  const piece = pieces[from];
  if (last === undefined || piece === undefined) return -3;
  if (piece.start.dashed) return 0;
  const finished = /[.]["”’)]*$/u.test(last.text) ? -2 : 0;
  const open = Math.min(2, last.endsOpen) + finished;
  if (full === null) return open;
  const slack = full - last.fullWidth - SPACE_WIDTH - piece.firstWord;
  return open + (slack > full * 0.04 + 0.2 ? -Math.min(4, 1 + (slack / full) * 8) : 1.5);
};
