import type { Incoming, ReceivedFile } from "../channel.ts";
import { type Addressee, parseAddress } from "./parse-address.ts";
import type { TelegramMessage, TelegramUpdate } from "./telegram-update-schema.ts";

type Content = Incoming["content"];
type Chat = TelegramMessage["chat"];
type User = NonNullable<TelegramMessage["from"]>;

const KEY_LENGTH = 200;
const FILE_KEY_LENGTH = 512;
const NAME_LENGTH = 255;
const LANGUAGE_LENGTH = 35;

/** What people send and we cannot read. Service messages ("pinned a message") are not among them: nobody said anything. */
const UNSUPPORTED = [
  "sticker",
  "voice",
  "audio",
  "video",
  "video_note",
  "animation",
  "location",
  "venue",
  "contact",
  "poll",
  "dice",
  "game",
  "story",
  "paid_media",
  "checklist",
] as const satisfies readonly (keyof TelegramMessage)[];

const isPrivate = (chat: Chat): boolean => chat.type === "private";
const isGroup = (chat: Chat): boolean => chat.type === "group" || chat.type === "supergroup";

const base = (update: TelegramUpdate, chat: Chat, from: User) => ({
  updateKey: String(update.update_id),
  chatKey: String(chat.id),
  userKey: String(from.id),
  group: isGroup(chat),
  messageKey: null,
  replyToKey: null,
  languageCode: from.language_code?.slice(0, LANGUAGE_LENGTH) ?? null,
  callbackKey: null,
});

const fileOf = (message: TelegramMessage): ReceivedFile | null => {
  if (message.photo !== undefined) {
    const largest = message.photo.reduce((best, size) =>
      size.width * size.height > best.width * best.height ? size : best,
    );
    return { fileKey: largest.file_id, name: null, kind: "image/jpeg", size: largest.file_size ?? null };
  }
  if (message.document === undefined) return null;
  const { file_id, file_name, mime_type, file_size } = message.document;
  return {
    fileKey: file_id,
    name: file_name?.slice(0, NAME_LENGTH) ?? null,
    kind: mime_type?.slice(0, NAME_LENGTH) ?? null,
    size: file_size ?? null,
  };
};

/** Null: nobody spoke to the bot. */
const contentOf = (message: TelegramMessage, edited: boolean, bot: Addressee): Content | null => {
  const group = isGroup(message.chat);
  const answersBot = message.reply_to_message?.from?.id === bot.id;
  const words = parseAddress(message.text ?? message.caption ?? "", { group, answersBot, bot });
  if (words === null) return null;
  if (message.text !== undefined) return { kind: "text", text: words, edited };
  const file = fileOf(message);
  // A changed caption corrects the note; the file itself is the one that is kept already.
  if (edited) return file !== null ? { kind: "text", text: words, edited } : null;
  if (file !== null)
    return file.fileKey.length <= FILE_KEY_LENGTH
      ? { kind: "file", file, caption: words }
      : { kind: "unsupported" };
  const seen = UNSUPPORTED.some((kind) => message[kind] !== undefined);
  return seen && !group ? { kind: "unsupported" } : null;
};

const parseMessage = (
  update: TelegramUpdate,
  message: TelegramMessage,
  edited: boolean,
  bot: Addressee,
): Incoming[] => {
  const { chat, from } = message;
  if (from === undefined || from.is_bot || message.sender_chat !== undefined) return [];
  if (!isPrivate(chat) && !isGroup(chat)) return [];
  const content = contentOf(message, edited, bot);
  if (content === null) return [];
  return [
    {
      ...base(update, chat, from),
      messageKey: String(message.message_id),
      replyToKey: message.reply_to_message === undefined ? null : String(message.reply_to_message.message_id),
      content,
      albumKey: message.media_group_id?.slice(0, KEY_LENGTH) ?? null,
    },
  ];
};

const parseCallback = (
  update: TelegramUpdate,
  callback: NonNullable<TelegramUpdate["callback_query"]>,
): Incoming[] => {
  const { message, data, from } = callback;
  if (message === undefined || data === undefined || callback.id.length > KEY_LENGTH) return [];
  return [
    {
      ...base(update, message.chat, from),
      content: { kind: "button", data, messageKey: String(message.message_id) },
      callbackKey: callback.id,
    },
  ];
};

const parseMembership = (
  update: TelegramUpdate,
  { chat, from, new_chat_member }: NonNullable<TelegramUpdate["my_chat_member"]>,
): Incoming[] => {
  // Who adds the bot to a group or takes it out says nothing about reaching a person.
  if (!isPrivate(chat)) return [];
  const kind =
    new_chat_member.status === "kicked"
      ? ("blocked" as const)
      : new_chat_member.status === "member"
        ? ("unblocked" as const)
        : null;
  return kind === null ? [] : [{ ...base(update, chat, from), content: { kind } }];
};

/** One update of the Bot API as the product knows it; nothing for kinds that it does not hear. */
export const parseUpdate = (update: TelegramUpdate, bot: Addressee): Incoming[] => {
  if (update.message !== undefined) return parseMessage(update, update.message, false, bot);
  if (update.edited_message !== undefined) return parseMessage(update, update.edited_message, true, bot);
  if (update.callback_query !== undefined) return parseCallback(update, update.callback_query);
  if (update.my_chat_member !== undefined) return parseMembership(update, update.my_chat_member);
  return [];
};
