import { inArray, type SQL, sql } from "drizzle-orm";
import { calendarDay } from "../schema/calendar.ts";
import type { roles } from "../schema/members.ts";
import type { SystemTx } from "../scope.ts";
import { listOf, records, setOf } from "./rows.ts";

/** Which offices, which catalogues (in force on one of the days), and about when posts are held. */
export type PlanningSelection = {
  readonly organizationIds: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly posts: { readonly from: string; readonly to: string };
  /** Only these tasks, and only what they need; null: everything of the offices. */
  readonly tasks: readonly RowName[] | null;
};

/** A row named by its office and its id. */
export type RowName = { readonly organizationId: string; readonly id: string };

/**
 * Rows of a table, `it`, by office and id. Each is looked up by its index (`offset 0` keeps the planner from reading the
 * table through): the cost is that of what is named, however much there is.
 */
export const namedRows = (named: readonly RowName[], table: SQL, id: SQL = sql`it.id`): SQL =>
  sql`${setOf(named, ["organizationId", "id"])}
      cross join lateral (select * from ${table} it
                           where it.organization_id = made."organizationId"::uuid and ${id} = made.id::uuid offset 0) it`;

/** The offices with the units and groups; of the chosen tasks only those that are named. */
export const planningOffices = async (
  tx: SystemTx,
  { organizationIds }: PlanningSelection,
  named: { readonly units: readonly RowName[]; readonly groups: readonly RowName[] } | null,
) => {
  const those = (table: SQL, chosen: readonly RowName[] | undefined): SQL =>
    chosen === undefined
      ? sql`${table} it where it.organization_id = any(${listOf(organizationIds)})`
      : namedRows(chosen, table);
  return {
    organizations: await records<{
      organizationId: string;
      timeZone: string;
      policy: unknown;
      liveOn: string | null;
      lookAgainOn: string | null;
    }>(
      tx,
      sql`select id as "organizationId", time_zone as "timeZone", policy, live_on as "liveOn", look_again_on as "lookAgainOn"
            from organization where id = any(${listOf(organizationIds)})`,
    ),
    units: await records<RowName & { name: string; kind: string }>(
      tx,
      sql`select it.organization_id as "organizationId", it.id, it.name, it.kind
            from ${those(sql`unit`, named?.units)} order by it.position`,
    ),
    groups:
      named?.groups.length === 0
        ? []
        : await records<RowName & { name: string; confirmed: boolean; memberships: Membership[] | null }>(
            tx,
            sql`select it.organization_id as "organizationId", it.id, it.name, it.confirmed_at is not null as confirmed,
                       (select json_agg(json_build_object('unitId', m.unit_id, 'fromOn', m.from_on, 'toOn', m.to_on))
                          from unit_group_member m
                         where m.organization_id = it.organization_id and m.group_id = it.id) as memberships
                  from ${those(sql`unit_group`, named?.groups)}`,
          ),
  };
};

/** Units that are or were in the groups. */
export const membersOfGroups = (
  tx: SystemTx,
  groups: readonly RowName[],
): Promise<readonly { readonly organizationId: string; readonly unitId: string }[]> =>
  groups.length === 0
    ? Promise.resolve([])
    : records(
        tx,
        sql`select distinct it.organization_id as "organizationId", it.unit_id as "unitId"
              from ${namedRows(groups, sql`unit_group_member`, sql`it.group_id`)}`,
      );

type Membership = { readonly unitId: string; readonly fromOn: string; readonly toOn: string | null };

type PostRow = {
  readonly organizationId: string;
  readonly memberId: string;
  readonly unitId: string | null;
  readonly role: (typeof roles)[number];
  readonly fromOn: string;
  readonly toOn: string | null;
  readonly charges: readonly string[] | null;
};
type MemberRow = RowName & {
  readonly locale: "vi" | "en";
  readonly digestAt: string | null;
  readonly linkedAt: string | null;
};

/** Who holds the posts, with the first chat that can be reached; of named units, their posts and who watches over them. */
export const planningPeople = async (
  tx: SystemTx,
  { organizationIds, posts: { from, to } }: PlanningSelection,
  units: readonly RowName[] | null,
) => {
  const offices = sql`any(${listOf(organizationIds)})`;
  const chosen =
    units === null
      ? sql`select * from appointment where organization_id = ${offices}`
      : sql`select it.* from ${namedRows(units, sql`appointment`, sql`it.unit_id`)}
             where it.role not in ('consolidator', 'leader')
            union all
            select * from appointment where organization_id = ${offices} and role in ('consolidator', 'leader')`;
  const members =
    units === null
      ? sql`member m where m.organization_id = ${offices} and`
      : sql`(select distinct "organizationId", "memberId" from post) held
              cross join lateral (select organization_id, id, locale, digest_at, erased_at from member m
                                   where m.organization_id = held."organizationId" and m.id = held."memberId" offset 0) m where`;
  const [people] = await records<{ posts: PostRow[] | null; members: MemberRow[] | null }>(
    tx,
    sql`with post as materialized (
          select it.organization_id as "organizationId", it.member_id as "memberId", it.unit_id as "unitId", it.role,
                 it.from_on as "fromOn", it.to_on as "toOn",
                 case when it.role = 'leader' then
                   (select json_agg(c.unit_id) from leader_charge c
                     where c.organization_id = it.organization_id and c.appointment_id = it.id) end as charges
            from (${chosen}) it
           where it.from_on <= ${to} and (it.to_on is null or it.to_on >= ${from})
           order by it.from_on, it.id)
        select (select json_agg(post) from post) as posts,
               (select json_agg(one) from (
                 select m.organization_id as "organizationId", m.id, m.locale, m.digest_at as "digestAt",
                        (select min(l.linked_at) from chat_link l
                          where l.organization_id = m.organization_id and l.member_id = m.id and l.revoked_at is null
                            and l.unreachable_since is null and l.chat_key is not null) as "linkedAt"
                   from ${members} m.erased_at is null) one) as members`,
  );
  return { posts: people?.posts ?? [], members: people?.members ?? [] };
};

/** Days on which these offices differ from the national calendar. */
export const planningCalendarDays = async (tx: SystemTx, organizationIds: readonly string[]) =>
  tx.db
    .select({
      organizationId: calendarDay.organizationId,
      date: calendarDay.date,
      kind: calendarDay.kind,
      name: calendarDay.name,
      source: calendarDay.source,
    })
    .from(calendarDay)
    .where(inArray(calendarDay.organizationId, [...organizationIds]));
