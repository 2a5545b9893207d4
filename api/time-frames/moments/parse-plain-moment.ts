import { type Found, matchCount, matchPlace, matchWord, skipWord, type Tokens } from "../match-time-words.ts";
import { inPart, type Moment, type MomentPart, momentOf } from "../time-moment.ts";
import { parseDay } from "./parse-day.ts";
import { parseMonth } from "./parse-month.ts";
import { parseQuarter } from "./parse-quarter.ts";
import { parseYear, parseYearOrThisYear, yearNamed } from "./parse-year.ts";

/** "nửa cuối năm", "nửa đầu tháng 3". */
const parseHalf = (tokens: Tokens, at: number): Found<Moment> | null => {
  const half = matchWord(tokens, at, "half");
  const place = half === null ? null : matchPlace(tokens, skipWord(tokens, half, "year"));
  if (half === null || place === null || place.value === 2) return null;
  const part: MomentPart = { name: "half", number: place.value === 1 ? 1 : 2 };
  const of = parsePlainMoment(tokens, skipWord(tokens, place.next, "owner"));
  if (of !== null && ["month", "year"].includes(of.value.unit))
    return { value: inPart(of.value, part, false), next: of.next };
  const year = parseYearOrThisYear(tokens, place.next);
  if (year === null && matchWord(tokens, half, "year") === null) return null;
  return {
    value: momentOf({ unit: "year", part, ...(year?.value ?? yearNamed(null)) }),
    next: year?.next ?? place.next,
  };
};

/** "6 tháng đầu năm 2026", "9 tháng đầu năm", "9 tháng năm 2026". */
const parseMonthsOfYear = (tokens: Tokens, at: number): Found<Moment> | null => {
  const count = matchCount(tokens, at);
  const month = count === null ? null : matchWord(tokens, count.next, "month");
  if (count === null || month === null || count.value < 1 || count.value > 11) return null;
  const place = matchPlace(tokens, month);
  if (place?.value === 2) return null;
  const year = place === null ? parseYear(tokens, month, false) : parseYearOrThisYear(tokens, place.next);
  if (year === null) return null;
  const [first, last] = place?.value === 3 ? [13 - count.value, 12] : [1, count.value];
  return {
    value: momentOf({ unit: "months", month: first, lastMonth: last, ...year.value }),
    next: year.next,
  };
};

/** A day, month, quarter or year, or several months or a half of one. */
export const parsePlainMoment = (tokens: Tokens, at: number): Found<Moment> | null => {
  const found =
    parseHalf(tokens, at) ??
    parseMonthsOfYear(tokens, at) ??
    parseDay(tokens, at) ??
    parseMonth(tokens, at) ??
    parseQuarter(tokens, at);
  if (found !== null) return found;
  const year = parseYear(tokens, at, true);
  return year && { value: momentOf({ unit: "year", ...year.value }), next: year.next };
};
