import type { MomentResolver, Resolved } from "../resolve-moments.ts";
import { type Bound, type Clause, hangsOn, type MomentsClause } from "../time-clause.ts";
import { type Draft, draftOf, replaceLast } from "../time-draft.ts";
import type { Moment } from "../time-moment.ts";
import { withRhythm } from "./combine-rhythm.ts";
import { boundTo } from "./combine-standing.ts";

/**
 * Days and periods behind what was said before: alone, under the rhythm that leads them, or as the bounds of it.
 * `inherited` is the bound of a clause that names none.
 */
export const combineMoments = (
  drafts: Draft[],
  clause: MomentsClause,
  inherited: Bound,
  resolver: MomentResolver,
): void => {
  const last = drafts.at(-1);
  const made = momentDrafts(clause, clause.bound === "none" ? inherited : clause.bound, resolver);
  const day = isDay(clause);
  const hung = hangsOn(clause);
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
  if (last?.made === "moments" && led !== undefined && (hung || clause.joint === "and") && last.day === day) {
    drafts.push(...made.map((one) => ({ ...withRhythm(one, led.recurs, led.label, true), led })));
    return;
  }
  const bounds = clause.bound === "exclusive" || clause.bound === "inclusive";
  const [only, ...others] = made;
  if (
    last?.made === "continuous" &&
    only !== undefined &&
    others.length === 0 &&
    last.meaning.start_on === null &&
    last.meaning.end_on === null &&
    hung &&
    !day &&
    (!bounds || clause.joint === "none")
  ) {
    replaceLast(drafts, {
      ...boundTo(last, only.meaning),
      needs: [...last.needs, ...only.needs],
      to: clause.to,
    });
    return;
  }
  drafts.push(...made);
};

const isDay = ({ until, fromNow, moments }: MomentsClause): boolean =>
  until === null && !fromNow && moments.every(({ unit }) => unit === "day" || unit === "weekday");

/** The clause by itself: one draft for a stretch from … to …, else one for each of its moments. */
const momentDrafts = (
  clause: MomentsClause,
  bound: Bound,
  { yearOfMoment, resolveMoment, resolveRange }: MomentResolver,
): readonly Draft[] => {
  const untilNoon = clause.timeOfDay !== null;
  const resolved: readonly Resolved[] =
    clause.until !== null || clause.fromNow
      ? [resolveRange(clause)]
      : withMonths(clause.moments).map(([moment, completed]) =>
          resolveMoment(
            completed === moment ? moment : { ...completed, year: yearOfMoment(moment).year },
            bound,
            untilNoon,
          ),
        );
  return resolved.map((one, at) =>
    draftOf(clause, {
      ...one,
      meaning: {
        ...one.meaning,
        ...(clause.timeOfDay !== null && { time_of_day: clause.timeOfDay }),
      },
      made: "moments",
      day: isDay(clause),
      joint: at === 0 ? clause.joint : "comma",
    }),
  );
};

/** "ngày 10, 20 tháng 3": a day without its month takes that of the last one. Each with what it was completed to. */
const withMonths = (moments: readonly Moment[]): readonly (readonly [Moment, Moment])[] => {
  const last = moments.at(-1);
  return moments.map((moment) => [
    moment,
    moment.unit === "day" && moment.month === null && last?.month != null
      ? { ...moment, month: last.month }
      : moment,
  ]);
};

/** "trước ngày 15/6 và 15/12": the second day has the bound of the first. */
export const inheritedBound = (clauses: readonly Clause[], index: number): Bound => {
  const own = clauses[index];
  const before = clauses[index - 1];
  if (own?.type !== "moments" || before?.type !== "moments") return "none";
  const alike = own.moments[0]?.unit === before.moments[0]?.unit && own.until === null;
  if (!alike || (own.joint !== "and" && own.joint !== "comma")) return "none";
  return before.bound === "none" ? inheritedBound(clauses, index - 1) : before.bound;
};
