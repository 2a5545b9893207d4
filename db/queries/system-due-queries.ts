import { and, desc, gt, gte, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { auditEntry } from "../schema/audit.ts";
import { calendarDay } from "../schema/calendar.ts";
import { task } from "../schema/catalogues.ts";
import { tick } from "../schema/installation.ts";
import { appointment, chatLink, member } from "../schema/members.ts";
import { organization } from "../schema/organizations.ts";
import { reportingRound } from "../schema/reporting.ts";
import type { SystemTx } from "../scope.ts";
import { daysOf, records, rows } from "./rows.ts";

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

type Days = { readonly from: string; readonly to: string };

type OfficeTasks = { readonly organizationId: string; readonly taskIds: readonly string[] };

const owed = sql`not t.is_heading and t.has_ladder and t.withdrawn_at is null`;

/** Tasks with a ladder that are due on one of the days, by office. The hot query: a few ranges of an index by day. */
export const tasksDue = async (
  tx: SystemTx,
  dueOn: readonly string[],
  { from, to }: Days,
): Promise<readonly OfficeTasks[]> =>
  dueOn.length === 0
    ? []
    : records(
        tx,
        sql`select t.organization_id as "organizationId", json_agg(t.id) as "taskIds"
              from task t join catalogue c on c.organization_id = t.organization_id and c.id = t.catalogue_id
             where t.due_on in ${[...dueOn]} and ${owed} and c.scope_start_on <= ${to} and c.scope_end_on >= ${from}
             group by t.organization_id`,
      );

/** Tasks that were overdue when their office or their catalogue began, on one of the days, by office. */
export const tasksOverdueAtStart = async (
  tx: SystemTx,
  startOn: readonly string[],
  { from, to }: Days,
): Promise<readonly OfficeTasks[]> =>
  records(
    tx,
    sql`select t.organization_id as "organizationId", json_agg(t.id) as "taskIds"
          from (select c.organization_id, c.id, greatest(o.live_on, ${publishedOn}) as started_on
                  from catalogue c join organization o on o.id = c.organization_id
                 where (o.live_on = any(${daysOf(startOn)}) or ${publishedOn} = any(${daysOf(startOn)}))
                   and c.scope_start_on <= ${to} and c.scope_end_on >= ${from}) begun
          join task t on t.organization_id = begun.organization_id and t.catalogue_id = begun.id
         where t.due_on < begun.started_on and ${owed}
         group by t.organization_id`,
  );

const publishedOn = sql`(c.published_at at time zone o.time_zone)::date`;

/** Offices with an open round that is due on one of the days. */
export const organizationsReporting = async (
  tx: SystemTx,
  dueOn: readonly string[],
  { from, to }: Days,
): Promise<readonly string[]> =>
  idsOf(
    tx,
    sql`select r.organization_id as id from reporting_round r
          join catalogue c on c.organization_id = r.organization_id and c.id = r.catalogue_id
         where r.due_on = any(${daysOf(dueOn)}) and r.closed_at is null
           and c.scope_start_on <= ${to} and c.scope_end_on >= ${from}`,
  );

/** Offices that went live, published a catalogue or linked a chat on one of the days, or whose catalogue begins in the window. */
export const organizationsBegun = async (
  tx: SystemTx,
  startOn: readonly string[],
  { from, to }: Days,
): Promise<readonly string[]> =>
  idsOf(
    tx,
    sql`select id from organization where live_on = any(${daysOf(startOn)})
        union
        select c.organization_id from catalogue c join organization o on o.id = c.organization_id
         where ${publishedOn} = any(${daysOf(startOn)}) or c.scope_start_on between ${from} and ${to}
        union
        select l.organization_id from chat_link l join organization o on o.id = l.organization_id
         where l.linked_at >= ${[...startOn].sort()[0] ?? to}::date - 1
           and (l.linked_at at time zone o.time_zone)::date = any(${daysOf(startOn)})`,
  );

/** Offices that are to be judged as a whole by then, and those with a digest that has not left. */
export const organizationsToLookAt = async (tx: SystemTx, today: string): Promise<readonly string[]> =>
  idsOf(
    tx,
    sql`select id from organization where look_again_on <= ${today}
        union
        select organization_id from outbox_message
         where state = 'queued' and purpose = 'nudge' and member_id is not null`,
  );

const idsOf = async (tx: SystemTx, statement: SQL): Promise<readonly string[]> =>
  (await rows<{ id: string }>(tx, statement)).map(({ id }) => id);

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
export const organizationsAppointed = async (tx: SystemTx, days: Days): Promise<readonly string[]> => {
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
