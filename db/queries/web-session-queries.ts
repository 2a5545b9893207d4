import { and, asc, eq, isNull } from "drizzle-orm";
import { chatLink, webSession } from "../schema/members.ts";
import type { TenantTx } from "../scope.ts";

export const insertWebSession = async (
  tx: TenantTx,
  row: Omit<typeof webSession.$inferInsert, "organizationId">,
): Promise<void> => {
  await tx.db.insert(webSession).values({ ...row, organizationId: tx.organizationId });
};

export const touchWebSession = async (tx: TenantTx, sessionId: string, at: Date): Promise<void> => {
  await tx.db
    .update(webSession)
    .set({ lastSeenAt: at })
    .where(and(eq(webSession.organizationId, tx.organizationId), eq(webSession.id, sessionId)));
};

export type WebSessionOfMember = {
  readonly id: string;
  readonly chatLinkId: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
};

/** The browsers that speak for a member now. */
export const selectWebSessionsOfMember = (tx: TenantTx, memberId: string): Promise<WebSessionOfMember[]> =>
  tx.db
    .select({
      id: webSession.id,
      chatLinkId: webSession.chatLinkId,
      createdAt: webSession.createdAt,
      lastSeenAt: webSession.lastSeenAt,
    })
    .from(webSession)
    .innerJoin(
      chatLink,
      and(eq(chatLink.organizationId, webSession.organizationId), eq(chatLink.id, webSession.chatLinkId)),
    )
    .where(
      and(
        eq(webSession.organizationId, tx.organizationId),
        eq(chatLink.memberId, memberId),
        isNull(webSession.revokedAt),
      ),
    )
    .orderBy(asc(webSession.createdAt), asc(webSession.id));

export const revokeSession = async (tx: TenantTx, sessionId: string, at: Date): Promise<void> => {
  await tx.db
    .update(webSession)
    .set({ revokedAt: at })
    .where(and(eq(webSession.organizationId, tx.organizationId), eq(webSession.id, sessionId)));
};
