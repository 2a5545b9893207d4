import type { WorkingCalendar } from "../calendar/calendar-day.ts";
import { addWorkingDays } from "../calendar/working-days.ts";
import type { Policy } from "../organizations/organization.ts";
import { instantAt, type LocalDate } from "../shared/local-date.ts";
import { aimDay } from "../time-frames/resolve-due-date.ts";

/** The mornings of the ladder before a due date: when a calendar program rings, as the digest would. */
export const planAlarms = (
  dueOn: LocalDate,
  office: {
    readonly policy: Pick<Policy, "rungsBefore" | "digestAt">;
    readonly calendar: WorkingCalendar;
    readonly zone: string;
  },
): readonly Date[] => {
  const aimOn = aimDay(office.calendar, dueOn);
  return [...new Set(office.policy.rungsBefore)]
    .sort((one, other) => other - one)
    .map((days) =>
      instantAt(addWorkingDays(office.calendar, aimOn, -days), office.policy.digestAt, office.zone),
    );
};
