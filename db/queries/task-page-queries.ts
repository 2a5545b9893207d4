import { type SQL, sql } from "drizzle-orm";
import type { TenantTx } from "../scope.ts";
import { rows } from "./rows.ts";

/** Where a page of tasks begins: behind that task, in the catalogues' order. */
export type TaskPlaceKey = readonly [catalogueId: string, position: number, taskId: string];

export type TaskPageFilter = {
  /** The day on which catalogues are in force and assignments hold. */
  readonly on: string;
  /** One task whatever it is, a heading and a withdrawn one included. */
  readonly taskId?: string;
  readonly catalogueId?: string | undefined;
  readonly inForce?: boolean | undefined;
  readonly dueFrom?: string | undefined;
  readonly dueTo?: string | undefined;
  readonly dated?: boolean | undefined;
  /** Has a part in it, through a group too. */
  readonly unitId?: string | undefined;
  readonly role?: "lead" | "coordinating" | undefined;
  /** Some unit's claim of completion was confirmed. */
  readonly confirmed?: boolean | undefined;
  /** Folded; each stands somewhere in number, title or wording. */
  readonly words?: readonly string[] | undefined;
  readonly after?: TaskPlaceKey | null;
  readonly limit: number;
};

export type PagedTaskRow = {
  id: string;
  catalogue_id: string;
  number: string;
  position: number;
  short_title: string;
  /** Null where no words are looked for: it is most of a row. */
  search_text: string | null;
  due_on: string | null;
  has_ladder: boolean;
  section: string;
  phrase: string | null;
};

export type TaskPageRow = {
  tasks: PagedTaskRow[] | null;
  /** The document of each catalogue that they stand in. */
  documents:
    | { catalogue_id: string; id: string; kind: string; number: string | null; restricted: boolean }[]
    | null;
  /** Who stands on each of them that day. */
  assigned:
    | {
        task_id: string;
        role: "lead" | "coordinating" | "invited";
        unit_id: string | null;
        group_id: string | null;
      }[]
    | null;
  /** Where each unit that leads, by itself or in a group, stands with it. */
  progress:
    | {
        task_id: string;
        unit_id: string;
        noted_on: string | null;
        difficulty: boolean | null;
        claim: "waiting" | "confirmed" | "returned" | null;
        completed_on: string | null;
        acknowledged: boolean;
      }[]
    | null;
  units: { id: string; name: string }[] | null;
  groups: { id: string; name: string; confirmed: boolean; members: string[] | null }[] | null;
};

/** Standing tasks with all that their status is computed from, in one statement whose cost grows with the page. */
export const selectTaskPage = async (tx: TenantTx, filter: TaskPageFilter): Promise<TaskPageRow> => {
  const own = sql`${tx.organizationId}::uuid`;
  const holds = (line: SQL): SQL =>
    sql`${line}.from_on <= ${filter.on}::date and (${line}.to_on is null or ${line}.to_on >= ${filter.on}::date)`;
  const [page] = await rows<TaskPageRow>(
    tx,
    sql`with page as materialized (
          select t.id, t.catalogue_id, t.section_id, t.number, t.position, t.short_title, t.due_on, t.has_ladder,
                 ${filter.words === undefined ? sql`null` : sql`t.search_text`} as search_text
            from task t
           where t.organization_id = ${own} and ${sql.join(conditionsOf(filter, own, holds), sql` and `)}
           order by t.catalogue_id, t.position, t.id
           limit ${filter.limit}),
        member as materialized (
          select m.group_id, m.unit_id
            from unit_group g
            join unit_group_member m on m.organization_id = g.organization_id and m.group_id = g.id
           where g.organization_id = ${own} and g.confirmed_at is not null and ${holds(sql`m`)}),
        assigned as materialized (
          select a.id, a.task_id, a.role, a.unit_id, a.group_id
            from page join assignment a on a.organization_id = ${own} and a.task_id = page.id
           where ${holds(sql`a`)}),
        leader as (
          select task_id, unit_id from assigned where role = 'lead' and unit_id is not null
           union
          select assigned.task_id, member.unit_id from assigned join member using (group_id) where role = 'lead')
        select
          (select json_agg(one order by one.catalogue_id, one.position, one.id) from (
             select page.id, page.catalogue_id, page.number, page.position, page.short_title, page.search_text,
                    page.due_on, page.has_ladder, s.title as section,
                    (select f.phrase from time_frame f
                      where f.organization_id = ${own} and f.task_id = page.id
                      order by f.position limit 1) as phrase
               from page
               join section s on s.organization_id = ${own} and s.id = page.section_id) one) as tasks,
          (select json_agg(one) from (
             select c.id as catalogue_id, d.id, d.kind, d.number, d.restricted
               from catalogue c
               join document d on d.organization_id = ${own} and d.id = c.document_id
              where c.organization_id = ${own} and c.id in (select page.catalogue_id from page)) one) as documents,
          (select json_agg(one) from (
             select task_id, role, unit_id, group_id from assigned order by id) one) as assigned,
          (select json_agg(one) from (
             select leader.task_id, leader.unit_id, note.noted_on, note.difficulty, claim.state as claim,
                    claim.completed_on, seen.task_id is not null as acknowledged
               from leader
               left join lateral (
                 select p.noted_on, p.understood ->> 'difficulty' is not null as difficulty
                   from progress_update p
                  where p.organization_id = ${own} and p.task_id = leader.task_id
                    and p.unit_id = leader.unit_id and p.replaced_by_id is null and p.withdrawn_at is null
                  order by p.noted_at desc, p.id desc limit 1) note on true
               left join lateral (
                 select q.state, q.completed_on
                   from completion_claim q
                  where q.organization_id = ${own} and q.task_id = leader.task_id
                    and q.unit_id = leader.unit_id and q.state <> 'withdrawn'
                  order by q.claimed_at desc, q.id desc limit 1) claim on true
               left join task_acknowledgement seen
                 on seen.organization_id = ${own} and seen.task_id = leader.task_id
                and seen.unit_id = leader.unit_id) one) as progress,
          (select json_agg(one) from (
             select u.id, u.name from unit u where u.organization_id = ${own}) one) as units,
          (select json_agg(one) from (
             select g.id, g.name, g.confirmed_at is not null as confirmed,
                    (select json_agg(member.unit_id) from member where member.group_id = g.id) as members
               from unit_group g where g.organization_id = ${own}) one) as groups`,
  );
  return page ?? { tasks: null, documents: null, assigned: null, progress: null, units: null, groups: null };
};

