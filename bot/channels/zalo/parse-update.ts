import { createHash } from "node:crypto";
import type { Incoming } from "../channel.ts";
import type { ZaloMessage, ZaloUpdate } from "./zalo-update-schema.ts";

/** Who the bot is, as far as hearing goes; its name is null until Zalo has told it. */
export type ZaloIdentity = { readonly id: string; readonly name: string | null };

export type Parsed =
  | { readonly kind: "heard"; readonly incoming: Incoming }
  /** Nobody spoke to the bot: an own message that came back, a sticker in a group, a channel. */
  | { readonly kind: "passed_over" }
  /** Of a name or shape that we do not know; `event` may be logged. */
  | { readonly kind: "unknown"; readonly event: string };

type Content = Incoming["content"];

const KEY_LENGTH = 200;
const LINK_LENGTH = 2_048;

const EVENT = /^message\.(text|image|sticker|voice|unsupported)\.received$/;

/** A name that came from outside, fit for a log: no words that somebody might have put there. */
const nameOf = (event: string): string => (/^[\w.]{1,64}$/.test(event) ? event : "unreadable");

const hashOf = (...parts: readonly unknown[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);

/** The key against doubles. A message without an id is told from the next one by its time and its content. */
const updateKeyOf = (event: string, message: ZaloMessage): string => {
  const { chat, message_id, date, text, caption, photo, photo_url } = message;
  if (message_id === undefined) return `${event}:${hashOf(chat.id, date, text, caption, photo ?? photo_url)}`;
  const key = `${event}:${chat.id}:${message_id}`;
  return key.length <= KEY_LENGTH ? key : `${event}:${hashOf(chat.id, message_id)}`;
};

const escapeForPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The words of a group without "@name" of the bot in front of them. */
const withoutMention = (words: string, name: string): string =>
  words.replace(new RegExp(`^\\s*@${escapeForPattern(name)}(?![\\p{L}\\p{N}_])[\\s,:]*`, "iu"), "");

/** Null: not worth an answer. */
const contentOf = (kind: string, message: ZaloMessage, bot: ZaloIdentity): Content | null => {
  const group = message.chat.chat_type === "GROUP";
  const words = (said: string): string =>
    group && bot.name !== null ? withoutMention(said, bot.name) : said;
  if (kind === "text" && message.text !== undefined)
    return { kind: "text", text: words(message.text), edited: false };
  const link = message.photo ?? message.photo_url ?? "";
  if (kind === "image" && link !== "" && link.length <= LINK_LENGTH)
    return {
      kind: "file",
      file: { fileKey: link, name: null, kind: "image/jpeg", size: null },
      caption: words(message.caption ?? ""),
    };
  return group ? null : { kind: "unsupported" };
};

/** Of what cannot be read Zalo may not tell the sender; in a private chat that is the chat itself. */
const senderOf = (kind: string, { from, chat }: ZaloMessage): ZaloMessage["from"] =>
  from ?? (kind === "unsupported" && chat.chat_type === "PRIVATE" ? { id: chat.id } : undefined);

/** One update of the Bot Platform as the product knows it. */
export const parseUpdate = (update: ZaloUpdate, bot: ZaloIdentity): Parsed => {
  const { event_name: event, message } = update;
  const [, kind] = EVENT.exec(event) ?? [];
  const from = kind === undefined || message === null ? undefined : senderOf(kind, message);
  if (kind === undefined || message === null || from === undefined)
    return { kind: "unknown", event: nameOf(event) };
  const { chat } = message;
  if (from.is_bot === true || from.id === bot.id) return { kind: "passed_over" };
  if (chat.chat_type !== "PRIVATE" && chat.chat_type !== "GROUP") return { kind: "passed_over" };
  const content = contentOf(kind, message, bot);
  if (content === null) return { kind: "passed_over" };
  return {
    kind: "heard",
    incoming: {
      updateKey: updateKeyOf(event, message),
      chatKey: chat.id,
      userKey: from.id,
      group: chat.chat_type === "GROUP",
      messageKey: message.message_id ?? null,
      // Zalo tells neither what a message answers nor which language somebody reads.
      replyToKey: null,
      languageCode: null,
      content,
      callbackKey: null,
    },
  };
};
