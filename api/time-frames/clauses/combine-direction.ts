import { addDays } from "../../shared/local-date.ts";
import { dayMeaning, type MomentResolver } from "../resolve-moments.ts";
import { type CountClause, type DirectionClause, hangsOn } from "../time-clause.ts";
import { type Draft, draftOf, replaceLast } from "../time-draft.ts";
import { meaning, type ReadingMeaning } from "../time-frame-reading.ts";

/** The words between two tokens. */
export type Quote = (from: number, to: number) => string;

/** Without the signs at its end that belong to the phrase around it. */
const trimmed = (words: string): string =>
  words.replace(words.includes("(") ? /[\s.,;:]+$/u : /[\s.,;:)]+$/u, "");

/** "Khi có chỉ đạo của …", "sau Đại hội …". */
export const combineDirection = (drafts: Draft[], clause: DirectionClause, quote: Quote): void => {
  const last = drafts.at(-1);
  const named = trimmed(quote(...clause.tail));
  const owner = clause.owner === null ? "" : trimmed(quote(...clause.owner));
  if (
    last?.made === "direction" &&
    last.meaning.kind === "on_direction" &&
    hangsOn(clause) &&
    !clause.event
  ) {
    // "Đột xuất (khi có yêu cầu)" says one thing twice.
    replaceLast(drafts, {
      ...last,
      meaning: { ...(owner !== "" && { by: owner }), ...last.meaning },
      to: clause.to,
    });
    return;
  }
  drafts.push(
    draftOf(clause, {
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
    }),
  );
};

/** "Trong vòng 05 ngày kể từ …": a date where the phrase names the day that is counted from and working days do not matter. */
export const describeCount = (
  clause: CountClause,
  quote: Quote,
  { resolveMoment }: Pick<MomentResolver, "resolveMoment">,
): Draft => {
  const anchor = clause.anchor === null ? null : resolveMoment(clause.anchor, "none", false);
  const from = anchor?.meaning.date ?? null;
  const trigger = trimmed(quote(...clause.tail));
  const counted: ReadingMeaning =
    from !== null && clause.days !== null && !clause.workingDays
      ? dayMeaning(addDays(from, clause.days), false)
      : meaning({ kind: "on_direction" });
  return draftOf(clause, {
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
};
