import type { Incoming } from "../../bot/channels/channel.ts";
import { zalo } from "../../bot/channels/zalo/zalo-messenger.ts";
import {
  type Arrived,
  type ChannelBench,
  closedAddress,
  createPerson,
  numberedLabels,
  type OpenBench,
  openBot,
  sendTo,
  startBot,
} from "./channel-bench.ts";
import { zaloLoopback } from "./loopback.ts";
import type { Fault } from "./zalo-faults.ts";
import { startZaloServer, type ZaloServer } from "./zalo-server.ts";
import type { BotMessage } from "./zalo-world.ts";

const TOKEN = "1234567890123456789:loopback-secret_of-zalo";
const BOT_ID = "1234567890123456789";
/** Ids that a number would spoil, or that look like one with an exponent. */
const LAN_ID = "6ede9afa66b88fe6d6a9";
const GROUP_ID = "1e55aa3391d76d8934c6";
const LAN = { id: LAN_ID, display_name: "Trần Lan", is_bot: false };
const PRIVATE = { id: LAN_ID, chat_type: "PRIVATE" };
const GROUP = { id: GROUP_ID, chat_type: "GROUP" };
const BOT = { id: BOT_ID, display_name: "Bot Đôn Đốc Hải An", is_bot: true };
const DATE = 1_788_739_200_123;

const event = (kind: string, id: string, content: object, chat: object = PRIVATE) => ({
  event_name: `message.${kind}.received`,
  message: { message_id: id, date: DATE, from: LAN, chat, ...content },
});
const wrapped = (update: object) => ({ ok: true, result: update });

const incoming =
  (kind: string, id: string, content: Incoming["content"], more: Partial<Incoming> = {}) =>
  (me: string): readonly Incoming[] => [
    {
      updateKey: `message.${kind}.received:${more.chatKey ?? me}:${id}`,
      chatKey: me,
      userKey: me,
      group: false,
      messageKey: id,
      replyToKey: null,
      languageCode: null,
      callbackKey: null,
      content,
      ...more,
    },
  ];
const nothing = (): readonly Incoming[] => [];
const text = (words: string): Incoming["content"] => ({ kind: "text", text: words, edited: false });
const photo = (fileKey: string, caption: string): Incoming["content"] => ({
  kind: "file",
  file: { fileKey, name: null, kind: "image/jpeg", size: null },
  caption,
});
const IMAGE = "https://photo-stal-1.zdn.vn/no/jpg/8c1a06e1/f1.jpg?token=a%2Bb";

