import { type BothTx, tenantScope } from "../../db/scope.ts";
import type { LinkedChat } from "../members/link-chat.ts";
import { openWork } from "../organizations/open-work.ts";
import type { Message } from "../outbox/message.ts";
import { queueMessage } from "../outbox/queue-message.ts";

/** The first words to a chat that was just linked, in the transaction that linked it. */
export const greetLinkedChat = (
  both: BothTx,
  { organizationId, memberId, chatLinkId, locale }: LinkedChat,
  messages: readonly Message[],
  now: Date,
): Promise<void> =>
  both.asTenant(tenantScope(organizationId), async (tx) => {
    const work = await openWork(tx, { kind: "tick" }, now);
    for (const message of messages)
      await queueMessage(work, { memberId, chatLinkId, locale }, { purpose: "reply", message });
  });
