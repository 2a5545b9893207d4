import { addDays, dateFromParts } from "../shared/local-date.ts";
import { dayMeaning, resolveMoments } from "./resolve-moments.ts";
import type { Clause, Joint, MomentsClause } from "./time-clause.ts";
import type { Draft } from "./time-draft.ts";
import type { Recurrence } from "./time-frame.ts";
import { type MissingFact, meaning, type ReadingMeaning, type TimeContext } from "./time-frame-reading.ts";
import type { Moment } from "./time-moment.ts";

const FREQUENCY: readonly Recurrence[] = ["weekly", "monthly", "quarterly", "half_yearly", "yearly", "none"];
const oftener = (one: Recurrence, other: Recurrence): Recurrence =>
  FREQUENCY.indexOf(one) <= FREQUENCY.indexOf(other) ? one : other;

/**
 * What the clauses of a phrase mean together: a day, a period, a rhythm, a direction each, where one bounds, repeats
 * or explains another. `quote` gives the words between two tokens.
 */
export const combineTimeClauses = (
  clauses: readonly Clause[],
  text: string,
  quote: (from: number, to: number) => string,
  context: TimeContext,
): readonly Draft[] => {
  const { yearOfMoment, resolveMoment, resolveRange } = resolveMoments(clauses, text, context);
  const drafts: Draft[] = [];
  const replaceLast = (draft: Draft) => drafts.splice(-1, 1, draft);

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