const payloads: ChannelBench["payloads"] = {
  text: [
    {
      name: "a note, bare",
      body: event("text", "2d758cb5e222177a4e35", { text: "2.4 đã xong, đạt 100%" }),
      gives: incoming("text", "2d758cb5e222177a4e35", text("2.4 đã xong, đạt 100%")),
    },
    {
      name: "a note in an envelope",
      body: wrapped(event("text", "2d758cb5e222177a4e36", { text: "2.4 đang làm" })),
      gives: incoming("text", "2d758cb5e222177a4e36", text("2.4 đang làm")),
    },
    {
      name: "two in a list",
      body: wrapped([
        event("text", "2d758cb5e222177a4e37", { text: "một" }),
        event("text", "2d758cb5e222177a4e38", { text: "hai" }),
      ] as unknown as object),
      gives: (me) => [
        ...incoming("text", "2d758cb5e222177a4e37", text("một"))(me),
        ...incoming("text", "2d758cb5e222177a4e38", text("hai"))(me),
      ],
    },
    {
      name: "an id that reads as a number",
      body: event("text", "98765432109876543210", { text: "2.4 xong" }),
      gives: incoming("text", "98765432109876543210", text("2.4 xong")),
    },
    {
      name: "a null byte and half a letter",
      body: event("text", "2d758cb5e222177a4e39", { text: "a\0b\uD83D" }),
      gives: incoming("text", "2d758cb5e222177a4e39", text("a\uFFFDb\uFFFD")),
    },
  ],
  edited: "Zalo sends no edited message: whoever made a slip types “sửa …”",
  button: "Zalo has no buttons: a choice comes as a text",
  photo: [
    {
      name: "under “photo”",
      body: event("image", "3aa58cb5e222177a4e01", { photo: IMAGE, caption: "4.7 biên bản chấm điểm" }),
      gives: incoming("image", "3aa58cb5e222177a4e01", photo(IMAGE, "4.7 biên bản chấm điểm")),
    },
    {
      name: "under “photo_url”, without words",
      body: event("image", "3aa58cb5e222177a4e02", { photo_url: IMAGE }),
      gives: incoming("image", "3aa58cb5e222177a4e02", photo(IMAGE, "")),
    },
  ],
  file: "Zalo does not hand on files: they come as unsupported",
  unsupported: [
    {
      name: "a sticker",
      body: event("sticker", "4bb58cb5e222177a4e01", {
        sticker: "bfe458bf64fa8da4d4eb",
        url: "https://zalo-api.zadn.vn/sticker.webp",
      }),
      gives: incoming("sticker", "4bb58cb5e222177a4e01", { kind: "unsupported" }),
    },
    {
      name: "a voice message",
      body: event("voice", "4bb58cb5e222177a4e02", { voice_url: "https://voice.zdn.vn/a.aac" }),
      gives: incoming("voice", "4bb58cb5e222177a4e02", { kind: "unsupported" }),
    },
    {
      name: "a document or a pasted link: nothing but ids",
      body: event("unsupported", "4bb58cb5e222177a4e03", {}),
      gives: incoming("unsupported", "4bb58cb5e222177a4e03", { kind: "unsupported" }),
    },
    {
      name: "an image without its link",
      body: event("image", "4bb58cb5e222177a4e04", {}),
      gives: incoming("image", "4bb58cb5e222177a4e04", { kind: "unsupported" }),
    },
  ],
  reaction: "Zalo sends no reactions",
  blocked: "Zalo tells nobody that a person blocked the bot",
  unblocked: "Zalo tells nobody that a person blocked the bot",
  group: [
    {
      name: "that names the bot",
      body: event("text", "5cc58cb5e222177a4e01", { text: "@bot.dondocHaiAn cho xem 2.4" }, GROUP),
      gives: incoming("text", "5cc58cb5e222177a4e01", text("cho xem 2.4"), {
        chatKey: GROUP_ID,
        group: true,
      }),
    },
    { name: "a sticker", body: event("sticker", "5cc58cb5e222177a4e02", {}, GROUP), gives: nothing },
    { name: "a document", body: event("unsupported", "5cc58cb5e222177a4e03", {}, GROUP), gives: nothing },
  ],
  echo: [
    {
      name: "marked as a bot's",
      body: event("text", "6dd58cb5e222177a4e01", { from: { ...BOT, id: "77" }, text: "2.4 xong" }),
      gives: nothing,
    },
    {
      name: "known by the bot's own id",
      body: event("text", "6dd58cb5e222177a4e02", { from: { ...BOT, is_bot: false }, text: "Đã ghi 2.4" }),
      gives: nothing,
    },
    {
      name: "a picture of the bot's, in an envelope",
      body: wrapped(event("image", "6dd58cb5e222177a4e03", { from: BOT, photo: IMAGE })),
      gives: nothing,
    },
  ],
  foreign: [
    { name: "an event of tomorrow", body: event("reaction", "7ee58cb5e222177a4e01", {}), gives: nothing },
    {
      name: "unsupported without a message",
      body: { event_name: "message.unsupported.received" },
      gives: nothing,
    },
    {
      name: "text that is a list",
      body: event("text", "7ee58cb5e222177a4e02", { text: ["x"] }, GROUP),
      gives: nothing,
    },
    {
      name: "a message without a sender",
      body: event("text", "7ee58cb5e222177a4e03", { from: undefined, text: "x" }),
      gives: nothing,
    },
    {
      name: "a chat of a kind nobody knows",
      body: event("text", "7ee58cb5e222177a4e04", { text: "x" }, { id: "c", chat_type: "CHANNEL" }),
      gives: nothing,
    },
    { name: "an empty envelope", body: { ok: true }, gives: nothing },
    {
      name: "a refusal",
      body: { ok: false, error_code: 408, description: "Request Timeout" },
      gives: nothing,
    },
    { name: "a list of nothing", body: [], gives: nothing },
    { name: "a word", body: "update", gives: nothing },
  ],
};

/** Servers of the open benches: what goes wrong is arranged behind the channel's back. */
const servers = new WeakMap<OpenBench, ZaloServer>();
const serverOf = (bench: OpenBench): ZaloServer => {
  const server = servers.get(bench);
  if (server === undefined) throw new Error("no bench of Zalo");
  return server;
};
const failing =
  (fault: Fault, more: { readonly after?: "after_recording"; readonly status?: "200" | "real" } = {}) =>
  (bench: OpenBench) => {
    const { after, status = "200" } = more;
    const server = serverOf(bench);
    server.quirks.refusalStatus = status;
    server.fail({ method: "sendMessage", with: fault, ...(after === undefined ? {} : { after }) });
    return sendTo(bench);
  };
const onBothStatuses = (name: string, fault: Fault, expected: Readonly<Record<string, unknown>> = {}) =>
  (["200", "real"] as const).map((status) => ({
    name: `${name}, ${status === "200" ? "on HTTP 200" : "with its own status"}`,
    provoke: failing(fault, { status }),
    expected,
  }));

