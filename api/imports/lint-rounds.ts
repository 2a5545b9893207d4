import type { WorkingCalendar } from "../calendar/calendar-day.ts";
import { isWorkingDay } from "../calendar/working-days.ts";
import { datesFit } from "../catalogues/judge-round-dates.ts";
import { addDays, type LocalDate } from "../shared/local-date.ts";
import { deriveLateDay } from "./derive-late-day.ts";
import { isOutsideScope } from "./lint-due-dates.ts";
import type { Reading, ReadWarning } from "./reading.ts";

type ReadRound = Reading["report_rounds"][number];

/** Reports that nobody can hand in, or about which the document says too little. */
export const lintRounds = (reading: Reading, calendar: WorkingCalendar): readonly ReadWarning[] => {
  const { report_rounds: rounds, document } = reading;
  if (rounds.length === 0)
    return [{ code: "report-rounds-missing", number: null, field: "report_rounds", line: null, text: "" }];
  return rounds.flatMap((round, at) => {
    const before = deriveLateDay(round);
    if (before === null) return isDated(round) ? [] : [warnOf("round-undated", round)];
    const lastDay = addDays(before, -1);
    // The day of a rhythm is another weekday in every year.
    const once = round.recurs === "none";
    const codes = [
      ...(isBeforePlan(lastDay, document) ? ["round-before-document"] : []),
      ...(isOutsideScope(lastDay, document) && (once || round.year_stated === false)
        ? ["round-outside-scope"]
        : []),
      ...(once && !isWorkingDay(calendar, lastDay) ? ["round-on-day-off"] : []),
      ...(isRepeated(round, rounds.slice(0, at)) ? ["round-twice"] : []),
    ];
    return codes.map((code) => warnOf(code, round));
  });
};

const isBeforePlan = (dueOn: LocalDate, { issued_on: windowStartOn }: Reading["document"]): boolean =>
  windowStartOn !== null && !datesFit({ windowStartOn, dueOn, upwardDueOn: null });

const warnOf = (code: string, { text, source_lines: [line] }: ReadRound): ReadWarning => ({
  code,
  number: null,
  field: "report_rounds",
  line,
  text,
});

/** A rhythm that says its day has as many dates as it needs. */
const isDated = ({ month_day, day_of_month, dates }: ReadRound): boolean =>
  month_day !== undefined || day_of_month !== undefined || (dates ?? []).length > 0;

const isRepeated = (round: ReadRound, earlier: readonly ReadRound[]): boolean =>
  earlier.some(
    (other) =>
      deriveLateDay(other) === deriveLateDay(round) &&
      other.level === round.level &&
      other.from === round.from,
  );
