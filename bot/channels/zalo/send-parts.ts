import { z } from "zod";
import type { OutgoingMessage, SendOutcome } from "../channel.ts";
import type { Log } from "../log.ts";
import type { ChannelTools } from "../messenger.ts";
import { createPartSender } from "../send-in-parts.ts";
import type { ZaloApi } from "./call-api.ts";
import { judgeFailure, type ZaloAnswer, type ZaloFailure } from "./judge-answer.ts";
import { renderMessage, type ZaloPart } from "./render-message.ts";
import { idSchema } from "./zalo-update-schema.ts";

const receiptSchema = z.object({ message_id: idSchema });

/** Sends messages; what an address for a picture costs is spent only when the picture's turn has come. */
export const createSender = (house: {
  readonly api: ZaloApi;
  readonly publishPicture: ChannelTools["publishPicture"];
  /** The code of a failure that is the whole bot's, reported already; else null. */
  readonly downBy: (failure: ZaloFailure) => Promise<string | null>;
  readonly log: Log;
}) => {
  const { api, publishPicture, downBy, log } = house;
  let crowded = 0;

  const outcomeOf = async (answer: ZaloAnswer): Promise<SendOutcome> => {
    if (answer.kind === "done") {
      crowded = 0;
      const { data: receipt } = receiptSchema.safeParse(answer.result);
      if (receipt !== undefined) return { kind: "delivered", messageKeys: [receipt.message_id] };
      return answer.enveloped
        ? { kind: "delivered", messageKeys: [] }
        : { kind: "ambiguous", code: "no_receipt" };
    }
    const code = await downBy(answer);
    if (code !== null) return { kind: "channel_down", code };
    const tooMany = answer.kind === "refused" && answer.status === 429;
    if (tooMany) crowded += 1;
    const outcome = judgeFailure(answer, crowded);
    if (tooMany && outcome.kind === "retry_after")
      log.warn(
        { channel: "zalo", status: 429, seconds: outcome.seconds },
        "zalo takes no more messages for now",
      );
    return outcome;
  };

  /** Null: the picture is not taken, the text goes alone. */
  const sendPicture = async (
    chatKey: string,
    text: string,
    picture: NonNullable<ZaloPart["picture"]>,
  ): Promise<SendOutcome | null> => {
    let photo: string | null;
    try {
      photo = await publishPicture(picture);
    } catch {
      // Our own house is in trouble, and nothing was sent yet.
      return { kind: "retry_after", seconds: 5 };
    }
    if (photo === null) return null;
    const caption = text === "" ? {} : { caption: text };
    const outcome = await outcomeOf(await api.call("sendPhoto", { chat_id: chatKey, photo, ...caption }));
    return outcome.kind === "rejected" ? null : outcome;
  };

  const sendParts = createPartSender(async (chatKey, part: ZaloPart): Promise<SendOutcome> => {
    const { text, picture } = part;
    const shown = picture === null ? null : await sendPicture(chatKey, text, picture);
    if (shown !== null) return shown;
    if (text === "") return { kind: "rejected", code: "picture_not_taken" };
    return outcomeOf(await api.call("sendMessage", { chat_id: chatKey, text }));
  });

  return {
    send: async (chatKey: string, message: OutgoingMessage): Promise<SendOutcome> => {
      const parts = renderMessage(message);
      if (parts.length === 0) return { kind: "rejected", code: "empty_text" };
      return sendParts(chatKey, message.outboxId, parts);
    },
  };
};
