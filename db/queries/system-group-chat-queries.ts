import { and, eq, isNull, sql } from "drizzle-orm";
import { catalogue } from "../schema/catalogues.ts";
import { groupChat, groupSummary } from "../schema/conversations.ts";
import { organization } from "../schema/organizations.ts";
import type { SystemTx } from "../scope.ts";
import type { GroupAddress } from "./group-chat-queries.ts";

/** The office that a group is connected to: who takes the bot out of a group need not be known to any. */
export const findOfficeOfGroup = async (
  tx: SystemTx,
  { channel, account, chatKey }: GroupAddress,
): Promise<string | null> =>
  (
    await tx.db
      .select({ organizationId: groupChat.organizationId })
      .from(groupChat)
      .where(
        and(
          eq(groupChat.channel, channel),
          eq(groupChat.account, account),
          eq(groupChat.chatKey, chatKey),
          isNull(groupChat.disconnectedAt),
        ),
      )
  )[0]?.organizationId ?? null;

/**
 * Connected groups that have not had the summary of the week in which `now` lies on their office's wall, where a
 * catalogue is in force that day: few, except on the first morning of the week.
 */
export const groupsWithoutSummary = async (tx: SystemTx, now: Date) => {
  const today = sql`(${now.toISOString()}::timestamptz at time zone ${organization.timeZone})::date`;
  const summaryOfWeek = sql`select 1 from ${groupSummary}
    where ${groupSummary.organizationId} = ${groupChat.organizationId}
      and ${groupSummary.groupChatId} = ${groupChat.id}
      and ${groupSummary.weekOf} = date_trunc('week', ${today})::date`;
  const catalogueInForce = sql`select 1 from ${catalogue}
    where ${catalogue.organizationId} = ${groupChat.organizationId}
      and ${today} between ${catalogue.scopeStartOn} and ${catalogue.scopeEndOn}`;
  return tx.db
    .select({
      organizationId: groupChat.organizationId,
      organizationName: organization.name,
      timeZone: organization.timeZone,
      policy: organization.policy,
      id: groupChat.id,
      channel: groupChat.channel,
      account: groupChat.account,
      chatKey: groupChat.chatKey,
      locale: groupChat.locale,
      connectedAt: groupChat.connectedAt,
    })
    .from(groupChat)
    .innerJoin(organization, eq(organization.id, groupChat.organizationId))
    .where(
      and(
        isNull(groupChat.disconnectedAt),
        sql`not exists (${summaryOfWeek})`,
        sql`exists (${catalogueInForce})`,
      ),
    )
    .orderBy(groupChat.organizationId, groupChat.id);
};
