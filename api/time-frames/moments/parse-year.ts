import {
  type Found,
  matchDigits,
  matchSign,
  matchSigns,
  matchWord,
  skipWord,
  type Tokens,
} from "../match-time-words.ts";
import type { Moment } from "../time-moment.ts";

/** The year that a phrase names for a day or stretch: in figures, or counted from that of the context. */
export type YearNamed = Pick<Moment, "year" | "yearShift">;

export const yearNamed = (year: number | null, yearShift: number | null = null): YearNamed => ({
  year,
  yearShift,
});

/** Four figures: a year wherever they stand. */
export const matchFourDigits = (tokens: Tokens, at: number): Found<number> | null =>
  tokens[at]?.text.length === 4 ? matchDigits(tokens, at, 4) : null;

/** "năm 2026", "năm nay", "năm sau"; `bare` takes "2026" as well. */
export const parseYear = (tokens: Tokens, at: number, bare: boolean): Found<YearNamed> | null => {
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
export const parseYearTail = (tokens: Tokens, at: number): Found<YearNamed> => {
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

/** The last figures of a whole date; two of them, where `most` allows that, are a year of this century. */
export const parseFullYear = (tokens: Tokens, at: number, most: 2 | 4): Found<YearNamed> | null => {
  const token = tokens[at];
  if (token?.kind !== "number") return null;
  if (token.text.length === 2 && most === 2) return { value: yearNamed(2000 + token.value), next: at + 1 };
  // A year of three or five figures is a slip that nobody can repair: it is read, and its day does not exist.
  return token.text.length >= 3 && token.text.length <= 6
    ? { value: yearNamed(token.value), next: at + 1 }
    : null;
};

/** "năm 2026", "2026", or "năm" alone. */
export const parseYearOrThisYear = (tokens: Tokens, at: number): Found<YearNamed> | null => {
  const start = skipWord(tokens, at, "owner");
  const named = parseYear(tokens, start, true);
  if (named !== null) return named;
  const alone = matchWord(tokens, start, "year");
  return alone === null ? null : { value: yearNamed(null), next: alone };
};
