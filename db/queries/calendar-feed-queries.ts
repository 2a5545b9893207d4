import { and, asc, count, eq, gt, isNull, sql } from "drizzle-orm";
import { calendarFeed } from "../schema/access.ts";
import type { TenantTx } from "../scope.ts";
import { rows } from "./rows.ts";

/** Without the hash, which only the search for an address needs. */
export type CalendarFeedRow = Omit<typeof calendarFeed.$inferSelect, "organizationId" | "tokenHash">;

const columns = {
  id: calendarFeed.id,
  memberId: calendarFeed.memberId,
  unitId: calendarFeed.unitId,
  createdAt: calendarFeed.createdAt,
  lastReadAt: calendarFeed.lastReadAt,
  revokedAt: calendarFeed.revokedAt,
};

export const insertCalendarFeed = async (
  tx: TenantTx,
  row: Omit<typeof calendarFeed.$inferInsert, "organizationId">,
): Promise<void> => {
  await tx.db.insert(calendarFeed).values({ ...row, organizationId: tx.organizationId });
};

export const selectCalendarFeed = async (tx: TenantTx, feedId: string): Promise<CalendarFeedRow | null> =>
  (
    await tx.db
      .select(columns)
      .from(calendarFeed)
      .where(and(eq(calendarFeed.organizationId, tx.organizationId), eq(calendarFeed.id, feedId)))
  )[0] ?? null;

/** Standing addresses as they were made; handed a member, that person's own. */
export const selectCalendarFeedPage = (
  tx: TenantTx,
  page: { readonly memberId: string | null; readonly after: string | null; readonly limit: number },
): Promise<CalendarFeedRow[]> =>
  tx.db
    .select(columns)
    .from(calendarFeed)
    .where(
      and(
        eq(calendarFeed.organizationId, tx.organizationId),
        isNull(calendarFeed.revokedAt),
        page.memberId === null ? undefined : eq(calendarFeed.memberId, page.memberId),
        page.after === null ? undefined : gt(calendarFeed.id, page.after),
      ),
    )
    .orderBy(asc(calendarFeed.id))
    .limit(page.limit);

export const countCalendarFeeds = async (
  tx: TenantTx,
  owner: { readonly memberId: string } | { readonly unitId: string },
): Promise<number> =>
  (
    await tx.db
      .select({ standing: count() })
      .from(calendarFeed)
      .where(
        and(
          eq(calendarFeed.organizationId, tx.organizationId),
          isNull(calendarFeed.revokedAt),
          "memberId" in owner
            ? eq(calendarFeed.memberId, owner.memberId)
            : eq(calendarFeed.unitId, owner.unitId),
        ),
      )
  )[0]?.standing ?? 0;

/** False when there is no such address in force. */
export const markCalendarFeedRevoked = async (tx: TenantTx, feedId: string, at: Date): Promise<boolean> =>
  (
    await tx.db
      .update(calendarFeed)
      .set({ revokedAt: at })
      .where(
        and(
          eq(calendarFeed.organizationId, tx.organizationId),
          eq(calendarFeed.id, feedId),
          isNull(calendarFeed.revokedAt),
        ),
      )
      .returning({ id: calendarFeed.id })
  ).length === 1;

export const touchCalendarFeed = async (tx: TenantTx, feedId: string, at: Date): Promise<void> => {
  await tx.db
    .update(calendarFeed)
    .set({ lastReadAt: at })
    .where(and(eq(calendarFeed.organizationId, tx.organizationId), eq(calendarFeed.id, feedId)));
};

export type WithdrawnTaskRow = {
  id: string;
  number: string;
  short_title: string;
  restricted: boolean;
  document_number: string | null;
  due_on: string;
  withdrawn_on: string;
  assignments: unknown;
};

