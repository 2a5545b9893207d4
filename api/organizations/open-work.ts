import { selectCalendarDays, selectOrganization } from "../../db/queries/organization-queries.ts";
import type { TenantTx } from "../../db/scope.ts";
import { calendarDaySchema } from "../calendar/calendar-day.ts";
import { composeCalendar } from "../calendar/compose-calendar.ts";
import { newId } from "../shared/ids.ts";
import { localDateAt, yearOf } from "../shared/local-date.ts";
import type { Work } from "../shared/work.ts";
import { policySchema } from "./organization.ts";

/** Overdue tasks reach back, plans of five years reach forward. */
const YEARS_BACK = 5;
const YEARS_FORWARD = 7;

/**
 * What every use case works in: the office of the transaction's scope with its policy and its calendar.
 * Nothing is kept between calls, so that no office ever sees another's.
 */
export const openWork = async (tx: TenantTx, actor: Work["actor"], now: Date): Promise<Work> => ({
  ...(await openOffice(tx, now)),
  actor,
});

/** The same where it is still being asked who works. */
export const openOffice = async (tx: TenantTx, now: Date): Promise<Omit<Work, "actor">> => {
  // Both are asked for at once: every request and every message begins here.
  const [row, days] = await Promise.all([selectOrganization(tx), selectCalendarDays(tx)]);
  // A scope is made only where somebody was identified in an office: without the row it is a bug.
  if (row === null) throw new Error("a tenant scope names an organization that is not there");
  const today = localDateAt(now, row.timeZone);
  const own = days.map((day) => calendarDaySchema.parse(day));
  const year = yearOf(today);
  return {
    tx,
    organization: {
      id: row.id,
      code: row.code,
      name: row.name,
      timeZone: row.timeZone,
      policy: policySchema.parse(row.policy),
      liveOn: row.liveOn,
    },
    calendar: composeCalendar({ first: year - YEARS_BACK, last: year + YEARS_FORWARD }, own),
    now,
    today,
    newId: () => newId(now),
  };
};
