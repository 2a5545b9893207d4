import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { incomingUpdate } from "../schema/conversations.ts";
import type { SystemTx } from "../scope.ts";
import { rows } from "./rows.ts";
import type { ChatAddress } from "./system-chat-queries.ts";

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

/**
 * The next update whose turn it is: the oldest of its chat that is not handled, locked for this transaction.
 * An older one of the same chat that another process holds, or that waits for its retry, keeps the chat's order.
 */
export const lockNextUpdate = async (tx: SystemTx, now: Date): Promise<IncomingUpdateRow | null> => {
  const [found] = await rows<IncomingUpdateRow>(
    tx,
    sql`select u.id, u.channel, u.account, u.chat_key as "chatKey", u.content
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
           for update skip locked`,
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