/** Tasks of catalogues in force that an amended document left out and that had a day in people's calendars. */
export const selectWithdrawnTasks = (tx: TenantTx, on: string, zone: string): Promise<WithdrawnTaskRow[]> =>
  rows<WithdrawnTaskRow>(
    tx,
    sql`select t.id, t.number, t.short_title, d.restricted, d.number as document_number,
               t.due_on::text as due_on, (t.withdrawn_at at time zone ${zone})::date::text as withdrawn_on,
               (select coalesce(jsonb_agg(jsonb_build_object('role', a.role, 'unitId', a.unit_id,
                         'groupId', a.group_id, 'fromOn', a.from_on, 'toOn', a.to_on) order by a.id), '[]')
                  from assignment a
                 where a.organization_id = t.organization_id and a.task_id = t.id) as assignments
          from task t
          join catalogue c on c.organization_id = t.organization_id and c.id = t.catalogue_id
          join document d on d.organization_id = c.organization_id and d.id = c.document_id
         where t.organization_id = ${tx.organizationId}::uuid
           and c.scope_start_on <= ${on}::date and c.scope_end_on >= ${on}::date
           and t.withdrawn_at is not null and not t.is_heading and t.has_ladder and t.due_on is not null
         order by t.position, t.id`,
  );

/**
 * When what a calendar says of those tasks changed last, in milliseconds: a version that touched the task or left it
 * out, a unit's claim that was made, decided or taken back.
 */
export const selectTaskChanges = (
  tx: TenantTx,
  on: string,
): Promise<{ task_id: string; changed_ms: string }[]> =>
  rows(
    tx,
    sql`with wanted as (
          select t.organization_id, t.id, t.catalogue_id, t.withdrawn_at, c.published_at
            from task t
            join catalogue c on c.organization_id = t.organization_id and c.id = t.catalogue_id
           where t.organization_id = ${tx.organizationId}::uuid
             and c.scope_start_on <= ${on}::date and c.scope_end_on >= ${on}::date)
        select w.id as task_id, floor(extract(epoch from greatest(
                 w.published_at, w.withdrawn_at,
                 (select max(v.published_at)
                    from task_revision r
                    join catalogue_version v on v.organization_id = r.organization_id
                                            and v.catalogue_id = w.catalogue_id and v.number = r.version
                   where r.organization_id = w.organization_id and r.task_id = w.id),
                 (select max(greatest(q.claimed_at, q.decided_at, p.withdrawn_at, n.noted_at))
                    from completion_claim q
                    join progress_update p on p.organization_id = q.organization_id and p.id = q.progress_update_id
                    left join progress_update n on n.organization_id = p.organization_id and n.id = p.replaced_by_id
                   where q.organization_id = w.organization_id and q.task_id = w.id))) * 1000)::bigint::text as changed_ms
          from wanted w`,
  );

/** The same of rounds, for units that answer them; handed none, for the office. */
export const selectRoundChanges = (
  tx: TenantTx,
  on: string,
  unitIds: readonly string[],
): Promise<{ round_id: string; changed_ms: string }[]> =>
  rows(
    tx,
    sql`with noted as (
          select max(greatest(p.noted_at, p.withdrawn_at)) as at from progress_update p
           where p.organization_id = ${tx.organizationId}::uuid
             and p.unit_id = any(${`{${unitIds.join(",")}}`}::uuid[])),
        told as (
          select e.subject_id, max(e.at) as at from audit_entry e
           where e.organization_id = ${tx.organizationId}::uuid and e.subject_kind = 'reporting_round'
             and e.subject_id in (select r.id from reporting_round r
                                   where r.organization_id = ${tx.organizationId}::uuid)
           group by e.subject_id)
        select r.id as round_id, floor(extract(epoch from greatest(
                 c.published_at, r.closed_at, told.at, noted.at,
                 (select max(v.published_at) from catalogue_version v
                   where v.organization_id = c.organization_id and v.catalogue_id = c.id))) * 1000)::bigint::text as changed_ms
          from reporting_round r
          join catalogue c on c.organization_id = r.organization_id and c.id = r.catalogue_id
          cross join noted
          left join told on told.subject_id = r.id
         where r.organization_id = ${tx.organizationId}::uuid
           and c.scope_start_on <= ${on}::date and c.scope_end_on >= ${on}::date`,
  );
