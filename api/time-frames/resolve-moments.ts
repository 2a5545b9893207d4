import { addDays, dateFromParts, type LocalDate, yearOf } from "../shared/local-date.ts";
import { monthPeriod, type Period } from "./periods.ts";
import type { Clause, MomentsClause } from "./time-clause.ts";
import type { TimeFrameKind } from "./time-frame.ts";
import { type MissingFact, meaning, type ReadingMeaning, type TimeContext } from "./time-frame-reading.ts";
import { type Moment, periodOf } from "./time-moment.ts";

const monthDay = (month: number | null, day: Moment["day"]): string | null => {
  if (month === null || typeof day !== "number") return null;
  // 29 February is a day of some years.
  return dateFromParts(2024, month, day)?.slice(5) ?? null;
};

/** The year of each moment: its own, else that of the next in the phrase, else of the one before, else the context's. */
const datedMoments = (clauses: readonly Clause[], context: TimeContext) => {
  const contextYear = context.year ?? (context.documentDate === null ? null : yearOf(context.documentDate));
  const all = clauses.flatMap((clause) =>
    clause.type === "moments"
      ? [...clause.moments, ...(clause.until === null ? [] : [clause.until])]
      : clause.type === "count" && clause.anchor !== null
        ? [clause.anchor]
        : [],
  );
  const years = new Map<Moment, { readonly year: number | null; readonly said: boolean }>();
  const fill = (moments: readonly Moment[]) => {
    let known: number | null = null;
    for (const moment of moments) {
      if (moment.year !== null) known = moment.year;
      else if (known !== null && moment.yearShift === null && !years.has(moment))
        years.set(moment, { year: known, said: true });
    }
  };
  fill(all.toReversed());
  fill(all);
  for (const moment of all) {
    if (moment.year !== null) years.set(moment, { year: moment.year, said: true });
    else if (!years.has(moment))
      years.set(moment, {
        year: contextYear === null ? null : contextYear + (moment.yearShift ?? 0),
        said: false,
      });
  }
  return (moment: Moment) => years.get(moment) ?? { year: null, said: false };
};

const KIND_OF_UNIT: Readonly<Record<Moment["unit"], TimeFrameKind>> = {
  day: "before_date",
  weekday: "before_date",
  month: "month",
  months: "range",
  quarter: "quarter",
  year: "year",
};

const kindOf = (moment: Moment, bound: MomentsClause["bound"]): TimeFrameKind => {
  if (bound === "exclusive" || bound === "inclusive") return "before_date";
  if (bound === "from" || bound === "after") return "year_onward";
  if (moment.part !== null) return "range";
  return bound === "whole" && moment.unit === "year" ? "all_year" : KIND_OF_UNIT[moment.unit];
};

const periodMeaning = (kind: TimeFrameKind, { startOn, endOn }: Period): ReadingMeaning =>
  meaning({ kind, start_on: startOn, end_on: endOn, due_on: endOn });
export const dayMeaning = (date: LocalDate | null, exclusive: boolean): ReadingMeaning =>
  meaning({ kind: "before_date", date, exclusive, due_on: exclusive ? null : date });

/** What one day or period means. */
export type Resolved = {
  readonly meaning: ReadingMeaning;
  readonly needs: readonly MissingFact[];
  readonly dated: boolean;
};

const invalid = (open: ReadingMeaning, written: string): Resolved => ({
  meaning: { ...open, invalid_date: true, date_as_written: written },
  needs: ["correction"],
  dated: true,
});

/** "Trong tháng", "hết quý": of the day on which the document was signed. */
const thisPeriod = (moment: Moment, open: ReadingMeaning, { documentDate }: TimeContext): Resolved => {
  if (documentDate === null) return { meaning: open, needs: ["document_date"], dated: false };
  const month = Number(documentDate.slice(5, 7));
  const named = moment.unit === "month" ? { ...moment, month } : { ...moment, quarter: Math.ceil(month / 3) };
  const period = periodOf(named, yearOf(documentDate)) ?? monthPeriod(yearOf(documentDate), month);
  const read =
    open.kind === "before_date"
      ? dayMeaning(open.exclusive === true ? period.startOn : period.endOn, open.exclusive === true)
      : periodMeaning(open.kind, period);
  return {
    meaning: { ...read, ...(moment.vague && { vague: true }) },
    needs: ["document_date"],
    dated: false,
  };
};

/**
 * Days and periods as dates, with what had to be taken from elsewhere. `text` is the phrase, from which an impossible
 * date is quoted.
 */
