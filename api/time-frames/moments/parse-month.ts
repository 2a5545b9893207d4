import {
  type Found,
  matchDigits,
  matchOrdinal,
  matchSign,
  matchSigns,
  matchWord,
  skipWord,
  type Tokens,
} from "../match-time-words.ts";
import { type Moment, momentOf } from "../time-moment.ts";
import { LUNAR_MONTHS } from "../time-phrase-words.ts";
import { matchFourDigits, parseYearTail } from "./parse-year.ts";

/** "tháng 02", "tháng tư", "tháng Giêng", "T3". */
export const parseMonthName = (
  tokens: Tokens,
  at: number,
): Found<{ readonly month: number; readonly lunar: boolean }> | null => {
  const abbreviated = tokens[at]?.text === "t" ? (matchSign(tokens, at + 1, ".") ?? at + 1) : null;
  const after = matchWord(tokens, at, "month") ?? abbreviated;
  if (after === null) return null;
  const number = abbreviated === null ? matchOrdinal(tokens, after) : matchDigits(tokens, after, 2);
  if (number === null || number.value > 99) return null;
  return {
    value: { month: number.value, lunar: LUNAR_MONTHS.includes(tokens[after]?.text ?? "") },
    next: number.next,
  };
};

/** "tháng 3", "tháng 3/2026", "tháng Giêng năm 2026", "3/2026". */
export const parseMonth = (tokens: Tokens, at: number): Found<Moment> | null => {
  const named = parseMonthName(tokens, at);
  if (named !== null) {
    const year = parseYearTail(tokens, named.next);
    return {
      value: momentOf({
        unit: "month",
        month: named.value.month,
        vague: named.value.lunar,
        ...year.value,
      }),
      next: year.next,
    };
  }
  const month = matchDigits(tokens, at, 2);
  const slash = month === null ? null : matchSigns(tokens, month.next, "/");
  const year = slash === null ? null : matchFourDigits(tokens, slash);
  return month === null || year === null
    ? null
    : { value: momentOf({ unit: "month", month: month.value, year: year.value }), next: year.next };
};

/** A month, or this month: "đầu tháng 3", "cuối tháng". */
export const parseMonthOrThis = (tokens: Tokens, at: number): Found<Moment> | null => {
  const start = skipWord(tokens, skipWord(tokens, at, "owner"), "inside");
  const named = parseMonth(tokens, start);
  if (named !== null) return named;
  const alone = matchWord(tokens, start, "month");
  return alone === null ? null : { value: momentOf({ unit: "month" }), next: alone };
};
