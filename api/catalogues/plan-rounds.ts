import { addDays, addMonths, type LocalDate, yearOf } from "../shared/local-date.ts";
import type { CatalogueFile } from "./catalogue-file.ts";

type FileRound = CatalogueFile["catalogue"]["report_rounds"][number];

export type PlannedRound = {
  readonly label: string;
  readonly phrase: string;
  /** The last day in time for a unit: the day before "trước ngày …". Null until somebody sets it. */
  readonly dueOn: LocalDate | null;
  readonly upwardDueOn: LocalDate | null;
  readonly windowStartOn: LocalDate;
  readonly fromUnits: readonly string[];
};

export type PlannedRounds = {
  readonly rounds: readonly PlannedRound[];
  /** Labels of rhythms that have no day within the scope. */
  readonly outsideScope: readonly string[];
};

const MONTHS: Readonly<Record<string, number>> = { yearly: 12, half_yearly: 6, quarterly: 3, monthly: 1 };

/** The days of a rhythm within the scope, each counted from the first, so that the 31st stays the 31st. */
const occurrences = (
  before: LocalDate,
  recurs: string,
  scope: { readonly startOn: LocalDate; readonly endOn: LocalDate },
): readonly LocalDate[] => {
  const months = MONTHS[recurs];
  const at = (step: number): LocalDate =>
    months === undefined ? addDays(before, 7 * step) : addMonths(before, months * step);
  let step = 0;
  while (addDays(at(step - 1), -1) >= scope.startOn) step -= 1;
  const days: LocalDate[] = [];
  for (; addDays(at(step), -1) <= scope.endOn; step += 1)
    if (addDays(at(step), -1) >= scope.startOn) days.push(at(step));
  return days;
};

/**
 * The rounds that a document names, as units owe them. A day is kept as written even outside the scope; a rhythm
 * runs within the scope only, one round for each of its days. A round without a day stays one undated round.
 * What goes upward (`outgoing`) is no round of the units: its day is the upward due date of the round of the same
 * name. A window begins on the due date of the round before, the first on `publishedOn`.
 */
export const planRounds = (
  catalogue: Pick<CatalogueFile["catalogue"], "report_rounds">,
  scope: { readonly startOn: LocalDate; readonly endOn: LocalDate },
  publishedOn: LocalDate,
): PlannedRounds => {
  const internal = catalogue.report_rounds.filter(({ level }) => level === "internal");
  const upward = new Map(
    catalogue.report_rounds
      .filter(({ level, before }) => level === "outgoing" && before !== null)
      .map(({ label, before }) => [label, before]),
  );
  const outsideScope: string[] = [];
  const severalYears = yearOf(scope.startOn) !== yearOf(scope.endOn);

  const expanded = internal.flatMap(
    (round): { round: FileRound; label: string; before: LocalDate | null }[] => {
      const { label, before, recurs } = round;
      if (before === null || recurs === "none") return [{ round, label, before }];
      const days = occurrences(before, recurs, scope);
      if (days.length === 0) outsideScope.push(label);
      return days.map((day, at) => ({
        round,
        before: day,
        label:
          recurs === "yearly" ? (severalYears ? `${label} ${yearOf(day)}` : label) : `${label} (${at + 1})`,
      }));
    },
  );
  // Rhythms run through each other ("6 tháng", "9 tháng" of every year): by day; undated ones last, as written.
  const inOrder = [...expanded].sort((one, other) =>
    (one.before ?? "9999") < (other.before ?? "9999")
      ? -1
      : (one.before ?? "9999") > (other.before ?? "9999")
        ? 1
        : 0,
  );

  let windowStartOn = publishedOn;
  const rounds = inOrder.map(({ round, label, before }): PlannedRound => {
    const above = upward.get(round.label) ?? null;
    const planned: PlannedRound = {
      label,
      phrase: round.text,
      dueOn: before === null ? null : addDays(before, -1),
      upwardDueOn: above === null || round.recurs !== "none" ? null : addDays(above, -1),
      windowStartOn,
      fromUnits: round.from_units,
    };
    windowStartOn = planned.dueOn ?? windowStartOn;
    return planned;
  });
  return { rounds, outsideScope };
};
