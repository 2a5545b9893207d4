import {
  allOrganizations,
  earliestDueDate,
  lastTickUntil,
  organizationsAppointed,
  organizationsBegun,
  organizationsChanged,
  organizationsDue,
  planningProfiles,
} from "../../db/queries/system-due-queries.ts";
import type { SystemTx } from "../../db/scope.ts";
import type { Policy } from "../organizations/organization.ts";
import { addDays, type LocalDate, localDate, localDateAt, localTimeSchema } from "../shared/local-date.ts";
import { composeCalendars } from "./compose-calendars.ts";
import { planDueDates } from "./plan-due-dates.ts";
import { hourHasCome, type Profiles, servingHours, workingDaysBackFrom } from "./plan-sweep.ts";

/** After so long an outage every office is looked at. */
const LONGEST_LOOK_BACK = 90;

/**
 * The offices in which something may have to be said: those where something was done since the last tick, and, when
 * somebody's hour has come, those with a rung of some due date since the last day on which everybody was served.
 * The due dates are computed first and asked of an index by day; whoever is found is judged by its whole state.
 */
export const findDueOrganizations = async (
  tx: SystemTx,
  now: Date,
  lastTickAt: Date | null,
  policyOf: (stored: unknown) => Policy,
): Promise<readonly string[]> => {
  if (lastTickAt === null) return allOrganizations(tx);
  const stored = await planningProfiles(tx);
  const policies = stored.policies.map(({ policy }) => policyOf(policy));
  const zones = stored.zones.map(({ timeZone }) => timeZone);
  const calendars = composeCalendars(stored.calendarDays, now);
  const profiles: Profiles = {
    policies,
    zones,
    calendars: calendars.all,
    hours: [
      ...new Set([
        ...policies.map(({ digestAt }) => digestAt),
        ...stored.hours.flatMap(({ digestAt }) => localTimeSchema.safeParse(digestAt).data ?? []),
      ]),
    ],
  };
  const todays = zones.map((zone) => localDateAt(now, zone)).sort();
  const [today] = todays;
  if (today === undefined) return [];

  const changed = await organizationsChanged(tx, lastTickAt);
  if (!hourHasCome(lastTickAt, now, profiles)) return [...new Set(changed)];

  const from = await lastServedDay(tx, today, profiles);
  if (from === null) return allOrganizations(tx);
  const dates = planDueDates({
    from,
    to: todays.at(-1) ?? today,
    earliest: localDate((await earliestDueDate(tx)) ?? today),
    profiles: policies.flatMap((policy) => calendars.all.map((calendar) => ({ policy, calendar }))),
  });
  return [
    ...new Set([
      ...changed,
      ...(await organizationsDue(tx, dates.dueOn)),
      ...(await organizationsBegun(tx, dates.startOn)),
      ...(await organizationsAppointed(tx, { from, to: todays.at(-1) ?? today })),
    ]),
  ];
};

/** Null: none within reach. */
const lastServedDay = async (
  tx: SystemTx,
  today: LocalDate,
  profiles: Profiles,
): Promise<LocalDate | null> => {
  for (const day of workingDaysBackFrom(addDays(today, -1), profiles, LONGEST_LOOK_BACK)) {
    const stretches = servingHours(day, profiles);
    let served = true;
    for (const { from, to } of stretches) {
      const tickAt = await lastTickUntil(tx, to);
      if (tickAt === null) return null;
      served &&= from <= tickAt;
    }
    if (served) return day;
  }
  return null;
};
