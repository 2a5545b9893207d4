import {
  allOrganizations,
  earliestDueDate,
  lastTickUntil,
  organizationsAppointed,
  organizationsBegun,
  organizationsChanged,
  organizationsReporting,
  organizationsToLookAt,
  planningProfiles,
  tasksDue,
  tasksOverdueAtStart,
} from "../../db/queries/system-due-queries.ts";
import type { SystemTx } from "../../db/scope.ts";
import type { Policy } from "../organizations/organization.ts";
import { groupBy } from "../shared/group-by.ts";
import { addDays, type LocalDate, localDate, localDateAt, localTimeSchema } from "../shared/local-date.ts";
import { composeCalendars } from "./compose-calendars.ts";
import { planDueDates } from "./plan-due-dates.ts";
import { hourHasCome, type Profiles, servingHours, workingDaysBackFrom } from "./plan-sweep.ts";

/** After so long an outage every office is looked at. */
const LONGEST_LOOK_BACK = 90;

/** Where something may have to be said now. */
export type DueWork = {
  /** Judged by their whole state. */
  readonly organizationIds: readonly string[];
  /** Of other offices, the tasks that may have something to say: all else in them was judged before and stands as it was. */
  readonly tasks: readonly { readonly organizationId: string; readonly taskIds: readonly string[] }[];
};

const whole = (organizationIds: Iterable<string>): DueWork => ({
  organizationIds: [...new Set(organizationIds)],
  tasks: [],
});

/**
 * The offices in which something was done since the last tick. When somebody's hour has come, also those in which time
 * alone changes who owes what or who is told, or something waits; and of all others the tasks with a rung since the last
 * day on which everybody was served. The due dates are computed first and asked of an index by day.
 */
export const findDueWork = async (
  tx: SystemTx,
  now: Date,
  lastTickAt: Date | null,
  policyOf: (stored: unknown) => Policy,
): Promise<DueWork> => {
  if (lastTickAt === null) return whole(await allOrganizations(tx));
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
  if (today === undefined) return whole([]);

  const changed = await organizationsChanged(tx, lastTickAt);
  if (!hourHasCome(lastTickAt, now, profiles)) return whole(changed);

  const from = await lastServedDay(tx, today, profiles);
  if (from === null) return whole(await allOrganizations(tx));
  const days = { from, to: todays.at(-1) ?? today };
  const dates = planDueDates({
    ...days,
    earliest: localDate((await earliestDueDate(tx)) ?? today),
    profiles: policies.flatMap((policy) => calendars.all.map((calendar) => ({ policy, calendar }))),
  });
  const found = new Set([
    ...changed,
    ...(await organizationsToLookAt(tx, days.to)),
    ...(await organizationsReporting(tx, dates.dueOn, days)),
    ...(await organizationsBegun(tx, dates.begunOn, days)),
    ...(await organizationsAppointed(tx, days)),
  ]);
  const due = groupBy(
    [
      ...(await tasksDue(tx, dates.dueOn, days)),
      ...(await tasksOverdueAtStart(tx, dates.startOn, days)),
    ].filter(({ organizationId }) => !found.has(organizationId)),
    ({ organizationId }) => organizationId,
  );
  return {
    organizationIds: [...found],
    tasks: [...due].map(([organizationId, ofOffice]) => ({
      organizationId,
      taskIds: [...new Set(ofOffice.flatMap(({ taskIds }) => taskIds))],
    })),
  };
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
