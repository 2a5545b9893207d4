import { calendarDaySchema, type WorkingCalendar } from "../calendar/calendar-day.ts";
import { composeCalendar } from "../calendar/compose-calendar.ts";
import { groupBy } from "../shared/group-by.ts";
import { localDateAt, yearOf } from "../shared/local-date.ts";

/** Overdue tasks reach back, plans of five years reach forward. */
const YEARS_BACK = 5;
const YEARS_FORWARD = 7;

export type Calendars = {
  /** Each that is in use, once. */
  readonly all: readonly WorkingCalendar[];
  readonly of: (organizationId: string) => WorkingCalendar;
};

/** Offices without days of their own share the national calendar, and whatever is remembered by it. */
export const composeCalendars = (
  ownDays: readonly { readonly organizationId: string }[],
  now: Date,
): Calendars => {
  // A year to either side of the instant's own is there, whatever the zone.
  const year = yearOf(localDateAt(now, "UTC"));
  const years = { first: year - YEARS_BACK, last: year + YEARS_FORWARD };
  const national = composeCalendar(years);
  const own = new Map(
    [...groupBy(ownDays, ({ organizationId }) => organizationId)].map(([organizationId, days]) => [
      organizationId,
      composeCalendar(
        years,
        days.map(({ organizationId: _, ...day }) => calendarDaySchema.parse(day)),
      ),
    ]),
  );
  return { all: [national, ...own.values()], of: (organizationId) => own.get(organizationId) ?? national };
};
