import { sql } from "drizzle-orm";
import type { TenantTx } from "../scope.ts";
import { rows } from "./rows.ts";

export type RoundRow = {
  id: string;
  catalogue_id: string;
  label: string;
  phrase: string;
  window_start_on: string;
  due_on: string | null;
  closed: boolean;
  closed_on: string | null;
  reporters: unknown;
  excluded_unit_ids: unknown;
};

/** The rounds of the catalogues whose scope covers that day, dated ones in order. */
export const selectRoundsInForce = (tx: TenantTx, on: string): Promise<RoundRow[]> =>
  rows<RoundRow>(
    tx,
    sql`select r.id, r.catalogue_id, r.label, r.phrase, r.window_start_on::text as window_start_on,
               r.due_on::text as due_on, r.closed_at is not null as closed,
               case when r.closed_at is null then null else coalesce(r.cut_off_on, r.due_on)::text end as closed_on,
               (select coalesce(jsonb_agg(jsonb_build_object('unitId', p.unit_id, 'groupId', p.group_id)), '[]')
                  from round_reporter p
                 where p.organization_id = r.organization_id and p.round_id = r.id) as reporters,
               (select coalesce(jsonb_agg(o.unit_id), '[]')
                  from obligation o
                 where o.organization_id = r.organization_id and o.round_id = r.id
                   and o.excluded_reason is not null) as excluded_unit_ids
          from reporting_round r
          join catalogue c on c.organization_id = r.organization_id and c.id = r.catalogue_id
         where r.organization_id = ${tx.organizationId}::uuid
           and c.scope_start_on <= ${on}::date and c.scope_end_on >= ${on}::date
         order by r.due_on nulls last, r.position`,
  );

/** The days of a unit's standing notes on those tasks from a day on. */
export const selectNotedDays = (
  tx: TenantTx,
  unitId: string,
  from: string,
): Promise<{ task_id: string; noted_on: string }[]> =>
  rows(
    tx,
    sql`select distinct p.task_id, p.noted_on::text as noted_on
          from progress_update p
         where p.organization_id = ${tx.organizationId}::uuid and p.unit_id = ${unitId}::uuid
           and p.noted_on >= ${from}::date and p.replaced_by_id is null and p.withdrawn_at is null`,
  );

export type StandingClaimRow = { task_id: string; claimed_on: string };

/** Each task's standing claim of that unit (waiting or confirmed), by the day it was made. */
export const selectStandingClaims = (
  tx: TenantTx,
  unitId: string,
  zone: string,
): Promise<StandingClaimRow[]> =>
  rows(
    tx,
    sql`select distinct on (q.task_id) q.task_id, (q.claimed_at at time zone ${zone})::date::text as claimed_on
          from completion_claim q
         where q.organization_id = ${tx.organizationId}::uuid and q.unit_id = ${unitId}::uuid
           and q.state in ('waiting', 'confirmed')
         order by q.task_id, q.claimed_at`,
  );
