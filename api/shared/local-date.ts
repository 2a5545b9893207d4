import { Temporal } from "temporal-polyfill";
import { z } from "zod";

/**
 * A calendar date without time or zone, as ISO text ("2026-09-14"), so that it compares with `<`,
 * travels through JSON and SQL unchanged, and can never be mistaken for an instant (`Date`).
 */
export type LocalDate = string & { readonly __localDate: unique symbol };

/** A time of day on the wall of the organization, "HH:MM". */
export type LocalTime = string & { readonly __localTime: unique symbol };

const isLocalDate = (text: string): text is LocalDate => {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  // By hand, since every date of every answer comes through here. The database's calendar has no year 0.
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

export const localDateSchema = z
  .string()
  .refine(isLocalDate, {
    error: "not a calendar date YYYY-MM-DD",
    params: { fault: "not_a_date" },
  })
  .meta({ format: "date" });
export const localTimeSchema = z
  .string()
  .refine(isLocalTime, {
    error: "not a time of day HH:MM",
    params: { fault: "not_a_time" },
  })
  .meta({ example: "07:30" });

/** Null when the text is no date of the calendar ("2026-02-30"). */
export const parseLocalDate = (text: string): LocalDate | null => (isLocalDate(text) ? text : null);

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

/** Null when that day does not exist. */
export const dateFromParts = (year: number, month: number, day: number): LocalDate | null =>
  parseLocalDate(
    `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
  );

export const addDays = (date: LocalDate, days: number): LocalDate => branded(plain(date).add({ days }));
/** Calendar days from `from` to `to`; negative when `to` lies before. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000;
/** 1 Monday … 7 Sunday. */
export const weekday = (date: LocalDate): number => plain(date).dayOfWeek;
export const yearOf = (date: LocalDate): number => plain(date).year;
export const monthOf = (date: LocalDate): number => plain(date).month;
export const dayOf = (date: LocalDate): number => plain(date).day;
export const endOfMonth = (year: number, month: number): LocalDate =>
  branded(Temporal.PlainDate.from({ year, month, day: 1 }).add({ months: 1 }).subtract({ days: 1 }));

/** The date on the wall of `zone` ("Asia/Ho_Chi_Minh") at that instant. */
export const localDateAt = (instant: Date, zone: string): LocalDate =>
  branded(Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate());

export const localTimeAt = (instant: Date, zone: string): LocalTime =>
  localTime(
    Temporal.Instant.fromEpochMilliseconds(instant.getTime())
      .toZonedDateTimeISO(zone)
      .toPlainTime()
      .toString({ smallestUnit: "minute" }),
  );

export const instantAt = (date: LocalDate, time: LocalTime, zone: string): Date =>
  new Date(plain(date).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);

/** "2026-09-14T07:30:00+07:00": an instant as read on the wall of `zone`. */
export const isoAt = (instant: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: "never", smallestUnit: "second" });
