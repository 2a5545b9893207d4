import { countReminders as count } from "../../db/queries/demonstration-queries.ts";
import { selectRoundsInForce } from "../../db/queries/round-queries.ts";
import { planningProfiles } from "../../db/queries/system-due-queries.ts";
import { type Database, tenantScope } from "../../db/scope.ts";
import { lastWorkingDayNotAfter } from "../calendar/working-days.ts";
import { openWork } from "../organizations/open-work.ts";
import { instantAt, type LocalTime, localDate, localTimeSchema } from "../shared/local-date.ts";
import type { DemonstrationOffice } from "./find-personas.ts";

type Office = Pick<DemonstrationOffice, "organizationId" | "timeZone">;

/** The morning of the next day on which the office's units report; null when none is dated any more. */
export const findNextReport = (database: Database, office: Office, now: Date): Promise<Date | null> =>
  database.inTenant(tenantScope(office.organizationId), async (tx) => {
    const work = await openWork(tx, { kind: "tick" }, now);
    const mornings = (await selectRoundsInForce(tx, work.today))
      .filter(({ closed }) => !closed)
      .flatMap(({ due_on }) => (due_on === null ? [] : [localDate(due_on)]))
      .map((dueOn) =>
        instantAt(
          lastWorkingDayNotAfter(work.calendar, dueOn),
          work.organization.policy.digestAt,
          office.timeZone,
        ),
      )
      .filter((morning) => morning > now);
    return mornings.reduce<Date | null>(
      (first, morning) => (first === null || morning < first ? morning : first),
      null,
    );
  });

/** The hours at which anybody's digest goes out: the office's own, and those that people chose. */
export const listDigestHours = async (
  database: Database,
  office: Office,
  now: Date,
): Promise<readonly LocalTime[]> => {
  const { hours } = await database.inSystem(planningProfiles);
  const own = await database.inTenant(
    tenantScope(office.organizationId),
    async (tx) => (await openWork(tx, { kind: "tick" }, now)).organization.policy.digestAt,
  );
  const chosen = hours.flatMap(({ digestAt }) => {
    const hour = localTimeSchema.safeParse(digestAt);
    return hour.success ? [hour.data] : [];
  });
  return [...new Set([own, ...chosen])];
};

/** How many reminders were made so far: for the member of that chat, or for anybody of the office. */
export const countReminders = (
  database: Database,
  office: Office,
  chatLinkId: string | null,
): Promise<number> => database.inTenant(tenantScope(office.organizationId), (tx) => count(tx, chatLinkId));
