import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Incoming, OutgoingMessage } from "../../../../bot/channels/channel.ts";
import type { Log } from "../../../../bot/channels/log.ts";
import {
  createTelegramChannel,
  type TelegramChannel,
  type TelegramChannelOptions,
} from "../../../../bot/channels/telegram/telegram-channel.ts";
import { createWebhookRoutes } from "../../../../bot/webhooks.ts";
import { outgoing as plain } from "../../../support/outgoing.ts";
import { startTelegramServer, type TelegramServer } from "../../../support/telegram-server.ts";

const TOKEN = "4242:loopback-secret_0";
const MENUS = [
  {
    scope: "default" as const,
    commands: [{ name: "start", description: { vi: "Liên kết", en: "Link" } }],
  },
  {
    scope: "all_private_chats" as const,
    commands: [{ name: "nhiemvu", description: { vi: "Nhiệm vụ", en: "Tasks" } }],
  },
];

let server: TelegramServer;
let logged: string[];
const log: Log = {
  info: (fields, event) => void logged.push(JSON.stringify([fields, event])),
  warn: (fields, event) => void logged.push(JSON.stringify([fields, event])),
  error: (fields, event) => void logged.push(JSON.stringify([fields, event])),
};
const channels: TelegramChannel[] = [];
const make = (more: Partial<TelegramChannelOptions> = {}): TelegramChannel => {
  const channel = createTelegramChannel({
    token: TOKEN,
    apiRoot: `${server.url}/`,
    mode: "polling",
    webhookSecret: undefined,
    publicUrl: undefined,
    menus: MENUS,
    commands: ["start", "nhiemvu"],
    log,
    // The shortest rests there are.
    jitter: () => 1.99,
    ...more,
  });
  channels.push(channel);
  return channel;
};
/** Remembers what was stored; `until` waits for so many updates. */
const store = (refuse: (nth: number) => boolean = () => false) => {
  const stored: Incoming[] = [];
  let calls = 0;
  const waiting: (() => void)[] = [];
  return {
    stored,
    calls: () => calls,
    receive: async (updates: readonly Incoming[]) => {
      calls += 1;
      if (refuse(calls)) throw new Error("the database is away");
      stored.push(...updates);
      for (const wake of waiting.splice(0)) wake();
    },
    until: async (count: number) => {
      while (stored.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    texts: () => stored.flatMap(({ content }) => (content.kind === "text" ? [content.text] : [])),
  };
};
const outgoing = (text: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage =>
  plain({ text, ...more });
const HEAD = { id: 901, firstName: "Lan" };

beforeEach(async () => {
  logged = [];
  server = await startTelegramServer({ token: TOKEN, redeliverAfterMs: 2 });
});
afterEach(async () => {
  for (const channel of channels.splice(0)) await channel.stop();
  await server.close();
  for (const line of logged) expect(line).not.toContain("loopback-secret");
});

describe("polling", () => {
  test("stores what people say, shows menus, knows its link, and stops without waiting", async () => {
    const channel = make();
    const inbox = store();
    expect(channel.account).toBe("4242");
    expect(channel.invitationLink("ABC")).toBeNull();
    await channel.start(inbox.receive);
    const head = server.person(HEAD);
    await head.say("/nhiemvu");
    await head.say("2.4 đã xong");
    await inbox.until(2);
    expect(inbox.texts()).toEqual(["/nhiemvu", "2.4 đã xong"]);
    expect(channel.invitationLink("ABC-1")).toBe("https://t.me/dondoc_bot?start=ABC-1");
    expect(channel.invitationLink("a b")).toBeNull();
    await server.until("menus", () => (server.world.commands.size === 4 ? true : undefined));
    expect([...server.world.commands.entries()].map(([, menu]) => menu[0]?.description)).toEqual([
      "Liên kết",
      "Link",
      "Nhiệm vụ",
      "Tasks",
    ]);
    await channel.stop();
    // The messenger would have held the last poll for half a minute more.
    expect(server.callsOf("getUpdates").at(-1)?.outcome).toBeNull();
  });

  test("the offset moves only after the commit: what was not stored comes again, in order", async () => {
    const head = server.person(HEAD);
    await head.say("một");
    await head.say("hai");
    const inbox = store((nth) => nth <= 2);
    const channel = make();
    await channel.start(inbox.receive);
    await inbox.until(2);
    expect(inbox.calls()).toBe(3);
    expect(inbox.texts()).toEqual(["một", "hai"]);
    await server.idle();
    expect(logged.filter((line) => line.includes("could not be stored"))).toHaveLength(1);
    expect(logged.join()).not.toContain("hai");
  });

  test("killed between storing and confirming: the next process is handed the same update again", async () => {
    const head = server.person(HEAD);
    await head.say("một");
    const first = store();
    let stored = (): void => undefined;
    const reached = new Promise<void>((resolve) => {
      stored = resolve;
    });
    const dying = make();
    await dying.start(async (updates) => {
      await first.receive(updates);
      stored();
      // Never answers: the process is gone before the offset moves.
      await new Promise(() => undefined);
    });
    await reached;
    const second = store();
    await make().start(second.receive);
    await second.until(1);
    expect(second.stored.map(({ updateKey }) => updateKey)).toEqual(
      first.stored.map(({ updateKey }) => updateKey),
    );
    channels.shift();
  });

  test("a failing network, an error and somebody else's poll are waited out, said once each", async () => {
    server.fail({ method: "getMe", with: { kind: "cut" } });
    server.fail({ method: "getUpdates", with: { kind: "500" } });
    server.fail({ method: "getUpdates", with: { kind: "garbage" } });
    const inbox = store();
    await make().start(inbox.receive);
    await server.person(HEAD).say("một");
    await inbox.until(1);
    expect(logged.filter((line) => line.includes("keep") || line.includes("goes on"))).toHaveLength(1);
  });

  test("two processes: 409 is said once, and the older one goes on when the other ends", async () => {
    const [older, younger] = [store(), store()];
    await make().start(older.receive);
    await server.until("the first poll", () => server.callsOf("getUpdates")[0]);
    const second = make();
    await second.start(younger.receive);
    await server.until("a conflict", () =>
      server.callsOf("getUpdates").find(({ outcome }) => outcome === 409),
    );
    await second.stop();
    await channels[0]?.stop();
    expect(logged.filter((line) => line.includes("another program")).length).toBeLessThanOrEqual(2);
    expect(logged.some((line) => line.includes("another program"))).toBe(true);
  });

  test("a webhook that was set before is removed, without dropping what waits", async () => {
    await server.person(HEAD).say("đang chờ");
    server.world.setWebhook(
      { url: "https://x.example", secret: null, maxConnections: 1, lastError: null },
      false,
    );
    const inbox = store();
    await make().start(inbox.receive);
    await inbox.until(1);
    expect(server.callsOf("deleteWebhook")[0]?.params.drop_pending_updates).toBe(false);
  });

  test("a refused token is reported once and nothing goes on", async () => {
    const codes: string[] = [];
    const channel = make({ token: "4242:revoked-loopback-secret", down: (code) => void codes.push(code) });
    await channel.start(store().receive);
    expect(await channel.send({ chatKey: "901" }, outgoing("a"))).toEqual({
      kind: "channel_down",
      code: "telegram_401",
    });
    await channel.stop();
    expect(codes).toEqual(["telegram_401"]);
    expect(await channel.identify()).toBe(false);
  });
});

describe("sending", () => {
  test("words, bold, buttons; a link shows no preview", async () => {
    const head = server.person(HEAD);
    const sent = await make().send(
      { chatKey: "901" },
      outgoing("QUÁ HẠN\n2.4 <b>", {
        bold: [{ offset: 0, length: 7 }],
        buttons: [[{ label: "Nộp", data: "n:1" }]],
      }),
    );
    const seen = await head.next();
    expect(sent).toEqual({ kind: "delivered", messageKeys: [String(seen.message_id)] });
    expect(seen.text).toBe("QUÁ HẠN\n2.4 <b>");
    expect(seen.reply_markup?.inline_keyboard).toEqual([[{ text: "Nộp", callback_data: "n:1" }]]);
    const [{ params } = { params: {} }] = server.callsOf("sendMessage");
    expect(params).toMatchObject({
      entities: [{ type: "bold", offset: 0, length: 7 }],
      link_preview_options: { is_disabled: true },
    });
    expect(params).not.toHaveProperty("parse_mode");
  });

  test("429 in the middle of a long message: the next attempt goes on where it stopped", async () => {
    const head = server.person(HEAD);
    const channel = make();
    const picture = { kind: "image/png" as const, bytes: new Uint8Array([1]) };
    const message = outgoing(`${"a".repeat(1000)}\n${"b".repeat(4000)}\nc`, { picture });
    server.fail({ method: "sendMessage", with: { kind: "429", retryAfter: 3 } });
    expect(await channel.send({ chatKey: "901" }, message)).toEqual({ kind: "retry_after", seconds: 3 });
    const sent = await channel.send({ chatKey: "901" }, message);
    expect(sent).toEqual({
      kind: "delivered",
      messageKeys: head.messages().map(({ message_id }) => String(message_id)),
    });
    expect(head.messages().map(({ text, caption }) => (text ?? caption)?.[0])).toEqual(["a", "b"]);
  });

  test("a picture is sent with its caption", async () => {
    const head = server.person(HEAD);
    const bytes = new Uint8Array([1, 2, 3]);
    await make().send({ chatKey: "901" }, outgoing("Mã mời", { picture: { kind: "image/png", bytes } }));
    expect(await head.next()).toMatchObject({ caption: "Mã mời" });
  });

  test.each([
    [
      { kind: "429", retryAfter: 7 },
      { kind: "retry_after", seconds: 7 },
    ],
    [{ kind: "500" }, { kind: "retry_after", seconds: 5 }],
    [{ kind: "403", description: "Forbidden: bot was blocked by the user" }, { kind: "blocked" }],
    [{ kind: "403", description: "Forbidden: not today" }, { kind: "rejected" }],
    [{ kind: "cut" }, { kind: "ambiguous" }],
    [{ kind: "garbage" }, { kind: "ambiguous" }],
  ] as const)("%j", async (fault, outcome) => {
    server.person(HEAD);
    server.fail({ method: "sendMessage", with: fault });
    expect(await make().send({ chatKey: "901" }, outgoing("a"))).toMatchObject(outcome);
  });

  test("nobody listens at all: it did not arrive", async () => {
    const channel = make({ apiRoot: "http://127.0.0.1:9" });
    expect(await channel.send({ chatKey: "901" }, outgoing("a"))).toEqual({
      kind: "retry_after",
      seconds: 5,
    });
    expect(await channel.send({ chatKey: "nobody" }, outgoing("a"))).toMatchObject({ kind: "rejected" });
    expect(await channel.send({ chatKey: "901" }, outgoing(" "))).toMatchObject({ code: "empty_text" });
  });

  test("a button's spinner ends, a role's menu is set, both quietly when refused", async () => {
    const head = server.person(HEAD);
    const inbox = store();
    const channel = make();
    await channel.start(inbox.receive);
    await channel.send({ chatKey: "901" }, outgoing("chọn", { buttons: [[{ label: "Một", data: "1" }]] }));
    const press = await head.press(await head.next(), "Một");
    await inbox.until(1);
    const [update] = inbox.stored;
    if (update === undefined) throw new Error("no update");
    await channel.acknowledge(update);
    expect(await press.answer()).toEqual({ text: null, alert: false });
    await channel.acknowledge(update);
    await channel.showMenu("901", [{ name: "nhiemvu", description: "Nhiệm vụ" }]);
    expect(server.callsOf("setMyCommands").at(-1)?.params).toMatchObject({
      scope: { type: "chat", chat_id: 901 },
    });
    await channel.showMenu("901", [{ name: "SAI", description: "x" }]);
    expect(logged.some((line) => line.includes("could not be set"))).toBe(true);
  });
});

describe("more than words", () => {
  const rich = (more: Partial<OutgoingMessage> = {}) =>
    outgoing("Hạn: thứ Hai 14/09/2026.", {
      bold: [{ offset: 0, length: 3 }],
      dates: [{ offset: 5, length: 18, date: "2026-09-14" }],
      timeZone: "Asia/Ho_Chi_Minh",
      buttons: [[{ label: "Xác nhận", data: "y", weight: "main" }]],
      copies: [{ label: "Sao chép mã", text: "ABCDE-12345" }],
      ...more,
    });
  const picture = { kind: "image/png" as const, bytes: new Uint8Array([1]) };

  test("a date, colours, a copy button, under a text as under a picture", async () => {
    const head = server.person(HEAD);
    const channel = make();
    await channel.send({ chatKey: "901" }, rich());
    await channel.send({ chatKey: "901" }, rich({ outboxId: "another", picture }));
    const [said, shown] = [await head.next(), await head.next()];
    const places = [
      { type: "bold", offset: 0, length: 3 },
      { type: "date_time", offset: 5, length: 18, unix_time: 1_789_380_000, date_time_format: "" },
    ];
    expect([said.entities, shown.caption_entities]).toEqual([places, places]);
    expect(said.reply_markup?.inline_keyboard).toEqual([
      [{ text: "Xác nhận", callback_data: "y", style: "primary" }],
      [{ text: "Sao chép mã", copy_text: { text: "ABCDE-12345" } }],
    ]);
  });

  test.each([
    "Bad Request: can't parse entities: unsupported entity type",
    "Bad Request: ENTITY_BOUNDS_INVALID",
    "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  ])("where it is refused the words go plain: %s", async (description) => {
    const head = server.person(HEAD);
    server.fail({ method: "sendMessage", with: { kind: "400", description } });
    expect(await make().send({ chatKey: "901" }, rich())).toMatchObject({ kind: "delivered" });
    const said = await head.next();
    expect(said.text).toBe("Hạn: thứ Hai 14/09/2026.");
    expect(said.entities).toBeUndefined();
    expect(said.reply_markup?.inline_keyboard).toEqual([[{ text: "Xác nhận", callback_data: "y" }]]);
    expect(head.messages()).toHaveLength(1);
  });

  test("plain words that are refused are refused once, not again and again", async () => {
    server.person(HEAD);
    const description = "Bad Request: can't parse entities: never";
    server.fail({ method: "sendMessage", times: 5, with: { kind: "400", description } });
    expect(await make().send({ chatKey: "901" }, rich())).toEqual({ kind: "rejected", code: "telegram_400" });
    expect(server.callsOf("sendMessage")).toHaveLength(2);
  });

  test("a long message whose second part is refused is not begun again", async () => {
    const head = server.person(HEAD);
    const text = `${"a".repeat(4000)}\n${"b".repeat(200)}`;
    // Before 1970: a Unix time that Telegram does not take.
    const dates = [{ offset: 4001, length: 5, date: "1945-09-02" }];
    const sent = await make().send({ chatKey: "901" }, rich({ text, bold: [], dates }));
    expect(sent).toMatchObject({ kind: "delivered" });
    expect(head.messages().map(({ text: said }) => said?.[0])).toEqual(["a", "b"]);
    expect(server.callsOf("sendMessage").map(({ outcome }) => outcome)).toEqual([200, 400, 200]);
  });

  test("a file is seen at once, words need no sign, and nobody minds when it fails", async () => {
    const head = server.person(HEAD);
    const inbox = store();
    const channel = make();
    await channel.start(inbox.receive);
    const sent = await head.sendDocument("a.pdf", new Uint8Array([1]), "application/pdf");
    await head.say("2.4");
    await inbox.until(2);
    for (const update of inbox.stored) await channel.acknowledge(update);
    expect(head.reactions()).toEqual([{ messageId: sent.message_id, emoji: ["👀"] }]);
    server.fail({ method: "setMessageReaction", with: { kind: "500" } });
    const [file] = inbox.stored;
    if (file === undefined) throw new Error("no file");
    await channel.acknowledge(file);
    expect(server.callsOf("setMessageReaction").map(({ outcome }) => outcome)).toEqual([200, "500"]);
  });

  test("a thumb under a message arrives, a thumb that is taken back does not", async () => {
    const head = server.person(HEAD);
    const inbox = store();
    const channel = make();
    await channel.start(inbox.receive);
    await server.until("the first poll", () => server.callsOf("getUpdates")[0]);
    await channel.send({ chatKey: "901" }, outgoing("Đơn vị được giao nhiệm vụ 2.4"));
    const notice = await head.next();
    await head.react(notice, "👍");
    await head.react(notice);
    await head.react(notice, "🤯");
    await head.say("xong");
    await inbox.until(2);
    expect(inbox.stored.map(({ content }) => content)).toEqual([
      { kind: "reaction", messageKey: String(notice.message_id) },
      { kind: "text", text: "xong", edited: false },
    ]);
  });
});

describe("a group with topics", () => {
  test("is answered in the topic; when the topic is gone, in the group", async () => {
    const lan = server.person(HEAD);
    const group = server.group({ id: -1_001_000_000_005, title: "UBND phường Hải An" });
    const topic = await lan.openTopic(group, "Dân vận");
    const inbox = store();
    const channel = make();
    await channel.start(inbox.receive);
    await lan.sayIn(group, "/nhiemvu", { mention: true, topic });
    await inbox.until(1);
    const chatKey = inbox.stored[0]?.chatKey ?? "";
    expect(inbox.stored).toMatchObject([{ group: true, replyToKey: null }]);
    const buttons = [[{ label: "Xem", data: "x" }]];
    await channel.send({ chatKey }, outgoing("trong chủ đề", { buttons }));
    const answer = await group.next();
    expect(answer).toMatchObject({ text: "trong chủ đề", message_thread_id: topic.message_id });
    await lan.press(answer, "Xem");
    await inbox.until(2);
    expect(inbox.stored.map((update) => update.chatKey)).toEqual([chatKey, chatKey]);

    await lan.closeTopic(group, topic);
    expect(await channel.send({ chatKey }, outgoing("ngoài chủ đề"))).toMatchObject({ kind: "delivered" });
    expect((await group.next()).message_thread_id).toBeUndefined();
    expect(await channel.send({ chatKey: "-1/x" }, outgoing("a"))).toEqual({
      kind: "rejected",
      code: "chat_key_invalid",
    });
  });

  test("from which the bot is taken out, or that moves on", async () => {
    const lan = server.person(HEAD);
    const group = server.group({ id: -5_001, title: "UBND phường Hải An" });
    const other = server.group({ id: -5_002, title: "Tổ giúp việc" });
    const inbox = store();
    const channel = make();
    await channel.start(inbox.receive);
    await lan.removeBot(group);
    await lan.upgradeGroup(other, -1_001_000_005_002);
    await inbox.until(2);
    expect(inbox.stored).toMatchObject([
      { chatKey: "-5001", group: true, content: { kind: "blocked" } },
      { chatKey: "-5002", group: true, content: { kind: "moved", toChatKey: "-1001000005002" } },
    ]);
    expect(await channel.send({ chatKey: "-5001" }, outgoing("a"))).toEqual({
      kind: "blocked",
      code: "bot_removed",
    });
    expect(await channel.send({ chatKey: "-5002" }, outgoing("a"))).toEqual({
      kind: "blocked",
      code: "chat_moved",
    });
  });
});

describe("files", () => {
  const fileOf = async (bytes: Uint8Array) => {
    const head = server.person(HEAD);
    await head.sendDocument("a.pdf", bytes, "application/pdf");
    const inbox = store();
    const channel = make();
    await channel.start(inbox.receive);
    await inbox.until(1);
    const content = inbox.stored[0]?.content;
    if (content?.kind !== "file") throw new Error("no file");
    return { channel, file: content.file };
  };

  test("bytes, too large, gone", async () => {
    const bytes = Uint8Array.from({ length: 50_000 }, (_, at) => at % 256);
    const { channel, file } = await fileOf(bytes);
    const got = await channel.download(file, 50_000);
    expect(got.kind === "bytes" && Buffer.from(got.bytes).equals(bytes)).toBe(true);
    expect(await channel.download(file, 49_999)).toEqual({ kind: "too_large" });
    expect(await channel.download({ ...file, fileKey: "unknown" }, 10)).toEqual({ kind: "gone" });
    server.fail({ method: "getFile", with: { kind: "cut" } });
    await expect(channel.download(file, 50_000)).rejects.toThrow(/where the file is/);
  });
});

describe("webhook", () => {
  const listen = async (refuse?: (nth: number) => boolean) => {
    const inbox = store(refuse);
    const channel = make({ mode: "webhook", publicUrl: "http://127.0.0.1:1" });
    const routes = createWebhookRoutes({ doors: new Map([["telegram", channel.webhook]]), log });
    const post = (body: string, headers: Record<string, string> = {}) =>
      routes.request("/webhooks/telegram", { method: "POST", body, headers });
    const secret = { "x-telegram-bot-api-secret-token": channel.webhook.secret };
    await channel.start(inbox.receive);
    await server.until("the webhook", () => server.world.webhook() ?? undefined);
    return { inbox, channel, routes, post, secret };
  };
  const update = JSON.stringify({
    update_id: 5,
    message: {
      message_id: 1,
      from: { id: 901, is_bot: false },
      chat: { id: 901, type: "private" },
      text: "a\0",
    },
  });

  test("is set with a secret derived from the token", async () => {
    const { channel } = await listen();
    expect(channel.webhook.secret).toMatch(/^[\w-]{43}$/);
    expect(channel.webhook.secret).not.toContain("loopback");
    expect(server.callsOf("setWebhook")[0]?.params).toMatchObject({
      url: "http://127.0.0.1:1/webhooks/telegram",
      secret_token: channel.webhook.secret,
      allowed_updates: ["message", "edited_message", "callback_query", "my_chat_member", "message_reaction"],
    });
  });

  test("stores before it answers; a failed store is 500, so that it comes again", async () => {
    const { inbox, post, secret } = await listen((nth) => nth === 1);
    expect((await post(update, secret)).status).toBe(500);
    expect(inbox.stored).toEqual([]);
    expect((await post(update, secret)).status).toBe(200);
    expect(inbox.texts()).toEqual(["a\uFFFD"]);
  });

  test("bad callers and bad bodies", async () => {
    const { inbox, routes, post, secret } = await listen();
    const status = async (answer: Response | Promise<Response>) => {
      const response = await answer;
      return [response.status, await response.text()];
    };
    expect(await status(post(update))).toEqual([401, ""]);
    expect(await status(post(update, { "x-telegram-bot-api-secret-token": "wrong" }))).toEqual([401, ""]);
    expect(await status(post("{", secret))).toEqual([400, ""]);
    expect(await status(post(""))).toEqual([200, ""]);
    expect(await status(post("{}", secret))).toEqual([400, ""]);
    expect(await status(post('{"update_id":6,"tomorrow":{}}', secret))).toEqual([200, ""]);
    expect(await status(post(`"${"x".repeat(1024 * 1024)}"`, secret))).toEqual([413, ""]);
    for (const method of ["GET", "HEAD"])
      expect(await status(routes.request("/webhooks/telegram", { method }))).toEqual([200, ""]);
    expect(await status(routes.request("/webhooks/telegram", { method: "PUT" }))).toEqual([405, ""]);
    expect((await routes.request("/webhooks/zalo", { method: "POST" })).status).toBe(404);
    expect(
      (await createWebhookRoutes({ doors: new Map(), log }).request("/webhooks/telegram", { method: "POST" }))
        .status,
    ).toBe(404);
    expect(inbox.stored).toEqual([]);
  });
});
