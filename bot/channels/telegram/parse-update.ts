import type { Incoming, ReceivedFile } from "../channel.ts";
import { writeChatKey } from "./chat-address.ts";
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

type Threaded = Pick<TelegramMessage, "message_thread_id" | "is_topic_message">;

/** A topic of a group is answered in the topic; topics of a private chat are one talk. */
const threadOf = (chat: Chat, { message_thread_id, is_topic_message }: Threaded): number | null =>
  isGroup(chat) && is_topic_message === true ? (message_thread_id ?? null) : null;

type Sender = Pick<User, "id"> & { readonly language_code?: User["language_code"] };

const base = (update: TelegramUpdate, chat: Chat, from: Sender, threaded: Threaded | null = null) => ({
  updateKey: String(update.update_id),
  chatKey: writeChatKey({ chatId: chat.id, threadId: threaded === null ? null : threadOf(chat, threaded) }),
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

/** Every message of a topic "answers" the one that opened the topic: that is no answer. */
const answeredBy = (message: TelegramMessage): TelegramMessage["reply_to_message"] => {
  const { reply_to_message: answered, chat } = message;
  return answered?.message_id === threadOf(chat, message) ? undefined : answered;
};

/** Null: nobody spoke to the bot. */
const contentOf = (message: TelegramMessage, edited: boolean, bot: Addressee): Content | null => {
  const group = isGroup(message.chat);
  const answersBot = answeredBy(message)?.from?.id === bot.id;
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
  // The group is a supergroup from now on, with another id: nobody is reached under this one any more.
  if (message.migrate_to_chat_id !== undefined) {
    const moved = { kind: "moved", toChatKey: String(message.migrate_to_chat_id) } as const;
    return isGroup(chat) ? [{ ...base(update, chat, from ?? chat), content: moved }] : [];
  }
  // An administrator who hides behind the group's name is heard, as somebody whom nobody knows.
  const hidden = isGroup(chat) && message.sender_chat?.id === chat.id;
  if (from === undefined || (!hidden && (from.is_bot || message.sender_chat !== undefined))) return [];
  if (!isPrivate(chat) && !isGroup(chat)) return [];
  const content = contentOf(message, edited, bot);
  if (content === null) return [];
  const answered = answeredBy(message);
  return [
    {
      ...base(update, chat, from, message),
      messageKey: String(message.message_id),
      replyToKey: answered === undefined ? null : String(answered.message_id),
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
      ...base(update, message.chat, from, message),
      content: { kind: "button", data, messageKey: String(message.message_id) },
      callbackKey: callback.id,
    },
  ];
};

const parseMembership = (
  update: TelegramUpdate,
  { chat, from, new_chat_member }: NonNullable<TelegramUpdate["my_chat_member"]>,
): Incoming[] => {
  const { status } = new_chat_member;
  // Who is taken out of a group writes to nobody there; to be added to one says nothing yet.
  if (isGroup(chat))
    return status === "kicked" || status === "left"
      ? [{ ...base(update, chat, from), content: { kind: "blocked" } }]
      : [];
  if (!isPrivate(chat)) return [];
  const kind =
    status === "kicked" ? ("blocked" as const) : status === "member" ? ("unblocked" as const) : null;
  return kind === null ? [] : [{ ...base(update, chat, from), content: { kind } }];
};

/** "Seen, agreed". */
const POSITIVE = new Set(["👍", "❤", "❤‍🔥", "👌", "👏", "🙏", "🫡", "🤝", "💯", "✍", "✅"]);

const positivesIn = (reactions: readonly { readonly emoji?: string | undefined }[]): ReadonlySet<string> =>
  new Set(
    reactions
      // With or without the sign that asks for a coloured picture.
      .flatMap(({ emoji }) => emoji?.replaceAll("\uFE0F", "") ?? [])
      .filter((emoji) => POSITIVE.has(emoji)),
  );

/** Only what was just put there counts: a reaction that is taken back, or changed for the worse, says nothing. */
const parseReaction = (
  update: TelegramUpdate,
  { chat, message_id, user, old_reaction, new_reaction }: NonNullable<TelegramUpdate["message_reaction"]>,
): Incoming[] => {
  if (!isPrivate(chat) || user === undefined || user.is_bot) return [];
  const before = positivesIn(old_reaction);
  const added = [...positivesIn(new_reaction)].some((emoji) => !before.has(emoji));
  return added
    ? [{ ...base(update, chat, user), content: { kind: "reaction", messageKey: String(message_id) } }]
    : [];
};

/** One update of the Bot API as the product knows it; nothing for kinds that it does not hear. */
export const parseUpdate = (update: TelegramUpdate, bot: Addressee): Incoming[] => {
  if (update.message !== undefined) return parseMessage(update, update.message, false, bot);
  if (update.edited_message !== undefined) return parseMessage(update, update.edited_message, true, bot);
  if (update.callback_query !== undefined) return parseCallback(update, update.callback_query);
  if (update.my_chat_member !== undefined) return parseMembership(update, update.my_chat_member);
  if (update.message_reaction !== undefined) return parseReaction(update, update.message_reaction);
  return [];
};
