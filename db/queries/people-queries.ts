import { sql } from "drizzle-orm";
import type { TenantTx } from "../scope.ts";
import { rows } from "./rows.ts";

/** A member as the administrator sees them: messengers by name, never the key of a chat. */
export type PersonRow = {
  readonly id: string;
  readonly name: string | null;
  readonly locale: "vi" | "en";
  readonly channels: readonly string[];
  /** ISO instant until which an unused code opens; null without one. */
  readonly invitedUntil: string | null;
};

export type PersonFilter = {
  /** Posts count that are held on this day. */
  readonly on: string;
  readonly unitId: string | null;
  readonly role: string | null;
  readonly after: string | null;
  readonly limit: number;
};

const person = (now: Date) => sql`
  m.id, m.name, m.locale,
  coalesce((select jsonb_agg(distinct l.channel) from chat_link l
             where l.organization_id = m.organization_id and l.member_id = m.id and l.revoked_at is null),
           '[]') as channels,
  (select to_char(max(i.expires_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from invitation i
    where i.organization_id = m.organization_id and i.member_id = m.id and i.used_at is null
      and i.revoked_at is null and i.expires_at > ${now.toISOString()}::timestamptz) as "invitedUntil"`;

/** One page of the members, those who left aside; a unit or a role asks for whoever holds such a post. */
export const selectPeople = (tx: TenantTx, filter: PersonFilter, now: Date): Promise<PersonRow[]> =>
  rows<PersonRow>(
    tx,
    sql`select ${person(now)}
          from member m
         where m.organization_id = ${tx.organizationId}::uuid and m.erased_at is null
           and (${filter.after}::uuid is null or m.id > ${filter.after}::uuid)
           and (${filter.unitId}::uuid is null and ${filter.role}::text is null
                or exists (select from appointment a
                            where a.organization_id = m.organization_id and a.member_id = m.id
                              and (${filter.unitId}::uuid is null or a.unit_id = ${filter.unitId}::uuid)
                              and (${filter.role}::text is null or a.role = ${filter.role}::text)
                              and a.from_on <= ${filter.on}::date
                              and (a.to_on is null or a.to_on >= ${filter.on}::date)))
         order by m.id
         limit ${filter.limit}::int`,
  );

/** Null for whoever left or never was here. */
export const selectPerson = async (tx: TenantTx, memberId: string, now: Date): Promise<PersonRow | null> =>
  (
    await rows<PersonRow>(
      tx,
      sql`select ${person(now)}
            from member m
           where m.organization_id = ${tx.organizationId}::uuid and m.id = ${memberId}::uuid
             and m.erased_at is null`,
    )
  )[0] ?? null;
