import {
  type Found,
  matchCount,
  matchNumberedPlace,
  matchOrdinal,
  matchPlace,
  matchRoman,
  matchWord,
  skipWord,
  type Tokens,
} from "../match-time-words.ts";
import { inPart, type Moment, type MomentPart, momentOf } from "../time-moment.ts";
import { parseMonth, parseMonthOrThis } from "./parse-month.ts";
import { parseQuarter } from "./parse-quarter.ts";
import { parseYearOrThisYear } from "./parse-year.ts";

const partOf = (whole: Found<Moment>, part: MomentPart, vague: boolean): Found<Moment> => ({
  value: inPart(whole.value, part, vague),
  next: whole.next,
});

const THIRDS = ["decadeOne", "decadeTwo", "decadeThree"] as const;

/** "trung tuần tháng 3". */
const parseThird = (tokens: Tokens, at: number): Found<Moment> | null => {
  for (const [index, word] of THIRDS.entries()) {
    const after = matchWord(tokens, at, word);
    const month = after === null ? null : parseMonthOrThis(tokens, after);
    if (month !== null) return partOf(month, { name: "third", number: index + 1 }, true);
  }
  return null;
};

/** "tuần 2 tháng 3/2026", "tuần cuối tháng": the last one is number 0. */
const parseWeekOfMonth = (tokens: Tokens, at: number): Found<Moment> | null => {
  const week = matchWord(tokens, at, "week");
  if (week === null) return null;
  const number =
    matchRoman(tokens, week) ??
    matchOrdinal(tokens, week) ??
    matchNumberedPlace(tokens, week) ??
    matchPlace(tokens, week);
  const month = number === null ? null : parseMonthOrThis(tokens, number.next);
  if (number === null || month === null) return null;
  const last = matchWord(tokens, week, "last") !== null;
  const first = matchWord(tokens, week, "first") !== null;
  return partOf(month, { name: "week", number: last ? 0 : first ? 1 : number.value }, true);
};

/** "10 ngày đầu tháng 3", "05 ngày cuối tháng". */
const parseDaysOfMonth = (tokens: Tokens, at: number): Found<Moment> | null => {
  const count = matchCount(tokens, at);
  const day = count === null ? null : matchWord(tokens, count.next, "day");
  const place = day === null ? null : matchPlace(tokens, day);
  const month = place === null ? null : parseMonthOrThis(tokens, place.next);
  if (count === null || place === null || place.value === 2 || month === null) return null;
  const from = place.value === 1 ? "first" : "last";
  return partOf(month, { name: "days", number: count.value, from }, false);
};

/** "đầu năm 2026", "giữa tháng", "cuối quý II". */
const parseVaguePart = (tokens: Tokens, at: number): Found<Moment> | null => {
  const place = matchPlace(tokens, at);
  if (place === null) return null;
  const start = skipWord(tokens, place.next, "owner");
  const name = place.value === 1 ? "first" : place.value === 2 ? "middle" : "last";
  const of = parseMonth(tokens, start) ?? parseQuarter(tokens, start) ?? parseMonthOrThis(tokens, start);
  if (of !== null && of.value.unit !== "day") return partOf(of, { name }, true);
  const year = parseYearOrThisYear(tokens, start);
  return (
    year && { value: momentOf({ unit: "year", part: { name }, vague: true, ...year.value }), next: year.next }
  );
};

/** A part of a month, quarter or year, named by its place in it. */
export const parseMomentPart = (tokens: Tokens, at: number): Found<Moment> | null =>
  parseThird(tokens, at) ??
  parseWeekOfMonth(tokens, at) ??
  parseDaysOfMonth(tokens, at) ??
  parseVaguePart(tokens, at);
