import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { chatLink, invitation, member, webSession } from "../schema/members.ts";
import type { TenantTx } from "../scope.ts";

export type ChatLinkRow = typeof chatLink.$inferSelect;

export const selectChatLink = async (tx: TenantTx, chatLinkId: string): Promise<ChatLinkRow | null> =>
  (
    await tx.db
      .select()
      .from(chatLink)
      .where(
        and(
          eq(chatLink.organizationId, tx.organizationId),
          eq(chatLink.id, chatLinkId),
          isNull(chatLink.revokedAt),
        ),
      )
  )[0] ?? null;

/** The language of the person for whom the chat speaks; null when it speaks for nobody any more. */
export const selectLocaleOfLink = async (tx: TenantTx, chatLinkId: string): Promise<"vi" | "en" | null> =>
  (
    await tx.db
      .select({ locale: member.locale })
      .from(chatLink)
      .innerJoin(
        member,
        and(eq(member.organizationId, chatLink.organizationId), eq(member.id, chatLink.memberId)),
      )
      .where(
        and(
          eq(chatLink.organizationId, tx.organizationId),
          eq(chatLink.id, chatLinkId),
          isNull(chatLink.revokedAt),
        ),
      )
  )[0]?.locale ?? null;

/** The chats that speak for a member now. */
export const selectChatLinksOfMember = (tx: TenantTx, memberId: string): Promise<ChatLinkRow[]> =>
  tx.db
    .select()
    .from(chatLink)
    .where(
      and(
        eq(chatLink.organizationId, tx.organizationId),
        eq(chatLink.memberId, memberId),
        isNull(chatLink.revokedAt),
      ),
    )
    .orderBy(asc(chatLink.linkedAt), asc(chatLink.id));

/** False when somebody linked this chat at the same moment. */
export const insertChatLink = async (
  tx: TenantTx,
  row: Omit<typeof chatLink.$inferInsert, "organizationId">,
): Promise<boolean> =>
  (
    await tx.db
      .insert(chatLink)
      .values({ ...row, organizationId: tx.organizationId })
      .onConflictDoNothing()
      .returning({ id: chatLink.id })
  ).length === 1;

/** Who can be reached again is told what is still true: planning judges the whole office again. */
export const clearUnreachable = async (tx: TenantTx, chatLinkId: string): Promise<void> => {
  await tx.db.execute(
    sql`with back as (
          update chat_link set unreachable_since = null
           where organization_id = ${tx.organizationId} and id = ${chatLinkId} and unreachable_since is not null
          returning organization_id, linked_at)
        update organization set look_again_on = (back.linked_at at time zone 'UTC')::date from back
         where organization.id = back.organization_id`,
  );
};

export const markUnreachable = async (tx: TenantTx, chatLinkId: string, since: Date): Promise<void> => {
  await tx.db
    .update(chatLink)
    .set({ unreachableSince: since })
    .where(and(eq(chatLink.organizationId, tx.organizationId), eq(chatLink.id, chatLinkId)));
};

export const updateCurrentAppointment = async (
  tx: TenantTx,
  chatLinkId: string,
  appointmentId: string,
): Promise<void> => {
  await tx.db
    .update(chatLink)
    .set({ currentAppointmentId: appointmentId })
    .where(and(eq(chatLink.organizationId, tx.organizationId), eq(chatLink.id, chatLinkId)));
};

/** Every chat and browser of a member ends; the keys stay so that a later hint "linked until …" is possible. */
export const revokeChatLinks = async (tx: TenantTx, memberId: string, at: Date): Promise<void> => {
  await tx.db
    .update(webSession)
    .set({ revokedAt: at })
    .where(
      and(
        eq(webSession.organizationId, tx.organizationId),
        isNull(webSession.revokedAt),
        sql`${webSession.chatLinkId} in (select ${chatLink.id} from ${chatLink} where ${chatLink.organizationId} = ${tx.organizationId}::uuid and ${chatLink.memberId} = ${memberId}::uuid)`,
      ),
    );
  await tx.db
    .update(chatLink)
    .set({ revokedAt: at })
    .where(
      and(
        eq(chatLink.organizationId, tx.organizationId),
        eq(chatLink.memberId, memberId),
        isNull(chatLink.revokedAt),
      ),
    );
};

export const insertInvitation = async (
  tx: TenantTx,
  row: Omit<typeof invitation.$inferInsert, "organizationId">,
): Promise<void> => {
  await tx.db.insert(invitation).values({ ...row, organizationId: tx.organizationId });
};

/** Codes that were handed out and not used: a new code makes them worthless. */
export const revokeInvitations = async (tx: TenantTx, memberId: string, at: Date): Promise<void> => {
  await tx.db
    .update(invitation)
    .set({ revokedAt: at })
    .where(
      and(
        eq(invitation.organizationId, tx.organizationId),
        eq(invitation.memberId, memberId),
        isNull(invitation.usedAt),
        isNull(invitation.revokedAt),
      ),
    );
};

/** False when the code was used at the same moment. */
export const useInvitation = async (tx: TenantTx, invitationId: string, at: Date): Promise<boolean> =>
  (
    await tx.db
      .update(invitation)
      .set({ usedAt: at })
      .where(
        and(
          eq(invitation.organizationId, tx.organizationId),
          eq(invitation.id, invitationId),
          isNull(invitation.usedAt),
        ),
      )
      .returning({ id: invitation.id })
  ).length === 1;

/** One chat ends, with the browsers that speak for it; false when it had ended. */
export const revokeChatLink = async (tx: TenantTx, chatLinkId: string, at: Date): Promise<boolean> => {
  await tx.db
    .update(webSession)
    .set({ revokedAt: at })
    .where(
      and(
        eq(webSession.organizationId, tx.organizationId),
        eq(webSession.chatLinkId, chatLinkId),
        isNull(webSession.revokedAt),
      ),
    );
  return (
    (
      await tx.db
        .update(chatLink)
        .set({ revokedAt: at })
        .where(
          and(
            eq(chatLink.organizationId, tx.organizationId),
            eq(chatLink.id, chatLinkId),
            isNull(chatLink.revokedAt),
          ),
        )
        .returning({ id: chatLink.id })
    ).length === 1
  );
};
