import { and, eq, isNull, ne } from "drizzle-orm";
import { groupChat, groupSummary, outboxMessage } from "../schema/conversations.ts";
import type { TenantTx } from "../scope.ts";

/** A group of one messenger, as the messenger names it. */
export type GroupAddress = {
  readonly channel: string;
  readonly account: string;
  readonly chatKey: string;
};

const ofAddress = ({ channel, account, chatKey }: GroupAddress) =>
  and(eq(groupChat.channel, channel), eq(groupChat.account, account), eq(groupChat.chatKey, chatKey));

/** The id of the group where it is connected to this office; locked, so that two who change it follow each other. */
export const lockConnectedGroup = async (tx: TenantTx, group: GroupAddress): Promise<string | null> =>
  (
    await tx.db
      .select({ id: groupChat.id })
      .from(groupChat)
      .where(
        and(
          eq(groupChat.organizationId, tx.organizationId),
          ofAddress(group),
          isNull(groupChat.disconnectedAt),
        ),
      )
      .for("update")
  )[0]?.id ?? null;

/** False when the group is connected already, to whichever office. */
export const insertGroupChat = async (
  tx: TenantTx,
  row: Omit<typeof groupChat.$inferInsert, "organizationId">,
): Promise<boolean> =>
  (
    await tx.db
      .insert(groupChat)
      .values({ ...row, organizationId: tx.organizationId })
      .onConflictDoNothing()
      .returning({ id: groupChat.id })
  ).length === 1;

/** The group, and what waits to be said to it, under another key. */
export const moveGroupChat = async (
  tx: TenantTx,
  groupChatId: string,
  { channel, account, chatKey }: GroupAddress,
  toChatKey: string,
): Promise<void> => {
  await tx.db
    .update(groupChat)
    .set({ chatKey: toChatKey })
    .where(and(eq(groupChat.organizationId, tx.organizationId), eq(groupChat.id, groupChatId)));
  await tx.db
    .update(outboxMessage)
    .set({ chatKey: toChatKey })
    .where(
      and(
        eq(outboxMessage.organizationId, tx.organizationId),
        isNull(outboxMessage.chatLinkId),
        eq(outboxMessage.channel, channel),
        eq(outboxMessage.account, account),
        eq(outboxMessage.chatKey, chatKey),
        eq(outboxMessage.state, "queued"),
      ),
    );
};

export const endGroupChat = async (tx: TenantTx, groupChatId: string, at: Date): Promise<void> => {
  await tx.db
    .update(groupChat)
    .set({ disconnectedAt: at })
    .where(and(eq(groupChat.organizationId, tx.organizationId), eq(groupChat.id, groupChatId)));
};

/** False when the group has had this week's summary. */
export const insertGroupSummary = async (
  tx: TenantTx,
  summary: { readonly groupChatId: string; readonly weekOf: string; readonly queuedAt: Date },
): Promise<boolean> =>
  (
    await tx.db
      .insert(groupSummary)
      .values({ ...summary, organizationId: tx.organizationId })
      .onConflictDoNothing()
      .returning({ weekOf: groupSummary.weekOf })
  ).length === 1;

/** What still waits to be said unasked to a group: of a week that is over, or for a group that left. */
export const withdrawGroupMessages = async (
  tx: TenantTx,
  { channel, account, chatKey }: GroupAddress,
): Promise<number> =>
  (
    await tx.db
      .update(outboxMessage)
      .set({ state: "withdrawn" })
      .where(
        and(
          eq(outboxMessage.organizationId, tx.organizationId),
          isNull(outboxMessage.chatLinkId),
          eq(outboxMessage.channel, channel),
          eq(outboxMessage.account, account),
          eq(outboxMessage.chatKey, chatKey),
          eq(outboxMessage.state, "queued"),
          ne(outboxMessage.purpose, "reply"),
        ),
      )
      .returning({ id: outboxMessage.id })
  ).length;
