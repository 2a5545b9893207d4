import { addDays, type LocalDate, localDate } from "../shared/local-date.ts";

const UNIX_DATE = localDate("1970-01-01");
/** Its Julian day number. */
const UNIX_DAY = 2_440_588;
const DAY_MS = 86_400_000;

/** Julian day number: whole days, so that arithmetic on many days costs no calendar; a multiple of 7 is a Monday. */
export const dayNumber = (date: LocalDate): number => Date.parse(date) / DAY_MS + UNIX_DAY;

/** At the ends of the calendar it stays there, as `addDays` does. */
export const dateOfDayNumber = (day: number): LocalDate => addDays(UNIX_DATE, day - UNIX_DAY);

/** Saturday or Sunday. */
export const isWeekend = (day: number): boolean => day % 7 >= 5;
