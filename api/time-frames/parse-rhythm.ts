import {
  type Found,
  matchCount,
  matchDigits,
  matchOrdinal,
  matchRoman,
  matchSign,
  matchUnit,
  matchWord,
  skipWord,
  type Tokens,
  type Unit,
} from "./match-time-words.ts";
import type { ClauseMeaning } from "./time-clause.ts";
import type { Recurrence } from "./time-frame.ts";

const recurrence = (times: number, unit: Unit, every: number): Recurrence | null => {
  const months = { year: 12, quarter: 3, month: 1, week: 0, day: 0 }[unit] * every;
  if (unit === "week") return times === 1 && every === 1 ? "weekly" : null;
  switch (months / times) {
    case 12:
      return "yearly";
    case 6:
      return "half_yearly";
    case 3:
      return "quarterly";
    case 1:
      return "monthly";
    default:
      // Oftener than there is a word for ("mỗi tháng 02 lần"): at least each of its units has its turn.
      return every === 1 && times > 1 ? recurrence(1, unit, 1) : null;
  }
};

/** "ít nhất", "tối thiểu là" before how often. */
const skipLeast = (tokens: Tokens, at: number): number =>
  skipWord(tokens, skipWord(tokens, at, "filler"), "filler");

/** "02", "1-2", "từ 1 đến 2": how many at least. */
const matchLeastCount = (tokens: Tokens, at: number): Found<number> | null => {
  const count = matchCount(tokens, skipWord(tokens, skipLeast(tokens, at), "from"));
  const to =
    count === null ? null : (matchSign(tokens, count.next, "-–") ?? matchWord(tokens, count.next, "to"));
  const most = to === null ? null : matchCount(tokens, to);
  return count === null || most === null ? count : { value: count.value, next: most.next };
};

/** "một lần", "/lần", "2 lần", "(1 lần)". */
const matchTimes = (tokens: Tokens, at: number): Found<number> | null => {
  const slash = matchSign(tokens, at, "/");
  const once = slash === null ? null : matchWord(tokens, slash, "times");
  if (once !== null) return { value: 1, next: once };
  const open = matchSign(tokens, at, "(");
  const count = matchLeastCount(tokens, slash ?? open ?? at);
  const times = count === null ? null : matchWord(tokens, count.next, "times");
  if (count === null || times === null) return null;
  const close = open === null ? times : matchSign(tokens, times, ")");
  return close === null ? null : { value: count.value, next: close };
};

/** "Thứ Sáu tuần đầu", "thứ Hai đầu tiên", "ngày làm việc cuối cùng", before the period that it comes in each time. */
const placeInPeriod = (tokens: Tokens, at: number): number | null => {
  const named = matchWord(tokens, at, "weekday");
  const weekday =
    matchWord(tokens, at, "sunday") ?? (named === null ? null : (matchOrdinal(tokens, named)?.next ?? null));
  const day = matchWord(tokens, at, "day");
  const working = day === null ? null : matchWord(tokens, day, "working");
  const start = weekday ?? working ?? at;
  const week = matchWord(tokens, start, "week");
  if (week === null && start === at) return null;
  const place =
    matchWord(tokens, week ?? start, "first", "last") ??
    (week === null ? null : (matchOrdinal(tokens, skipWord(tokens, week, "weekday"))?.next ?? null));
  const every = place === null ? null : skipWord(tokens, place, "owner");
  return every === null || matchWord(tokens, every, "every") === null ? null : every;
};

/** A rhythm, also with the day or week in it that no field of ours holds ("Thứ Sáu tuần đầu hằng tháng"). */
export const parseRhythm = (tokens: Tokens, at: number, inRow: boolean): Found<ClauseMeaning> | null => {
  const period = placeInPeriod(tokens, at);
  return parsePeriods(tokens, period ?? at, period === null && inRow);
};

/** "hằng quý", "mỗi tháng 01 lần", "định kỳ 6 tháng", "02 lần/năm", "6 tháng/lần", "06 tháng", "một năm". */
const parsePeriods = (tokens: Tokens, at: number, inRow: boolean): Found<ClauseMeaning> | null => {
  const found = (recurs: Recurrence | null, next: number, label = false): Found<ClauseMeaning> | null =>
    recurs === null ? null : { value: { type: "rhythm", recurs, label }, next };

  const periodic = matchWord(tokens, at, "periodic");
  const afterPeriodic = periodic ?? at;
  const timesFirst = matchLeastCount(tokens, afterPeriodic);
  const timesWord = timesFirst === null ? null : matchWord(tokens, timesFirst.next, "times");
  if (timesFirst !== null && timesWord !== null) {
    const per = matchSign(tokens, timesWord, "/") ?? skipWord(tokens, timesWord, "every", "inside");
    const number = matchCount(tokens, per);
    const unit = matchUnit(tokens, number?.next ?? per);
    return unit === null
      ? null
      : found(recurrence(timesFirst.value, unit.value, number?.value ?? 1), unit.next);
  }
  const every =
    matchWord(tokens, afterPeriodic, "every") ??
    (matchUnit(tokens, matchWord(tokens, afterPeriodic, "by") ?? tokens.length) === null
      ? null
      : matchWord(tokens, afterPeriodic, "by"));
  const start = every ?? afterPeriodic;
  const half = matchWord(tokens, start, "half");
  const halfYear = half === null ? null : matchWord(tokens, half, "year");
  if (halfYear !== null && (every !== null || periodic !== null || matchTimes(tokens, halfYear) !== null)) {
    const times = matchTimes(tokens, halfYear);
    return found(recurrence(times?.value ?? 1, "month", 6), times?.next ?? halfYear);
  }
  const number = matchCount(tokens, start);
  const unit = matchUnit(tokens, number?.next ?? start);
  if (unit === null) return null;
  const times = matchTimes(tokens, unit.next);
  if (times !== null) {
    // "quý 1 lần" says how often, "quý 1" alone would be a quarter.
    return found(recurrence(times.value, unit.value, number?.value ?? 1), times.next);
  }
  if (unit.value === "day") return null;
  const numbered =
    (every === null &&
      number === null &&
      (matchRoman(tokens, unit.next) ?? matchOrdinal(tokens, unit.next)) !== null) ||
    (matchDigits(tokens, unit.next, 4)?.value ?? 0) >= 1900;
  const placed = matchWord(tokens, unit.next, "first", "last", "middle");
  if (every !== null) {
    if (numbered && unit.value !== "year") return null;
    const exact = recurrence(1, unit.value, number?.value ?? 1);
    return found(exact, unit.next);
  }
  // "từ 6 tháng" and "trong 3 tháng" count, they name no round; so does what has a place in the year.
  if (placed !== null && number !== null) return null;
  if (numbered) return null;
  if (number !== null) {
    const exact = recurrence(1, unit.value, number.value);
    const nine = unit.value === "month" && number.value === 9 ? "yearly" : null;
    return found(exact ?? nine, unit.next, true);
  }
  return periodic !== null || inRow
    ? found(recurrence(1, unit.value, 1), unit.next, periodic === null)
    : null;
};
