import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { instantOfWall, wallAt } from "./zone-offset.ts";

/**
 * A calendar date without time or zone, as ISO text ("2026-09-14"), so that it compares with `<`,
 * travels through JSON and SQL unchanged, and can never be mistaken for an instant (`Date`).
 */
export type LocalDate = string & { readonly __localDate: unique symbol };

/** A time of day on the wall of the organization, "HH:MM". */
export type LocalTime = string & { readonly __localTime: unique symbol };

const isLocalDate = (text: string): text is LocalDate => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  // By hand, since every date of every answer comes through here. The database's calendar has no year 0.
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
};
const daysIn = (year: number, month: number): number =>
  month === 2
    ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;
const isLocalTime = (text: string): text is LocalTime => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Any day of the calendar: what is stored may be older than the rule of `paperDateSchema`. */
export const localDateSchema = z
  .string()
  .refine(isLocalDate, {
    error: "not a calendar date YYYY-MM-DD",
    params: { fault: "not_a_date" },
    abort: true,
  })
  .meta({ format: "date" });

/** The years whose days an office's papers and the people who speak of them may name. */
const PAPER_YEARS = { first: 1900, last: 2199 };
const FIRST_PAPER_DAY = `${PAPER_YEARS.first}-01-01` as LocalDate;
const LAST_PAPER_DAY = `${PAPER_YEARS.last}-12-31` as LocalDate;
export const isPaperYear = (year: number): boolean => year >= PAPER_YEARS.first && year <= PAPER_YEARS.last;
export const isPaperDay = (date: LocalDate): boolean => date >= FIRST_PAPER_DAY && date <= LAST_PAPER_DAY;

/** A day as it comes in from outside, to be written down. */
export const paperDateSchema = localDateSchema.superRefine((date, context) => {
  if (!isPaperDay(date)) context.addIssue({ code: "custom", params: { fault: "date_out_of_years" } });
});
export const localTimeSchema = z
  .string()
  .refine(isLocalTime, {
    error: "not a time of day HH:MM",
    params: { fault: "not_a_time" },
  })
  .meta({ example: "07:30" });

/** A day as somebody types it; null when it is none of the calendar ("2026-02-30") or of no paper ("0206-02-03"). */
export const parseLocalDate = (text: string): LocalDate | null =>
  isLocalDate(text) && isPaperDay(text) ? text : null;

/** For dates that the house itself writes; throws on any other text. */
export const localDate = (text: string): LocalDate => {
  if (!isLocalDate(text)) throw new RangeError(`not a calendar date: ${text}`);
  return text;
};
export const localTime = (text: string): LocalTime => {
  if (!isLocalTime(text)) throw new RangeError(`not a time of day: ${text}`);
  return text;
};

const plain = (date: LocalDate): Temporal.PlainDate => Temporal.PlainDate.from(date);
const branded = (date: Temporal.PlainDate): LocalDate => localDate(date.toString());

const DAY_MS = 86_400_000;
const FIRST_DAY_MS = Date.parse("0001-01-01");
const LAST_DAY_MS = Date.parse("9999-12-31");

/** Null when that day does not exist, or no paper means it. */
export const dateFromParts = (year: number, month: number, day: number): LocalDate | null =>
  parseLocalDate(
    `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
  );

/** At the ends of the calendar it stays there: a day of nonsense must not stop the plans of the others. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  localDate(
    new Date(Math.min(Math.max(Date.parse(date) + days * DAY_MS, FIRST_DAY_MS), LAST_DAY_MS))
      .toISOString()
      .slice(0, 10),
  );
/** The same day so many months on, or the last one of a shorter month; it too stays within the calendar. */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const moved = plain(date).add({ months });
  return moved.year < 1
    ? localDate("0001-01-01")
    : moved.year > 9999
      ? localDate("9999-12-31")
      : branded(moved);
};
/** Calendar days from `from` to `to`; negative when `to` lies before. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  (Date.parse(to) - Date.parse(from)) / DAY_MS;
/** Whether a period that may be open at either end would end before it begins. */
export const runsBackwards = (from: LocalDate | undefined, to: LocalDate | undefined): boolean =>
  from !== undefined && to !== undefined && to < from;
/** 1 Monday … 7 Sunday. */
export const weekday = (date: LocalDate): number => new Date(date).getUTCDay() || 7;
export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));
export const monthOf = (date: LocalDate): number => Number(date.slice(5, 7));
export const dayOf = (date: LocalDate): number => Number(date.slice(8));
export const endOfMonth = (year: number, month: number): LocalDate =>
  branded(Temporal.PlainDate.from({ year, month, day: 1 }).add({ months: 1 }).subtract({ days: 1 }));

/** The date on the wall of `zone` ("Asia/Ho_Chi_Minh") at that instant. */
export const localDateAt = (instant: Date, zone: string): LocalDate =>
  localDate(new Date(wallAt(instant.getTime(), zone)).toISOString().slice(0, 10));

export const localTimeAt = (instant: Date, zone: string): LocalTime =>
  localTime(new Date(wallAt(instant.getTime(), zone)).toISOString().slice(11, 16));

export const instantAt = (date: LocalDate, time: LocalTime, zone: string): Date =>
  new Date(
    instantOfWall(Date.parse(`${date}T${time}Z`), zone) ??
      plain(date).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds,
  );

/** From the first moment of one day up to the end of another; days that no paper names set no bound ("no end"). */
export const instantsBetween = (
  { from, to }: { readonly from?: LocalDate | undefined; readonly to?: LocalDate | undefined },
  zone: string,
): { readonly since: Date | undefined; readonly before: Date | undefined } => {
  const midnight = localTime("00:00");
  return {
    since: from === undefined || from < FIRST_PAPER_DAY ? undefined : instantAt(from, midnight, zone),
    before: to === undefined || to > LAST_PAPER_DAY ? undefined : instantAt(addDays(to, 1), midnight, zone),
  };
};

/** "2026-09-14T07:30:00+07:00": an instant as read on the wall of `zone`. */
export const isoAt = (instant: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: "never", smallestUnit: "second" });
