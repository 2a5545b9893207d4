import type {
  CallbackQuery,
  InlineKeyboardButton,
  MessageEntity,
  ReactionTypeEmoji,
  Update,
  User,
} from "grammy/types";
import { documentContent, photoContent, quoteOf } from "./telegram-content.ts";
import type {
  CallbackAnswer,
  ChatMessage,
  TelegramChat,
  TelegramWorld,
  UpdateContent,
} from "./telegram-world.ts";

/** Long enough for a busy machine; a test that passes never waits for it. */
const PATIENCE_MS = 15_000;
export type Patience = { readonly timeoutMs?: number };

/**
 * Marks commands and @names as Telegram does: "/nhiemvu" is a command anywhere a word may start, while
 * "/nhiệmvụ" is plain text, because a command is made of ASCII alone and must end where the word ends.
 */
export const entitiesOf = (text: string): MessageEntity[] => {
  const command = /(?<![\p{L}\p{M}\p{N}_/<>])\/\w{1,64}(?:@\w{3,32})?(?![\p{L}\p{M}\p{N}_/<>@])/gu;
  const mention = /(?<![\p{L}\p{M}\p{N}_/@])@\w{3,32}(?![\p{L}\p{M}\p{N}_])/gu;
  const found = (type: "bot_command" | "mention", pattern: RegExp): MessageEntity[] =>
    [...text.matchAll(pattern)].map((match) => ({ type, offset: match.index, length: match[0].length }));
  return [...found("bot_command", command), ...found("mention", mention)].sort((a, b) => a.offset - b.offset);
};
const textOf = (text: string): Pick<ChatMessage, "text" | "entities"> => {
  const entities = entitiesOf(text);
  return entities.length === 0 ? { text } : { text, entities };
};

/** What can be awaited in one chat: the next message of the bot, its next edit, everything so far. */
export const chatView = (world: TelegramWorld, chat: TelegramChat) => {
  const place = `chat ${chat.chat.id}`;
  return {
    /** The next message the bot sent here that nobody has taken yet, as it looked when it was sent. */
    next: ({ timeoutMs = PATIENCE_MS }: Patience = {}): Promise<ChatMessage> =>
      world.changes.until(`a message of the bot in ${place}`, () => chat.untaken.shift(), timeoutMs),
    nextEdit: ({ timeoutMs = PATIENCE_MS }: Patience = {}): Promise<ChatMessage> =>
      world.changes.until(`an edit by the bot in ${place}`, () => chat.untakenEdits.shift(), timeoutMs),
    /** Sent, and not yet taken by `next`. */
    untaken: (): readonly ChatMessage[] => [...chat.untaken],
    /** The bot's messages as they look now. */
    messages: (): readonly ChatMessage[] =>
      [...chat.messages.values()].filter((message) => message.from.id === world.bot.id),
    /** Both sides. */
    conversation: (): readonly ChatMessage[] => [...chat.messages.values()],
    actions: (): readonly string[] => [...chat.actions],
    reactions: () => [...chat.reactions],
  };
};

export type TelegramGroup = ReturnType<typeof chatView> & { readonly id: number; readonly title: string };
export type TelegramProfile = {
  readonly id: number;
  readonly firstName?: string;
  readonly languageCode?: string;
  readonly username?: string;
  /** False: this person has not written yet, so that the bot gets "chat not found". */
  readonly hasWritten?: boolean;
};
/** A pressed button; `answer` is what answerCallbackQuery made the person see. */
export type Press = {
  readonly query: CallbackQuery;
  readonly answer: (patience?: Patience) => Promise<CallbackAnswer>;
};

const buttonOf = (message: ChatMessage, wanted: string | number): InlineKeyboardButton => {
  const buttons = (message.reply_markup?.inline_keyboard ?? []).flat();
  const button =
    typeof wanted === "number" ? buttons[wanted] : buttons.find((candidate) => candidate.text === wanted);
  if (button === undefined) {
    const there = buttons.map(({ text }) => `"${text}"`).join(", ");
    throw new Error(
      `no button ${JSON.stringify(wanted)} under message ${message.message_id}: ${there || "none"}`,
    );
  }
  return button;
};

let presses = 0;

