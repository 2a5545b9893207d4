import type { PictureView } from "./zalo-network.ts";
import type {
  BotMessage,
  ZaloChat,
  ZaloContent,
  ZaloMessage,
  ZaloUpdate,
  ZaloUser,
  ZaloWorld,
} from "./zalo-world.ts";

/** Long enough for a busy machine; a test that passes never waits for it. */
const PATIENCE_MS = 15_000;
export type Patience = { readonly timeoutMs?: number };

/** What can be seen and done in one chat, private or group. */
export const chatView = (world: ZaloWorld, chat: ZaloChat) => ({
  id: chat.id,
  /** The next message the bot sent here that nobody has taken yet. */
  next: ({ timeoutMs = PATIENCE_MS }: Patience = {}): Promise<BotMessage> =>
    world.changes.until(`a message of the bot in chat ${chat.id}`, () => chat.untaken.shift(), timeoutMs),
  /** Sent, and not yet taken by `next`. */
  untaken: (): readonly BotMessage[] => [...chat.untaken],
  /** All of the bot's messages here, oldest first. */
  messages: (): readonly BotMessage[] => [...chat.messages],
  actions: (): readonly string[] => [...chat.actions],
  /** Scrolls through the chat: every picture's link is fetched again, oldest first. */
  openPictures: async (): Promise<readonly PictureView[]> => {
    const opened: PictureView[] = [];
    for (const { picture } of chat.messages) {
      if (picture === undefined) continue;
      const view = await world.network.viewPicture(picture.url);
      picture.views.push(view);
      opened.push(view);
    }
    return opened;
  },
  /** Keeps what is said here from the bot until `release`, here or of the whole server. */
  hold: (): void => world.hold(chat.id),
  release: (): void => world.release(chat.id),
});

export type ZaloGroup = ReturnType<typeof chatView> & { readonly title: string };
export type ZaloProfile = {
  readonly id?: string;
  readonly name?: string;
  /** False: this person has not written yet, so that the bot gets "chat not found". */
  readonly hasWritten?: boolean;
};

/** Somebody with Zalo in the pocket. Every action ends when the update is queued, not when it is handled. */
export const createPerson = (world: ZaloWorld, profile: ZaloProfile) => {
  const { id = world.newId(), name = "Đồng chí", hasWritten = true } = profile;
  const user: ZaloUser = { id, display_name: name, is_bot: false };
  const chat = world.addChat(id, "PRIVATE", hasWritten);
  let last: { readonly lane: string; readonly update: ZaloUpdate } | null = null;

  const queue = (lane: string, update: ZaloUpdate): ZaloUpdate => {
    last = { lane, update };
    return world.queueUpdate(lane, update);
  };
  const send = (event_name: string, content: ZaloContent): ZaloMessage => {
    chat.open = true;
    const message = world.compose(chat, user, content);
    queue(id, { event_name, message });
    return message;
  };

  return {
    ...chatView(world, chat),
    name,
    user,
    chat,
    says: async (text: string): Promise<ZaloMessage> => send("message.text.received", { text }),
    sendsPhoto: async (bytes: Uint8Array, caption?: string): Promise<ZaloMessage> => {
      const link = await world.storeFile(bytes, "image/jpeg");
      return send("message.image.received", world.imageContent(link, caption));
    },
    sendsSticker: async (): Promise<ZaloMessage> => {
      const url = await world.storeFile(new Uint8Array([0]), "image/webp");
      return send("message.sticker.received", { sticker: world.newId(), url });
    },
    sendsVoice: async (bytes = new Uint8Array([0])): Promise<ZaloMessage> => {
      const voice_url = await world.storeFile(bytes, "audio/aac");
      return send("message.voice.received", { voice_url });
    },
    /** A document, a pasted link, a protected account: nothing but ids, or not even a message. */
    sendsUnsupported: async ({
      withMessage = true,
    }: {
      readonly withMessage?: boolean;
    } = {}): Promise<ZaloUpdate> => {
      const event_name = "message.unsupported.received";
      if (withMessage) return { event_name, message: send(event_name, {}) };
      chat.open = true;
      return queue(id, { event_name });
    },
    /** An event that no document knows. */
    sendsUnknown: async (event_name = "message.reaction.received"): Promise<ZaloUpdate> => ({
      event_name,
      message: send(event_name, {}),
    }),
    /** In a group the bot hears only what names it; null when it does not hear. */
    sayIn: async (
      group: { readonly id: string },
      text: string,
      { mention = false }: { readonly mention?: boolean } = {},
    ): Promise<ZaloMessage | null> => {
      const place = world.chats.get(group.id);
      if (place?.chat_type !== "GROUP") throw new Error(`no group ${group.id}`);
      if (!mention) return null;
      const message = world.compose(place, user, { text: `@${world.bot.account_name} ${text}` });
      queue(group.id, { event_name: "message.text.received", message });
      return message;
    },
    /** Zalo delivers this person's last update a second time, the same in every letter. */
    repeatLast: async (): Promise<ZaloUpdate> => {
      if (last === null) throw new Error(`${name} has done nothing yet that the bot would hear`);
      return world.queueUpdate(last.lane, last.update);
    },
  };
};
export type ZaloPerson = ReturnType<typeof createPerson>;
