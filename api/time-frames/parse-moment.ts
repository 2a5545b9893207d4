import {
  type Found,
  matchCount,
  matchDigits,
  matchOrdinal,
  matchRoman,
  matchSign,
  matchSigns,
  matchWord,
  skipWord,
  type Tokens,
} from "./match-time-words.ts";
import { type Moment, type MomentPart, momentOf } from "./time-moment.ts";
import { LUNAR_MONTHS } from "./time-phrase-words.ts";

type YearNamed = Pick<Moment, "year" | "yearShift">;
const yearNamed = (year: number | null, yearShift: number | null = null): YearNamed => ({ year, yearShift });

const matchFourDigits = (tokens: Tokens, at: number): Found<number> | null =>
  tokens[at]?.text.length === 4 ? matchDigits(tokens, at, 4) : null;

/** "năm 2026", "năm nay", "năm sau"; `bare` takes "2026" as well. */
const parseYear = (tokens: Tokens, at: number, bare: boolean): Found<YearNamed> | null => {
  const after = matchWord(tokens, at, "year");
  if (after !== null) {
    const figures = matchFourDigits(tokens, after);
    if (figures !== null) return { value: yearNamed(figures.value), next: figures.next };
    const current = matchWord(tokens, after, "current");
    if (current !== null) return { value: yearNamed(null, 0), next: current };
    const following = matchWord(tokens, after, "following");
    return following === null ? null : { value: yearNamed(null, 1), next: following };
  }
  const figures = bare ? matchFourDigits(tokens, at) : null;
  return figures && { value: yearNamed(figures.value), next: figures.next };
};

/** The year that belongs to a day, month or quarter: "/2026", "-2026", "năm 2026", ", năm 2026", "(năm 2026)". */
const parseYearTail = (tokens: Tokens, at: number): Found<YearNamed> => {
  const none = { value: yearNamed(null), next: at };
  const sign = matchSigns(tokens, at, "/-.");
  if (sign !== null) {
    const year = parseYear(tokens, sign, true);
    // A dash before a year and another dash behind it is a row of years.
    return year ?? none;
  }
  const open = matchSign(tokens, at, "(");
  if (open !== null) {
    const year = parseYear(tokens, open, true);
    const close = year === null ? null : matchSign(tokens, year.next, ")");
    return year === null || close === null ? none : { value: year.value, next: close };
  }
  const comma = matchSign(tokens, at, ",");
  if (comma !== null) return parseYear(tokens, comma, false) ?? none;
  return parseYear(tokens, skipWord(tokens, at, "owner", "inside"), true) ?? none;
};

const parseFullYear = (tokens: Tokens, at: number, most: 2 | 4): Found<YearNamed> | null => {
  const token = tokens[at];
  if (token?.kind !== "number") return null;
  if (token.text.length === 2 && most === 2) return { value: yearNamed(2000 + token.value), next: at + 1 };
  // A year of three or five figures is a slip that nobody can repair: it is read, and its day does not exist.
  return token.text.length >= 3 && token.text.length <= 6
    ? { value: yearNamed(token.value), next: at + 1 }
    : null;
};

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

