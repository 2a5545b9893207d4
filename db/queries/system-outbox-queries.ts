import { and, asc, eq, inArray, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { outboxMessage } from "../schema/conversations.ts";
import { chatLink, member } from "../schema/members.ts";
import { organization } from "../schema/organizations.ts";
import type { SystemTx } from "../scope.ts";
import { rows } from "./rows.ts";

const unclaimed = { claimedBy: null, claimedAt: null };

const columns = {
  id: outboxMessage.id,
  organizationId: outboxMessage.organizationId,
  memberId: outboxMessage.memberId,
  chatLinkId: outboxMessage.chatLinkId,
  channel: outboxMessage.channel,
  account: outboxMessage.account,
  chatKey: outboxMessage.chatKey,
  locale: outboxMessage.locale,
  purpose: outboxMessage.purpose,
  message: outboxMessage.message,
  sequence: outboxMessage.sequence,
  attempts: outboxMessage.attempts,
  failure: outboxMessage.failure,
  sentLinkId: outboxMessage.sentLinkId,
  /** Null with a stranger's message. */
  timeZone: organization.timeZone,
};

/** An answer waits for the answers of its chat that are still to be repeated; a nudge holds up nobody. */
const noEarlierAnswer = (now: string): SQL => sql`not (
  ${outboxMessage.purpose} = 'reply' and exists (
    select 1 from outbox_message earlier
    where earlier.purpose = 'reply'
      and earlier.sequence < ${outboxMessage.sequence}
      and (earlier.state = 'sending' or (earlier.state = 'queued' and earlier.not_before > ${now}::timestamptz))
      and case when ${outboxMessage.chatLinkId} is not null
        then earlier.organization_id = ${outboxMessage.organizationId}
          and earlier.chat_link_id = ${outboxMessage.chatLinkId}
        else earlier.chat_link_id is null
          and earlier.channel = ${outboxMessage.channel}
          and earlier.account = ${outboxMessage.account}
          and earlier.chat_key = ${outboxMessage.chatKey}
        end))`;

/** What may leave now: answers first, then in order of saying. Nothing is claimed yet. */
export const listDueMessages = async (tx: SystemTx, now: Date, limit: number) => {
  const instant = now.toISOString();
  return tx.db
    .select(columns)
    .from(outboxMessage)
    .leftJoin(organization, eq(organization.id, outboxMessage.organizationId))
    .where(
      and(
        eq(outboxMessage.state, "queued"),
        sql`${outboxMessage.notBefore} <= ${instant}::timestamptz`,
        noEarlierAnswer(instant),
      ),
    )
    .orderBy(sql`(${outboxMessage.purpose} = 'reply') desc`, asc(outboxMessage.sequence))
    .limit(limit);
};
export type DueMessage = Awaited<ReturnType<typeof listDueMessages>>[number];

/** The chats of these members that speak for them today, with the channels that each of them wishes. */
export const listLinksOfMembers = async (tx: SystemTx, memberIds: readonly string[]) =>
  memberIds.length === 0
    ? []
    : tx.db
        .select({
          id: chatLink.id,
          organizationId: chatLink.organizationId,
          memberId: chatLink.memberId,
          channel: chatLink.channel,
          account: chatLink.account,
          chatKey: chatLink.chatKey,
          linkedAt: chatLink.linkedAt,
          unreachableSince: chatLink.unreachableSince,
          preferredChannel: member.preferredChannel,
          fallbackChannel: member.fallbackChannel,
        })
        .from(chatLink)
        .innerJoin(
          member,
          and(eq(member.organizationId, chatLink.organizationId), eq(member.id, chatLink.memberId)),
        )
        .where(
          and(
            inArray(chatLink.memberId, [...memberIds]),
            isNull(chatLink.revokedAt),
            isNotNull(chatLink.chatKey),
            isNull(member.erasedAt),
          ),
        );

export type Claim = { readonly id: string; readonly holder: string; readonly now: Date };
export type Claimed = { readonly attempts: number; readonly failure: string | null };

/** Two who want the same message: one gets it, the other (null) passes on without waiting. Answers in the claims' order. */
export const claimMessages = async (
  tx: SystemTx,
  claims: readonly Claim[],
): Promise<readonly (Claimed | null)[]> => {
  const claimed = await rows<Claimed & { id: string; holder: string }>(
    tx,
    sql`with wanted as (
          select w.* from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb)
                       as w(id uuid, holder text, now timestamptz)),
        free as (
          select m.id from outbox_message m
           where m.id in (select id from wanted) and m.state = 'queued'
             for update skip locked)
        update outbox_message m
           set state = 'sending', claimed_by = w.holder, claimed_at = w.now
          from wanted w join free using (id)
         where m.id = w.id
        returning m.id, m.claimed_by as holder, m.attempts, m.failure`,
  );
  const gained = new Map(claimed.map((row) => [`${row.id} ${row.holder}`, row]));
  return claims.map(({ id, holder }) => {
    const row = gained.get(`${id} ${holder}`);
    // Who asks twice gets it once.
    gained.delete(`${id} ${holder}`);
    return row === undefined ? null : { attempts: row.attempts, failure: row.failure };
  });
};

/**
 * Messages that a dead process had in flight: nobody knows whether they arrived. Each is repeated once
 * (`repeated` marks it), and a second time counts as failed. Only for the holder of the delivery's lease.
 */
export const releaseForeignClaims = async (
  tx: SystemTx,
  release: { readonly holder: string; readonly repeated: readonly string[]; readonly mark: string },
): Promise<number> => {
  const foreign = and(
    eq(outboxMessage.state, "sending"),
    or(isNull(outboxMessage.claimedBy), ne(outboxMessage.claimedBy, release.holder)),
  );
  const known = inArray(outboxMessage.failure, [...release.repeated]);
  const attempts = sql`${outboxMessage.attempts} + 1`;
  const failed = await tx.db
    .update(outboxMessage)
    .set({ ...unclaimed, state: "failed", attempts, failure: "ambiguous" })
    .where(and(foreign, known))
    .returning({ id: outboxMessage.id });
  const again = await tx.db
    .update(outboxMessage)
    .set({ ...unclaimed, state: "queued", attempts, failure: release.mark })
    .where(foreign)
    .returning({ id: outboxMessage.id });
  return failed.length + again.length;
};

/** Somebody opened the chat: what waited for that may leave at once. */
export const wakeMessagesOfMember = async (tx: SystemTx, memberId: string, now: Date): Promise<void> => {
  const instant = now.toISOString();
  await tx.db
    .update(outboxMessage)
    .set({ notBefore: now })
    .where(
      and(
        eq(outboxMessage.memberId, memberId),
        eq(outboxMessage.state, "queued"),
        eq(outboxMessage.failure, "waiting"),
        sql`${outboxMessage.notBefore} > ${instant}::timestamptz`,
      ),
    );
};

export const findMemberOfChat = async (
  tx: SystemTx,
  chat: {
    readonly channel: string;
    readonly account: string;
    readonly chatKey: string;
  },
): Promise<string | null> => {
  const [found] = await tx.db
    .select({ memberId: chatLink.memberId })
    .from(chatLink)
    .where(
      and(
        eq(chatLink.channel, chat.channel),
        eq(chatLink.account, chat.account),
        eq(chatLink.chatKey, chat.chatKey),
        isNull(chatLink.revokedAt),
      ),
    );
  return found?.memberId ?? null;
};
