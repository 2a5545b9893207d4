import type { WorkingCalendar } from "../calendar/calendar-day.ts";
import { addWorkingDays, isWorkingDay, lastWorkingDayNotAfter } from "../calendar/working-days.ts";
import type { Policy } from "../organizations/organization.ts";
import {
  addDays,
  daysBetween,
  instantAt,
  type LocalDate,
  type LocalTime,
  localDateAt,
  localTime,
} from "../shared/local-date.ts";

/** What is in use, over all offices: few values, however many offices there are. */
export type Profiles = {
  readonly policies: readonly Policy[];
  readonly zones: readonly string[];
  /** Hours of digests, persons' own included. */
  readonly hours: readonly LocalTime[];
  readonly calendars: readonly WorkingCalendar[];
};

const DAY_MS = 86_400_000;
const MIDNIGHT = localTime("00:00");

/**
 * Whether an hour at which somebody is told has come since the last tick. In between, only what was changed needs
 * a look, so that a tick every minute costs next to nothing.
 */
export const hourHasCome = (since: Date, now: Date, { hours, zones }: Profiles): boolean =>
  now.getTime() - since.getTime() >= DAY_MS ||
  zones.some((zone) => {
    const today = localDateAt(now, zone);
    return [addDays(today, -1), today].some((day) =>
      hours.some((hour) => {
        const instant = instantAt(day, hour, zone);
        return since < instant && instant <= now;
      }),
    );
  });

/**
 * The stretches of a day in each of which a tick must have fallen so that everybody's hour was served. A tick in
 * the evening of an outage serves nobody who is told by day: what it missed waits for the next morning.
 */
export const servingHours = (
  day: LocalDate,
  { policies, zones, hours }: Profiles,
): readonly { readonly from: Date; readonly to: Date }[] => {
  const closing = earliestClosing(policies);
  const byDay = hours.filter((hour) => closing === undefined || hour < closing);
  const byEvening = hours.filter((hour) => closing !== undefined && hour >= closing);
  const latestByDay = byDay.toSorted().at(-1);
  return zones.flatMap((zone) => [
    ...(latestByDay === undefined || closing === undefined
      ? []
      : [{ from: instantAt(day, latestByDay, zone), to: instantAt(day, closing, zone) }]),
    ...byEvening.map((hour) => ({
      from: instantAt(day, hour, zone),
      to: instantAt(addDays(day, 1), MIDNIGHT, zone),
    })),
  ]);
};

const earliestClosing = (policies: readonly Policy[]): LocalTime | undefined =>
  policies
    .flatMap(
      ({ workingHours }) =>
        workingHours
          .map(([, end]) => end)
          .sort()
          .at(-1) ?? [],
    )
    .sort()[0];

/** Working days, under every calendar in use, from a day backwards. */
export const workingDaysBackFrom = function* (
  day: LocalDate,
  { calendars }: Profiles,
  atMost: number,
): Generator<LocalDate> {
  const [first] = calendars;
  if (first === undefined) return;
  let candidate = lastWorkingDayNotAfter(first, day);
  while (daysBetween(candidate, day) <= atMost) {
    const at = candidate;
    if (calendars.every((calendar) => isWorkingDay(calendar, at))) yield at;
    candidate = addWorkingDays(first, candidate, -1);
  }
};
