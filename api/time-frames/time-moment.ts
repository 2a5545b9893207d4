import { addDays, dateFromParts, endOfMonth, isPaperYear, type LocalDate } from "../shared/local-date.ts";
import { monthPeriod, type Period, quarterPeriod, yearPeriod } from "./periods.ts";

/** A part of a month, quarter or year that is named by its place in it. */
export type MomentPart =
  | { readonly name: "first" | "middle" | "last" }
  | { readonly name: "third" | "half" | "week"; readonly number: number }
  | { readonly name: "days"; readonly number: number; readonly from: "first" | "last" };

/** A day or a stretch of the calendar as a phrase names it; what it leaves open is null. */
export type Moment = {
  /** `months`: several months of one year ("6 tháng đầu năm"). */
  readonly unit: "day" | "month" | "months" | "quarter" | "year" | "weekday";
  readonly year: number | null;
  /** Of a day or month; of `months` the first. */
  readonly month: number | null;
  readonly lastMonth: number | null;
  readonly quarter: number | null;
  /** "last" is the last day of the month. */
  readonly day: number | "last" | null;
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number | null;
  /** "ngày 20 của tháng cuối quý": 3. */
  readonly monthOfQuarter: number | null;
  readonly part: MomentPart | null;
  readonly vague: boolean;
  /** Counted by the moon: no calendar of ours turns it into a date. */
  readonly lunar: boolean;
  /** Whole years before or after the year of the context: "năm sau" is 1. */
  readonly yearShift: number | null;
  /** Its place in the phrase as typed. */
  readonly place: readonly [from: number, to: number];
};

export const momentOf = (own: Partial<Moment> & Pick<Moment, "unit">): Moment => ({
  year: null,
  month: null,
  lastMonth: null,
  quarter: null,
  day: null,
  weekday: null,
  monthOfQuarter: null,
  part: null,
  vague: false,
  lunar: false,
  yearShift: null,
  place: [0, 0],
  ...own,
});

/** That part of the moment alone; vague where no document says how long it is. */
export const inPart = (whole: Moment, part: MomentPart, vague: boolean): Moment => ({
  ...whole,
  part,
  vague: vague || whole.vague,
});

const isMonth = (month: number | null): month is number => month !== null && month >= 1 && month <= 12;
const isQuarter = (quarter: number | null): quarter is number =>
  quarter !== null && quarter >= 1 && quarter <= 4;

const wholePeriod = (moment: Moment, year: number): Period | null => {
  const { unit, month, lastMonth, quarter, day } = moment;
  if (!isPaperYear(year)) return null;
  switch (unit) {
    case "day": {
      if (!isMonth(month) || day === null) return null;
      const date = day === "last" ? endOfMonth(year, month) : dateFromParts(year, month, day);
      return date && { startOn: date, endOn: date };
    }
    case "month":
      return isMonth(month) ? monthPeriod(year, month) : null;
    case "months":
      return isMonth(month) && isMonth(lastMonth) && month <= lastMonth
        ? { startOn: monthPeriod(year, month).startOn, endOn: monthPeriod(year, lastMonth).endOn }
        : null;
    case "quarter":
      return isQuarter(quarter) ? quarterPeriod(year, quarter) : null;
    case "year":
      return yearPeriod(year);
    case "weekday":
      return null;
  }
};

const days = (start: LocalDate, first: number, last: number): Period => ({
  startOn: addDays(start, first - 1),
  endOn: addDays(start, last - 1),
});
const monthsOf = (year: number, first: number, last: number): Period => ({
  startOn: monthPeriod(year, first).startOn,
  endOn: monthPeriod(year, last).endOn,
});

const partOfMonth = (part: MomentPart, whole: Period): Period | null => {
  const length = Number(whole.endOn.slice(8));
  const third = (number: number): Period =>
    days(whole.startOn, number * 10 - 9, number === 3 ? length : number * 10);
  switch (part.name) {
    case "first":
      return third(1);
    case "middle":
      return third(2);
    case "last":
      return third(3);
    case "third":
      return third(part.number);
    case "half":
      return part.number === 1 ? days(whole.startOn, 1, 15) : days(whole.startOn, 16, length);
    case "week": {
      if (part.number === 0) return days(whole.startOn, length - 6, length);
      const first = part.number * 7 - 6;
      return part.number < 1 || first > length
        ? null
        : days(whole.startOn, first, Math.min(first + 6, length));
    }
    case "days":
      if (part.number < 1 || part.number > length) return null;
      return part.from === "first"
        ? days(whole.startOn, 1, part.number)
        : days(whole.startOn, length - part.number + 1, length);
  }
};

/** A beginning, middle or end that no document measures: the first, the middle and the last quarter or month of it. */
const partOfLonger = (part: MomentPart, moment: Moment, year: number): Period | null => {
  const first = moment.unit === "year" ? 1 : (moment.quarter ?? 1) * 3 - 2;
  const ofYear = moment.unit === "year";
  switch (part.name) {
    case "first":
      return ofYear ? monthsOf(year, 1, 3) : monthPeriod(year, first);
    case "middle":
      return ofYear ? monthsOf(year, 5, 8) : monthPeriod(year, first + 1);
    case "last":
      return ofYear ? monthsOf(year, 10, 12) : monthPeriod(year, first + 2);
    case "half":
      return ofYear ? monthsOf(year, part.number * 6 - 5, part.number * 6) : null;
    default:
      return null;
  }
};

/** First and last day of the moment in that year; null where the calendar has no such day, month or quarter. */
export const periodOf = (moment: Moment, year: number): Period | null => {
  const whole = wholePeriod(moment, year);
  if (whole === null || moment.part === null) return whole;
  return moment.unit === "month" ? partOfMonth(moment.part, whole) : partOfLonger(moment.part, moment, year);
};