const conditionsOf = (filter: TaskPageFilter, own: SQL, holds: (line: SQL) => SQL): SQL[] => {
  if (filter.taskId !== undefined) return [sql`t.id = ${filter.taskId}::uuid`];
  const { catalogueId, inForce, dueFrom, dueTo, dated, unitId, confirmed, words, after } = filter;
  return [
    sql`not t.is_heading`,
    sql`t.withdrawn_at is null`,
    ...(catalogueId === undefined ? [] : [sql`t.catalogue_id = ${catalogueId}::uuid`]),
    ...(inForce === undefined
      ? []
      : [
          sql`${inForce ? sql`` : sql`not`} exists (
                select from catalogue c
                 where c.organization_id = ${own} and c.id = t.catalogue_id
                   and c.scope_start_on <= ${filter.on}::date and c.scope_end_on >= ${filter.on}::date)`,
        ]),
    ...(dueFrom === undefined ? [] : [sql`t.due_on >= ${dueFrom}::date`]),
    ...(dueTo === undefined ? [] : [sql`t.due_on <= ${dueTo}::date`]),
    ...(dated === undefined ? [] : [sql`t.due_on is ${dated ? sql`not` : sql``} null`]),
    ...(unitId === undefined
      ? []
      : [
          sql`exists (
                select from assignment a
                 where a.organization_id = ${own} and a.task_id = t.id and ${holds(sql`a`)}
                   ${roleOf(filter.role)}
                   and (a.unit_id = ${unitId}::uuid
                        or a.group_id in (
                          select m.group_id from unit_group_member m
                           where m.organization_id = ${own} and m.unit_id = ${unitId}::uuid and ${holds(sql`m`)})))`,
        ]),
    ...(confirmed !== true
      ? []
      : [
          sql`exists (select from completion_claim q
                       where q.organization_id = ${own} and q.task_id = t.id and q.state = 'confirmed')`,
        ]),
    ...(words ?? []).map(
      (word) => sql`strpos(translate(lower(t.number), 'đ', 'd') || ' ' || t.search_text, ${word}) > 0`,
    ),
    ...(after == null
      ? []
      : [sql`(t.catalogue_id, t.position, t.id) > (${after[0]}::uuid, ${after[1]}::int, ${after[2]}::uuid)`]),
  ];
};

const roleOf = (role: TaskPageFilter["role"]): SQL =>
  role === undefined ? sql`` : role === "lead" ? sql`and a.role = 'lead'` : sql`and a.role <> 'lead'`;
