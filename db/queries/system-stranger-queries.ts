import { outboxMessage } from "../schema/conversations.ts";
import type { SystemTx } from "../scope.ts";
import type { ChatAddress } from "./system-chat-queries.ts";

/** An answer to somebody whom no organization knows: it carries its own address. */
export const insertStrangerMessage = async (
  tx: SystemTx,
  chat: ChatAddress,
  message: {
    readonly id: string;
    readonly locale: "vi" | "en";
    readonly message: unknown;
    readonly now: Date;
  },
): Promise<void> => {
  await tx.db.insert(outboxMessage).values({
    ...chat,
    id: message.id,
    locale: message.locale,
    message: message.message,
    purpose: "reply",
    state: "queued",
    attempts: 0,
    createdAt: message.now,
    notBefore: message.now,
  });
};
