import { and, eq, isNull, sql } from "drizzle-orm";
import { chatLink, invitation, linkAttempt, webSession } from "../schema/members.ts";
import type { SystemTx } from "../scope.ts";

/** One chat of one messenger, as the messenger names it. */
export type ChatAddress = {
  readonly channel: string;
  readonly account: string;
  readonly chatKey: string;
};

export type FoundChatLink = {
  readonly organizationId: string;
  readonly id: string;
  readonly memberId: string;
};

export const findChatLink = async (tx: SystemTx, chat: ChatAddress): Promise<FoundChatLink | null> =>
  (
    await tx.db
      .select({ organizationId: chatLink.organizationId, id: chatLink.id, memberId: chatLink.memberId })
      .from(chatLink)
      .where(
        and(
          eq(chatLink.channel, chat.channel),
          eq(chatLink.account, chat.account),
          eq(chatLink.chatKey, chat.chatKey),
          isNull(chatLink.revokedAt),
        ),
      )
  )[0] ?? null;

export type FoundInvitation = Pick<
  typeof invitation.$inferSelect,
  "organizationId" | "id" | "memberId" | "expiresAt" | "usedAt" | "revokedAt"
>;

export const findInvitation = async (tx: SystemTx, codeHash: string): Promise<FoundInvitation | null> =>
  (
    await tx.db
      .select({
        organizationId: invitation.organizationId,
        id: invitation.id,
        memberId: invitation.memberId,
        expiresAt: invitation.expiresAt,
        usedAt: invitation.usedAt,
        revokedAt: invitation.revokedAt,
      })
      .from(invitation)
      .where(eq(invitation.codeHash, codeHash))
  )[0] ?? null;

export type FoundWebSession = Pick<
  typeof webSession.$inferSelect,
  "organizationId" | "id" | "chatLinkId" | "expiresAt" | "revokedAt" | "lastSeenAt"
>;

export const findSession = async (tx: SystemTx, tokenHash: string): Promise<FoundWebSession | null> =>
  (
    await tx.db
      .select({
        organizationId: webSession.organizationId,
        id: webSession.id,
        chatLinkId: webSession.chatLinkId,
        expiresAt: webSession.expiresAt,
        revokedAt: webSession.revokedAt,
        lastSeenAt: webSession.lastSeenAt,
      })
      .from(webSession)
      .where(eq(webSession.tokenHash, tokenHash))
  )[0] ?? null;

const ofChat = (chat: ChatAddress) =>
  and(
    eq(linkAttempt.channel, chat.channel),
    eq(linkAttempt.account, chat.account),
    eq(linkAttempt.chatKey, chat.chatKey),
  );

/** Until when the chat may try no code; the row stays locked, so that two tries at once count as two. */
export const selectLockedUntil = async (tx: SystemTx, chat: ChatAddress): Promise<Date | null> =>
  (
    await tx.db
      .select({ lockedUntil: linkAttempt.lockedUntil })
      .from(linkAttempt)
      .where(ofChat(chat))
      .for("update")
  )[0]?.lockedUntil ?? null;

/** Counts a wrong try; at `limit` the chat is locked until `lockUntil`, and counting begins anew after that. */
export const countWrongTry = async (
  tx: SystemTx,
  chat: ChatAddress,
  rule: { readonly now: Date; readonly limit: number; readonly lockUntil: Date },
): Promise<{ readonly failures: number; readonly lockedUntil: Date | null }> => {
  const now = sql`${rule.now.toISOString()}::timestamptz`;
  const until = sql`${rule.lockUntil.toISOString()}::timestamptz`;
  const failures = sql`case when ${linkAttempt.lockedUntil} <= ${now} then 1 else ${linkAttempt.failures} + 1 end`;
  const [counted] = await tx.db
    .insert(linkAttempt)
    .values({ ...chat, failures: 1, lockedUntil: null, lastAt: rule.now })
    .onConflictDoUpdate({
      target: [linkAttempt.channel, linkAttempt.account, linkAttempt.chatKey],
      set: {
        failures,
        lockedUntil: sql`case when (${failures}) >= ${rule.limit}::int then ${until} end`,
        lastAt: rule.now,
      },
    })
    .returning({ failures: linkAttempt.failures, lockedUntil: linkAttempt.lockedUntil });
  if (counted === undefined) throw new Error("link_attempt: an upsert returned no row");
  return counted;
};

export const forgetWrongTries = async (tx: SystemTx, chat: ChatAddress): Promise<void> => {
  await tx.db.delete(linkAttempt).where(ofChat(chat));
};
