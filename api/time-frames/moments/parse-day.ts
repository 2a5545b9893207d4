import {
  type Found,
  matchDigits,
  matchSign,
  matchSigns,
  matchWord,
  skipWord,
  type Tokens,
} from "../match-time-words.ts";
import { type Moment, momentOf } from "../time-moment.ts";
import { parseMonthName } from "./parse-month.ts";
import { parseMonthOfQuarter } from "./parse-quarter.ts";
import {
  matchFourDigits,
  parseFullYear,
  parseYear,
  parseYearTail,
  type YearNamed,
  yearNamed,
} from "./parse-year.ts";

/** "15/2/2026", "15-02-2026", "15.2.2026", "2026-02-15", "15/2", "15/2 năm 2026"; `named` after the word "ngày". */
const parseFigures = (tokens: Tokens, at: number, named: boolean): Found<Moment> | null => {
  const iso = matchFourDigits(tokens, at);
  if (iso !== null) {
    const first = matchSign(tokens, iso.next, "-/");
    const month = first === null ? null : matchDigits(tokens, first, 2);
    const second = month === null ? null : matchSign(tokens, month.next, "-/");
    const day = second === null ? null : matchDigits(tokens, second, 2);
    if (month === null || day === null) return null;
    return {
      value: momentOf({ unit: "day", year: iso.value, month: month.value, day: day.value }),
      next: day.next,
    };
  }
  const day = matchDigits(tokens, at, 2);
  const sign = day === null ? null : matchSigns(tokens, day.next, "/-.");
  if (day === null || sign === null) return null;
  const slash = tokens[sign - 1]?.text === "/";
  const month = matchDigits(tokens, sign, 2);
  if (month === null) return null;
  const second = matchSigns(tokens, month.next, "/-.");
  const isSlash = second !== null && tokens[second - 1]?.text === "/";
  const year = second === null ? null : parseFullYear(tokens, second, slash && isSlash ? 2 : 4);
  const moment = (of: YearNamed) => momentOf({ unit: "day", month: month.value, day: day.value, ...of });
  if (year !== null && second !== null) {
    // "01-15/3/2026" and "3-5/2026" are rows of days and of months, no dates.
    if (!slash && isSlash) return null;
    return { value: moment(year.value), next: year.next };
  }
  // "ngày 30.4" is a day, "30.4" alone could be anything.
  if (!slash && !(named && tokens[sign - 1]?.text === "." && second === null)) return null;
  // "01/6-15/6" ends at its dash, "15/6/x" is nothing known.
  if (isSlash) return null;
  const of = parseYear(tokens, skipWord(tokens, month.next, "owner"), named);
  return { value: moment(of?.value ?? yearNamed(null)), next: of?.next ?? month.next };
};

/** What follows the number of a day: its month and year, or the month of the quarter, or nothing. */
export const parseAfterDay = (tokens: Tokens, at: number, day: number | "last"): Found<Moment> => {
  const ofQuarter = parseMonthOfQuarter(tokens, at);
  if (ofQuarter !== null)
    return {
      value: momentOf({ unit: "day", day, monthOfQuarter: ofQuarter.value }),
      next: ofQuarter.next,
    };
  const slash = matchSigns(tokens, at, "/");
  const named = parseMonthName(tokens, slash ?? skipWord(tokens, at, "owner"));
  if (named === null) return { value: momentOf({ unit: "day", day }), next: at };
  const year = parseYearTail(tokens, named.next);
  return {
    value: momentOf({
      unit: "day",
      day,
      month: named.value.month,
      lunar: named.value.lunar,
      ...year.value,
    }),
    next: year.next,
  };
};

/** "ngày 15/2/2026", "15 tháng 2", "ngày cuối tháng 3", "ngày 20 của tháng cuối quý", "rằm tháng Giêng". */
export const parseDay = (tokens: Tokens, at: number): Found<Moment> | null => {
  const full = matchWord(tokens, at, "lunarDay");
  if (full !== null) {
    const { value, next } = parseAfterDay(tokens, full, 15);
    return { value: { ...value, lunar: true }, next };
  }
  const named = matchWord(tokens, at, "day");
  const start = named ?? at;
  const figures = parseFigures(tokens, start, named !== null);
  if (figures !== null) return figures;
  const working = named === null ? null : matchWord(tokens, named, "working");
  const last = named === null ? null : matchWord(tokens, working ?? named, "last");
  // "ngày cuối tháng 3", "ngày cuối cùng của tháng": the last working day is not the last day.
  if (last !== null && working === null) {
    const after = parseAfterDay(tokens, last, "last");
    if (after.value.month !== null || after.value.monthOfQuarter !== null) return after;
    const month = matchWord(tokens, skipWord(tokens, last, "owner"), "month");
    return month === null ? null : { value: after.value, next: month };
  }
  const day = named === null ? matchDigits(tokens, start, 2) : (matchDigits(tokens, start, 2) ?? null);
  if (day === null) return null;
  const after = parseAfterDay(tokens, day.next, day.value);
  if (named !== null || after.value.month !== null || after.value.monthOfQuarter !== null) return after;
  // "01-15/3/2026": a bare number is a day only before a dash and a date.
  const dash = matchSign(tokens, day.next, "-");
  return dash !== null && parseFigures(tokens, dash, false) !== null ? after : null;
};
