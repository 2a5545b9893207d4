import { addDays, dateFromParts, type LocalDate, yearOf } from "../shared/local-date.ts";
import { matchWord, type Tokens } from "./match-time-words.ts";
import { type Clause, type Joint, parseTimeClauses } from "./parse-time-clauses.ts";
import { monthPeriod, type Period } from "./periods.ts";
import type { Recurrence, TimeFrameKind } from "./time-frame.ts";
import {
  type MissingFact,
  meaning,
  type ReadingMeaning,
  type ReadingPart,
  type TimeContext,
  type TimeFrameReading,
} from "./time-frame-reading.ts";
import { type Moment, periodOf } from "./time-moment.ts";
import { tokeniseTimePhrase } from "./tokenise-time-phrase.ts";

type MomentsClause = Extract<Clause, { type: "moments" }>;

/** What one or more clauses were understood to mean so far. */
type Draft = {
  readonly meaning: ReadingMeaning;
  /** The last clause that it took in. */
  readonly made: "moments" | "rhythm" | "continuous" | "onward" | "direction" | "ditto";
  /** How it hangs on the draft before it. */
  readonly joint: Joint;
  readonly parts: readonly ReadingPart[];
  readonly needs: readonly MissingFact[];
  /** Of a rhythm: only the name of a round. */
  readonly label: boolean;
  /** Of a day or period: whether the phrase itself says its year. */
  readonly dated: boolean;
  readonly day: boolean;
  /** The rhythm that stood before it holds for the rest of its row as well. */
  readonly led?: { readonly recurs: Recurrence; readonly label: boolean };
  readonly from: number;
  readonly to: number;
};

/** Of characters: the longest cell of a real document has some 300. Longer text is no phrase and is handed back unread. */
const LONGEST_PHRASE = 5_000;

const NO_CONTEXT: TimeContext = { year: null, documentDate: null };

const FREQUENCY: readonly Recurrence[] = ["weekly", "monthly", "quarterly", "half_yearly", "yearly", "none"];
const oftener = (one: Recurrence, other: Recurrence): Recurrence =>
  FREQUENCY.indexOf(one) <= FREQUENCY.indexOf(other) ? one : other;

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
const dayMeaning = (date: LocalDate | null, exclusive: boolean): ReadingMeaning =>
  meaning({ kind: "before_date", date, exclusive, due_on: exclusive ? null : date });

type Resolved = {
  readonly meaning: ReadingMeaning;
  readonly needs: readonly MissingFact[];
  readonly dated: boolean;
};

/**
 * What a phrase of an official document means. `context` fills in what the phrase leaves open, and `needs_context`
 * says so; what no rule understood is listed in `unread`. Figures and words of time among the unread words make the
 * whole reading `none`: they could turn its meaning round.
 */
export const recogniseTimeFrame = (phrase: string, context: TimeContext = NO_CONTEXT): TimeFrameReading => {
  const text = phrase.replace(/\s+/gu, " ").trim();
  const nothing: TimeFrameReading = {
    text: text === "" ? null : text,
    ...meaning({ kind: "none" }),
    needs_context: [],
  };
  if (text.length > LONGEST_PHRASE) return { ...nothing, unread: [text] };
  const tokens = tokeniseTimePhrase(text);
  const quote = (from: number, to: number): string =>
    to <= from ? "" : text.slice(tokens[from]?.from ?? 0, tokens[to - 1]?.to ?? 0);
  const { clauses, unread } = parseTimeClauses(tokens);
  const words = unreadWords(unread, quote, tokens);
  const drafts = joinAlike(draftsOf(clauses, text, quote, context));
  const [main, second, ...others] = drafts;
  const left = [...words, ...others.map(({ from, to }) => quote(from, to))];
  if (main === undefined || unread.some((at) => tellsTime(tokens, at)))
    return {
      ...nothing,
      ...(left.length === 0 && text === "" ? {} : { unread: left.length > 0 ? left : [text] }),
    };
  const needs = [...new Set([...main.needs, ...(second?.needs ?? [])])];
  return {
    text: nothing.text,
    ...main.meaning,
    ...(main.parts.length > 1 && { parts: main.parts }),
    ...(second && { secondary: { ...second.meaning, text: quote(second.from, second.to) } }),
    needs_context: needs,
    ...(left.length > 0 && { unread: left }),
  };
};

