import type { BotCommand, CallbackQuery, Chat, Message, Update, User, UserFromGetMe } from "grammy/types";
import type { Clock } from "../../api/shared/clock.ts";
import { createChanges } from "./changes.ts";

/** Every message of this world was sent by somebody into a private chat or a group. */
export type ChatMessage = Message & Update.NonChannel;
export type UpdateContent = Omit<Update, "update_id">;

/** Thrown by methods, answered at the door as Telegram's envelope with the same HTTP status. */
export class TelegramRefusal extends Error {
  readonly code: number;
  readonly parameters: { readonly retry_after: number } | undefined;
  constructor(code: number, description: string, parameters?: { readonly retry_after: number }) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}
export const badRequest = (reason: string): TelegramRefusal =>
  new TelegramRefusal(400, `Bad Request: ${reason}`);

export type TelegramChat = {
  readonly chat: Exclude<Chat, Chat.ChannelChat>;
  /** Both sides, oldest first; deleted ones are gone. */
  readonly messages: Map<number, ChatMessage>;
  lastMessageId: number;
  /** What the bot sent or edited, as it looked then, not yet taken by the scripted person. */
  readonly untaken: ChatMessage[];
  readonly untakenEdits: ChatMessage[];
  readonly actions: string[];
  /** Threads of a supergroup with topics, by the id of the message that opened each. */
  readonly topics: Map<number, string>;
  /** What people put under messages, by message and person. */
  readonly put: Map<string, readonly string[]>;
  /** The bot's own. */
  readonly reactions: { readonly messageId: number; readonly emoji: readonly string[] }[];
  /** Telegram knows no chat before the person has written; afterwards a block is a 403, as is a group without the bot. */
  reach: "never_written" | "open" | "blocked" | "removed" | "moved";
};

export type StoredFile = {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly path: string;
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  /** The download link is good for an hour from the last getFile. */
  linkedAt: Date | null;
};

export type CallbackAnswer = { readonly text: string | null; readonly alert: boolean };
export type QueuedUpdate = {
  readonly update: Update;
  readonly lane: number;
  /** A second delivery of an update whose offset is long confirmed: it survives until it was handed out. */
  again: boolean;
};
export type Webhook = {
  readonly url: string;
  readonly secret: string | null;
  readonly maxConnections: number;
  lastError: { readonly at: Date; readonly message: string } | null;
};

/** Telegram leaves these out unless they are asked for by name. */
const ON_REQUEST_ONLY = new Set(["chat_member", "message_reaction", "message_reaction_count"]);

export type WorldOptions = { readonly token: string; readonly clock: Clock; readonly privacyMode: boolean };

