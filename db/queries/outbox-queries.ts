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
