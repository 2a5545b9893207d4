import type { Incoming } from "../../bot/channels/channel.ts";
import { telegram } from "../../bot/channels/telegram/telegram-messenger.ts";
import {
  type Arrived,
  type ChannelBench,
  closedAddress,
  createPerson,
  type OpenBench,
  openBot,
  sendTo,
  startBot,
} from "./channel-bench.ts";
import { telegramLoopback } from "./loopback.ts";
import { textOf } from "./product.ts";
import { type Fault, startTelegramServer, type TelegramServer } from "./telegram-server.ts";
import type { ChatMessage } from "./telegram-world.ts";

const TOKEN = "100200300:loopback-secret_of-telegram";
const LAN_ID = 901;
const LAN = { id: LAN_ID, is_bot: false, first_name: "Lan", last_name: "Trần", language_code: "vi" };
const PRIVATE = { id: LAN_ID, first_name: "Lan", last_name: "Trần", type: "private" };
const GROUP = { id: -1_002_233_445_566, title: "UBND phường Hải An", type: "supergroup" };
const BOT = { id: 100_200_300, is_bot: true, first_name: "Đôn Đốc", username: "dondoc_bot" };
const DATE = 1_788_739_200;

const message = (update_id: number, content: object, chat: object = PRIVATE) => ({
  update_id,
  message: { message_id: update_id - 500, from: LAN, chat, date: DATE, ...content },
});

const incoming =
  (updateId: number, content: Incoming["content"], more: Partial<Incoming> = {}) =>
  (me: string): readonly Incoming[] => [
    {
      updateKey: String(updateId),
      chatKey: me,
      userKey: me,
      group: false,
      messageKey: String(updateId - 500),
      replyToKey: null,
      languageCode: "vi",
      albumKey: null,
      callbackKey: null,
      content,
      ...more,
    },
  ];
const nothing = (): readonly Incoming[] => [];
const noMessage = { messageKey: null, albumKey: undefined };

