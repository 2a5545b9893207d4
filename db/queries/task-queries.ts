import { sql } from "drizzle-orm";
import type { TenantTx } from "../scope.ts";
import { composed, rows } from "./rows.ts";
import type { UnitGroupRow } from "./unit-group-queries.ts";

/** One task of a catalogue with everything that the version in force says of it. */
const taskColumns = sql`
  t.id, t.catalogue_id, t.number, t.position, s.title as section_title, t.parent_id, t.short_title, t.wording,
  t.is_heading, t.due_on::text as due_on, t.has_ladder, t.withdrawn_at is not null as withdrawn, t.search_text,
  d.id as document_id, d.kind as document_kind, d.number as document_number, d.title as document_title,
  d.restricted, c.scope_start_on::text as scope_start_on, c.scope_end_on::text as scope_end_on,
  (select jsonb_build_object('phrase', f.phrase, 'kind', f.kind)
     from time_frame f
    where f.organization_id = t.organization_id and f.task_id = t.id
    order by f.position limit 1) as time_frame,
  (select coalesce(jsonb_agg(g.phrase order by g.position), '[]')
     from target g
    where g.organization_id = t.organization_id and g.task_id = t.id) as targets,
  (select coalesce(jsonb_agg(jsonb_build_object(
            'role', a.role, 'unitId', a.unit_id, 'groupId', a.group_id, 'fromOn', a.from_on, 'toOn', a.to_on)
            order by a.id), '[]')
     from assignment a
    where a.organization_id = t.organization_id and a.task_id = t.id) as assignments`;

const taskJoins = sql`
  task t
  join section s on s.organization_id = t.organization_id and s.id = t.section_id
  join catalogue c on c.organization_id = t.organization_id and c.id = t.catalogue_id
  join document d on d.organization_id = c.organization_id and d.id = c.document_id`;

export type TaskRow = {
  id: string;
  catalogue_id: string;
  number: string;
  position: number;
  section_title: string;
  parent_id: string | null;
  short_title: string;
  wording: string | null;
  is_heading: boolean;
  due_on: string | null;
  has_ladder: boolean;
  withdrawn: boolean;
  search_text: string;
  document_id: string;
  document_kind: string;
  document_number: string | null;
  document_title: string;
  restricted: boolean;
  scope_start_on: string;
  scope_end_on: string;
  time_frame: unknown;
  targets: unknown;
  assignments: unknown;
};

/** Every task of the catalogues whose scope covers that day, in the documents' order. */
export const selectTasksInForce = (tx: TenantTx, on: string): Promise<TaskRow[]> =>
  rows<TaskRow>(
    tx,
    sql`select ${taskColumns} from ${taskJoins}
         where t.organization_id = ${tx.organizationId}::uuid
           and c.scope_start_on <= ${on}::date and c.scope_end_on >= ${on}::date
           and t.withdrawn_at is null
         order by c.published_at, d.id, t.position`,
  );

/** Every task of the catalogue whose scope ends last, for the days on which none is in force. */
export const selectTasksOfNewestCatalogue = (tx: TenantTx): Promise<TaskRow[]> =>
  rows<TaskRow>(
    tx,
    sql`select ${taskColumns} from ${taskJoins}
         where t.organization_id = ${tx.organizationId}::uuid and t.withdrawn_at is null
           and c.id = (select n.id from catalogue n
                        where n.organization_id = ${tx.organizationId}::uuid
                        order by n.scope_end_on desc, n.published_at desc, n.id limit 1)
         order by t.position`,
  );

/** The standing tasks of one catalogue, in the document's order. */
export const selectTasksOfCatalogue = (tx: TenantTx, catalogueId: string): Promise<TaskRow[]> =>
  rows<TaskRow>(
    tx,
    sql`select ${taskColumns} from ${taskJoins}
         where t.organization_id = ${tx.organizationId}::uuid and t.catalogue_id = ${catalogueId}::uuid
           and t.withdrawn_at is null
         order by t.position`,
  );

/** The tasks right below a heading, in the document's order. */
export const selectChildTasks = (
  tx: TenantTx,
  parentId: string,
): Promise<{ number: string; short_title: string }[]> =>
  rows(
    tx,
    sql`select t.number, t.short_title from task t
         where t.organization_id = ${tx.organizationId}::uuid and t.parent_id = ${parentId}::uuid
           and t.withdrawn_at is null
         order by t.position`,
  );

