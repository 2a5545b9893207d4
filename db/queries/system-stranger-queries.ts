import { and, eq, inArray, isNull } from "drizzle-orm";
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

/** Answers to a chat that speaks for nobody which have not left yet. */
export const countWaitingAnswers = (
  tx: SystemTx,
  { channel, account, chatKey }: ChatAddress,
): Promise<number> =>
  tx.db.$count(
    outboxMessage,
    and(
      eq(outboxMessage.purpose, "reply"),
      inArray(outboxMessage.state, ["queued", "sending"]),
      isNull(outboxMessage.chatLinkId),
      eq(outboxMessage.channel, channel),
      eq(outboxMessage.account, account),
      eq(outboxMessage.chatKey, chatKey),
    ),
  );
