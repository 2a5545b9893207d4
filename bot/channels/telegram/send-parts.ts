import { type Api, InputFile } from "grammy";
import type { OutgoingMessage, SendOutcome } from "../channel.ts";
import { createPartSender } from "../send-in-parts.ts";
import { type ChatAddress, parseChatKey } from "./chat-address.ts";
import { judgeAnswer, judgeObjection } from "./judge-answer.ts";
import { renderMessage, renderPlain, type TelegramPart } from "./render-message.ts";

const sendOnce = async (api: Api, { chatId, threadId }: ChatAddress, part: TelegramPart): Promise<string> => {
  const markup = {
    ...(part.keyboard === null ? {} : { reply_markup: { inline_keyboard: part.keyboard } }),
    ...(threadId === null ? {} : { message_thread_id: threadId }),
  };
  const entities = [...part.entities];
  const sent =
    part.picture === null
      ? await api.sendMessage(chatId, part.text, {
          entities,
          link_preview_options: { is_disabled: true },
          ...markup,
        })
      : await api.sendPhoto(chatId, new InputFile(part.picture, "picture.png"), {
          ...(part.text === "" ? {} : { caption: part.text, caption_entities: entities }),
          ...markup,
        });
  return String(sent.message_id);
};

/**
 * Where Telegram objects to the looks the words go once more without them, and where a topic is gone to the group
 * itself: what was refused was shown to nobody.
 */
const sendPart = async (api: Api, to: ChatAddress, part: TelegramPart): Promise<string> => {
  try {
    return await sendOnce(api, to, part);
  } catch (error) {
    const objection = judgeObjection(error);
    const plain = objection === "looks" ? renderPlain(part) : null;
    if (plain !== null) return sendPart(api, to, plain);
    if (objection === "topic" && to.threadId !== null) return sendPart(api, { ...to, threadId: null }, part);
    throw error;
  }
};

export const createSender = (api: Api, refused: (code: string) => void) => {
  const sendParts = createPartSender(async (chatKey, part: TelegramPart): Promise<SendOutcome> => {
    const to = parseChatKey(chatKey);
    if (to === null) return { kind: "rejected", code: "chat_key_invalid" };
    try {
      return { kind: "delivered", messageKeys: [await sendPart(api, to, part)] };
    } catch (error) {
      return judgeAnswer(error);
    }
  });

  const send = async (chatKey: string, message: OutgoingMessage): Promise<SendOutcome> => {
    const parts = renderMessage(message);
    if (parts.length === 0) return { kind: "rejected", code: "empty_text" };
    const outcome = await sendParts(chatKey, message.outboxId, parts);
    if (outcome.kind === "channel_down") refused(outcome.code);
    return outcome;
  };
  return { send };
};
