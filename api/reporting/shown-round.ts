import type { LocalDate } from "../shared/local-date.ts";

/** A round as it is shown and changed. */
export type ShownRound = {
  readonly id: string;
  readonly catalogueId: string;
  readonly label: string;
  /** The document's words, or the office's own. */
  readonly phrase: string;
  /** Asked for beside the document's rounds (*đột xuất*). */
  readonly adHoc: boolean;
  /** The first day whose notes count. */
  readonly windowStartOn: LocalDate;
  readonly cutOffOn: LocalDate | null;
  /** Null: undated, nothing is owed and nothing is sent. */
  readonly dueOn: LocalDate | null;
  readonly upwardDueOn: LocalDate | null;
  readonly closedAt: Date | null;
  /** Empty: every unit that leads a task. */
  readonly reporters: readonly {
    readonly kind: "unit" | "group";
    readonly id: string;
    readonly name: string;
  }[];
  /** How many units are excluded. */
  readonly excluded: number;
};

/** Why a unit need not report is told in so many characters. */
export const REASON_MAX_LENGTH = 1000;
