import { and, eq, sql } from "drizzle-orm";
import { conversation } from "../schema/conversations.ts";
import type { TenantTx } from "../scope.ts";
import { rows } from "./rows.ts";

/** The stored talk of a chat, locked so that two updates of one chat follow each other. */
export const lockConversation = async (tx: TenantTx, chatLinkId: string): Promise<unknown> =>
  (
    await tx.db
      .select({ state: conversation.state })
      .from(conversation)
      .where(and(eq(conversation.organizationId, tx.organizationId), eq(conversation.chatLinkId, chatLinkId)))
      .for("update")
  )[0]?.state ?? null;

export const saveConversation = async (
  tx: TenantTx,
  chatLinkId: string,
  state: unknown,
  now: Date,
): Promise<void> => {
  await tx.db
    .insert(conversation)
    .values({ organizationId: tx.organizationId, chatLinkId, state, updatedAt: now })
    .onConflictDoUpdate({
      target: [conversation.organizationId, conversation.chatLinkId],
      set: { state, updatedAt: now },
    });
};

/** What a message that was sent into this chat is about, found by the messenger's own key. */
export const selectSubjectOfSentMessage = async (
  tx: TenantTx,
  chatLinkId: string,
  messageKey: string,
): Promise<unknown> =>
  (
    await rows<{ subject: unknown }>(
      tx,
      sql`select m.subject
            from outbox_message m
           where m.organization_id = ${tx.organizationId}::uuid and m.sent_link_id = ${chatLinkId}::uuid
             and m.sent_keys @> ${JSON.stringify([messageKey])}::jsonb
           order by m.sequence desc limit 1`,
    )
  )[0]?.subject ?? null;

/** What arrived last in this chat, the newest first, and what each is about. */
export const selectLastArrived = (
  tx: TenantTx,
  chatLinkId: string,
  limit: number,
): Promise<{ purpose: "reply" | "notice" | "nudge"; subject: unknown }[]> =>
  rows(
    tx,
    sql`select m.purpose, m.subject
          from outbox_message m
         where m.organization_id = ${tx.organizationId}::uuid and m.sent_link_id = ${chatLinkId}::uuid
           and m.state = 'sent'
         order by m.sent_at desc, m.sequence desc limit ${limit}::int`,
  );