/** Somebody with Telegram in the pocket. Every action ends when the update is queued, not when it is handled. */
export const createPerson = (world: TelegramWorld, profile: TelegramProfile) => {
  const { id, firstName = "Đồng chí", languageCode = "vi", username, hasWritten = true } = profile;
  const user: User = {
    id,
    is_bot: false,
    first_name: firstName,
    language_code: languageCode,
    ...(username === undefined ? {} : { username }),
  };
  const chat = world.addChat(
    { id, type: "private", first_name: firstName, ...(username === undefined ? {} : { username }) },
    hasWritten ? "open" : "never_written",
  );
  let last: { readonly update: Update; readonly lane: number } | null = null;

  const queue = (lane: number, content: UpdateContent): void => {
    const update = world.queueUpdate(lane, content);
    if (update !== null) last = { update, lane };
  };
  const changeMembership = (from: "member" | "kicked", to: "member" | "kicked"): void => {
    const standing = (status: "member" | "kicked") =>
      status === "member" ? { status, user: world.bot } : { status, user: world.bot, until_date: 0 };
    queue(id, {
      my_chat_member: {
        chat: chat.chat,
        from: user,
        date: world.seconds(),
        old_chat_member: standing(from),
        new_chat_member: standing(to),
      },
    });
  };
  const unblock = async (): Promise<void> => {
    if (chat.reach !== "blocked") return;
    chat.reach = "open";
    changeMembership("kicked", "member");
  };
  /** Who blocked the bot has to unblock it before writing again; the app does that by itself. */
  const post = async (content: Parameters<TelegramWorld["post"]>[2]): Promise<ChatMessage> => {
    await unblock();
    chat.reach = "open";
    const message = world.post(chat, user, content);
    queue(id, { message });
    return message;
  };
  const groupChat = (group: TelegramGroup): TelegramChat => {
    const found = world.chats.get(group.id);
    if (found === undefined) throw new Error(`no group ${group.id}`);
    return found;
  };
  const groupMembership = (group: TelegramGroup, to: "left" | "kicked"): void =>
    queue(group.id, {
      my_chat_member: {
        chat: groupChat(group).chat,
        from: user,
        date: world.seconds(),
        old_chat_member: { status: "member", user: world.bot },
        new_chat_member:
          to === "left"
            ? { status: "left", user: world.bot }
            : { status: "kicked", user: world.bot, until_date: 0 },
      },
    });
  /** With privacy mode the bot hears in a group only what is meant for it. */
  const heardInGroup = (message: ChatMessage): boolean => {
    const name = `@${world.bot.username}`.toLowerCase();
    const meant = (message.entities ?? []).some(({ type, offset, length }) => {
      const said = (message.text ?? "").slice(offset, offset + length).toLowerCase();
      return type === "bot_command" ? !said.includes("@") || said.endsWith(name) : said === name;
    });
    const answersBot = message.reply_to_message?.from?.id === world.bot.id;
    return world.bot.can_read_all_group_messages || meant || answersBot;
  };

  return {
    id,
    user,
    chat,
    ...chatView(world, chat),
    say: (text: string): Promise<ChatMessage> => post(textOf(text)),
    /** `quoted: false` is how an answer to the bot's latest message often arrives in a private chat. */
    reply: (
      message: ChatMessage,
      text: string,
      { quoted = true }: { readonly quoted?: boolean } = {},
    ): Promise<ChatMessage> => post({ ...textOf(text), ...(quoted ? quoteOf(message) : {}) }),
    /** By label or by position, counted over all rows; the keyboard is the one that stands there now. */
    press: async (message: ChatMessage, button: string | number): Promise<Press> => {
      const shown = world.chats.get(message.chat.id)?.messages.get(message.message_id);
      if (shown === undefined) throw new Error(`message ${message.message_id} is not there any more`);
      const pressed = buttonOf(shown, button);
      if (!("callback_data" in pressed)) throw new Error(`button "${pressed.text}" sends nothing to the bot`);
      presses += 1;
      const query: CallbackQuery = {
        id: `press-${presses}`,
        from: user,
        message: shown,
        chat_instance: `instance-${message.chat.id}`,
        data: pressed.callback_data,
      };
      world.openCallback(query);
      queue(message.chat.id, { callback_query: query });
      return {
        query,
        answer: ({ timeoutMs = PATIENCE_MS } = {}) =>
          world.changes.until(
            `an answer to the button "${pressed.text}"`,
            () => world.callbacks.get(query.id) ?? undefined,
            timeoutMs,
          ),
      };
    },
    /** Changes a text or, with a photo or a file, its caption. */
    edit: async (message: ChatMessage, newText: string): Promise<ChatMessage> => {
      const { entities: _entities, ...kept } = message;
      const content = message.text === undefined ? { caption: newText } : textOf(newText);
      const home = world.chats.get(message.chat.id) ?? chat;
      const edited = world.edit(home, { ...kept, ...content, edit_date: world.seconds() });
      queue(message.chat.id, { edited_message: { ...edited, edit_date: world.seconds() } });
      return edited;
    },
    sendPhoto: (bytes: Uint8Array, caption?: string): Promise<ChatMessage> =>
      post({
        ...photoContent(world.storeFile(bytes, "photo.jpg", "image/jpeg")),
        ...(caption === undefined ? {} : { caption }),
      }),
    sendDocument: (name: string, bytes: Uint8Array, mime: string, caption?: string): Promise<ChatMessage> =>
      post({
        ...documentContent(world.storeFile(bytes, name, mime)),
        ...(caption === undefined ? {} : { caption }),
      }),
    /** `mention` puts the bot's name where the app would: behind a command, else in front. */
    sayIn: async (
      group: TelegramGroup,
      text: string,
      {
        mention = false,
        replyTo,
        topic,
      }: { readonly mention?: boolean; readonly replyTo?: ChatMessage; readonly topic?: ChatMessage } = {},
    ): Promise<ChatMessage> => {
      const name = `@${world.bot.username}`;
      const named = text.startsWith("/")
        ? text.replace(/^\/\w+/, (command) => command + name)
        : `${name} ${text}`;
      const message = world.post(groupChat(group), user, {
        ...textOf(mention ? named : text),
        // In a topic what answers nothing else answers the message that opened it.
        ...(topic === undefined
          ? {}
          : { message_thread_id: topic.message_id, is_topic_message: true, ...quoteOf(topic) }),
        ...(replyTo === undefined ? {} : quoteOf(replyTo)),
      });
      if (heardInGroup(message)) queue(group.id, { message });
      return message;
    },
    openTopic: async (group: TelegramGroup, name: string): Promise<ChatMessage> => {
      const home = groupChat(group);
      const opened = world.post(home, user, {
        forum_topic_created: { name, icon_color: 7_322_096 },
      });
      home.topics.set(opened.message_id, name);
      return opened;
    },
    closeTopic: async (group: TelegramGroup, topic: ChatMessage): Promise<void> =>
      void groupChat(group).topics.delete(topic.message_id),
    /** Takes the bot out of the group. */
    removeBot: async (group: TelegramGroup, to: "left" | "kicked" = "kicked"): Promise<void> => {
      groupChat(group).reach = "removed";
      groupMembership(group, to);
    },
    /** The group becomes a supergroup, which is another chat with another id. */
    upgradeGroup: async (group: TelegramGroup, newId: number): Promise<void> => {
      const home = groupChat(group);
      const moved = world.post(home, user, { migrate_to_chat_id: newId });
      home.reach = "moved";
      queue(group.id, { message: moved });
    },
    /** What stands under the message from now on; nothing takes the person's reaction back. */
    react: async (message: ChatMessage, ...emoji: readonly string[]): Promise<void> => {
      const home = world.chats.get(message.chat.id) ?? chat;
      const place = `${message.message_id} ${id}`;
      const before = home.put.get(place) ?? [];
      home.put.set(place, emoji);
      // Any emoji, also one that grammY's list of today does not have.
      const written = (all: readonly string[]) =>
        all.map((one) => ({ type: "emoji", emoji: one })) as ReactionTypeEmoji[];
      queue(message.chat.id, {
        message_reaction: {
          chat: home.chat,
          message_id: message.message_id,
          user,
          date: world.seconds(),
          old_reaction: written(before),
          new_reaction: written(emoji),
        },
      });
    },
    block: async (): Promise<void> => {
      chat.reach = "blocked";
      changeMembership("member", "kicked");
    },
    unblock,
    /** Telegram delivers this person's last update a second time, under the same update_id. */
    repeatLastUpdate: async (): Promise<Update> => {
      if (last === null) throw new Error(`${firstName} has done nothing yet that the bot would hear`);
      world.repeat(last.update, last.lane);
      return last.update;
    },
  };
};
export type TelegramPerson = ReturnType<typeof createPerson>;
