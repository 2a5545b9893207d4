import type { ColumnRole } from "../recognition/parts/match-header.ts";
import type { UsualGap } from "./visual-line.ts";

/** `most`: hardly any line is broader. `full`: where lines were broken; null while it is unknown. */
export type ColumnWidth = { readonly most: number | null; readonly full: number | null };

/** What is known of a table's columns, numbers aside, while its lines are placed. */
export type TableHabits = {
  readonly roles: readonly ColumnRole[];
  readonly widths: readonly ColumnWidth[];
  /** Logarithm of how likely a column's cell is empty, against one that is filled. */
  readonly emptiness: readonly number[];
  /** Folded texts of cells, and how often each stood alone in a cell of each column. */
  readonly cellTexts: ReadonlyMap<string, readonly number[]>;
  readonly gap: UsualGap;
  /** Every line is a cell, or a paragraph of one. */
  readonly wholeCells: boolean;
};

const EMPTY_AT_FIRST: Readonly<Record<ColumnRole, number>> = {
  number: 0,
  task: -9,
  lead: -3,
  coordinating: -1,
  time_frame: -2,
  product: -1.5,
  leader: -1.5,
  method: -1,
  remarks: -0.1,
};
/** How far the document itself can move the first guess: a lone unit stays the lead. */
const FARTHEST = 1;

export const emptyAtFirst = (role: ColumnRole): number => EMPTY_AT_FIRST[role];

/** Columns that are empty more often than not. */
const RARE: ReadonlySet<ColumnRole> = new Set<ColumnRole>(["remarks", "method"]);
const MOST_EMPTY = 2;

export const boundEmptiness = (role: ColumnRole, learned: number): number =>
  RARE.has(role)
    ? Math.min(MOST_EMPTY, Math.max(-FARTHEST, learned))
    : Math.min(
        0,
        Math.max(EMPTY_AT_FIRST[role] - FARTHEST, Math.min(EMPTY_AT_FIRST[role] + FARTHEST, learned)),
      );

/** Against the titles, before any line of a column is known. */
const BREADTH: Readonly<Record<ColumnRole, number>> = {
  number: 0.3,
  task: 1,
  lead: 0.8,
  coordinating: 0.85,
  time_frame: 0.7,
  product: 1.1,
  leader: 0.7,
  method: 1.1,
  remarks: 0.9,
};

/** In ems: titles as narrow as this stand in a table of many columns, all nearly as broad. */
const NARROW = 9;

/** The first guess: nothing is known but the width of the titles, whose first lines follow the numbers. */
export const firstHabits = (
  roles: readonly ColumnRole[],
  titleWidth: number | null,
  gap: UsualGap,
  wholeCells: boolean,
): TableHabits => ({
  roles,
  widths: roles.map((role) => ({
    most:
      titleWidth === null
        ? null
        : titleWidth * (titleWidth < NARROW ? Math.max(1, BREADTH[role]) : BREADTH[role]),
    full: role === "task" ? titleWidth : null,
  })),
  emptiness: roles.map(emptyAtFirst),
  cellTexts: new Map(),
  gap,
  wholeCells,
});
