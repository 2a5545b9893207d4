import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { outboxMessage } from "../schema/conversations.ts";
import { chatLink } from "../schema/members.ts";
import type { SystemTx } from "../scope.ts";
import { rows } from "./rows.ts";

/** Only what this process still holds: a claim that another released in the meantime is no longer ours to settle. */
const claimedBy = (id: string, holder: string) =>
  and(eq(outboxMessage.id, id), eq(outboxMessage.state, "sending"), eq(outboxMessage.claimedBy, holder));
const unclaimed = { claimedBy: null, claimedAt: null };

export const unclaimMessage = async (tx: SystemTx, id: string, holder: string): Promise<void> => {
  await tx.db
    .update(outboxMessage)
    .set({ ...unclaimed, state: "queued" })
    .where(claimedBy(id, holder));
};

export type Sent = {
  readonly id: string;
  readonly holder: string;
  readonly at: Date;
  readonly keys: readonly string[];
  readonly linkId: string | null;
};

export const settleSent = async (tx: SystemTx, sent: readonly Sent[]): Promise<void> => {
  await rows(
    tx,
    sql`update outbox_message m
           set state = 'sent', sent_at = s.at, sent_keys = s.keys, sent_link_id = s."linkId", failure = null,
               claimed_by = null, claimed_at = null
          from jsonb_to_recordset(${JSON.stringify(sent)}::jsonb)
            as s(id uuid, holder text, at timestamptz, keys jsonb, "linkId" uuid)
         where m.id = s.id and m.state = 'sending' and m.claimed_by = s.holder`,
  );
};

export const requeueMessage = async (
  tx: SystemTx,
  again: {
    readonly id: string;
    readonly holder: string;
    readonly notBefore: Date;
    readonly attempts: number;
    readonly failure: string | null;
    /** The chat in which it may have arrived; null leaves what was known of that. */
    readonly linkId: string | null;
  },
): Promise<void> => {
  const { id, holder, notBefore, attempts, failure, linkId } = again;
  const known = linkId === null ? {} : { sentLinkId: linkId };
  await tx.db
    .update(outboxMessage)
    .set({ ...unclaimed, ...known, state: "queued", notBefore, attempts, failure })
    .where(claimedBy(id, holder));
};

export const failMessage = async (
  tx: SystemTx,
  failed: {
    readonly id: string;
    readonly holder: string;
    readonly attempts: number;
    readonly failure: string;
  },
): Promise<void> => {
  const { id, holder, attempts, failure } = failed;
  await tx.db
    .update(outboxMessage)
    .set({ ...unclaimed, state: "failed", attempts, failure })
    .where(claimedBy(id, holder));
};

/** Messages of a chat or bot that has to rest: still queued, no attempt counted. */
export const postponeMessages = async (
  tx: SystemTx,
  ids: readonly string[],
  notBefore: Date,
): Promise<void> => {
  if (ids.length === 0) return;
  await tx.db
    .update(outboxMessage)
    .set({ notBefore })
    .where(and(inArray(outboxMessage.id, [...ids]), eq(outboxMessage.state, "queued")));
};

/** Keeps the first moment at which the chat was found closed. */
export const markLinkUnreachable = async (
  tx: SystemTx,
  link: { readonly organizationId: string; readonly id: string },
  since: Date,
): Promise<void> => {
  await tx.db
    .update(chatLink)
    .set({ unreachableSince: since })
    .where(
      and(
        eq(chatLink.organizationId, link.organizationId),
        eq(chatLink.id, link.id),
        isNull(chatLink.unreachableSince),
      ),
    );
};
