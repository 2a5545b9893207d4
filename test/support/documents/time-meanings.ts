/** Meanings of time cells as a person writes them down; the field names are those of a catalogue file. */
export type TimeMeaning = Readonly<Record<string, unknown>> & { readonly kind: string };

const frame = (kind: string, rest: Readonly<Record<string, unknown>> = {}): TimeMeaning => ({
  kind,
  due_on: null,
  date: null,
  exclusive: null,
  start_on: null,
  end_on: null,
  recurs: "none",
  ...rest,
});

const two = (number: number): string => String(number).padStart(2, "0");
const lastOf = (year: number, month: number): string =>
  `${year}-${two(month)}-${two(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;

export const none = frame("none");
export const continuous = frame("continuous");
export const onDirection = frame("on_direction");
/** "Trước ngày X": X itself is late. */
export const before = (date: string): TimeMeaning => frame("before_date", { date, exclusive: true });
/** "Chậm nhất, đến, hết ngày X", or the bare day. */
export const latest = (date: string): TimeMeaning =>
  frame("before_date", { date, exclusive: false, due_on: date });
export const span = (kind: string, start: string, end: string, rest = {}): TimeMeaning =>
  frame(kind, { start_on: start, end_on: end, due_on: end, ...rest });
export const month = (year: number, number: number): TimeMeaning =>
  span("month", `${year}-${two(number)}-01`, lastOf(year, number));
export const months = (year: number, first: number, last: number): TimeMeaning =>
  span("range", `${year}-${two(first)}-01`, lastOf(year, last));
export const quarter = (year: number, number: number): TimeMeaning =>
  span("quarter", `${year}-${two(number * 3 - 2)}-01`, lastOf(year, number * 3));
export const year = (number: number): TimeMeaning => span("year", `${number}-01-01`, `${number}-12-31`);
export const allYear = (number: number): TimeMeaning =>
  span("all_year", `${number}-01-01`, `${number}-12-31`);
export const years = (first: number, last: number): TimeMeaning =>
  span("range", `${first}-01-01`, `${last}-12-31`);
export const yearOnward = (first: number): TimeMeaning =>
  frame("year_onward", { start_on: `${first}-01-01` });
/** A rhythm without a day. */
export const every = (recurs: string): TimeMeaning => frame("continuous", { recurs });
/** "Trước ngày 20 hằng tháng". */
export const everyMonthBefore = (day: number): TimeMeaning =>
  frame("before_date", { exclusive: true, recurs: "monthly", day_of_month: day });
/** "Trước ngày 15/11 hằng năm": the day of the year in hand. */
export const everyYearBefore = (date: string): TimeMeaning =>
  frame("before_date", { date, exclusive: true, recurs: "yearly", month_day: date.slice(5) });
/** A day that does not exist is told and not repaired. */
export const impossible = (asWritten: string, exclusive: boolean): TimeMeaning =>
  frame("before_date", { exclusive, invalid_date: true, date_as_written: asWritten });
/** "Trước ngày 15/6 và trước ngày 15/12/2026". */
export const severalBefore = (exclusive: boolean, ...dates: readonly string[]): TimeMeaning => {
  const date = dates.at(-1) ?? null;
  return frame("before_date", {
    date,
    exclusive,
    due_on: exclusive ? null : date,
    parts: dates.map((one) => ({ date: one })),
  });
};
export const afterEvent = (trigger: string, days: number, working: boolean): TimeMeaning =>
  frame("on_direction", { trigger, offset_days: days, working_days: working });
/** Another meaning as good, or more fields. */
export const also = (meaning: TimeMeaning, ...others: readonly Record<string, unknown>[]): TimeMeaning => ({
  ...meaning,
  also: others,
});
export const inTitle = (meaning: TimeMeaning): TimeMeaning => ({ ...meaning, where: "title" });
export const withSecond = (meaning: TimeMeaning, secondary: TimeMeaning): TimeMeaning => ({
  ...meaning,
  secondary,
});