/** Every task with that number, past catalogues and withdrawn tasks included; those in force first. */
export const selectTasksByNumber = (tx: TenantTx, number: string, on: string): Promise<TaskRow[]> =>
  rows<TaskRow>(
    tx,
    sql`select ${taskColumns} from ${taskJoins}
         where t.organization_id = ${tx.organizationId}::uuid and lower(t.number) = lower(${number})
         order by (c.scope_start_on <= ${on}::date and c.scope_end_on >= ${on}::date) desc, c.scope_end_on desc`,
  );

type TaskWithGroupsRow = TaskRow & { groups: UnitGroupRow[] };

const taskWithGroups = composed<TaskWithGroupsRow>(
  sql`select ${taskColumns},
                 (select coalesce(jsonb_agg(jsonb_build_object(
                           'id', g.id, 'name', g.name, 'confirmed', g.confirmed_at is not null,
                           'memberships', (select coalesce(jsonb_agg(jsonb_build_object(
                                                     'unitId', m.unit_id, 'fromOn', m.from_on, 'toOn', m.to_on)), '[]')
                                             from unit_group_member m
                                            where m.organization_id = g.organization_id and m.group_id = g.id))), '[]')
                    from unit_group g
                   where g.organization_id = t.organization_id
                     and g.id in (select l.group_id from assignment l
                                   where l.organization_id = t.organization_id and l.task_id = t.id)) as groups
            from ${taskJoins}
           where t.organization_id = ${sql.placeholder("organizationId")}::uuid and t.id = ${sql.placeholder("taskId")}::uuid`,
);

/** One task with the groups that stand on it, in one statement: what every note begins with. */
export const selectTaskWithGroups = async (tx: TenantTx, taskId: string): Promise<TaskWithGroupsRow | null> =>
  (await taskWithGroups(tx, { organizationId: tx.organizationId, taskId }))[0] ?? null;

export type UnitProgressRow = {
  task_id: string;
  unit_id: string;
  last_note: unknown;
  claim: unknown;
  acknowledged: boolean;
};

/**
 * Where units stand with tasks: for each pair that has any trace, the last standing note, the last claim and
 * whether the task was acknowledged. Handed null, all units.
 */
export const selectUnitProgress = (
  tx: TenantTx,
  taskIds: readonly string[],
  unitId: string | null,
): Promise<UnitProgressRow[]> =>
  taskIds.length === 0
    ? Promise.resolve([])
    : rows<UnitProgressRow>(
        tx,
        sql`with wanted as (select unnest(${idList(taskIds)}::uuid[]) as task_id),
          standing as (
            select distinct on (p.task_id, p.unit_id) p.*
              from progress_update p join wanted using (task_id)
             where p.organization_id = ${tx.organizationId}::uuid
               and p.replaced_by_id is null and p.withdrawn_at is null
               and (${unitId}::uuid is null or p.unit_id = ${unitId}::uuid)
             order by p.task_id, p.unit_id, p.noted_at desc, p.id desc),
          notes as (
            select p.task_id, p.unit_id,
                   jsonb_build_object('id', p.id, 'text', p.text, 'notedOn', p.noted_on, 'state', p.state,
                                      'percent', p.percent, 'difficulty', p.understood -> 'difficulty') as last_note
              from standing p),
          claims as (
            select distinct on (q.task_id, q.unit_id) q.task_id, q.unit_id,
                   jsonb_build_object('id', q.id, 'state', q.state, 'completedOn', q.completed_on,
                                      'reason', q.reason) as claim
              from completion_claim q join wanted using (task_id)
             where q.organization_id = ${tx.organizationId}::uuid and q.state <> 'withdrawn'
               and (${unitId}::uuid is null or q.unit_id = ${unitId}::uuid)
             order by q.task_id, q.unit_id, q.claimed_at desc, q.id desc),
          seen as (
            select k.task_id, k.unit_id from task_acknowledgement k join wanted using (task_id)
             where k.organization_id = ${tx.organizationId}::uuid
               and (${unitId}::uuid is null or k.unit_id = ${unitId}::uuid))
          select task_id, unit_id, notes.last_note, claims.claim, seen.task_id is not null as acknowledged
            from notes full join claims using (task_id, unit_id) full join seen using (task_id, unit_id)`,
      );

/** A PostgreSQL array literal of ids: the one form that both drivers bind alike. */
const idList = (ids: readonly string[]): string => `{${ids.join(",")}}`;
