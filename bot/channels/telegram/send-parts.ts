import { type Api, InputFile } from "grammy";
import type { OutgoingMessage, SendOutcome } from "../channel.ts";
import { judgeAnswer } from "./judge-answer.ts";
import { renderMessage, type TelegramPart } from "./render-message.ts";

/** Messages whose first parts arrived and whose next one did not; more are not remembered. */
const MOST_UNFINISHED = 1_000;

const sendPart = async (api: Api, chatId: number, part: TelegramPart): Promise<string> => {
  const markup = part.keyboard === null ? {} : { reply_markup: { inline_keyboard: part.keyboard } };
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
 * Sends the parts of a message one after another. When one fails after others arrived, the next attempt goes
 * on from there, so that nobody reads the beginning twice; after a restart the whole message counts as one.
 */
export const createSender = (api: Api, refused: (code: string) => void) => {
  const unfinished = new Map<string, readonly string[]>();

  const remember = (place: string, keys: readonly string[]): void => {
    unfinished.delete(place);
    if (keys.length === 0) return;
    unfinished.set(place, keys);
    const [oldest] = unfinished.keys();
    if (unfinished.size > MOST_UNFINISHED && oldest !== undefined) unfinished.delete(oldest);
  };

  const send = async (chatId: number, message: OutgoingMessage): Promise<SendOutcome> => {
    if (!Number.isSafeInteger(chatId)) return { kind: "rejected", code: "chat_key_invalid" };
    const parts = renderMessage(message);
    if (parts.length === 0) return { kind: "rejected", code: "empty_text" };
    const place = `${chatId} ${message.outboxId}`;
    const keys = [...(unfinished.get(place) ?? [])];
    try {
      for (const part of parts.slice(keys.length)) keys.push(await sendPart(api, chatId, part));
    } catch (error) {
      const outcome = judgeAnswer(error);
      if (outcome.kind === "channel_down") refused(outcome.code);
      remember(place, outcome.kind === "retry_after" || outcome.kind === "ambiguous" ? keys : []);
      return outcome;
    }
    remember(place, []);
    return { kind: "delivered", messageKeys: keys };
  };
  return { send };
};
