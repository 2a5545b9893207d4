import { createHash, randomUUID } from "node:crypto";
import type { Clock } from "../../api/shared/clock.ts";
import { createChanges } from "./changes.ts";
import { createNetwork, imageTypeOf, type PictureView } from "./zalo-network.ts";

export type ZaloUser = { readonly id: string; readonly display_name: string; readonly is_bot: boolean };
export type ZaloContent = {
  readonly text?: string;
  readonly caption?: string;
  readonly photo?: string;
  readonly photo_url?: string;
  readonly sticker?: string;
  readonly url?: string;
  readonly voice_url?: string;
};
export type ZaloMessage = ZaloContent & {
  readonly message_id: string;
  /** Milliseconds. */
  readonly date: number;
  readonly from: ZaloUser;
  readonly chat: { readonly id: string; readonly chat_type: "PRIVATE" | "GROUP" };
};
export type ZaloUpdate = { readonly event_name: string; readonly message?: ZaloMessage };

/** A picture of the bot: a link that Zalo fetches when it is sent, and again when somebody looks at it. */
export type Picture = {
  readonly url: string;
  /** As fetched when it was sent. */
  readonly bytes: Uint8Array;
  readonly mime: string;
  /** Every fetch, the first one included. */
  readonly views: PictureView[];
};
/** What the bot sent, as the person sees it. */
export type BotMessage = {
  readonly message_id: string;
  readonly chat_id: string;
  readonly date: number;
  readonly text?: string;
  readonly parse_mode?: string;
  readonly picture?: Picture;
  readonly caption?: string;
};
export type ZaloChat = {
  readonly id: string;
  readonly chat_type: "PRIVATE" | "GROUP";
  readonly messages: BotMessage[];
  readonly untaken: BotMessage[];
  readonly actions: string[];
  /** Zalo lets the bot write only to who has written to it once. */
  open: boolean;
};

export type QueuedUpdate = { readonly update: ZaloUpdate; readonly lane: string };
export type Webhook = {
  readonly url: string;
  readonly secret: string;
  /** Updates start after the probe with an empty body. */
  probe: "due" | "running" | "done";
};

/** Where Zalo's documents and what people saw of it differ; can be changed while the server runs. */
export type ZaloQuirks = {
  /** HTTP status of an answer with ok:false. */
  refusalStatus: "200" | "real";
  /** What getUpdates gives as result. */
  updatesAs: "object" | "array";
  /** "wrapped": each update stands inside `{ok:true, result:{…}}`, by webhook and in the result of getUpdates. */
  envelope: "bare" | "wrapped";
  imageUnder: "photo" | "photo_url";
  /** What the bot sends comes back to it as an update. */
  echoes: boolean;
  /** The call with an empty body that follows setWebhook. */
  probe: "with_secret" | "without_secret" | "none";
  /** Given back by setWebhook as it stands here, unless undefined. */
  verification: unknown;
};

/** Thrown by methods, answered at the door as Zalo's envelope. */
export class ZaloRefusal extends Error {
  readonly code: number;
  constructor(code: number, description: string) {
    super(description);
    this.code = code;
  }
}
export const badRequest = (reason: string): ZaloRefusal => new ZaloRefusal(400, `Bad Request: ${reason}`);

export type WorldOptions = {
  readonly token: string;
  readonly clock: Clock;
  readonly seed: string;
  /** The longest that getUpdates is held, whatever timeout the bot asked for. */
  readonly pollHoldMs: number;
  readonly quirks: ZaloQuirks;
};

