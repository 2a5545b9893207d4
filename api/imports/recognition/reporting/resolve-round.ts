import { dateFromParts, endOfMonth, type LocalDate } from "../../../shared/local-date.ts";
import type { Reading } from "../../reading.ts";
import type { RoundPair } from "./match-round-days.ts";
import type { RoundDay, RoundLabel } from "./round-words.ts";

export type RoundContext = {
  /** The document's years, else that of its date; empty where nothing says any. */
  readonly years: readonly number[];
  readonly start: LocalDate | null;
  readonly end: LocalDate | null;
  /** "hằng năm", "định kỳ" stands in the sentence. */
  readonly yearly: boolean;
};

type Round = Reading["report_rounds"][number];
export type ResolvedRound = Pick<Round, "before" | "recurs" | "confidence"> &
  Partial<Pick<Round, "inclusive" | "year_stated" | "month_day" | "day_of_month" | "dates">> & {
    readonly doubt:
      | "round-undated"
      | "round-year-filled"
      | "round-date-impossible"
      | "round-unread"
      | "round-bound-unsaid"
      | "round-day-unsaid"
      | null;
  };

const two = (figure: number): string => String(figure).padStart(2, "0");

const inclusion = ({ exclusive }: RoundDay): Pick<Round, "inclusive"> =>
  exclusive === false ? { inclusive: true } : {};

/** Of a day whose year is written, by what the words say of the day itself. */
const stateConfidence = ({ exclusive }: RoundDay): number =>
  exclusive === null ? 0.75 : exclusive ? 0.95 : 0.9;

const periodMonth = (label: RoundLabel | null): number | null => {
  if (label?.kind === "months" && label.count >= 1 && label.count <= 12) return label.count;
  if (label?.kind === "year") return 12;
  return label?.kind === "quarter" ? label.count * 3 : null;
};

export const resolveRound = ({ label, day }: RoundPair, context: RoundContext): ResolvedRound => {
  if (day === null)
    return { before: null, recurs: undated(label, context), confidence: 0.75, doubt: "round-undated" };
  if (day.day === null) return monthRound(day, label, context);
  if (day.month !== null) return dayRound(day, day.day, day.month, label, context);
  const rhythm = rhythmOf(label, day);
  if (rhythm === null) {
    const month = day.relation === null ? null : periodMonth(label);
    return month === null
      ? { before: null, recurs: "none", confidence: 0.4, doubt: "round-unread" }
      : dayRound(day, day.day, month, label, context);
  }
  return repeated(rhythm, day, day.day, context);
};

const undated = (label: RoundLabel | null, { yearly }: RoundContext): Round["recurs"] => {
  switch (label?.kind) {
    case "monthly":
      return "monthly";
    case "quarterly":
      return "quarterly";
    case "weekly":
      return "weekly";
    case "months":
    case "year":
      return "yearly";
    default:
      return yearly ? "yearly" : "none";
  }
};

const rhythmOf = (label: RoundLabel | null, { relation }: RoundDay): "monthly" | "quarterly" | null => {
  if (label?.kind === "monthly" || relation === "each-month") return "monthly";
  if (label?.kind === "quarterly") return "quarterly";
  return label === null && (relation === "last-of-quarter" || relation === "next-quarter")
    ? "quarterly"
    : null;
};

const doubtOf = (year: number | null, { exclusive }: RoundDay, stated: boolean): ResolvedRound["doubt"] => {
  if (year === null) return "round-undated";
  if (!stated) return "round-year-filled";
  return exclusive === null ? "round-bound-unsaid" : null;
};

const dayRound = (
  day: RoundDay,
  dayOfMonth: number,
  month: number,
  label: RoundLabel | null,
  context: RoundContext,
): ResolvedRound => {
  const stated = day.year !== null;
  const base = day.year ?? context.years[0] ?? null;
  const year = base === null ? null : base + (day.relation === "next-year" ? 1 : 0);
  const period = label !== null && label.kind !== "ordinal";
  const recurs = stated ? "none" : period || context.yearly || context.years.length > 1 ? "yearly" : "none";
  // 29/02 is a day of some year: whether it exists is known with the year alone.
  const date = dateFromParts(year ?? 2024, month, dayOfMonth);
  if (date === null) return { before: null, recurs, confidence: 0.4, doubt: "round-date-impossible" };
  const written = { month_day: `${two(month)}-${two(dayOfMonth)}`, year_stated: false };
  return {
    before: year === null ? null : date,
    ...inclusion(day),
    recurs,
    ...(!stated && written),
    confidence: stated ? stateConfidence(day) : 0.75,
    doubt: doubtOf(year, day, stated),
  };
};

/** "trong tháng 6": the month's last day is still in time. */
const monthRound = (day: RoundDay, label: RoundLabel | null, context: RoundContext): ResolvedRound => {
  const year = day.year ?? context.years[0] ?? null;
  const month = day.month ?? 0;
  if (month < 1 || month > 12)
    return { before: null, recurs: "none", confidence: 0.4, doubt: "round-date-impossible" };
  return {
    before: year === null ? null : endOfMonth(year, month),
    inclusive: true,
    recurs:
      day.year === null && (label !== null || context.yearly || context.years.length > 1) ? "yearly" : "none",
    ...(day.year === null && { year_stated: false }),
    confidence: 0.7,
    doubt: "round-day-unsaid",
  };
};

const QUARTER_ENDS = [3, 6, 9, 12];

const repeated = (
  recurs: "monthly" | "quarterly",
  day: RoundDay,
  dayOfMonth: number,
  { years, start, end }: RoundContext,
): ResolvedRound => {
  const after = day.relation === "next-quarter";
  const months =
    recurs === "monthly"
      ? Array.from({ length: 12 }, (_, at) => at + 1)
      : QUARTER_ENDS.map((month) => month + (after ? 1 : 0));
  const dates = years.flatMap((year) =>
    months.flatMap((month) => {
      const date =
        month > 12 ? dateFromParts(year + 1, month - 12, dayOfMonth) : dateFromParts(year, month, dayOfMonth);
      const inScope =
        date !== null && (start === null || date >= start) && (after || end === null || date <= end);
      return date !== null && inScope ? [date] : [];
    }),
  );
  const known = recurs === "monthly" || day.relation !== null;
  return {
    before: null,
    recurs,
    ...inclusion(day),
    day_of_month: dayOfMonth,
    ...(known && dates.length > 0 && { dates }),
    confidence: known ? 0.85 : 0.7,
    doubt: known ? null : "round-undated",
  };
};
