import type { CatalogueFile } from "./catalogue-file.ts";
import type { PlannedRounds } from "./plan-rounds.ts";

/** What the administrator is told after loading; `names` are the document's own labels and numbers. */
export type CatalogueWarning = {
  readonly code:
    | "group-unconfirmed"
    | "lead-missing"
    | "round-missing"
    | "round-undated"
    | "round-outside-scope"
    | "questions-open";
  readonly count: number;
  readonly names: readonly string[];
};

export const lintLoadedCatalogue = (
  file: CatalogueFile,
  rounds: PlannedRounds,
): readonly CatalogueWarning[] => {
  const { tasks } = file.catalogue;
  const leaderless = tasks.filter(({ is_heading, lead_units }) => !is_heading && lead_units.length === 0);
  // A row that only introduces its sub-items may lack a lead: they have theirs.
  const parents = new Set(tasks.map(({ parent }) => parent));
  const withQuestions = tasks.filter(({ questions }) => (questions ?? []).length > 0);
  const warnings: CatalogueWarning[] = [];
  const warn = (code: CatalogueWarning["code"], names: readonly string[]): void => {
    if (names.length > 0) warnings.push({ code, count: names.length, names });
  };
  warn(
    "lead-missing",
    leaderless.filter(({ number }) => !parents.has(number)).map(({ number }) => number),
  );
  warn(
    "group-unconfirmed",
    file.groups.filter(({ confirmed }) => !confirmed).map(({ name }) => name),
  );
  if (rounds.rounds.length === 0) warnings.push({ code: "round-missing", count: 0, names: [] });
  warn(
    "round-undated",
    rounds.rounds.filter(({ dueOn }) => dueOn === null).map(({ label }) => label),
  );
  warn("round-outside-scope", rounds.outsideScope);
  warn(
    "questions-open",
    withQuestions.map(({ number }) => number),
  );
  return warnings;
};
