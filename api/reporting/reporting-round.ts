import type { LocalDate } from "../shared/local-date.ts";

/** A time at which units report ("lần 1"). Without `dueOn` it is undated: nothing is owed and nothing is sent. */
export type ReportingRound = {
  readonly id: string;
  readonly catalogueId: string;
  /** The document's own name for it. */
  readonly label: string;
  /** The first day whose notes count: the previous round's due date; of the first round, the publication. */
  readonly windowStartOn: LocalDate;
  /** The last day on which a unit is in time. */
  readonly dueOn: LocalDate | null;
  /** The last day whose notes count; null while the round is open, so that late notes still do. */
  readonly closedOn: LocalDate | null;
  /** As the document names them. None named: every unit that leads a task. */
  readonly reporters: readonly RoundReporter[];
  /** Units that were excluded (always with a reason). */
  readonly excludedUnitIds: ReadonlySet<string>;
};

export type RoundReporter = { readonly unitId: string | null; readonly groupId: string | null };

/** A task that a unit leads, with what the unit has said of it. */
export type LedTask = {
  readonly id: string;
  readonly number: string;
  /** The days of the unit's standing notes, in any order. */
  readonly notedOn: readonly LocalDate[];
  /** The day of the standing claim of completion (waiting or confirmed); null while there is none. */
  readonly claimedOn: LocalDate | null;
};

export type ObligationItem = { readonly taskId: string; readonly number: string; readonly met: boolean };

/** What one unit owes in one round. Nothing owed is all met. */
export type Obligation = {
  readonly items: readonly ObligationItem[];
  /** Numbers of the items without an answer, in the document's order. */
  readonly missing: readonly string[];
  readonly allMet: boolean;
};

/** Bodies outside the administration are invited: they may add notes and never owe one. */
export const INVITED_UNIT_KINDS: ReadonlySet<string> = new Set(["party", "front", "mass_organization"]);
