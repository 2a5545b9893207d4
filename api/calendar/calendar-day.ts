import { z } from "zod";
import { type LocalDate, localDateSchema } from "../shared/local-date.ts";
import { dayNumber, isWeekend } from "./day-number.ts";

/**
 * What a notice says of one day: `day_off` (holiday, make-up or swapped day), `working` (a weekend day worked in
 * exchange), `pending` (announced but not settled: changes nothing).
 */
export const calendarDaySchema = z
  .strictObject({
    date: localDateSchema,
    kind: z.enum(["day_off", "working", "pending"]),
    /** The holiday's name as the notice has it. */
    name: z.string().min(1),
    /** The notice or law that says so. */
    source: z.string().min(1),
  })
  .readonly();
export type CalendarDay = z.infer<typeof calendarDaySchema>;

/**
 * Which days are worked: Monday to Friday but for the days named. The lists hold day numbers, rising, and only
 * those that differ from the plain week; working days are counted from them without walking.
 */
export type WorkingCalendar = {
  readonly days: ReadonlyMap<LocalDate, CalendarDay>;
  readonly weekdaysOff: readonly number[];
  readonly weekendsWorked: readonly number[];
};

/** Of two entries for one date the later holds: an office's own days come after the national ones. */
export const workingCalendar = (days: readonly CalendarDay[]): WorkingCalendar => {
  const byDate = new Map(days.map((day) => [day.date, day]));
  const numbersOf = (kind: CalendarDay["kind"], weekend: boolean): readonly number[] =>
    [...byDate.values()]
      .filter((day) => day.kind === kind)
      .map((day) => dayNumber(day.date))
      .filter((day) => isWeekend(day) === weekend)
      .sort((one, other) => one - other);
  return {
    days: byDate,
    weekdaysOff: numbersOf("day_off", false),
    weekendsWorked: numbersOf("working", true),
  };
};
