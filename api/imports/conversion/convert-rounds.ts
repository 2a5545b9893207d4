import { deriveLateDay } from "../derive-late-day.ts";
import type { Reading } from "../reading.ts";

/** How the names that a round or route refers to stand in the file. */
export type NamesOfFile = {
  readonly isNeeded: (name: string) => boolean;
  /** Null where it is no unit of the file. */
  readonly unitOr: (name: string | null) => string | null;
  /** A unit, a group or an office; what is none of them is the office itself. */
  readonly bodyOr: (name: string | null) => string;
};

/** Who reports to whom by when, each round under a name of its own. */
export const convertRounds = (
  rounds: Reading["report_rounds"],
  { isNeeded, unitOr, bodyOr }: NamesOfFile,
) => {
  const labels = labelRounds(rounds);
  return rounds.map((round, at) => ({
    label: labels[at],
    ...dayOfRound(round),
    recurs: round.recurs,
    level: round.level ?? "internal",
    from_units: [...new Set((round.from_units ?? []).filter(isNeeded))],
    via_unit: unitOr(round.via_unit),
    to_unit: bodyOr(round.to_unit),
    text: round.text.slice(0, 1000),
  }));
};

/** The way of an adjustment or a difficulty. */
export const convertRoute = (
  route: Reading["adjustment_route"],
  { unitOr, bodyOr }: Pick<NamesOfFile, "unitOr" | "bodyOr">,
) =>
  route && {
    to: bodyOr(route.to),
    via: unitOr(route.via),
    decides: route.decides,
    text: route.text.slice(0, 1000),
  };

/** Two rounds of one name ("6 tháng" of two sentences) are told apart by a count. */
const labelRounds = (rounds: Reading["report_rounds"]): readonly string[] => {
  const seen = new Map<string, number>();
  return rounds.map(({ label, level }) => {
    const key = `${level ?? ""} ${label.toLocaleLowerCase("vi")}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? label.slice(0, 100) : `${label.slice(0, 90)} (${times})`;
  });
};

/** A catalogue's `before` is always exclusive: of "chậm nhất ngày 20/11" it is the 21st. */
const dayOfRound = (round: Reading["report_rounds"][number]) => {
  const before = deriveLateDay(round);
  const shifted = round.inclusive === true && before !== null ? before.slice(5) : round.month_day;
  return {
    before,
    ...(round.year_stated === false && { year_stated: false }),
    ...(round.month_day !== undefined && { month_day: shifted }),
  };
};
