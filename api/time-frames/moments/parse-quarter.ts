import {
  type Found,
  matchNumberedPlace,
  matchOrdinal,
  matchPlace,
  matchRoman,
  matchSign,
  matchWord,
  skipWord,
  type Tokens,
} from "../match-time-words.ts";
import { type Moment, momentOf } from "../time-moment.ts";
import { parseYearOrThisYear, parseYearTail } from "./parse-year.ts";

/** "quý II", "Q.3/2026", "quý cuối năm 2026". */
export const parseQuarter = (tokens: Tokens, at: number): Found<Moment> | null => {
  const abbreviated = tokens[at]?.text === "q" ? (matchSign(tokens, at + 1, ".") ?? at + 1) : null;
  const after = matchWord(tokens, at, "quarter") ?? abbreviated;
  if (after === null) return null;
  const number = matchRoman(tokens, after) ?? matchOrdinal(tokens, after);
  if (number !== null && number.value <= 99) {
    const year = parseYearTail(tokens, number.next);
    return { value: momentOf({ unit: "quarter", quarter: number.value, ...year.value }), next: year.next };
  }
  // "quý đầu năm", "quý cuối năm 2026".
  const place = matchPlace(tokens, after);
  const year = place === null ? null : parseYearOrThisYear(tokens, place.next);
  if (place === null || place.value === 2 || year === null) return null;
  return {
    value: momentOf({ unit: "quarter", quarter: place.value === 1 ? 1 : 4, ...year.value }),
    next: year.next,
  };
};

/** "tháng cuối quý", "của tháng đầu mỗi quý": which month of the quarter. */
export const parseMonthOfQuarter = (tokens: Tokens, at: number): Found<number> | null => {
  const month = matchWord(tokens, skipWord(tokens, at, "owner"), "month");
  if (month === null) return null;
  const place = matchPlace(tokens, month) ?? matchNumberedPlace(tokens, month);
  if (place === null) return null;
  const quarter = matchWord(
    tokens,
    skipWord(tokens, skipWord(tokens, place.next, "owner"), "every"),
    "quarter",
  );
  return quarter === null ? null : { value: place.value, next: quarter };
};
