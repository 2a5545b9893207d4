import type { TextLine } from "./page-drawing.ts";

/** A table as it stands on the pages, its columns still known by where their edges are. */
export type DraftCell = {
  readonly left: number;
  readonly right: number;
  /** Rows that it covers. */
  readonly rows: number;
  /** Goes on from the row above: its lines are those of that cell. */
  readonly continued: boolean;
  readonly lines: readonly TextLine[];
};

export type DraftRow = {
  readonly cells: readonly DraftCell[];
  readonly header: boolean;
};

export type DraftTable = {
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
  readonly xs: readonly number[];
  readonly rows: readonly DraftRow[];
  readonly certainty: number;
  /** The page cuts its first or last row, as far as the rulings show. */
  readonly openTop: boolean;
  readonly openBottom: boolean;
};

export const isEmptyCell = (cell: DraftCell): boolean => !cell.continued && cell.lines.length === 0;