const unreadWords = (
  unread: readonly number[],
  quote: (from: number, to: number) => string,
  tokens: Tokens,
): readonly string[] => {
  const words: string[] = [];
  let start: number | null = null;
  for (const [index, at] of unread.entries()) {
    start ??= at;
    if (unread[index + 1] === at + 1) continue;
    words.push(quote(start, Math.min(at + 1, tokens.length)));
    start = null;
  }
  return words;
};

/** Whether an unread token could change the meaning of what was read. */
const tellsTime = (tokens: Tokens, at: number): boolean =>
  (tokens[at]?.kind === "number" && tokens[at + 1]?.text !== "%") ||
  ["tru", "khong", "chua", "ngoai"].includes(tokens[at]?.text ?? "") ||
  matchWord(
    tokens,
    at,
    "before",
    "latest",
    "end",
    "day",
    "month",
    "quarter",
    "year",
    "week",
    "phase",
    "every",
    "periodic",
    "weekday",
  ) !== null;

const draftsOf = (
  clauses: readonly Clause[],
  text: string,
  quote: (from: number, to: number) => string,
  context: TimeContext,
): readonly Draft[] => {
  const yearOfMoment = datedMoments(clauses, context);
  const drafts: Draft[] = [];
  const replaceLast = (draft: Draft) => drafts.splice(-1, 1, draft);

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

  const addMoments = (clause: MomentsClause, index: number) => {
    const last = drafts.at(-1);
    const place = { joint: clause.joint, from: clause.from, to: clause.to };
    const inherited = inheritedBound(clauses, index);
    const bound = clause.bound === "none" ? inherited : clause.bound;
    const untilNoon = clause.timeOfDay !== null;
    const resolved =
      clause.until !== null || clause.fromNow
        ? [resolveRange(clause)]
        : withMonths(clause.moments).map(([moment, own]) =>
            resolveMoment(own === moment ? moment : yearly(own, moment, yearOfMoment), bound, untilNoon),
          );
    const day =
      clause.until === null &&
      !clause.fromNow &&
      clause.moments.every(({ unit }) => unit === "day" || unit === "weekday");
    const made: Draft[] = resolved.map((one, at) => ({
      ...one,
      meaning: {
        ...one.meaning,
        ...(clause.timeOfDay !== null && { time_of_day: clause.timeOfDay }),
      },
      made: "moments",
      parts: [],
      label: false,
      day,
      ...place,
      joint: at === 0 ? clause.joint : "comma",
    }));
    const hung = ["none", "comma", "bracket"].includes(clause.joint);
    if (last?.made === "rhythm" && hung) {
      drafts.pop();
      const led = { recurs: last.meaning.recurs, label: last.label };
      for (const one of made)
        drafts.push({
          ...withRhythm(one, led.recurs, led.label, true),
          led,
          from: last.from,
          joint: last.joint,
        });
      return;
    }
    const { led } = last ?? {};
    if (
      last?.made === "moments" &&
      led !== undefined &&
      (hung || clause.joint === "and") &&
      last.day === day
    ) {
      drafts.push(...made.map((one) => ({ ...withRhythm(one, led.recurs, led.label, true), led })));
      return;
    }
    const bounds = clause.bound === "exclusive" || clause.bound === "inclusive";
    const first = made[0];
    if (
      last?.made === "continuous" &&
      made.length === 1 &&
      first !== undefined &&
      last.meaning.start_on === null &&
      last.meaning.end_on === null &&
      hung &&
      !day &&
      (!bounds || clause.joint === "none")
    ) {
      replaceLast({ ...boundTo(last, first.meaning), needs: [...last.needs, ...first.needs], to: clause.to });
      return;
    }
    drafts.push(...made);
  };

  for (const [index, clause] of clauses.entries()) {
    const last = drafts.at(-1);
    const place = { joint: clause.joint, from: clause.from, to: clause.to };
    const blank = { ...place, parts: [], needs: [], label: false, dated: false, day: false };
    const hung = ["none", "comma", "bracket"].includes(clause.joint);
    switch (clause.type) {
      case "moments":
        addMoments(clause, index);
        break;
      case "rhythm": {
        const own = meaning({ kind: "continuous", recurs: clause.recurs });
        const next = clauses[index + 1];
        const namesNext = clause.joint !== "none" && next?.type === "moments" && next.joint === "none";
        if (last?.made === "rhythm" && clause.joint !== "or" && clause.joint !== "semicolon")
          replaceLast({
            ...last,
            meaning: { ...last.meaning, recurs: oftener(last.meaning.recurs, clause.recurs) },
            parts: [
              ...(last.parts.length > 0 ? last.parts : [{ recurs: last.meaning.recurs }]),
              { recurs: clause.recurs },
            ],
            label: last.label && clause.label,
            to: clause.to,
          });
        else if (last !== undefined && last.made !== "ditto" && hung && !namesNext)
          replaceRow(drafts, clause.recurs, clause.label, clause.to);
        else drafts.push({ ...blank, meaning: own, made: "rhythm", label: clause.label });
        break;
      }
      case "continuous":
        if (
          last !== undefined &&
          (last.made === "continuous" || last.made === "rhythm") &&
          clause.joint !== "or"
        )
          replaceLast({ ...last, made: "continuous", to: clause.to });
        else if (
          last?.made === "moments" &&
          hung &&
          ["year", "all_year", "range", "month", "quarter", "year_onward"].includes(last.meaning.kind)
        )
          replaceLast({
            ...boundTo({ ...last, meaning: meaning({ kind: "continuous" }) }, last.meaning),
            made: "continuous",
            to: clause.to,
          });
        else drafts.push({ ...blank, meaning: meaning({ kind: "continuous" }), made: "continuous" });
        break;
      case "onward":
        addOnward(drafts, place, context);
        break;
      case "ditto":
        drafts.push({ ...blank, meaning: { ...meaning({ kind: "none" }), ditto: true }, made: "ditto" });
        break;
      case "direction": {
        const explains =
          last?.made === "direction" && last.meaning.kind === "on_direction" && hung && !clause.event;
        const named = trimmed(quote(...clause.tail));
        const owner = clause.owner === null ? "" : trimmed(quote(...clause.owner));
        if (explains) {
          // "Đột xuất (khi có yêu cầu)" says one thing twice.
          replaceLast({
            ...last,
            meaning: { ...(owner !== "" && { by: owner }), ...last.meaning },
            to: clause.to,
          });
          break;
        }
        drafts.push({
          ...blank,
          meaning: {
            ...meaning({ kind: "on_direction" }),
            ...(owner !== "" && !clause.event && { by: owner }),
            ...(clause.event && named !== "" && { event: named }),
            ...(clause.happening && named !== "" && { trigger: named }),
          },
          needs: clause.happening
            ? ["trigger_date"]
            : clause.event
              ? [clause.lunar ? "lunar_calendar" : "event_date"]
              : [],
          made: "direction",
        });
        break;
      }
      case "count": {
        const anchor = clause.anchor === null ? null : resolveMoment(clause.anchor, "none", false);
        const from = anchor?.meaning.date ?? null;
        const trigger = trimmed(quote(...clause.tail));
        const counted: ReadingMeaning =
          from !== null && clause.days !== null && !clause.workingDays
            ? dayMeaning(addDays(from, clause.days), false)
            : meaning({ kind: "on_direction" });
        drafts.push({
          ...blank,
          meaning: {
            ...counted,
            ...(trigger !== "" && { trigger }),
            ...(clause.days !== null && { offset_days: clause.days }),
            ...(clause.months !== null && { offset_months: clause.months }),
            ...(clause.hours !== null && { offset_hours: clause.hours }),
            working_days: clause.workingDays,
          },
          needs: from === null ? ["trigger_date"] : (anchor?.needs ?? []),
          made: "direction",
        });
        break;
      }
    }
  }
  return drafts;
};

