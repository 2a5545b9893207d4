import {
  type Found,
  matchDigits,
  matchOrdinal,
  matchPlace,
  matchRoman,
  matchSign,
  matchWord,
  type Tokens,
} from "./match-time-words.ts";
import { parseAfterDay } from "./moments/parse-day.ts";
import { parseMomentPart } from "./moments/parse-moment-part.ts";
import { parsePlainMoment } from "./moments/parse-plain-moment.ts";
import { matchFourDigits, parseYear, parseYearTail, yearNamed } from "./moments/parse-year.ts";
import { type Moment, momentOf } from "./time-moment.ts";

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
  const found = parseMomentPart(tokens, at) ?? parsePlainMoment(tokens, at) ?? parseWeekday(tokens, at);
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
