import {
  INVITED_UNIT_KINDS,
  type LedTask,
  type Obligation,
  type ObligationItem,
  type ReportingRound,
} from "./reporting-round.ts";

const NOTHING_OWED: Obligation = { items: [], missing: [], allMet: true };

/** The round asks this unit to report. `reporters` null: it asks every unit that leads a task. */
export const isAsked = (
  unit: { readonly id: string; readonly kind: string },
  round: Pick<ReportingRound, "excludedUnitIds">,
  reporters: ReadonlySet<string> | null,
): boolean =>
  !INVITED_UNIT_KINDS.has(unit.kind) &&
  !round.excludedUnitIds.has(unit.id) &&
  (reporters === null || reporters.has(unit.id));

/**
 * What one unit owes in one round: an item for each task that it leads, standing and whole-year ones too, met by
 * any standing note of the unit in the window, "không phát sinh" included. What the unit had claimed as done
 * before the window opened is no longer asked for. `ledTasks` come without headings and withdrawn tasks, in the
 * document's order; coordinating units lead nothing and so owe nothing.
 */
export const resolveObligation = (
  unit: { readonly id: string; readonly kind: string },
  round: Pick<ReportingRound, "windowStartOn" | "closedOn" | "excludedUnitIds">,
  reporters: ReadonlySet<string> | null,
  ledTasks: readonly LedTask[],
): Obligation => {
  if (!isAsked(unit, round, reporters)) return NOTHING_OWED;

  const inWindow = (day: string): boolean =>
    round.windowStartOn <= day && (round.closedOn === null || day <= round.closedOn);
  const items: readonly ObligationItem[] = ledTasks
    .filter(({ claimedOn }) => claimedOn === null || claimedOn >= round.windowStartOn)
    .map(({ id, number, notedOn }) => ({ taskId: id, number, met: notedOn.some(inWindow) }));
  const missing = items.filter(({ met }) => !met).map(({ number }) => number);
  return { items, missing, allMet: missing.length === 0 };
};
