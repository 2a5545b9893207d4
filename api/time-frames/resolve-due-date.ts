import type { WorkingCalendar } from "../calendar/calendar-day.ts";
import { lastWorkingDayNotAfter } from "../calendar/working-days.ts";
import { addDays, type LocalDate } from "../shared/local-date.ts";
import type { TimeFrame } from "./time-frame.ts";

/** The last day in time by the document, worked or not; null where it names none. */
export const resolveDueDate = (frame: TimeFrame): LocalDate | null => {
  switch (frame.kind) {
    case "before_date":
      return frame.date !== null && frame.exclusive === true ? addDays(frame.date, -1) : frame.date;
    case "month":
    case "quarter":
    case "year":
    case "all_year":
    case "range":
      return frame.endOn;
    case "year_onward":
    case "continuous":
    case "on_direction":
    case "none":
      return null;
  }
};

/** The day people are told to aim for: the last working day not after the due date. */
export const aimDay = (calendar: WorkingCalendar, dueOn: LocalDate): LocalDate =>
  lastWorkingDayNotAfter(calendar, dueOn);

const inWholeYears = ({ startOn, endOn }: TimeFrame): boolean =>
  startOn?.endsWith("-01-01") === true && endOn?.endsWith("-12-31") === true;

/**
 * Whether reminders are counted from the frame's own due date. What is counted in whole years ("trong năm", "cả năm",
 * "2025-2030") and what has no day is asked about by the reporting rounds alone.
 */
export const hasOwnLadder = (frame: TimeFrame): boolean => {
  switch (frame.kind) {
    case "before_date":
    case "month":
    case "quarter":
      return resolveDueDate(frame) !== null;
    case "range":
      return resolveDueDate(frame) !== null && !inWholeYears(frame);
    case "year":
    case "all_year":
    case "year_onward":
    case "continuous":
    case "on_direction":
    case "none":
      return false;
  }
};
