import { type Clause, hangsOn, type RhythmClause } from "../time-clause.ts";
import { type Draft, draftOf, replaceLast } from "../time-draft.ts";
import type { Recurrence } from "../time-frame.ts";
import { type MissingFact, meaning, type ReadingMeaning } from "../time-frame-reading.ts";

const FREQUENCY: readonly Recurrence[] = ["weekly", "monthly", "quarterly", "half_yearly", "yearly", "none"];
const oftener = (one: Recurrence, other: Recurrence): Recurrence =>
  FREQUENCY.indexOf(one) <= FREQUENCY.indexOf(other) ? one : other;

/** A rhythm behind what was said before: one more of a row of rhythms, that of the days before it, or one by itself. */
export const combineRhythm = (drafts: Draft[], clause: RhythmClause, next: Clause | undefined): void => {
  const last = drafts.at(-1);
  const namesNext = clause.joint !== "none" && next?.type === "moments" && next.joint === "none";
  if (last?.made === "rhythm" && clause.joint !== "or" && clause.joint !== "semicolon")
    replaceLast(drafts, {
      ...last,
      meaning: { ...last.meaning, recurs: oftener(last.meaning.recurs, clause.recurs) },
      parts: [
        ...(last.parts.length > 0 ? last.parts : [{ recurs: last.meaning.recurs }]),
        { recurs: clause.recurs },
      ],
      label: last.label && clause.label,
      to: clause.to,
    });
  else if (
    last !== undefined &&
    last.made !== "ditto" &&
    (hangsOn(clause) || keepsUp(last, clause)) &&
    !namesNext
  )
    replaceRow(drafts, clause);
  else
    drafts.push(
      draftOf(clause, {
        meaning: meaning({ kind: "continuous", recurs: clause.recurs }),
        made: "rhythm",
        label: clause.label,
      }),
    );
};

/** "Bắt đầu từ tháng 8/2025 và duy trì hằng quý": what has a beginning and no end goes on in that rhythm. */
const keepsUp = ({ made, meaning: own }: Draft, { joint }: RhythmClause): boolean =>
  joint === "and" && made === "moments" && own.kind === "year_onward" && own.recurs === "none";

/** A rhythm belongs to every day of the row that it follows: "trước ngày 15/6 và 15/12 hằng năm". */
const replaceRow = (drafts: Draft[], { recurs, label, to }: RhythmClause): void => {
  for (let at = drafts.length - 1; at >= 0; at -= 1) {
    const draft = drafts[at];
    if (draft === undefined) return;
    drafts[at] = { ...withRhythm(draft, recurs, label, false), ...(at === drafts.length - 1 && { to }) };
    const before = drafts[at - 1];
    const inRow = (draft.joint === "and" || draft.joint === "comma") && before?.made === draft.made;
    if (!inRow || before?.meaning.kind !== draft.meaning.kind || before.meaning.recurs !== "none") return;
  }
};

/** A rhythm before (`leads`) or behind a day or period. */
export const withRhythm = (draft: Draft, recurs: Recurrence, label: boolean, leads: boolean): Draft => {
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

/** A day that comes again: of a yearly one the day of the year is kept. */
export const recurringDay = (own: ReadingMeaning, recurs: Recurrence): ReadingMeaning => ({
  ...own,
  recurs,
  ...(recurs === "yearly" && own.date !== null && { month_day: own.date.slice(5) }),
});