const outcomes: ChannelBench["outcomes"] = {
  delivered: [
    { name: "a message", provoke: (bench) => sendTo(bench) },
    { name: "late, but in time", provoke: failing({ kind: "delay", ms: 20 }) },
  ],
  waiting: "Zalo keeps what is sent to people who are away",
  retry_after: [
    ...onBothStatuses("429 with seconds", { kind: "429", retryAfter: 7 }, { seconds: 7, scope: "bot" }),
    ...onBothStatuses("429 without a word", { kind: "429" }, { seconds: 5, scope: "bot" }),
    ...onBothStatuses("403, which is an internal error", { kind: "403" }, { seconds: 5 }),
    ...onBothStatuses("408", { kind: "408" }),
    { name: "500 with half a body", provoke: failing({ kind: "500" }) },
    { name: "503 of a gateway", provoke: failing({ kind: "503" }) },
    {
      name: "nobody listens there",
      provoke: async () => {
        const bot = await openBot(zalo, { ZALO_BOT_TOKEN: TOKEN, ZALO_API_ROOT: await closedAddress() });
        const outcome = await sendTo({ channel: bot.channel, me: LAN_ID });
        await bot.channel.stop();
        return outcome;
      },
    },
  ],
  blocked: "Zalo does not tell a person's block from another refusal",
  rejected: [
    ...onBothStatuses("400", { kind: "400" }),
    ...onBothStatuses("404 of one call", { kind: "404" }),
    { name: "nobody wrote from there", provoke: (bench) => sendTo({ ...bench, me: "ab00000000000000cdef" }) },
    { name: "nothing to say", provoke: (bench) => sendTo(bench, { text: " \n" }) },
  ],
  ambiguous: [
    { name: "a cut connection", provoke: failing({ kind: "cut" }) },
    { name: "cut after it arrived", provoke: failing({ kind: "cut" }, { after: "after_recording" }) },
    { name: "an answer that is none", provoke: failing({ kind: "garbage" }) },
  ],
  channel_down: [
    ...onBothStatuses("401", { kind: "401" }),
    {
      name: "the token was revoked",
      provoke: async (bench) => {
        const bot = await openBot(zalo, {
          ZALO_BOT_TOKEN: `${TOKEN}-of-yesterday`,
          ZALO_API_ROOT: serverOf(bench).url,
        });
        const outcome = await sendTo({ channel: bot.channel, me: bench.me });
        await bot.channel.stop();
        return outcome;
      },
    },
  ],
};

const wordsOf = ({ text: said, caption }: BotMessage): string => said ?? caption ?? "";
const arrivedOf = (shown: BotMessage): Arrived => ({
  text: wordsOf(shown),
  labels: numberedLabels(wordsOf(shown)),
  picture: shown.picture !== undefined,
  press: null,
});

export const zaloBench: ChannelBench = {
  title: "Zalo",
  payloads,
  outcomes,
  open: async () => {
    const server = await startZaloServer({ token: TOKEN });
    const person = server.person({ id: LAN_ID, name: "Lan" });
    const bot = await openBot(
      zalo,
      { ZALO_BOT_TOKEN: TOKEN, ZALO_API_ROOT: server.url, ZALO_MODE: "webhook" },
      async ({ kind, bytes }) => server.world.storeFile(bytes, kind),
    );
    await server.until("the webhook", () => server.world.webhook() ?? undefined);
    const bench: OpenBench = {
      channel: bot.channel,
      me: LAN_ID,
      secrets: [TOKEN, bot.secret],
      logged: bot.logged,
      deliver: bot.deliver,
      arrived: () => person.messages().map(arrivedOf),
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
      const server = await startZaloServer({ token: TOKEN, redeliverAfterMs: 2, pollHoldMs: 30_000 });
      const person = server.person({ id: LAN_ID });
      const bot = await startBot(zalo, zaloLoopback(server).settings(way), store);
      return {
        say: async (words) => void (await person.says(words)),
        again: async () => void (await person.repeatLast()),
        close: async () => {
          await bot.close();
          await server.close();
        },
      };
    },
  })),
  enter: async () => {
    // Held as long as the real one would: an idle poll is followed by a rest.
    const server = await startZaloServer({ pollHoldMs: 30_000, echoes: true });
    return {
      loopbacks: [zaloLoopback(server)],
      person: (_house, name) => {
        const person = server.person({ name });
        const ask = async (words: string): Promise<string> => {
          await person.says(words);
          return wordsOf(await person.next());
        };
        return createPerson({
          knock: () => ask("xin chào"),
          enterCode: (code) => ask(`/start ${code}`),
          say: async (words) => void (await person.says(words)),
          sendPhoto: async (bytes, caption) => void (await person.sendsPhoto(bytes, caption)),
          sendDocument: async () => void (await person.sendsUnsupported()),
          next: async (patience) => arrivedOf(await person.next(patience)),
          unread: () => person.untaken().map(wordsOf),
        });
      },
      close: () => server.close(),
    };
  },
};