/** The state behind the Bot API for one bot: who is there, what was said, what the bot has still to hear. */
export const createTelegramWorld = ({ token, clock, privacyMode }: WorldOptions) => {
  const bot: UserFromGetMe = {
    id: Number(token.split(":")[0]),
    is_bot: true,
    first_name: "Đôn Đốc",
    username: "dondoc_bot",
    can_join_groups: true,
    can_read_all_group_messages: !privacyMode,
    supports_guest_queries: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
  const changes = createChanges();
  const chats = new Map<number, TelegramChat>();
  const files = new Map<string, StoredFile>();
  /** Null until the bot has answered; only the first answer is shown to the person. */
  const callbacks = new Map<string, CallbackAnswer | null>();
  const commands = new Map<string, readonly BotCommand[]>();
  let updates: QueuedUpdate[] = [];
  let webhook: Webhook | null = null;
  let allowedUpdates: readonly string[] = [];
  let lastUpdateId = 100_000;
  let poll: symbol | null = null;

  const seconds = (): number => Math.floor(clock.now().getTime() / 1000);

  const addChat = (chat: TelegramChat["chat"], reach: TelegramChat["reach"]): TelegramChat => {
    if (chats.has(chat.id)) throw new Error(`chat ${chat.id} is there already`);
    const added: TelegramChat = {
      chat,
      messages: new Map(),
      lastMessageId: 0,
      untaken: [],
      untakenEdits: [],
      actions: [],
      topics: new Map(),
      put: new Map(),
      reactions: [],
      reach,
    };
    chats.set(chat.id, added);
    return added;
  };

  /** The chat that the bot may write to, or Telegram's refusal. */
  const reachable = (chatId: number): TelegramChat => {
    const chat = chats.get(chatId);
    if (chat === undefined || chat.reach === "never_written") throw badRequest("chat not found");
    if (chat.reach === "blocked") {
      throw new TelegramRefusal(403, "Forbidden: bot was blocked by the user");
    }
    if (chat.reach === "removed") {
      throw new TelegramRefusal(403, "Forbidden: bot was kicked from the supergroup chat");
    }
    if (chat.reach === "moved") throw badRequest("group chat was upgraded to a supergroup chat");
    return chat;
  };

  const post = (
    to: TelegramChat,
    from: User,
    content: Omit<Partial<ChatMessage>, "chat" | "from">,
  ): ChatMessage => {
    to.lastMessageId += 1;
    const message: ChatMessage = {
      message_id: to.lastMessageId,
      from,
      chat: to.chat,
      date: seconds(),
      ...content,
    };
    to.messages.set(message.message_id, message);
    if (from.id === bot.id) to.untaken.push(message);
    changes.announce();
    return message;
  };

  const edit = (chat: TelegramChat, edited: ChatMessage): ChatMessage => {
    chat.messages.set(edited.message_id, edited);
    if (edited.from.id === bot.id) chat.untakenEdits.push(edited);
    changes.announce();
    return edited;
  };

  const storeFile = (bytes: Uint8Array, name: string, mime: string): StoredFile => {
    const number = files.size + 1;
    const extension = /\.[A-Za-z0-9]+$/.exec(name)?.[0] ?? "";
    const file: StoredFile = {
      file_id: `file-${bot.id}-${number}`,
      file_unique_id: `unique-${number}`,
      path: `${mime.startsWith("image/") ? "photos" : "documents"}/file_${number}${extension}`,
      name,
      mime,
      bytes,
      linkedAt: null,
    };
    files.set(file.file_id, file);
    return file;
  };

  /** Null when the bot did not ask for this kind of update. */
  const queueUpdate = (lane: number, content: UpdateContent): Update | null => {
    const asked = (kind: string): boolean =>
      allowedUpdates.length === 0 ? !ON_REQUEST_ONLY.has(kind) : allowedUpdates.includes(kind);
    if (!Object.keys(content).some(asked)) return null;
    lastUpdateId += 1;
    const update: Update = { update_id: lastUpdateId, ...content };
    updates.push({ update, lane, again: false });
    changes.announce();
    return update;
  };

  const confirmBelow = (offset: number): void => {
    updates = updates.filter(({ update, again }) => update.update_id >= offset || again);
  };

  const hand = (limit: number): Update[] =>
    updates.slice(0, limit).map((queued) => {
      queued.again = false;
      return queued.update;
    });

  const getUpdates = async (offset: number, limit: number, timeoutMs: number): Promise<Update[]> => {
    const refuseWebhook = (): void => {
      if (webhook === null) return;
      throw new TelegramRefusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    };
    refuseWebhook();
    const mine = Symbol("poll");
    poll = mine;
    if (offset < 0) updates = updates.slice(offset);
    else confirmBelow(offset);
    changes.announce();
    const handed = await changes.wait(() => {
      refuseWebhook();
      if (poll !== mine) {
        throw new TelegramRefusal(
          409,
          "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        );
      }
      return updates.length > 0 || changes.isClosed() ? hand(limit) : undefined;
    }, timeoutMs);
    return handed ?? [];
  };

  return {
    token,
    bot,
    clock,
    changes,
    chats,
    files,
    callbacks,
    commands,
    seconds,
    addChat,
    reachable,
    post,
    edit,
    storeFile,
    queueUpdate,
    getUpdates,
    pending: (): readonly QueuedUpdate[] => updates,
    settle: (delivered: QueuedUpdate): void => {
      updates = updates.filter((queued) => queued !== delivered);
      changes.announce();
    },
    repeat: (update: Update, lane: number): void => {
      updates.push({ update, lane, again: true });
      changes.announce();
    },
    webhook: (): Webhook | null => webhook,
    setWebhook: (next: Webhook | null, dropPending: boolean): void => {
      webhook = next;
      if (dropPending) updates = [];
      changes.announce();
    },
    allowedUpdates: (): readonly string[] => allowedUpdates,
    /** As on Telegram, asking again changes nothing for updates that wait already. */
    allowUpdates: (kinds: readonly string[] | undefined): void => {
      if (kinds !== undefined) allowedUpdates = kinds;
    },
    openCallback: (query: CallbackQuery): void => void callbacks.set(query.id, null),
  };
};
export type TelegramWorld = ReturnType<typeof createTelegramWorld>;