const payloads: ChannelBench["payloads"] = {
  text: [
    {
      name: "a note",
      body: message(70_001, { text: "2.4 đã xong, đạt 100%" }),
      gives: incoming(70_001, { kind: "text", text: "2.4 đã xong, đạt 100%", edited: false }),
    },
    {
      name: "a command with its entity",
      body: message(70_002, {
        text: "/nhiemvu 2.4",
        entities: [{ offset: 0, length: 8, type: "bot_command" }],
      }),
      gives: incoming(70_002, { kind: "text", text: "/nhiemvu 2.4", edited: false }),
    },
    {
      name: "an answer to a message of the bot",
      body: message(70_003, {
        text: "đang làm",
        reply_to_message: { message_id: 69_400, from: BOT, chat: PRIVATE, date: DATE, text: "2.4" },
      }),
      gives: incoming(70_003, { kind: "text", text: "đang làm", edited: false }, { replyToKey: "69400" }),
    },
    {
      name: "a link with bold words and an emoji",
      body: message(70_004, {
        text: "xem https://hai-an.example 🎉",
        entities: [{ offset: 4, length: 22, type: "url" }],
        link_preview_options: { url: "https://hai-an.example" },
      }),
      gives: incoming(70_004, { kind: "text", text: "xem https://hai-an.example 🎉", edited: false }),
    },
    {
      name: "a null byte and half a letter",
      body: message(70_005, { text: "a\0b\uD83D" }),
      gives: incoming(70_005, { kind: "text", text: "a\uFFFDb\uFFFD", edited: false }),
    },
  ],
  edited: [
    {
      name: "a text",
      body: {
        update_id: 70_010,
        edited_message: {
          message_id: 69_501,
          from: LAN,
          chat: PRIVATE,
          date: DATE,
          edit_date: DATE + 60,
          text: "2.4 đã xong, đạt 90%",
        },
      },
      gives: incoming(
        70_010,
        { kind: "text", text: "2.4 đã xong, đạt 90%", edited: true },
        { messageKey: "69501" },
      ),
    },
  ],
  button: [
    {
      name: "under a message",
      body: {
        update_id: 70_020,
        callback_query: {
          id: "4382bfdwdsb323b2d9",
          from: LAN,
          message: { message_id: 69_402, from: BOT, chat: PRIVATE, date: DATE, text: "2.4" },
          chat_instance: "-3857204720384",
          data: "answer yes",
        },
      },
      gives: incoming(
        70_020,
        { kind: "button", data: "answer yes", messageKey: "69402" },
        { ...noMessage, callbackKey: "4382bfdwdsb323b2d9" },
      ),
    },
  ],
  photo: [
    {
      name: "in three sizes, with a caption, of an album",
      body: message(70_030, {
        media_group_id: "13500",
        photo: [
          { file_id: "AgACs", file_unique_id: "s", file_size: 1_200, width: 90, height: 60 },
          { file_id: "AgACy", file_unique_id: "y", file_size: 98_000, width: 1_280, height: 853 },
          { file_id: "AgACm", file_unique_id: "m", file_size: 22_000, width: 320, height: 213 },
        ],
        caption: "4.7 biên bản chấm điểm",
      }),
      gives: incoming(
        70_030,
        {
          kind: "file",
          file: { fileKey: "AgACy", name: null, kind: "image/jpeg", size: 98_000 },
          caption: "4.7 biên bản chấm điểm",
        },
        { albumKey: "13500" },
      ),
    },
  ],
  file: [
    {
      name: "a document",
      body: message(70_031, {
        document: {
          file_id: "BQACd",
          file_unique_id: "d",
          file_name: "Kế hoạch 12.pdf",
          mime_type: "application/pdf",
          file_size: 240_000,
        },
      }),
      gives: incoming(70_031, {
        kind: "file",
        file: { fileKey: "BQACd", name: "Kế hoạch 12.pdf", kind: "application/pdf", size: 240_000 },
        caption: "",
      }),
    },
  ],
  unsupported: (["sticker", "voice", "location", "contact", "video_note"] as const).map((kind, place) => ({
    name: kind,
    body: message(70_040 + place, {
      [kind]: { file_id: "x", duration: 3, latitude: 20.8, longitude: 106.7 },
    }),
    gives: incoming(70_040 + place, { kind: "unsupported" }),
  })),
  reaction: [
    {
      name: "a thumb under a message of the bot",
      body: {
        update_id: 70_050,
        message_reaction: {
          chat: PRIVATE,
          message_id: 69_402,
          user: LAN,
          date: DATE,
          old_reaction: [],
          new_reaction: [{ type: "emoji", emoji: "👍" }],
        },
      },
      gives: incoming(70_050, { kind: "reaction", messageKey: "69402" }, noMessage),
    },
    {
      name: "taken back",
      body: {
        update_id: 70_051,
        message_reaction: {
          chat: PRIVATE,
          message_id: 69_402,
          user: LAN,
          date: DATE,
          old_reaction: [{ type: "emoji", emoji: "👍" }],
          new_reaction: [],
        },
      },
      gives: nothing,
    },
  ],
  blocked: [
    {
      name: "the person stops the bot",
      body: {
        update_id: 70_060,
        my_chat_member: {
          chat: PRIVATE,
          from: LAN,
          date: DATE,
          old_chat_member: { user: BOT, status: "member" },
          new_chat_member: { user: BOT, status: "kicked", until_date: 0 },
        },
      },
      gives: incoming(70_060, { kind: "blocked" }, noMessage),
    },
  ],
  unblocked: [
    {
      name: "the person starts it again",
      body: {
        update_id: 70_061,
        my_chat_member: {
          chat: PRIVATE,
          from: LAN,
          date: DATE,
          old_chat_member: { user: BOT, status: "kicked", until_date: 0 },
          new_chat_member: { user: BOT, status: "member" },
        },
      },
      gives: incoming(70_061, { kind: "unblocked" }, noMessage),
    },
  ],
  group: [
    {
      name: "that names the bot",
      body: message(70_070, { text: "@dondoc_bot cho xem 2.4" }, GROUP),
      gives: incoming(
        70_070,
        { kind: "text", text: "cho xem 2.4", edited: false },
        { chatKey: String(GROUP.id), userKey: String(LAN_ID), group: true },
      ),
    },
    {
      name: "of people among themselves",
      body: message(70_071, { text: "chào cả nhà" }, GROUP),
      gives: nothing,
    },
    { name: "a sticker", body: message(70_072, { sticker: { file_id: "x" } }, GROUP), gives: nothing },
  ],
  echo: [
    { name: "of the bot itself", body: message(70_080, { from: BOT, text: "Đã ghi 2.4" }), gives: nothing },
    {
      name: "of another bot",
      body: message(70_081, { from: { ...BOT, id: 5, username: "other_bot" }, text: "2.4 xong" }),
      gives: nothing,
    },
  ],
  foreign: [
    { name: "a kind of tomorrow", body: { update_id: 70_090, purchased_paid_media: {} }, gives: nothing },
    { name: "a channel's post", body: { update_id: 70_091, channel_post: { text: "x" } }, gives: nothing },
    { name: "a service message", body: message(70_092, { pinned_message: {} }), gives: nothing },
    {
      name: "a message without a sender",
      body: message(70_093, { from: undefined, text: "x" }),
      gives: nothing,
    },
    { name: "text that is a number", body: message(70_094, { text: 5 }), gives: nothing },
    { name: "no update", body: { ok: true }, gives: nothing },
    { name: "a list", body: [], gives: nothing },
    { name: "a word", body: "update", gives: nothing },
  ],
};