/** Without the signs at its end that belong to the phrase around it. */
const trimmed = (words: string): string =>
  words.replace(words.includes("(") ? /[\s.,;:]+$/u : /[\s.,;:)]+$/u, "");

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

/** "ngày 10, 20 tháng 3": a day without its month takes that of the last one. */
const withMonths = (moments: readonly Moment[]): readonly (readonly [Moment, Moment])[] => {
  const last = moments.at(-1);
  return moments.map((moment) => [
    moment,
    moment.unit === "day" && moment.month === null && last?.month != null
      ? { ...moment, month: last.month }
      : moment,
  ]);
};
const yearly = (
  completed: Moment,
  original: Moment,
  yearOfMoment: (moment: Moment) => { readonly year: number | null },
): Moment => ({ ...completed, year: yearOfMoment(original).year });

/** "trước ngày 15/6 và 15/12": the second day has the bound of the first. */
const inheritedBound = (clauses: readonly Clause[], index: number): MomentsClause["bound"] => {
  const own = clauses[index];
  const before = clauses[index - 1];
  if (own?.type !== "moments" || before?.type !== "moments") return "none";
  const alike = own.moments[0]?.unit === before.moments[0]?.unit && own.until === null;
  if (!alike || (own.joint !== "and" && own.joint !== "comma")) return "none";
  return before.bound === "none" ? inheritedBound(clauses, index - 1) : before.bound;
};

