import type { NewCatalogue } from "../../db/queries/catalogue-load-queries.ts";
import type { PlannedRound } from "./plan-rounds.ts";

export const planRoundRow = (
  round: PlannedRound,
  place: { readonly id: string; readonly catalogueId: string; readonly position: number },
): NewCatalogue["rounds"][number] => ({
  ...place,
  label: round.label,
  phrase: round.phrase,
  windowStartOn: round.windowStartOn,
  cutOffOn: null,
  dueOn: round.dueOn,
  upwardDueOn: round.upwardDueOn,
  closedAt: null,
});
