import type { ChatAddress } from "../../db/queries/system-chat-queries.ts";
import { countWaitingAnswers, insertStrangerMessage } from "../../db/queries/system-stranger-queries.ts";
import type { SystemTx } from "../../db/scope.ts";
import type { Message } from "../outbox/message.ts";
import { newId } from "../shared/ids.ts";

/** A messenger may take one message a second for everybody: whoever floods the bot is not answered each time. */
const MOST_WAITING = 10;

/** Answers a chat that speaks for no member: a stranger's, a group's, one that has just left. */
export const answerBareChat = async (
  tx: SystemTx,
  chat: ChatAddress,
  answer: { readonly message: Message; readonly locale: "vi" | "en"; readonly now: Date },
): Promise<void> => {
  if ((await countWaitingAnswers(tx, chat)) >= MOST_WAITING) return;
  await insertStrangerMessage(tx, chat, { id: newId(answer.now), ...answer });
};