/** A rhythm before (`leads`) or behind a day or period. */
const withRhythm = (draft: Draft, recurs: Recurrence, label: boolean, leads: boolean): Draft => {
  const { meaning: own } = draft;
  if (draft.day) {
    const stated = draft.dated && own.invalid_date !== true;
    if (label) {
      // "6 tháng trước ngày 01/6" comes each year, "6 tháng trước ngày 01/6/2026" once.
      if (stated) return draft;
      const each = own.day_of_month === undefined ? "yearly" : recurs;
      return { ...draft, meaning: recurringDay(own, each), needs: withoutDocumentDate(draft.needs) };
    }
    return {
      ...draft,
      meaning: recurringDay(own, own.month_of_quarter === undefined ? recurs : "quarterly"),
      needs: withoutDocumentDate(draft.needs),
    };
  }
  // "6 tháng: quý II/2026" names the round of a period.
  if (label) return draft;
  const longer =
    ["year", "all_year", "range", "year_onward"].includes(own.kind) ||
    (recurs !== "yearly" && recurs !== "half_yearly");
  if (leads && longer)
    return {
      ...draft,
      made: "continuous",
      meaning: meaning({
        kind: "continuous",
        start_on: own.start_on,
        end_on: own.end_on ?? own.date,
        recurs,
      }),
    };
  return { ...draft, meaning: { ...own, recurs } };
};
const withoutDocumentDate = (needs: readonly MissingFact[]) =>
  needs.filter((need) => need !== "document_date");

const recurringDay = (own: ReadingMeaning, recurs: Recurrence): ReadingMeaning => ({
  ...own,
  recurs,
  ...(recurs === "yearly" && own.date !== null && { month_day: own.date.slice(5) }),
});

/** A rhythm belongs to every day of the row that it follows: "trước ngày 15/6 và 15/12 hằng năm". */
const replaceRow = (drafts: Draft[], recurs: Recurrence, label: boolean, to: number): void => {
  for (let at = drafts.length - 1; at >= 0; at -= 1) {
    const draft = drafts[at];
    if (draft === undefined) return;
    drafts[at] = { ...withRhythm(draft, recurs, label, false), ...(at === drafts.length - 1 && { to }) };
    const before = drafts[at - 1];
    const inRow = (draft.joint === "and" || draft.joint === "comma") && before?.made === draft.made;
    if (!inRow || before?.meaning.kind !== draft.meaning.kind || before.meaning.recurs !== "none") return;
  }
};

