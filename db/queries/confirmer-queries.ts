import { sql } from "drizzle-orm";
import type { TenantTx } from "../scope.ts";
import { rows } from "./rows.ts";

export type ConfirmerRow = { memberId: string; role: "consolidator" | "leader"; locale: "vi" | "en" };

/**
 * Consolidators and leaders who hold their post on that day and can be written to. Nobody of the claiming unit
 * itself; a leader with a list of units only for those on it.
 */
export const selectConfirmers = (tx: TenantTx, unitId: string, on: string): Promise<ConfirmerRow[]> =>
  rows<ConfirmerRow>(
    tx,
    sql`select distinct m.id as "memberId", p.role, m.locale
          from appointment p
          join member m on m.organization_id = p.organization_id and m.id = p.member_id
          join chat_link l on l.organization_id = m.organization_id and l.member_id = m.id and l.revoked_at is null
         where p.organization_id = ${tx.organizationId}::uuid
           and p.role in ('consolidator', 'leader')
           and p.from_on <= ${on}::date and (p.to_on is null or p.to_on >= ${on}::date)
           and not exists (select from appointment own
                            where own.organization_id = p.organization_id and own.member_id = p.member_id
                              and own.unit_id = ${unitId}::uuid
                              and own.from_on <= ${on}::date and (own.to_on is null or own.to_on >= ${on}::date))
           and (p.role = 'consolidator'
                or not exists (select from leader_charge c
                                where c.organization_id = p.organization_id and c.appointment_id = p.id)
                or exists (select from leader_charge c
                            where c.organization_id = p.organization_id and c.appointment_id = p.id
                              and c.unit_id = ${unitId}::uuid))
         order by m.id`,
  );

/** Whether that sentence was put into the member's outbox since then. */
export const wasToldToday = async (
  tx: TenantTx,
  memberId: string,
  key: string,
  since: Date,
): Promise<boolean> =>
  (
    await rows<{ told: boolean }>(
      tx,
      sql`select exists (
            select from outbox_message o
             where o.organization_id = ${tx.organizationId}::uuid and o.member_id = ${memberId}::uuid
               and o.purpose = 'notice' and o.created_at >= ${since.toISOString()}::timestamptz
               and o.message #>> '{paragraphs,0,0,key}' = ${key}) as told`,
    )
  )[0]?.told === true;
