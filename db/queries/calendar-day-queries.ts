import { and, eq } from "drizzle-orm";
import { calendarDay } from "../schema/calendar.ts";
import type { TenantTx } from "../scope.ts";
import type { CalendarDayRow } from "./organization-queries.ts";

/** The day as the office has it from now on, whatever stood there before. */
export const saveCalendarDay = async (tx: TenantTx, day: CalendarDayRow): Promise<void> => {
  const { kind, name, source } = day;
  await tx.db
    .insert(calendarDay)
    .values({ ...day, organizationId: tx.organizationId })
    .onConflictDoUpdate({
      target: [calendarDay.organizationId, calendarDay.date],
      set: { kind, name, source },
    });
};

/** False when the office had no such day of its own. */
export const deleteCalendarDay = async (tx: TenantTx, date: string): Promise<boolean> =>
  (
    await tx.db
      .delete(calendarDay)
      .where(and(eq(calendarDay.organizationId, tx.organizationId), eq(calendarDay.date, date)))
      .returning({ date: calendarDay.date })
  ).length === 1;
