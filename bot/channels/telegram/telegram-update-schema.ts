import { z } from "zod";
import { perhaps, text } from "../tolerant-schema.ts";

/** Ids have up to 52 significant bits and are text for us. */
const id = z.number().int();

const chatSchema = z.object({ id, type: z.string() });
const userSchema = z.object({ id, is_bot: z.boolean(), language_code: perhaps(text) });
const fileFields = { file_id: text, file_size: perhaps(z.number().int().nonnegative()) };

const anything = perhaps(z.unknown());

/** The topic of a group that has topics; elsewhere `message_thread_id` only names the chain of answers. */
const topicFields = { message_thread_id: perhaps(id), is_topic_message: perhaps(z.boolean()) };

const messageSchema = z.object({
  message_id: id,
  chat: chatSchema,
  ...topicFields,
  /** The group lives on under this id. */
  migrate_to_chat_id: perhaps(id),
  from: perhaps(userSchema),
  /** Somebody who speaks in the name of a channel or of the group cannot be identified. */
  sender_chat: perhaps(z.object({ id })),
  reply_to_message: perhaps(z.object({ message_id: id, from: perhaps(z.object({ id })) })),
  media_group_id: perhaps(text),
  text: perhaps(text),
  caption: perhaps(text),
  photo: perhaps(z.array(z.object({ ...fileFields, width: z.number(), height: z.number() })).min(1)),
  document: perhaps(z.object({ ...fileFields, file_name: perhaps(text), mime_type: perhaps(text) })),
  sticker: anything,
  voice: anything,
  audio: anything,
  video: anything,
  video_note: anything,
  animation: anything,
  location: anything,
  venue: anything,
  contact: anything,
  poll: anything,
  dice: anything,
  game: anything,
  story: anything,
  paid_media: anything,
  checklist: anything,
});

const callbackSchema = z.object({
  id: text,
  from: userSchema,
  /** A message too old for Telegram to show still has its id and chat. */
  message: perhaps(z.object({ message_id: id, chat: chatSchema, ...topicFields })),
  data: perhaps(text),
});

const membershipSchema = z.object({
  chat: chatSchema,
  from: userSchema,
  new_chat_member: z.object({ status: z.string() }),
});

const reactionsSchema = z.array(z.object({ type: z.string(), emoji: perhaps(text) }));
const reactionSchema = z.object({
  chat: chatSchema,
  message_id: id,
  /** Missing where somebody reacts in the name of a channel or of the group. */
  user: perhaps(userSchema),
  old_reaction: reactionsSchema,
  new_reaction: reactionsSchema,
});

/**
 * What of an update we read; the rest is dropped at the door. Only `update_id` is demanded, so that a kind or
 * a shape of tomorrow is passed over instead of being delivered again and again.
 */
export const telegramUpdateSchema = z.object({
  update_id: id,
  message: perhaps(messageSchema),
  edited_message: perhaps(messageSchema),
  callback_query: perhaps(callbackSchema),
  my_chat_member: perhaps(membershipSchema),
  message_reaction: perhaps(reactionSchema),
});

export type TelegramUpdate = z.output<typeof telegramUpdateSchema>;
export type TelegramMessage = z.output<typeof messageSchema>;

/** The kinds asked for at Telegram: exactly those that the schema reads. */
export const ALLOWED_UPDATES = [
  "message",
  "edited_message",
  "callback_query",
  "my_chat_member",
  "message_reaction",
] as const;
