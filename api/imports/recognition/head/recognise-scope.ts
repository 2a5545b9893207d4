import { dateFromParts, endOfMonth, type LocalDate, localDate } from "../../../shared/local-date.ts";

export type Scope = {
  readonly years: readonly number[];
  readonly period: { readonly start_on: LocalDate; readonly end_on: LocalDate; readonly text: string };
  /** The words leave the end open ("và các năm tiếp theo"). */
  readonly open: boolean;
  /** It does not say with which month it begins ("các tháng cuối năm 2025"). */
  readonly vague?: boolean;
};

const YEAR = "((?:19|20)\\d{2})";
const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, 1: 1, 2: 2, 3: 3, 4: 4 };
const MONTH_WORDS: Readonly<Record<string, number>> = { ba: 3, sáu: 6, chín: 9 };
/** Longest run of years that is one document's scope. */
const LONGEST = 15;

const RANGE = new RegExp(
  `(?:giai đoạn|thời kỳ|nhiệm kỳ|trong các năm|các năm|từ năm|năm)\\s+${YEAR}\\s?(?:[-–]|đến(?: năm)?)\\s?(?:năm\\s)?${YEAR}`,
  "iu",
);
const MONTHS = new RegExp(
  `(\\d{1,2}|ba|sáu|chín)\\s+tháng\\s+(đầu|cuối)\\s+(?:của\\s+)?năm\\s+${YEAR}`,
  "iu",
);
const QUARTER = new RegExp(
  `qu[ýí]\\s+(I{1,3}|IV|[1-4])(?:\\s?(?:[,-–]|và)\\s?(?:qu[ýí]\\s)?(I{1,3}|IV|[1-4]))?\\s?(?:/|,?\\s?năm\\s)\\s?${YEAR}`,
  "iu",
);
const FROM_MONTH = new RegExp(
  `từ\\s+tháng\\s+(\\d{1,2})(?:\\s?/\\s?|\\s+năm\\s+)${YEAR}\\s?(?:[-–]|đến)\\s?(?:hết\\s+|cuối\\s+)?(?:tháng\\s+(\\d{1,2})(?:\\s?/\\s?|\\s+năm\\s+)|năm\\s+)${YEAR}`,
  "iu",
);
const LAST_MONTHS = new RegExp(
  `(?:các|những)\\s+tháng\\s+(?:cuối|còn\\s+lại)\\s+(?:của\\s+)?năm\\s+${YEAR}`,
  "iu",
);
const MONTH = new RegExp(`tháng\\s+(\\d{1,2})(?:\\s?/|\\s+năm\\s+)\\s?${YEAR}`, "iu");
const LIST = new RegExp(`năm\\s+${YEAR}(?:,\\s?${YEAR}){0,4}\\s?(?:và|,)\\s?(?:năm\\s)?${YEAR}`, "iu");
const ONE = new RegExp(`năm\\s+${YEAR}`, "giu");
const OPEN = /(?:và\s+)?(?:các|những)\s+năm\s+(?:tiếp\s+theo|sau|kế\s+tiếp)/iu;

const between = (from: number, to: number): readonly number[] =>
  to < from || to - from > LONGEST ? [from] : Array.from({ length: to - from + 1 }, (_, at) => from + at);

const scope = (start: LocalDate | null, end: LocalDate | null, text: string, open = false): Scope | null =>
  start === null || end === null || end < start
    ? null
    : {
        years: between(Number(start.slice(0, 4)), Number(end.slice(0, 4))),
        period: { start_on: start, end_on: end, text },
        open,
      };

const inMonths = (year: number, from: number, to: number, text: string): Scope | null =>
  from < 1 || to > 12 ? null : scope(dateFromParts(year, from, 1), endOfMonth(year, to), text);

const wholeYears = (from: number, to: number, text: string, open = false): Scope | null =>
  scope(localDate(`${from}-01-01`), localDate(`${to}-12-31`), text, open);

const fromMonth = ([whole, month, year, last, lastYear]: RegExpExecArray): Scope | null => {
  const [from, to] = [Number(month), Number(last ?? 12)];
  return from < 1 || from > 12 || to < 1 || to > 12
    ? null
    : scope(dateFromParts(Number(year), from, 1), endOfMonth(Number(lastYear), to), whole);
};