/** The state behind the Bot Platform for one bot: who is there, what was said, what the bot has still to hear. */
export const createZaloWorld = ({ token, clock, seed, pollHoldMs, quirks }: WorldOptions) => {
  const bot = {
    id: token.split(":")[0] ?? "",
    account_name: "bot.dondocHaiAn",
    account_type: "BASIC",
    can_join_groups: false,
  };
  const botUser: ZaloUser = { id: bot.id, display_name: "Bot Đôn Đốc Hải An", is_bot: true };
  const changes = createChanges();
  const network = createNetwork();
  const chats = new Map<string, ZaloChat>();
  const files = new Map<string, { readonly bytes: Uint8Array; readonly mime: string }>();
  const heldLanes = new Set<string>();
  let allHeld = false;
  let updates: QueuedUpdate[] = [];
  let webhook: Webhook | null = null;
  let webhookChangedAt = 0;
  let madeIds = 0;
  let root = "";

  const now = (): number => clock.now().getTime();

  /** 20 hex characters that begin with a letter: no reading as a number survives. */
  const newId = (): string => {
    madeIds += 1;
    const hash = createHash("sha256").update(`${seed} ${madeIds}`).digest("hex");
    return `${"abcdef"[madeIds % 6]}${hash.slice(0, 19)}`;
  };

  const addChat = (id: string, chat_type: ZaloChat["chat_type"], open: boolean): ZaloChat => {
    if (chats.has(id)) throw new Error(`chat ${id} is there already`);
    const chat: ZaloChat = { id, chat_type, messages: [], untaken: [], actions: [], open };
    chats.set(id, chat);
    return chat;
  };

  /** The chat that the bot may write to, or Zalo's refusal. */
  const reachable = (chatId: string): ZaloChat => {
    const chat = chats.get(chatId);
    if (chat === undefined || !chat.open) throw badRequest("chat not found");
    return chat;
  };

  const isHeld = ({ lane }: QueuedUpdate): boolean => allHeld || heldLanes.has(lane);
  const ready = (): readonly QueuedUpdate[] => updates.filter((queued) => !isHeld(queued));

  const queueUpdate = (lane: string, update: ZaloUpdate): ZaloUpdate => {
    updates.push({ update, lane });
    changes.announce();
    return update;
  };

  const compose = (chat: ZaloChat, from: ZaloUser, content: ZaloContent): ZaloMessage => ({
    message_id: newId(),
    date: now(),
    from,
    chat: { id: chat.id, chat_type: chat.chat_type },
    ...content,
  });

  const imageContent = (url: string, caption: string | undefined): ZaloContent => ({
    ...(quirks.imageUnder === "photo" ? { photo: url } : { photo_url: url }),
    ...(caption === undefined ? {} : { caption }),
  });

  /** The bot says something; with echoes it hears itself. */
  const post = (
    chat: ZaloChat,
    content: Pick<BotMessage, "text" | "parse_mode" | "picture" | "caption">,
  ): BotMessage => {
    const { text, picture, caption } = content;
    const said = picture === undefined ? { text: text ?? "" } : imageContent(picture.url, caption);
    const message = compose(chat, botUser, said);
    const sent: BotMessage = {
      message_id: message.message_id,
      chat_id: chat.id,
      date: message.date,
      ...content,
    };
    chat.messages.push(sent);
    chat.untaken.push(sent);
    const kind = picture === undefined ? "text" : "image";
    if (quirks.echoes) queueUpdate(chat.id, { event_name: `message.${kind}.received`, message });
    else changes.announce();
    return sent;
  };

  const refuseBesideWebhook = (): void => {
    if (webhook !== null) throw badRequest("can't use getUpdates while a webhook is set");
  };
  /** There is no acknowledgement: what is handed out is gone. Null when nothing came in time. */
  const takeUpdate = (timeoutMs: number, gone: AbortSignal): Promise<ZaloUpdate | null> =>
    changes.wait(
      () => {
        refuseBesideWebhook();
        if (gone.aborted) throw new ZaloRefusal(408, "the bot hung up");
        const [first] = ready();
        if (first === undefined) return undefined;
        updates = updates.filter((queued) => queued !== first);
        return first.update;
      },
      Math.min(timeoutMs, pollHoldMs),
    );

  /** Chat by chat, the one that spoke last first; within a chat the order stays. */
  const outOfOrder = (held: readonly QueuedUpdate[]): QueuedUpdate[] => {
    const lanes = [...new Set(held.map(({ lane }) => lane))].reverse();
    return lanes.flatMap((lane) => held.filter((queued) => queued.lane === lane));
  };

  return {
    token,
    bot,
    clock,
    quirks,
    changes,
    network,
    chats,
    now,
    newId,
    addChat,
    reachable,
    compose,
    imageContent,
    post,
    queueUpdate,
    takeUpdate,
    ready,
    settle: (delivered: QueuedUpdate): void => {
      updates = updates.filter((queued) => queued !== delivered);
      changes.announce();
    },
    /** Of one chat, or of all of them. */
    hold: (lane?: string): void => {
      if (lane === undefined) allHeld = true;
      else heldLanes.add(lane);
    },
    release: (lane?: string): void => {
      if (lane === undefined) {
        const held = updates.filter(isHeld);
        updates = [...ready(), ...outOfOrder(held)];
        allHeld = false;
        heldLanes.clear();
      } else heldLanes.delete(lane);
      changes.announce();
    },
    wrap: (update: ZaloUpdate): unknown =>
      quirks.envelope === "wrapped" ? { ok: true, result: update } : update,
    webhook: (): Webhook | null => webhook,
    webhookState: () => ({ url: webhook?.url ?? "", updated_at: webhookChangedAt }),
    setWebhook: (next: { readonly url: string; readonly secret: string } | null): void => {
      webhookChangedAt = now();
      const probe = quirks.probe === "none" ? "done" : "due";
      webhook = next === null ? null : { ...next, probe };
      changes.announce();
    },
    listensAt: (url: string): void => {
      root = url;
    },
    /** Answers the link; the name in it cannot be guessed, and nothing else guards it. */
    storeFile: async (bytes: Uint8Array, fallback: string): Promise<string> => {
      const path = `/files/${randomUUID()}`;
      files.set(path, { bytes, mime: (await imageTypeOf(bytes)) ?? fallback });
      return `${root}${path}`;
    },
    fileAt: (path: string) => files.get(path),
    forgetFiles: (): void => files.clear(),
  };
};
export type ZaloWorld = ReturnType<typeof createZaloWorld>;
