import { dateFromParts } from "../../shared/local-date.ts";
import { type Clause, hangsOn } from "../time-clause.ts";
import { type Draft, draftOf, replaceLast } from "../time-draft.ts";
import { meaning, type ReadingMeaning, type TimeContext } from "../time-frame-reading.ts";
import { recurringDay } from "./combine-rhythm.ts";

/** What goes on within a period: the period's bounds, and its rhythm where the draft has none of its own. */
export const boundTo = (standing: Draft, period: ReadingMeaning): Draft => ({
  ...standing,
  meaning: {
    ...standing.meaning,
    recurs: standing.meaning.recurs === "none" ? period.recurs : standing.meaning.recurs,
    start_on: period.start_on,
    end_on: period.end_on ?? period.date,
    ...(period.vague === true && { vague: true }),
  },
});

/** "Thường xuyên" behind what was said before: it makes a rhythm or a period one that goes on, or stands by itself. */
export const combineContinuous = (drafts: Draft[], clause: Clause): void => {
  const last = drafts.at(-1);
  if (last !== undefined && (last.made === "continuous" || last.made === "rhythm") && clause.joint !== "or")
    replaceLast(drafts, { ...last, made: "continuous", to: clause.to });
  else if (
    last?.made === "moments" &&
    hangsOn(clause) &&
    ["year", "all_year", "range", "month", "quarter", "year_onward"].includes(last.meaning.kind)
  )
    replaceLast(drafts, {
      ...boundTo({ ...last, meaning: meaning({ kind: "continuous" }) }, last.meaning),
      made: "continuous",
      to: clause.to,
    });
  else drafts.push(draftOf(clause, { meaning: meaning({ kind: "continuous" }), made: "continuous" }));
};

/** "… và các năm tiếp theo": what stands before it has no end; alone it begins after the year of the context. */
export const combineOnward = (drafts: Draft[], clause: Clause, { year }: TimeContext): void => {
  const last = drafts.at(-1);
  if (last === undefined) {
    const start = year === null ? null : dateFromParts(year + 1, 1, 1);
    drafts.push(
      draftOf(clause, {
        meaning: meaning({ kind: "year_onward", start_on: start }),
        made: "onward",
        needs: ["year"],
      }),
    );
    return;
  }
  const { meaning: own } = last;
  const { to } = clause;
  if (own.kind === "continuous") replaceLast(drafts, { ...last, meaning: { ...own, end_on: null }, to });
  else if (own.kind === "before_date" && own.start_on === null && last.day && own.exclusive === true)
    replaceLast(drafts, { ...last, meaning: recurringDay(own, "yearly"), to });
  else if (last.made === "moments")
    replaceLast(drafts, {
      ...last,
      made: "onward",
      meaning: meaning({ kind: "year_onward", start_on: own.start_on ?? own.date, recurs: own.recurs }),
      to,
    });
};
