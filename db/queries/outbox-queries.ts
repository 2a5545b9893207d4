import { outboxMessage } from "../schema/conversations.ts";
import type { TenantTx } from "../scope.ts";

export type NewOutboxMessage = {
  readonly id: string;
  readonly memberId: string;
  readonly chatLinkId: string | null;
  readonly locale: "vi" | "en";
  readonly purpose: "reply" | "notice" | "nudge";
  readonly message: unknown;
  readonly subject: unknown;
  readonly editsMessageKey: string | null;
  readonly createdAt: Date;
  readonly notBefore: Date;
};

export const insertOutboxMessage = async (tx: TenantTx, message: NewOutboxMessage): Promise<void> => {
  await tx.db
    .insert(outboxMessage)
    .values({ ...message, organizationId: tx.organizationId, state: "queued", attempts: 0 });
};

/** A notice to a chat that is no member's: a group, or the chat of somebody who has just handed over. */
export const insertAddressedMessage = async (
  tx: TenantTx,
  to: { readonly channel: string; readonly account: string; readonly chatKey: string },
  message: {
    readonly id: string;
    readonly locale: "vi" | "en";
    readonly message: unknown;
    readonly now: Date;
  },
): Promise<void> => {
  const { id, locale, now } = message;
  await tx.db.insert(outboxMessage).values({
    ...to,
    id,
    organizationId: tx.organizationId,
    locale,
    purpose: "notice",
    message: message.message,
    state: "queued",
    attempts: 0,
    createdAt: now,
    notBefore: now,
  });
};
