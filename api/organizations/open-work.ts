import {
  type OfficeRow,
  selectCalendarDays,
  selectOrganization,
} from "../../db/queries/organization-queries.ts";
import type { TenantTx } from "../../db/scope.ts";
import { calendarDaySchema } from "../calendar/calendar-day.ts";
import { composeCalendar } from "../calendar/compose-calendar.ts";
import { newId } from "../shared/ids.ts";
import { localDateAt, yearOf } from "../shared/local-date.ts";
import type { Work } from "../shared/work.ts";
import { type Policy, policySchema } from "./organization.ts";

/** Overdue tasks reach back, plans of five years reach forward. */
const YEARS_BACK = 5;
const YEARS_FORWARD = 7;

/**
 * What every use case works in: the office of the transaction's scope with its policy and its calendar.
 * Of offices nothing is kept between calls, so that none ever sees another's. `known`: what the door has read of it.
 */
export const openWork = async (
  tx: TenantTx,
  actor: Work["actor"],
  now: Date,
  known: OfficeRow | null = null,
): Promise<Work> => ({ ...(await openOffice(tx, now, known)), actor });

/** The same where it is still being asked who works. */
export const openOffice = async (
  tx: TenantTx,
  now: Date,
  known: OfficeRow | null = null,
): Promise<Omit<Work, "actor">> => {
  const { organization: row, days } = known ?? (await readOffice(tx));
  if (row.id !== tx.organizationId) throw new Error("one office is opened as another");
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
      policy: readPolicy(row.policy),
      liveOn: row.liveOn,
    },
    calendar: composeCalendar({ first: year - YEARS_BACK, last: year + YEARS_FORWARD }, own),
    now,
    today,
    newId: () => newId(now),
  };
};

const readOffice = async (tx: TenantTx): Promise<OfficeRow> => {
  // Both are asked for at once: every message begins here.
  const [organization, days] = await Promise.all([selectOrganization(tx), selectCalendarDays(tx)]);
  // A scope is made only where somebody was identified in an office: without the row it is a bug.
  if (organization === null) throw new Error("a tenant scope names an organization that is not there");
  return { organization, days };
};

/** Most offices decide nothing themselves, and have one policy. */
const DEFAULT_POLICY = policySchema.parse({});

const readPolicy = (stored: unknown): Policy =>
  typeof stored === "object" && stored !== null && Object.keys(stored).length === 0
    ? DEFAULT_POLICY
    : policySchema.parse(stored);