export const resolveMoments = (clauses: readonly Clause[], text: string, context: TimeContext) => {
  const yearOfMoment = datedMoments(clauses, context);

  const resolveMoment = (moment: Moment, bound: MomentsClause["bound"], untilNoon: boolean): Resolved => {
    const { year, said } = yearOfMoment(moment);
    const needsYear: readonly MissingFact[] = said ? [] : ["year"];
    const exclusive = bound === "exclusive" && !untilNoon;
    const bounded = bound === "exclusive" || bound === "inclusive";
    const kind = kindOf(moment, bound);
    const written = text.slice(...moment.place);
    const open = meaning({ kind, ...(kind === "before_date" && { exclusive }) });
    if (moment.lunar)
      return {
        meaning: { ...open, vague: true, date_as_written: written },
        needs: ["lunar_calendar", ...needsYear],
        dated: said,
      };
    if (moment.unit === "weekday")
      return {
        meaning: { ...open, ...(moment.weekday !== null && { day_of_week: moment.weekday }) },
        needs: ["document_date"],
        dated: false,
      };
    if (moment.unit === "day" && moment.month === null) {
      const day = moment.day === "last" ? 31 : (moment.day ?? 0);
      if (day < 1 || day > 31) return invalid(open, written);
      return {
        meaning: {
          ...open,
          day_of_month: day,
          ...(moment.monthOfQuarter !== null && { month_of_quarter: moment.monthOfQuarter }),
          ...(moment.monthOfQuarter !== null && { recurs: "quarterly" }),
        },
        needs: moment.monthOfQuarter === null ? ["document_date"] : [],
        dated: false,
      };
    }
    if (
      (moment.unit === "month" && moment.month === null) ||
      (moment.unit === "quarter" && moment.quarter === null)
    )
      return thisPeriod(moment, open, context);
    const vague = moment.vague ? { vague: true } : {};
    const exact = moment.unit === "day" ? monthDay(moment.month, moment.day) : null;
    const possible =
      periodOf(moment, 2024) !== null && (exact !== null || moment.unit !== "day" || moment.day === "last");
    if (!possible) return invalid(open, written);
    if (year === null)
      return {
        meaning: { ...open, ...vague, ...(exact !== null && { month_day: exact }) },
        needs: needsYear,
        dated: false,
      };
    const period = periodOf(moment, year);
    if (period === null)
      return said
        ? invalid(open, written)
        : {
            meaning: { ...open, ...(exact !== null && { month_day: exact }) },
            needs: needsYear,
            dated: false,
          };
    const read: ReadingMeaning = bounded
      ? dayMeaning(bound === "exclusive" ? period.startOn : period.endOn, exclusive)
      : kind === "before_date"
        ? dayMeaning(period.endOn, false)
        : kind === "year_onward"
          ? meaning({ kind, start_on: bound === "after" ? addDays(period.endOn, 1) : period.startOn })
          : periodMeaning(kind, period);
    return { meaning: { ...read, ...vague }, needs: needsYear, dated: said };
  };

  const resolveRange = (clause: MomentsClause): Resolved => {
    const [first] = clause.moments;
    const last = clause.until ?? clause.moments.at(-1);
    if (first === undefined || last === undefined)
      return { meaning: meaning({ kind: "none" }), needs: [], dated: false };
    const end = yearOfMoment(last);
    const start = clause.fromNow ? null : { ...yearOfMoment(first) };
    const needs: MissingFact[] = [
      ...(end.said && (start?.said ?? true) ? [] : (["year"] as const)),
      ...(clause.fromNow ? (["document_date"] as const) : []),
    ];
    if (first.lunar || last.lunar)
      return {
        meaning: meaning({ kind: "range", vague: true }),
        needs: ["lunar_calendar", ...needs],
        dated: end.said,
      };
    const begin = first.unit === "day" && first.month === null ? { ...first, month: last.month } : first;
    const close = last.unit === "day" && last.month === null ? { ...last, month: first.month } : last;
    const endPeriod = end.year === null ? null : periodOf(close, end.year);
    const startPeriod = start === null || start.year === null ? null : periodOf(begin, start.year);
    const startOn = clause.fromNow ? context.documentDate : (startPeriod?.startOn ?? null);
    const vague = first.vague || last.vague ? { vague: true } : {};
    const range = (from: LocalDate | null, to: LocalDate): Resolved => ({
      meaning: { ...meaning({ kind: "range", start_on: from, end_on: to, due_on: to }), ...vague },
      needs,
      dated: end.said,
    });
    if (end.year === null) return { meaning: meaning({ kind: "range" }), needs, dated: false };
    if (endPeriod !== null && clause.fromNow && (startOn === null || startOn <= endPeriod.endOn))
      return range(startOn, endPeriod.endOn);
    if (endPeriod !== null && startOn !== null) {
      if (startOn <= endPeriod.endOn) return range(startOn, endPeriod.endOn);
      // "từ tháng 11 đến tháng 02/2026" began the year before; "từ tháng 11/2025 đến tháng 02" ends the year after.
      const earlier = first.year === null ? periodOf(begin, end.year - 1) : null;
      if (earlier !== null && last.year !== null) return range(earlier.startOn, endPeriod.endOn);
      const later = last.year === null ? periodOf(close, end.year + 1) : null;
      if (later !== null) return range(startOn, later.endOn);
    }
    return invalid(meaning({ kind: "range" }), text.slice(first.place[0], last.place[1]));
  };

  return { yearOfMoment, resolveMoment, resolveRange };
};

export type MomentResolver = ReturnType<typeof resolveMoments>;
