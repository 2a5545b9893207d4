import { sql } from "drizzle-orm";
import type { TenantTx } from "../scope.ts";
import { rows } from "./rows.ts";

export type SaidRow = {
  readonly id: string;
  readonly locale: "vi" | "en";
  readonly message: unknown;
  /** ISO instant. */
  readonly at: string;
};

/**
 * What the bot said last in one chat, newest first: what arrived and what waits for an open page. An answer stands
 * where it was made, next to its question; a notice where it arrived.
 */
export const selectLastSaid = (
  tx: TenantTx,
  chatLinkId: string,
  now: Date,
  limit: number,
): Promise<SaidRow[]> =>
  rows<SaidRow>(
    tx,
    sql`with said as (
          select id, locale, message, sequence,
                 case when purpose = 'reply' then created_at else coalesce(sent_at, created_at) end as at
            from outbox_message
           where organization_id = ${tx.organizationId}::uuid
             and coalesce(sent_link_id, chat_link_id) = ${chatLinkId}::uuid
             and (state = 'sent'
               or (state in ('queued', 'sending')
                   and (failure = 'waiting' or not_before <= ${now.toISOString()}::timestamptz))))
        select id, locale, message,
               to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
          from said
         order by said.at desc, sequence desc
         limit ${limit}::int`,
  );
