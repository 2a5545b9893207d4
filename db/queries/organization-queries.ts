import { eq, sql } from "drizzle-orm";
import { calendarDay } from "../schema/calendar.ts";
import { organization } from "../schema/organizations.ts";
import type { TenantTx } from "../scope.ts";

export type OrganizationRow = typeof organization.$inferSelect;
export type CalendarDayRow = Pick<typeof calendarDay.$inferSelect, "date" | "kind" | "name" | "source">;

/** What every use case knows of its office: the row, and the days on which it differs from the national calendar. */
export type OfficeRow = {
  readonly organization: Pick<OrganizationRow, "id" | "code" | "name" | "timeZone" | "policy" | "liveOn">;
  readonly days: readonly CalendarDayRow[];
};

export const selectOrganization = async (tx: TenantTx): Promise<OrganizationRow | null> =>
  (await tx.db.select().from(organization).where(eq(organization.id, tx.organizationId)))[0] ?? null;

/** What changes under this lock is changed by one transaction at a time: versions, last administrator, loading. */
export const lockOrganization = async (tx: TenantTx): Promise<void> => {
  await tx.db.execute(sql`select id from organization where id = ${tx.organizationId}::uuid for update`);
};

/** False when the code is taken. */
export const insertOrganization = async (
  tx: TenantTx,
  row: Omit<typeof organization.$inferInsert, "id">,
): Promise<boolean> =>
  (
    await tx.db
      .insert(organization)
      .values({ ...row, id: tx.organizationId })
      .onConflictDoNothing({ target: organization.code })
      .returning({ id: organization.id })
  ).length === 1;

/** Days on which this office differs from the national calendar. */
export const selectCalendarDays = (tx: TenantTx): Promise<CalendarDayRow[]> =>
  tx.db
    .select({
      date: calendarDay.date,
      kind: calendarDay.kind,
      name: calendarDay.name,
      source: calendarDay.source,
    })
    .from(calendarDay)
    .where(eq(calendarDay.organizationId, tx.organizationId));

/** `policy` holds what differs from the default, as a whole. */
export const updateOrganization = async (
  tx: TenantTx,
  changes: Partial<Pick<OrganizationRow, "name" | "policy">>,
): Promise<void> => {
  if (Object.keys(changes).length === 0) return;
  await tx.db.update(organization).set(changes).where(eq(organization.id, tx.organizationId));
};