const boundTo = (standing: Draft, period: ReadingMeaning): Draft => ({
  ...standing,
  meaning: {
    ...standing.meaning,
    recurs: standing.meaning.recurs === "none" ? period.recurs : standing.meaning.recurs,
    start_on: period.start_on,
    end_on: period.end_on ?? period.date,
    ...(period.vague === true && { vague: true }),
  },
});

const addOnward = (
  drafts: Draft[],
  place: { readonly joint: Joint; readonly from: number; readonly to: number },
  { year }: TimeContext,
): void => {
  const last = drafts.at(-1);
  if (last === undefined) {
    const start = year === null ? null : dateFromParts(year + 1, 1, 1);
    drafts.push({
      meaning: meaning({ kind: "year_onward", start_on: start }),
      made: "onward",
      parts: [],
      needs: ["year"],
      label: false,
      dated: false,
      day: false,
      ...place,
    });
    return;
  }
  const { meaning: own } = last;
  if (own.kind === "continuous")
    drafts.splice(-1, 1, { ...last, meaning: { ...own, end_on: null }, to: place.to });
  else if (own.kind === "before_date" && own.start_on === null && last.day && own.exclusive === true)
    drafts.splice(-1, 1, { ...last, meaning: recurringDay(own, "yearly"), to: place.to });
  else if (last.made === "moments")
    drafts.splice(-1, 1, {
      ...last,
      made: "onward",
      meaning: meaning({ kind: "year_onward", start_on: own.start_on ?? own.date, recurs: own.recurs }),
      to: place.to,
    });
};

/** Days or periods of one kind in a row are one frame with parts; those that touch are one range. */
const joinAlike = (drafts: readonly Draft[]): readonly Draft[] => {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const before = joined.at(-1);
    const alike =
      before !== undefined &&
      draft.joint !== "or" &&
      before.meaning.kind === draft.meaning.kind &&
      !["continuous", "on_direction", "none"].includes(draft.meaning.kind);
    if (!alike) {
      joined.push(draft);
      continue;
    }
    const parts = [...(before.parts.length > 0 ? before.parts : [before.meaning]), draft.meaning];
    joined.splice(-1, 1, {
      ...draft,
      from: before.from,
      joint: before.joint,
      needs: [...before.needs, ...draft.needs],
      parts,
      meaning: wholeOf(parts, draft.meaning),
    });
  }
  return joined.map((draft) => touching(draft, drafts));
};

const wholeOf = (parts: readonly ReadingPart[], last: ReadingMeaning): ReadingMeaning => {
  if (last.kind !== "before_date") return { ...last, start_on: parts[0]?.start_on ?? null };
  const dates = parts.flatMap(({ date }) => (date == null ? [] : [date])).toSorted();
  const latest = parts.findLast(({ date }) => date === dates.at(-1));
  return { ...last, ...latest, ...(dates.length > 1 && { dates }) };
};

/** "Quý II, III" is one stretch; a semicolon keeps its parts apart. */
const touching = (draft: Draft, drafts: readonly Draft[]): Draft => {
  const { kind } = draft.meaning;
  if (draft.parts.length < 2 || !["month", "quarter", "year"].includes(kind)) return draft;
  const apart = drafts.some(
    ({ joint, from, to }) => joint === "semicolon" && from > draft.from && to <= draft.to,
  );
  const next = draft.parts.every(({ start_on }, at) => {
    const before = draft.parts[at - 1]?.end_on;
    return at === 0 || (before != null && start_on != null && addDays(before, 1) === start_on);
  });
  const alone = draft.parts.every(({ recurs }) => recurs === draft.meaning.recurs);
  return apart || !next || !alone ? draft : { ...draft, meaning: { ...draft.meaning, kind: "range" } };
};