/** "tháng 02", "tháng tư", "tháng Giêng", "T3". */
const parseMonthName = (
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

/** "tháng cuối quý", "của tháng đầu mỗi quý": which month of the quarter. */
const parseMonthOfQuarter = (tokens: Tokens, at: number): Found<number> | null => {
  const month = matchWord(tokens, skipWord(tokens, at, "owner"), "month");
  if (month === null) return null;
  const place = matchPlace(tokens, month) ?? parseSecondOf(tokens, month);
  if (place === null) return null;
  const quarter = matchWord(
    tokens,
    skipWord(tokens, skipWord(tokens, place.next, "owner"), "every"),
    "quarter",
  );
  return quarter === null ? null : { value: place.value, next: quarter };
};
const parseSecondOf = (tokens: Tokens, at: number): Found<number> | null => {
  const ordinal = tokens[at]?.text === "thu" ? matchOrdinal(tokens, at + 1) : null;
  return ordinal !== null && ordinal.value >= 1 && ordinal.value <= 3 ? ordinal : null;
};
/** First, middle or last, as 1 to 3. */
const matchPlace = (tokens: Tokens, at: number): Found<number> | null => {
  for (const [place, word] of (["first", "middle", "last"] as const).entries()) {
    const next = matchWord(tokens, at, word);
    if (next !== null) return { value: place + 1, next };
  }
  return null;
};

/** What follows the number of a day: its month and year, or the month of the quarter, or nothing. */
const parseAfterDay = (tokens: Tokens, at: number, day: number | "last"): Found<Moment> => {
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

const parseDay = (tokens: Tokens, at: number): Found<Moment> | null => {
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

const parseMonth = (tokens: Tokens, at: number): Found<Moment> | null => {
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

const parseQuarter = (tokens: Tokens, at: number): Found<Moment> | null => {
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

/** "năm 2026", "2026", or "năm" alone. */
const parseYearOrThisYear = (tokens: Tokens, at: number): Found<YearNamed> | null => {
  const start = skipWord(tokens, at, "owner");
  const named = parseYear(tokens, start, true);
  if (named !== null) return named;
  const alone = matchWord(tokens, start, "year");
  return alone === null ? null : { value: yearNamed(null), next: alone };
};

/** "6 tháng đầu năm 2026", "9 tháng đầu năm", "9 tháng năm 2026", "nửa cuối năm", "nửa đầu tháng 3". */
const parseMonths = (tokens: Tokens, at: number): Found<Moment> | null => {
  const half = matchWord(tokens, at, "half");
  if (half !== null) {
    const place = matchPlace(tokens, skipWord(tokens, half, "year"));
    if (place === null || place.value === 2) return null;
    const number = place.value === 1 ? 1 : 2;
    const part: MomentPart = { name: "half", number };
    const of = parsePlain(tokens, skipWord(tokens, place.next, "owner"));
    if (of !== null && ["month", "year"].includes(of.value.unit)) return withPart(of, part, false);
    const year = parseYearOrThisYear(tokens, place.next);
    if (year === null && matchWord(tokens, half, "year") === null) return null;
    return {
      value: momentOf({ unit: "year", part, ...(year?.value ?? yearNamed(null)) }),
      next: year?.next ?? place.next,
    };
  }
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

const withPart = ({ value, next }: Found<Moment>, part: MomentPart, vague: boolean): Found<Moment> => ({
  value: { ...value, part, vague: vague || value.vague },
  next,
});

const THIRDS = ["decadeOne", "decadeTwo", "decadeThree"] as const;

/** A month, or this month: "đầu tháng 3", "cuối tháng". */
const parseMonthOrThis = (tokens: Tokens, at: number): Found<Moment> | null => {
  const start = skipWord(tokens, skipWord(tokens, at, "owner"), "inside");
  const named = parseMonth(tokens, start);
  if (named !== null) return named;
  const alone = matchWord(tokens, start, "month");
  return alone === null ? null : { value: momentOf({ unit: "month" }), next: alone };
};

/** "đầu năm 2026", "cuối quý II", "trung tuần tháng 3", "tuần 2 tháng 3/2026", "10 ngày đầu tháng 3". */
const parsePart = (tokens: Tokens, at: number): Found<Moment> | null => {
  for (const [index, word] of THIRDS.entries()) {
    const after = matchWord(tokens, at, word);
    const month = after === null ? null : parseMonthOrThis(tokens, after);
    if (month !== null) return withPart(month, { name: "third", number: index + 1 }, true);
  }
  const week = matchWord(tokens, at, "week");
  if (week !== null) {
    const number =
      matchRoman(tokens, week) ??
      matchOrdinal(tokens, week) ??
      parseSecondOf(tokens, week) ??
      matchPlace(tokens, week);
    const month = number === null ? null : parseMonthOrThis(tokens, number.next);
    if (number === null || month === null) return null;
    const last = matchWord(tokens, week, "last") !== null;
    const first = matchWord(tokens, week, "first") !== null;
    return withPart(month, { name: "week", number: last ? 0 : first ? 1 : number.value }, true);
  }
  const count = matchCount(tokens, at);
  const day = count === null ? null : matchWord(tokens, count.next, "day");
  if (count !== null && day !== null) {
    const place = matchPlace(tokens, day);
    const month = place === null ? null : parseMonthOrThis(tokens, place.next);
    if (place === null || place.value === 2 || month === null) return null;
    const from = place.value === 1 ? "first" : "last";
    return withPart(month, { name: "days", number: count.value, from }, false);
  }
  const place = matchPlace(tokens, at);
  if (place === null) return null;
  const start = skipWord(tokens, place.next, "owner");
  const name = place.value === 1 ? "first" : place.value === 2 ? "middle" : "last";
  const of = parseMonth(tokens, start) ?? parseQuarter(tokens, start) ?? parseMonthOrThis(tokens, start);
  if (of !== null && of.value.unit !== "day") return withPart(of, { name }, true);
  const year = parseYearOrThisYear(tokens, start);
  return (
    year && { value: momentOf({ unit: "year", part: { name }, vague: true, ...year.value }), next: year.next }
  );
};

const parseWeekday = (tokens: Tokens, at: number): Found<Moment> | null => {
  const sunday = matchWord(tokens, at, "sunday");
  if (sunday !== null) return { value: momentOf({ unit: "weekday", weekday: 7 }), next: sunday };
  const after = matchWord(tokens, at, "weekday");
  const number = after === null ? null : matchOrdinal(tokens, after);
  // "thứ Hai đầu tiên của tháng" is a day that no field of ours holds.
  return number !== null && number.value >= 2 && number.value <= 7 && matchPlace(tokens, number.next) === null
    ? { value: momentOf({ unit: "weekday", weekday: number.value - 1 }), next: number.next }
    : null;
};

const parsePlain = (tokens: Tokens, at: number): Found<Moment> | null => {
  const found =
    parseMonths(tokens, at) ?? parseDay(tokens, at) ?? parseMonth(tokens, at) ?? parseQuarter(tokens, at);
  if (found !== null) return found;
  const year = parseYear(tokens, at, true);
  return year && { value: momentOf({ unit: "year", ...year.value }), next: year.next };
};

/** Where a moment stands, without the word "ngày" before its figures. */
const placed = (tokens: Tokens, at: number, { value, next }: Found<Moment>): Found<Moment> => {
  const named = matchWord(tokens, at, "day");
  const figures = named !== null && tokens[named + 1]?.kind === "sign" ? named : at;
  return { value: { ...value, place: [tokens[figures]?.from ?? 0, tokens[next - 1]?.to ?? 0] }, next };
};

/** "âm lịch" behind a day or month, also in brackets. */
const withLunarMark = (tokens: Tokens, { value, next }: Found<Moment>): Found<Moment> => {
  const open = matchSign(tokens, next, "(");
  const lunar = matchWord(tokens, open ?? next, "lunar");
  const close = lunar === null || open === null ? lunar : matchSign(tokens, lunar, ")");
  if (close === null) return { value, next };
  const year = value.year === null ? parseYear(tokens, close, false) : null;
  return { value: { ...value, ...year?.value, lunar: true }, next: year?.next ?? close };
};

/** A day or stretch of the calendar at `at`. */
export const parseMoment = (tokens: Tokens, at: number): Found<Moment> | null => {
  const found = parsePart(tokens, at) ?? parsePlain(tokens, at) ?? parseWeekday(tokens, at);
  return found && placed(tokens, at, withLunarMark(tokens, found));
};

/** A number alone after a moment ("Quý I, III", "tháng 3, 6 và 9/2026", "ngày 10, 20"): one more of its unit. */
export const parseAlike = (tokens: Tokens, at: number, like: Moment): Found<Moment> | null => {
  const found = parseNumberAlike(tokens, at, like);
  return found && placed(tokens, at, found);
};

const parseNumberAlike = (tokens: Tokens, at: number, like: Moment): Found<Moment> | null => {
  if (like.part !== null) return null;
  if (like.unit === "year") {
    const year = matchFourDigits(tokens, at);
    return year && { value: { ...like, ...yearNamed(year.value) }, next: year.next };
  }
  if (like.unit !== "month" && like.unit !== "quarter" && !(like.unit === "day" && like.month === null))
    return null;
  const number = (like.unit === "quarter" ? matchRoman(tokens, at) : null) ?? matchDigits(tokens, at, 2);
  if (number === null) return null;
  // "tháng 3, 15/4": a date begins, unless what follows the slash is a year.
  const slash = matchSign(tokens, number.next, "/");
  if (slash !== null && matchFourDigits(tokens, slash) === null) return null;
  const words = matchWord(tokens, number.next, "day", "month", "week", "quarter", "times");
  if (words !== null && like.unit !== "day") return null;
  if (like.unit === "day") {
    if (slash !== null) return null;
    const after = parseAfterDay(tokens, number.next, number.value);
    return after;
  }
  const year = parseYearTail(tokens, number.next);
  return {
    value: momentOf({
      unit: like.unit,
      ...(like.unit === "month" ? { month: number.value } : { quarter: number.value }),
      ...year.value,
    }),
    next: year.next,
  };
};
