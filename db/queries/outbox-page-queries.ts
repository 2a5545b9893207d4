import { and, eq, inArray, sql } from "drizzle-orm";
import { type outboxMessage as Outbox, outboxMessage } from "../schema/conversations.ts";
import type { TenantTx } from "../scope.ts";
import { rows } from "./rows.ts";

export const MESSAGE_STATES = ["waiting", "sent", "failed", "withdrawn"] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

const STORED: Readonly<Record<MessageState, readonly (typeof Outbox.$inferSelect)["state"][]>> = {
  waiting: ["queued", "sending"],
  sent: ["sent"],
  failed: ["failed"],
  withdrawn: ["withdrawn"],
};

export type MessageFilter = {
  /** The day on which posts are held. */
  readonly on: string;
  readonly state?: MessageState | undefined;
  readonly purpose?: (typeof Outbox.$inferSelect)["purpose"] | undefined;
  readonly memberId?: string | undefined;
  /** One message, whatever it is. */
  readonly messageId?: string | undefined;
  /** Said earlier than that one. */
  readonly after?: number | null;
  readonly limit: number;
};

/** A message without its words. */
export type MessageRow = {
  readonly id: string;
  readonly sequence: number;
  readonly purpose: "reply" | "notice" | "nudge";
  readonly state: "queued" | "sending" | "sent" | "failed" | "withdrawn";
  readonly attempts: number;
  readonly created_at: string;
  readonly not_before: string;
  readonly sent_at: string | null;
  readonly failure: string | null;
  readonly channel: string | null;
  readonly member_id: string | null;
  readonly member_name: string | null;
  readonly posts:
    | readonly { readonly role: string; readonly unit_id: string | null; readonly unit: string | null }[]
    | null;
};

/** Newest first, by the order of saying. */
export const selectMessages = (tx: TenantTx, filter: MessageFilter): Promise<MessageRow[]> => {
  const own = sql`${tx.organizationId}::uuid`;
  const states =
    filter.state === undefined
      ? null
      : sql.join(
          STORED[filter.state].map((one) => sql`${one}`),
          sql`, `,
        );
  return rows<MessageRow>(
    tx,
    sql`select m.id, m.sequence::float8 as sequence, m.purpose, m.state, m.attempts, m.failure,
               to_json(m.created_at) #>> '{}' as created_at, to_json(m.not_before) #>> '{}' as not_before,
               to_json(m.sent_at) #>> '{}' as sent_at,
               coalesce(l.channel, m.channel) as channel, m.member_id, p.name as member_name,
               (select json_agg(json_build_object('role', a.role, 'unit_id', a.unit_id, 'unit', u.name) order by a.id)
                  from appointment a left join unit u on u.organization_id = a.organization_id and u.id = a.unit_id
                 where a.organization_id = ${own} and a.member_id = m.member_id
                   and a.from_on <= ${filter.on}::date and (a.to_on is null or a.to_on >= ${filter.on}::date)) as posts
          from outbox_message m
          left join member p on p.organization_id = ${own} and p.id = m.member_id
          left join chat_link l on l.organization_id = ${own} and l.id = coalesce(m.sent_link_id, m.chat_link_id)
         where m.organization_id = ${own}
           ${states === null ? sql`` : sql`and m.state in (${states})`}
           ${filter.purpose === undefined ? sql`` : sql`and m.purpose = ${filter.purpose}`}
           ${filter.memberId === undefined ? sql`` : sql`and m.member_id = ${filter.memberId}::uuid`}
           ${filter.messageId === undefined ? sql`` : sql`and m.id = ${filter.messageId}::uuid`}
           ${filter.after == null ? sql`` : sql`and m.sequence < ${filter.after}`}
         order by m.sequence desc limit ${filter.limit}`,
  );
};

/** Locked until the transaction ends, so that a retry happens once. */
export const lockMessage = async (tx: TenantTx, id: string) =>
  (
    await tx.db
      .select({
        purpose: outboxMessage.purpose,
        state: outboxMessage.state,
        createdAt: outboxMessage.createdAt,
        memberId: outboxMessage.memberId,
      })
      .from(outboxMessage)
      .where(and(eq(outboxMessage.organizationId, tx.organizationId), eq(outboxMessage.id, id)))
      .for("update")
  )[0] ?? null;

/** As if it had just been said: its attempts begin anew. */
export const requeueFailedMessage = async (tx: TenantTx, id: string, now: Date): Promise<void> => {
  await tx.db
    .update(outboxMessage)
    .set({ state: "queued", attempts: 0, failure: null, notBefore: now })
    .where(
      and(
        eq(outboxMessage.organizationId, tx.organizationId),
        eq(outboxMessage.id, id),
        inArray(outboxMessage.state, ["failed"]),
      ),
    );
};

/** Posts whose holder no message reaches today: no chat was ever linked, or each is closed. */
export type UnreachedRow = {
  readonly appointment_id: string;
  readonly role: string;
  readonly unit_id: string | null;
  readonly unit: string | null;
  readonly member_id: string;
  readonly member_name: string | null;
  readonly from_on: string;
  /** Since when each chat that was linked is closed; null where none is linked. */
  readonly closed_since: string | null;
  readonly invitation_expires_at: string | null;
};

export const selectUnreachedPosts = (tx: TenantTx, on: string, now: Date): Promise<UnreachedRow[]> => {
  const own = sql`${tx.organizationId}::uuid`;
  return rows<UnreachedRow>(
    tx,
    sql`select a.id as appointment_id, a.role, a.unit_id, u.name as unit, a.member_id, p.name as member_name,
               a.from_on::text as from_on,
               (select to_json(max(l.unreachable_since)) #>> '{}' from chat_link l
                 where l.organization_id = ${own} and l.member_id = a.member_id and l.revoked_at is null) as closed_since,
               (select to_json(max(i.expires_at)) #>> '{}' from invitation i
                 where i.organization_id = ${own} and i.member_id = a.member_id and i.used_at is null
                   and i.revoked_at is null and i.expires_at > ${now.toISOString()}::timestamptz) as invitation_expires_at
          from appointment a
          join member p on p.organization_id = ${own} and p.id = a.member_id and p.erased_at is null
          left join unit u on u.organization_id = ${own} and u.id = a.unit_id
         where a.organization_id = ${own} and a.from_on <= ${on}::date and (a.to_on is null or a.to_on >= ${on}::date)
           and not exists (select from chat_link l
                            where l.organization_id = ${own} and l.member_id = a.member_id and l.revoked_at is null
                              and l.unreachable_since is null and l.chat_key is not null)
         order by u.position nulls first, a.role, a.id`,
  );
};
