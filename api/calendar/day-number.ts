import { type LocalDate, localDate } from "../shared/local-date.ts";

/** The Julian day number of 1970-01-01. */
const UNIX_DAY = 2_440_588;
const DAY_MS = 86_400_000;

/** Julian day number: whole days, so that arithmetic on many days costs no calendar; a multiple of 7 is a Monday. */
export const dayNumber = (date: LocalDate): number => Date.parse(date) / DAY_MS + UNIX_DAY;

export const dateOfDayNumber = (day: number): LocalDate =>
  localDate(new Date((day - UNIX_DAY) * DAY_MS).toISOString().slice(0, 10));

/** Saturday or Sunday. */
export const isWeekend = (day: number): boolean => day % 7 >= 5;
