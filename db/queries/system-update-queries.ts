import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { incomingUpdate } from "../schema/conversations.ts";
import type { SystemTx } from "../scope.ts";
import { rows } from "./rows.ts";
import type { ChatAddress, FoundChatLink } from "./system-chat-queries.ts";

export type NewIncomingUpdate = {
  readonly id: string;
  readonly updateKey: string;
  readonly chatKey: string;
  readonly content: unknown;
};

/** Each update once, whoever delivers it twice. Returns how many were new. */
export const storeIncomingUpdates = async (
  tx: SystemTx,
  bot: { readonly channel: ChatAddress["channel"]; readonly account: string },
  updates: readonly NewIncomingUpdate[],
  now: Date,
): Promise<number> => {
  if (updates.length === 0) return 0;
  const stored = await tx.db
    .insert(incomingUpdate)
    .values(updates.map((update) => ({ ...bot, ...update, receivedAt: now, failures: 0 })))
    .onConflictDoNothing()
    .returning({ id: incomingUpdate.id });
  return stored.length;
};

export type IncomingUpdateRow = Pick<
  typeof incomingUpdate.$inferSelect,
  "id" | "channel" | "account" | "chatKey" | "content"
>;

/** An update with the link by which its chat speaks for a member. */
export type NextUpdate = IncomingUpdateRow & { readonly link: FoundChatLink | null };

/**
 * The next update whose turn it is: the oldest of its chat that is not handled, locked for this transaction.
 * An older one of the same chat that another transaction holds, or that waits for its retry, keeps the chat's order.
 * It is marked as handled at the end alone: whoever delivers it again would wait for this transaction from then on.
 */
export const lockNextUpdate = async (tx: SystemTx, now: Date): Promise<NextUpdate | null> => {
  const [found] = await rows<NextUpdate>(
    tx,
    sql`with next as (
          select u.id, u.channel, u.account, u.chat_key, u.content
            from incoming_update u
           where u.handled_at is null
             and (u.retry_at is null or u.retry_at <= ${now.toISOString()}::timestamptz)
             and not (u.content -> 'content' ->> 'kind' = 'file' and u.content -> 'kept' is null)
             and not exists (
               select from incoming_update e
                where e.handled_at is null and e.channel = u.channel and e.account = u.account
                  and e.chat_key = u.chat_key and e.sequence < u.sequence)
           order by u.sequence
           limit 1
             for update skip locked)
        select next.id, next.channel, next.account, next.chat_key as "chatKey", next.content,
               case when l.id is not null then jsonb_build_object(
                 'organizationId', l.organization_id, 'id', l.id, 'memberId', l.member_id) end as link
          from next
          left join chat_link l on l.channel = next.channel and l.account = next.account
           and l.chat_key = next.chat_key and l.revoked_at is null`,
  );
  return found ?? null;
};

/** One update that is not handled yet, held to the end of the transaction. */
export const lockUpdate = async (tx: SystemTx, id: string): Promise<IncomingUpdateRow | null> =>
  (
    await tx.db
      .select()
      .from(incomingUpdate)
      .where(and(eq(incomingUpdate.id, id), isNull(incomingUpdate.handledAt)))
      .for("update")
  )[0] ?? null;

/**
 * Handled, in the same transaction as what it brought about. A messenger's words and chat are blanked at once;
 * the web chat keeps its own, because its page shows the talk again.
 */
export const markUpdateHandled = async (
  tx: SystemTx,
  id: string,
  now: Date,
  keep: boolean,
): Promise<void> => {
  await tx.db
    .update(incomingUpdate)
    .set({ handledAt: now, ...(keep ? {} : { content: null, chatKey: null }) })
    .where(eq(incomingUpdate.id, id));
};

export const postponeUpdate = async (tx: SystemTx, id: string, retryAt: Date): Promise<number> => {
  const [row] = await tx.db
    .update(incomingUpdate)
    .set({ failures: sql`${incomingUpdate.failures} + 1`, retryAt })
    .where(and(eq(incomingUpdate.id, id), isNull(incomingUpdate.handledAt)))
    .returning({ failures: incomingUpdate.failures });
  return row?.failures ?? 0;
};

export type WaitingFileRow = {
  id: string;
  channel: ChatAddress["channel"];
  account: string;
  chatKey: string | null;
  content: unknown;
  failures: number;
};

/**
 * Updates that brought a file whose bytes have not been laid aside or read yet. What the person said before it comes
 * first: it may choose the post that the file is sent for.
 */
export const selectWaitingFiles = (tx: SystemTx, now: Date, limit: number): Promise<WaitingFileRow[]> =>
  rows<WaitingFileRow>(
    tx,
    sql`select u.id, u.channel, u.account, u.chat_key as "chatKey", u.content, u.failures
          from incoming_update u
         where u.handled_at is null and u.content -> 'content' ->> 'kind' = 'file' and u.content -> 'kept' is null
           and (u.retry_at is null or u.retry_at <= ${now.toISOString()}::timestamptz)
           and not exists (
             select from incoming_update e
              where e.handled_at is null and e.channel = u.channel and e.account = u.account
                and e.chat_key = u.chat_key and e.sequence < u.sequence
                and e.content -> 'content' ->> 'kind' <> 'file')
         order by u.sequence
         limit ${limit}`,
  );

/** What became of the file: laid aside, read, or refused with a code. */
export const noteFileKept = async (tx: SystemTx, id: string, kept: unknown): Promise<void> => {
  await rows(
    tx,
    sql`update incoming_update
           set content = jsonb_set(content, '{kept}', ${JSON.stringify(kept)}::jsonb), retry_at = null, failures = 0
         where id = ${id}::uuid and handled_at is null`,
  );
};

export const deleteHandledUpdates = async (tx: SystemTx, before: Date): Promise<number> =>
  (
    await tx.db
      .delete(incomingUpdate)
      .where(lt(incomingUpdate.handledAt, before))
      .returning({ id: incomingUpdate.id })
  ).length;
