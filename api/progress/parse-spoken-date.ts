import { dateFromParts, daysBetween, type LocalDate, yearOf } from "../shared/local-date.ts";
import type { DateProblem } from "./note.ts";

/** A date as it was said; the year may be left out. */
export type SpokenDate = { readonly day: number; readonly month: number; readonly year: number | null };
export type FoundDate = { readonly start: number; readonly end: number; readonly date: SpokenDate };

const ISO = /(?<![\p{L}\p{N}-])(\d{4})-(\d{2})-(\d{2})(?![\p{L}\p{N}-])/gu;
const IN_WORDS = /(?<![\p{L}\p{N}]|\d[.,/-])(\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?(?!\d)/gu;
const IN_FIGURES =
  /(?<![\p{L}\p{N}]|\d[.,/-])(\d{1,2}) ?([/.-]) ?(\d{1,2})(?: ?\2 ?(\d{4}|\d{2}))?(?![\p{L}\p{N}%]| ?%|[/.,-]\d| ?\/)/gu;

/** Directly in front: "20.3", "3/5" and "5 tháng 2" are then a day, not a quantity, a share or a stretch of time. */
const DAY_WORD_BEFORE = /(?:^|[^\p{L}])(?:ngay|hom|vao|tu|mung|mong|truoc|han|sau) ?$/u;
const LUNAR_AFTER = /^ ?\(?(?:am lich|al(?!\p{L}))/u;
/** "3/9 đã họp" begins with a day; "3/9" alone may be a share. */
const DEED_AFTER = /^,? (?:da|don vi|phong|ubnd) /u;

const DAY_WORD_REACH = 8;
const OLDEST_YEAR = 2000;

const fullYear = (digits: string | undefined): number | null => {
  if (digits === undefined) return null;
  return digits.length === 2 ? OLDEST_YEAR + Number(digits) : Number(digits);
};

/** Whether two figures are surely a day and a month. Unsure is no: "3/5" is then read as three of five. */
const isSurelyDate = (match: RegExpExecArray, dayWord: boolean, deedAfter: boolean): boolean => {
  const [, day = "", separator = "", month = "", year] = match;
  if (dayWord) return true;
  if (separator !== "/") return year?.length === 4;
  if (year !== undefined || deedAfter) return true;
  if (Number(day) > 31 || Number(month) > 31) return false;
  return Number(day) > Number(month) || day.startsWith("0") || month.startsWith("0");
};

/** Every day named in a folded text, in the order found; lunar days are none. */
export const findSpokenDates = (folded: string): FoundDate[] => {
  const found: FoundDate[] = [];
  const add = (match: RegExpExecArray, day: string, month: string, year: string | undefined): void => {
    const end = match.index + match[0].length;
    if (LUNAR_AFTER.test(folded.slice(end, end + 12))) return;
    found.push({
      start: match.index,
      end,
      date: { day: Number(day), month: Number(month), year: fullYear(year) },
    });
  };
  const dayWordBefore = (match: RegExpExecArray): boolean =>
    DAY_WORD_BEFORE.test(folded.slice(Math.max(0, match.index - DAY_WORD_REACH), match.index));
  for (const match of folded.matchAll(ISO)) add(match, match[3] ?? "", match[2] ?? "", match[1]);
  for (const match of folded.matchAll(IN_WORDS)) {
    if (match[3] !== undefined || dayWordBefore(match)) add(match, match[1] ?? "", match[2] ?? "", match[3]);
  }
  for (const match of folded.matchAll(IN_FIGURES)) {
    const end = match.index + match[0].length;
    const deedAfter = DEED_AFTER.test(folded.slice(end, end + 12));
    if (isSurelyDate(match, dayWordBefore(match), deedAfter))
      add(match, match[1] ?? "", match[3] ?? "", match[4]);
  }
  return found;
};

/**
 * How far from today a day without a year is still believed: "20/12" said on 5 January is last month's, but
 * "25/9" said on 7 September is not last year's.
 */
const BELIEVED_DAYS = 183;

export type PastDate =
  | { readonly on: LocalDate; readonly problem: null }
  | { readonly on: null; readonly problem: DateProblem };

/** The day something was done: never after today, never repaired. */
export const resolvePastDate = ({ day, month, year }: SpokenDate, today: LocalDate): PastDate => {
  const thisYear = yearOf(today);
  const named = year === null || year >= OLDEST_YEAR ? dateFromParts(year ?? thisYear, month, day) : null;
  if (named !== null && named <= today) return { on: named, problem: null };
  if (year === null) {
    const lastYears = dateFromParts(thisYear - 1, month, day);
    if (lastYears !== null && daysBetween(lastYears, today) <= BELIEVED_DAYS)
      return { on: lastYears, problem: null };
  }
  return { on: null, problem: named === null ? "impossible" : "in_future" };
};

/** The day something is promised for: the next such day; null when it does not exist or lies too far to be meant. */
export const resolvePlannedDate = ({ day, month, year }: SpokenDate, today: LocalDate): LocalDate | null => {
  if (year !== null) return dateFromParts(year, month, day);
  const thisYears = dateFromParts(yearOf(today), month, day);
  if (thisYears !== null && thisYears >= today) return thisYears;
  const nextYears = dateFromParts(yearOf(today) + 1, month, day);
  return nextYears !== null && daysBetween(today, nextYears) <= BELIEVED_DAYS ? nextYears : null;
};
