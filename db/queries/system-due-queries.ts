import { and, desc, eq, gt, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { auditEntry } from "../schema/audit.ts";
import { calendarDay } from "../schema/calendar.ts";
import { catalogue, task } from "../schema/catalogues.ts";
import { tick } from "../schema/installation.ts";
import { appointment, chatLink, member } from "../schema/members.ts";
import { organization } from "../schema/organizations.ts";
import { reportingRound } from "../schema/reporting.ts";
import type { SystemTx } from "../scope.ts";

/** The last planning that ran to its end, at or before an instant. */
export const lastTickUntil = async (tx: SystemTx, until: Date): Promise<Date | null> => {
  const [last] = await tx.db
    .select({ at: tick.at })
    .from(tick)
    .where(lte(tick.at, until))
    .orderBy(desc(tick.at))
    .limit(1);
  return last?.at ?? null;
};

export const lastTick = async (tx: SystemTx): Promise<Date | null> => {
  const [last] = await tx.db.select({ at: tick.at }).from(tick).orderBy(desc(tick.at)).limit(1);
  return last?.at ?? null;
};

/** The policies, zones, hours and own calendars that are in use: few, however many offices there are. */
export const planningProfiles = async (tx: SystemTx) => ({
  policies: await tx.db.selectDistinct({ policy: organization.policy }).from(organization),
  zones: await tx.db.selectDistinct({ timeZone: organization.timeZone }).from(organization),
  hours: await tx.db
    .selectDistinct({ digestAt: member.digestAt })
    .from(member)
    .where(sql`${member.digestAt} is not null`),
  calendarDays: await tx.db
    .select({
      organizationId: calendarDay.organizationId,
      date: calendarDay.date,
      kind: calendarDay.kind,
      name: calendarDay.name,
      source: calendarDay.source,
    })
    .from(calendarDay)
    .orderBy(calendarDay.organizationId, calendarDay.date),
});

/** The first due date of a task or a round, by their indexes. */
export const earliestDueDate = async (tx: SystemTx): Promise<string | null> => {
  const [row] = await tx.db
    .select({
      first: sql<string | null>`least((select min(${task.dueOn}) from ${task}),
        (select min(${reportingRound.dueOn}) from ${reportingRound}),
        (select min(${organization.liveOn}) from ${organization}))::text`,
    })
    .from(sql`(values (1)) as one(row)`);
  return row?.first ?? null;
};

/** Offices with a task or a round due on one of the days. The hot query: two ranges of an index by day. */
export const organizationsDue = async (
  tx: SystemTx,
  dueOn: readonly string[],
): Promise<readonly string[]> => {
  const days = [...dueOn];
  const byTask = tx.db
    .select({ organizationId: task.organizationId })
    .from(task)
    .where(and(inArray(task.dueOn, days), eq(task.hasLadder, true), isNull(task.withdrawnAt)));
  const byRound = tx.db
    .select({ organizationId: reportingRound.organizationId })
    .from(reportingRound)
    .where(and(inArray(reportingRound.dueOn, days), isNull(reportingRound.closedAt)));
  const rows = days.length === 0 ? [] : await byTask.union(byRound);
  return rows.map(({ organizationId }) => organizationId);
};

/** Offices that went live, published a catalogue or linked a chat on one of the days. */
export const organizationsBegun = async (
  tx: SystemTx,
  startOn: readonly string[],
): Promise<readonly string[]> => {
  if (startOn.length === 0) return [];
  const days = [...startOn];
  const onTheWall = (instant: unknown) => sql`(${instant} at time zone ${organization.timeZone})::date`;
  const live = tx.db
    .select({ organizationId: organization.id })
    .from(organization)
    .where(inArray(organization.liveOn, days));
  const published = tx.db
    .select({ organizationId: catalogue.organizationId })
    .from(catalogue)
    .innerJoin(organization, eq(organization.id, catalogue.organizationId))
    .where(inArray(onTheWall(catalogue.publishedAt), days));
  const linked = tx.db
    .select({ organizationId: chatLink.organizationId })
    .from(chatLink)
    .innerJoin(organization, eq(organization.id, chatLink.organizationId))
    .where(inArray(onTheWall(chatLink.linkedAt), days));
  const rows = await live.union(published).union(linked);
  return rows.map(({ organizationId }) => organizationId);
};

/**
 * Offices in which something was done since the last tick: everything done is audited, and what the tick has seen
 * it hashes. Chats that were linked or lost are asked for by themselves.
 */
export const organizationsChanged = async (tx: SystemTx, since: Date): Promise<readonly string[]> => {
  const audited = tx.db
    .select({ organizationId: auditEntry.organizationId })
    .from(auditEntry)
    .where(isNull(auditEntry.hash));
  const linked = tx.db
    .select({ organizationId: chatLink.organizationId })
    .from(chatLink)
    .where(or(gt(chatLink.linkedAt, since), gt(chatLink.unreachableSince, since)));
  const rows = await audited.union(linked);
  return rows.map(({ organizationId }) => organizationId);
};

/** Offices in which a post began: a new head is told what is still true. */
export const organizationsAppointed = async (
  tx: SystemTx,
  days: { readonly from: string; readonly to: string },
): Promise<readonly string[]> => {
  const rows = await tx.db
    .selectDistinct({ organizationId: appointment.organizationId })
    .from(appointment)
    .where(and(gte(appointment.fromOn, days.from), lte(appointment.fromOn, days.to)));
  return rows.map(({ organizationId }) => organizationId);
};

export const allOrganizations = async (tx: SystemTx): Promise<readonly string[]> =>
  (await tx.db.select({ id: organization.id }).from(organization).orderBy(organization.id)).map(
    ({ id }) => id,
  );