/** Servers of the open benches: what goes wrong is arranged behind the channel's back. */
const servers = new WeakMap<OpenBench, TelegramServer>();
const serverOf = (bench: OpenBench): TelegramServer => {
  const server = servers.get(bench);
  if (server === undefined) throw new Error("no bench of Telegram");
  return server;
};
const failing = (fault: Fault, after?: "after_recording") => (bench: OpenBench) => {
  serverOf(bench).fail({ method: "sendMessage", with: fault, ...(after === undefined ? {} : { after }) });
  return sendTo(bench);
};

const outcomes: ChannelBench["outcomes"] = {
  delivered: [{ name: "a message", provoke: (bench) => sendTo(bench) }],
  waiting: "Telegram keeps what is sent to people who are away",
  retry_after: [
    { name: "429", provoke: failing({ kind: "429", retryAfter: 7 }), expected: { seconds: 7 } },
    { name: "500", provoke: failing({ kind: "500" }) },
    {
      name: "nobody listens there",
      provoke: async () => {
        const bot = await openBot(telegram, {
          TELEGRAM_BOT_TOKEN: TOKEN,
          TELEGRAM_API_ROOT: await closedAddress(),
        });
        const outcome = await sendTo({ channel: bot.channel, me: String(LAN_ID) });
        await bot.channel.stop();
        return outcome;
      },
    },
  ],
  blocked: [
    {
      name: "the person blocked the bot",
      provoke: (bench) => {
        const chat = serverOf(bench).chats.get(LAN_ID);
        if (chat !== undefined) chat.reach = "blocked";
        return sendTo(bench);
      },
    },
    {
      name: "the person never wrote",
      provoke: (bench) => {
        serverOf(bench).person({ id: 902, hasWritten: false });
        return sendTo({ ...bench, me: "902" });
      },
    },
    {
      name: "the account is gone",
      provoke: failing({ kind: "403", description: "Forbidden: user is deactivated" }),
    },
  ],
  rejected: [
    {
      name: "403 for another reason",
      provoke: failing({ kind: "403", description: "Forbidden: not today" }),
    },
    { name: "nothing to say", provoke: (bench) => sendTo(bench, { text: " \n" }) },
    { name: "no chat of Telegram's", provoke: (bench) => sendTo({ ...bench, me: "a1b2c3" }) },
  ],
  ambiguous: [
    { name: "a cut connection", provoke: failing({ kind: "cut" }) },
    { name: "cut after it arrived", provoke: failing({ kind: "cut" }, "after_recording") },
    { name: "an answer that is none", provoke: failing({ kind: "garbage" }) },
  ],
  channel_down: [
    {
      name: "the token was revoked",
      provoke: async (bench) => {
        const bot = await openBot(telegram, {
          TELEGRAM_BOT_TOKEN: `${TOKEN}-of-yesterday`,
          TELEGRAM_API_ROOT: serverOf(bench).url,
        });
        const outcome = await sendTo({ channel: bot.channel, me: bench.me });
        await bot.channel.stop();
        return outcome;
      },
    },
  ],
};

