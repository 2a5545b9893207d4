import { insertOutboxMessage } from "../../db/queries/outbox-queries.ts";
import type { Work } from "../shared/work.ts";
import type { Message } from "./message.ts";
import type { MessageSubject } from "./subject.ts";

/**
 * Puts a message into the outbox within the use case's transaction; it leaves after the commit.
 * An answer names the chat (`chatLinkId`) that it belongs to; a notice leaves it null and finds the member's
 * best chat at delivery. Returns the message's id.
 */
export const queueMessage = async (
  work: Work,
  to: {
    readonly memberId: string;
    readonly chatLinkId?: string | null;
    readonly locale: "vi" | "en";
  },
  what: {
    readonly purpose: "reply" | "notice" | "nudge";
    readonly message: Message;
    readonly subject?: MessageSubject | null;
    readonly notBefore?: Date;
  },
): Promise<string> => {
  const id = work.newId();
  await insertOutboxMessage(work.tx, {
    id,
    memberId: to.memberId,
    chatLinkId: to.chatLinkId ?? null,
    locale: to.locale,
    purpose: what.purpose,
    message: what.message,
    subject: what.subject ?? null,
    editsMessageKey: null,
    createdAt: work.now,
    notBefore: what.notBefore ?? work.now,
  });
  return id;
};
