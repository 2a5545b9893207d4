import { daysBetween } from "../shared/local-date.ts";
import type { CatalogueFile } from "./catalogue-file.ts";
import { datesFit } from "./judge-round-dates.ts";
import type { PlannedRounds } from "./plan-rounds.ts";

/** What each warning means, for programs that get its code. */
export const CATALOGUE_WARNINGS = {
  "group-unconfirmed": "groups of which the document does not say which units they are",
  "lead-missing": "tasks without a unit that leads",
  "round-missing": "the catalogue has no reporting round at all; `count` is 0 and `names` empty",
  "round-undated": "rounds without a due date: nothing is owed and nothing sent until they have one",
  "round-outside-scope": "rounds that fall outside the catalogue's period and were left out",
  "round-order": "rounds whose days are out of order",
  "issued-far-from-scope": "the day of issue lies far from the catalogue's period",
  "questions-open": "tasks about which the document leaves a question open",
} as const satisfies Record<string, string>;

/** What the administrator is told after loading; `names` are the document's own labels and numbers. */
export type CatalogueWarning = {
  readonly code: keyof typeof CATALOGUE_WARNINGS;
  readonly count: number;
  readonly names: readonly string[];
};

/** No plan is signed so many days before its first: a year was mistyped. */
const LONGEST_AHEAD = 730;

/** Labels of rounds whose day lies before the plan, or upward before the units' own. */
export const listDisordered = ({ rounds }: PlannedRounds): readonly string[] =>
  rounds.filter((round) => !datesFit(round)).map(({ label }) => label);

/** `isConfirmed`: whether somebody who knows the office has confirmed the members of that group, now or before. */
export const lintLoadedCatalogue = (
  file: CatalogueFile,
  rounds: PlannedRounds,
  isConfirmed: (group: string) => boolean,
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
    file.groups.map(({ name }) => name).filter((name) => !isConfirmed(name)),
  );
  if (rounds.rounds.length === 0) warnings.push({ code: "round-missing", count: 0, names: [] });
  warn(
    "round-undated",
    rounds.rounds.filter(({ dueOn }) => dueOn === null).map(({ label }) => label),
  );
  warn("round-outside-scope", rounds.outsideScope);
  warn("round-order", listDisordered(rounds));
  const { document, catalogue } = file;
  const isFar =
    document.issued_on !== null &&
    (daysBetween(document.issued_on, catalogue.scope.start_on) > LONGEST_AHEAD ||
      document.issued_on > catalogue.scope.end_on);
  warn("issued-far-from-scope", isFar ? [document.issued_on ?? ""] : []);
  warn(
    "questions-open",
    withQuestions.map(({ number }) => number),
  );
  return warnings;
};