const labelsOf = (shown: ChatMessage): readonly string[] =>
  (shown.reply_markup?.inline_keyboard ?? [])
    .flat()
    .flatMap((button) => ("callback_data" in button ? [button.text] : []));

const arrivedOf = (shown: ChatMessage, press: (label: string) => Promise<unknown>): Arrived => ({
  text: textOf(shown),
  labels: labelsOf(shown),
  picture: shown.photo !== undefined,
  press: async (place) => void (await press(labelsOf(shown)[place] ?? `no button ${place}`)),
});

export const telegramBench: ChannelBench = {
  title: "Telegram",
  payloads,
  outcomes,
  open: async () => {
    const server = await startTelegramServer({ token: TOKEN });
    const person = server.person({ id: LAN_ID, firstName: "Lan" });
    const bot = await openBot(telegram, {
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: server.url,
      TELEGRAM_MODE: "webhook",
    });
    await server.until("the webhook", () => server.world.webhook() ?? undefined);
    const bench: OpenBench = {
      channel: bot.channel,
      me: String(LAN_ID),
      secrets: [TOKEN, bot.secret],
      logged: bot.logged,
      deliver: bot.deliver,
      arrived: () =>
        person.messages().map((shown) => arrivedOf(shown, (label) => person.press(shown, label))),
      close: async () => {
        await bot.channel.stop();
        await server.close();
      },
    };
    servers.set(bench, server);
    return bench;
  },
  receives: (["polling", "webhook"] as const).map((way) => ({
    way,
    begin: async (store) => {
      const server = await startTelegramServer({ token: TOKEN, redeliverAfterMs: 2 });
      const person = server.person({ id: LAN_ID });
      const bot = await startBot(telegram, telegramLoopback(server).settings(way), store);
      return {
        say: async (text) => void (await person.say(text)),
        again: async () => void (await person.repeatLastUpdate()),
        close: async () => {
          await bot.close();
          await server.close();
        },
      };
    },
  })),
  enter: async () => {
    const server = await startTelegramServer();
    let people = 0;
    return {
      loopbacks: [telegramLoopback(server)],
      person: (_house, name) => {
        people += 1;
        const person = server.person({ id: 7_000 + people, firstName: name });
        const ask = async (text: string): Promise<string> => {
          await person.say(text);
          return textOf(await person.next());
        };
        return createPerson({
          knock: () => ask("xin chào"),
          enterCode: (code) => ask(`/start ${code}`),
          say: async (text) => void (await person.say(text)),
          sendPhoto: async (bytes, caption) => void (await person.sendPhoto(bytes, caption)),
          sendDocument: async (bytes, name) =>
            void (await person.sendDocument(name, bytes, "application/octet-stream")),
          next: async (patience) => {
            const shown = await person.next(patience);
            return arrivedOf(shown, (label) => person.press(shown, label));
          },
          unread: () => person.untaken().map(textOf),
        });
      },
      close: () => server.close(),
    };
  },
};
