import { sql } from "drizzle-orm";
import type { SystemTx } from "../scope.ts";
import { listOf, records } from "./rows.ts";
import { namedRows, type PlanningSelection, type RowName } from "./system-planning-office-queries.ts";

type TaskRow = RowName & {
  readonly catalogueId: string;
  readonly number: string;
  readonly shortTitle: string;
  readonly dueOn: string | null;
  readonly hasLadder: boolean;
  readonly leads: readonly LeadRow[] | null;
  readonly claims: readonly ClaimRow[] | null;
};
type LeadRow = {
  readonly unitId: string | null;
  readonly groupId: string | null;
  readonly fromOn: string;
  readonly toOn: string | null;
};
type ClaimRow = {
  readonly unitId: string;
  readonly state: "waiting" | "confirmed";
  readonly claimedAt: string;
};

/** The catalogues in force with their tasks, who leads them, and what was claimed as done. */
export const planningTasks = async (tx: SystemTx, selection: PlanningSelection) => {
  const { organizationIds, from, to, tasks } = selection;
  const inForce = sql`c.scope_start_on <= ${to} and c.scope_end_on >= ${from}`;
  const chosen =
    tasks === null
      ? sql`catalogue c
              join task t on t.organization_id = c.organization_id and t.catalogue_id = c.id and t.withdrawn_at is null
             where c.organization_id = any(${listOf(organizationIds)}) and ${inForce}`
      : sql`(select it.* from ${namedRows(tasks, sql`task`)}) t
              join catalogue c on c.organization_id = t.organization_id and c.id = t.catalogue_id
             where t.withdrawn_at is null and ${inForce}`;
  return {
    catalogues: await records<
      RowName & {
        documentNumber: string | null;
        restricted: boolean;
        publishedAt: string;
        scopeStartOn: string;
        scopeEndOn: string;
        consolidatingUnitId: string | null;
      }
    >(
      tx,
      sql`select c.organization_id as "organizationId", c.id, d.number as "documentNumber", d.restricted,
                 c.published_at as "publishedAt", c.scope_start_on as "scopeStartOn", c.scope_end_on as "scopeEndOn",
                 c.consolidating_unit_id as "consolidatingUnitId"
            from catalogue c
            join document d on d.organization_id = c.organization_id and d.id = c.document_id
           where c.organization_id = any(${listOf(organizationIds)}) and ${inForce}`,
    ),
    tasks: await records<TaskRow>(
      tx,
      sql`select t.organization_id as "organizationId", t.id, t.catalogue_id as "catalogueId", t.number,
                 t.short_title as "shortTitle", t.due_on as "dueOn", t.has_ladder as "hasLadder",
                 (select json_agg(json_build_object('unitId', a.unit_id, 'groupId', a.group_id,
                                                    'fromOn', a.from_on, 'toOn', a.to_on))
                    from assignment a
                   where a.organization_id = t.organization_id and a.task_id = t.id and a.role = 'lead') as leads,
                 (select json_agg(json_build_object('unitId', q.unit_id, 'state', q.state, 'claimedAt', q.claimed_at)
                                  order by q.claimed_at, q.id)
                    from completion_claim q
                   where q.organization_id = t.organization_id and q.task_id = t.id
                     and q.state in ('waiting', 'confirmed')) as claims
            from ${chosen} and not t.is_heading
           order by (select s.position from section s where s.organization_id = t.organization_id and s.id = t.section_id),
                    t.position`,
    ),
  };
};

type PartRow = { readonly organizationId: string; readonly taskId: string; readonly unitId: string };

/** The open rounds of the catalogues in force, and what answers them: notes, and a word that a task was seen. */
export const planningRounds = async (tx: SystemTx, { organizationIds, from, to }: PlanningSelection) => {
  const inForce = sql`catalogue c where c.organization_id = any(${listOf(organizationIds)})
                        and c.scope_start_on <= ${to} and c.scope_end_on >= ${from}`;
  const ofTask = sql`(select t.organization_id, t.id from task t
                       where (t.organization_id, t.catalogue_id) in (select c.organization_id, c.id from ${inForce})
                         and not t.is_heading and t.withdrawn_at is null)`;
  return {
    rounds: await records<
      RowName & {
        catalogueId: string;
        label: string;
        windowStartOn: string;
        dueOn: string;
        reporters: { readonly unitId: string | null; readonly groupId: string | null }[] | null;
        excluded: string[] | null;
      }
    >(
      tx,
      sql`select r.organization_id as "organizationId", r.id, r.catalogue_id as "catalogueId", r.label,
                 r.window_start_on as "windowStartOn", r.due_on as "dueOn",
                 (select json_agg(json_build_object('unitId', p.unit_id, 'groupId', p.group_id)) from round_reporter p
                   where p.organization_id = r.organization_id and p.round_id = r.id) as reporters,
                 (select json_agg(o.unit_id) from obligation o
                   where o.organization_id = r.organization_id and o.round_id = r.id
                     and o.excluded_reason is not null) as excluded
            from reporting_round r
           where (r.organization_id, r.catalogue_id) in (select c.organization_id, c.id from ${inForce})
             and r.closed_at is null and r.due_on is not null`,
    ),
    notes: await records<PartRow & { notedOn: string[] }>(
      tx,
      sql`select organization_id as "organizationId", task_id as "taskId", unit_id as "unitId",
                 array_agg(distinct noted_on) as "notedOn"
            from progress_update
           where replaced_by_id is null and withdrawn_at is null and (organization_id, task_id) in ${ofTask}
           group by organization_id, task_id, unit_id`,
    ),
    acknowledgements: await records<PartRow>(
      tx,
      sql`select organization_id as "organizationId", task_id as "taskId", unit_id as "unitId"
            from task_acknowledgement where (organization_id, task_id) in ${ofTask}`,
    ),
  };
};
