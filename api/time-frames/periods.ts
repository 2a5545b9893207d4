import { endOfMonth, type LocalDate, localDate } from "../shared/local-date.ts";

/** First and last day, both included. */
export type Period = { readonly startOn: LocalDate; readonly endOn: LocalDate };

const months = (year: number, first: number, last: number): Period => ({
  startOn: localDate(`${endOfMonth(year, first).slice(0, 7)}-01`),
  endOn: endOfMonth(year, last),
});

export const monthPeriod = (year: number, month: number): Period => months(year, month, month);
/** `quarter` 1 to 4. */
export const quarterPeriod = (year: number, quarter: number): Period =>
  months(year, quarter * 3 - 2, quarter * 3);
/** `half` 1 or 2: "6 tháng đầu năm", "6 tháng cuối năm". */
export const halfYearPeriod = (year: number, half: number): Period => months(year, half * 6 - 5, half * 6);
export const yearPeriod = (year: number): Period => months(year, 1, 12);