/** Another period right behind one ("5 tháng cuối năm 2025 và năm 2026"), or a year right before it. */
const BESIDE =
  /^\s*(?:,|và|,\s?và)\s+(?:cả\s|trong\s)?(?=năm\s|qu[ýí]\s|(?:\d{1,2}|sáu|chín|các|những)\s?tháng|tháng\s)/iu;
const YEAR_BEFORE = new RegExp(`năm\\s+${YEAR}\\s*(?:,|và)\\s+$`, "iu");

const union = (one: Scope, other: Scope, text: string): Scope => {
  const [start, end] = [
    one.period.start_on < other.period.start_on ? one.period.start_on : other.period.start_on,
    one.period.end_on > other.period.end_on ? one.period.end_on : other.period.end_on,
  ];
  const both = scope(start, end, text, one.open || other.open);
  return both === null ? one : { ...both, vague: one.vague === true || other.vague === true };
};

/**
 * What span of time a title or an opening sentence says; periods that stand side by side are one span.
 */
export const recogniseScope = (text: string): Scope | null => {
  const first = recognisePeriod(text);
  const at = first === null ? -1 : text.indexOf(first.period.text);
  if (first === null || at < 0 || first.open) return first;
  const end = at + first.period.text.length;
  const behind = BESIDE.exec(text.slice(end, end + 60));
  if (behind !== null) {
    const from = end + behind[0].length;
    const next = recogniseScope(text.slice(from, from + 60));
    const to = next === null ? -1 : text.indexOf(next.period.text, from);
    if (next !== null && to === from)
      return union(first, next, text.slice(at, from + next.period.text.length));
  }
  const before = YEAR_BEFORE.exec(text.slice(Math.max(0, at - 30), at));
  const year = before === null ? null : Number(before[1]);
  if (before === null || year === null || first.period.text.toLowerCase().startsWith("năm")) return first;
  const earlier = wholeYears(year, year, before[0]);
  return earlier === null ? first : union(earlier, first, `${before[0]}${first.period.text}`);
};

/** Of "chương trình giai đoạn 2021-2030 năm 2026" the year is the scope: it stands last and lies within the other. */
const recognisePeriod = (text: string): Scope | null => {
  const running = FROM_MONTH.exec(text);
  if (running) return fromMonth(running);
  const rest = LAST_MONTHS.exec(text);
  if (rest) {
    const year = wholeYears(Number(rest[1]), Number(rest[1]), rest[0]);
    return year === null ? null : { ...year, vague: true };
  }
  const months = MONTHS.exec(text);
  if (months) {
    const [whole, count = "", side = "", year] = months;
    const length = MONTH_WORDS[count.toLowerCase()] ?? Number(count);
    return side.toLowerCase() === "đầu"
      ? inMonths(Number(year), 1, length, whole)
      : inMonths(Number(year), 13 - length, 12, whole);
  }
  const quarter = QUARTER.exec(text);
  if (quarter) {
    const [whole, first = "", last, year] = quarter;
    const from = QUARTERS[first.toLowerCase()] ?? 0;
    const to = last === undefined ? from : (QUARTERS[last.toLowerCase()] ?? 0);
    return inMonths(Number(year), from * 3 - 2, to * 3, whole);
  }
  const years = [...text.matchAll(ONE)];
  const last = years.at(-1);
  const range = RANGE.exec(text);
  if (range) {
    const [whole, from, to] = range;
    const inside =
      last !== undefined &&
      last.index > range.index + whole.length - 1 &&
      Number(last[1]) >= Number(from) &&
      Number(last[1]) <= Number(to);
    return inside && last !== undefined
      ? wholeYears(Number(last[1]), Number(last[1]), last[0])
      : wholeYears(Number(from), Number(to), whole);
  }
  const month = MONTH.exec(text);
  if (month) return inMonths(Number(month[2]), Number(month[1]), Number(month[1]), month[0]);
  const list = LIST.exec(text);
  if (list) {
    const all = (list[0].match(/(?:19|20)\d{2}/g) ?? []).map(Number);
    return wholeYears(Math.min(...all), Math.max(...all), list[0]);
  }
  if (last === undefined) return null;
  const year = Number(last[1]);
  return wholeYears(year, year, last[0], OPEN.test(text.slice(last.index)));
};
