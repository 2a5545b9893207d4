import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Incoming, OutgoingMessage } from "../../../../bot/channels/channel.ts";
import type { Log } from "../../../../bot/channels/log.ts";
import {
  accountOf,
  createZaloChannel,
  type ZaloChannel,
  type ZaloChannelOptions,
} from "../../../../bot/channels/zalo/zalo-channel.ts";
import { createWebhookRoutes } from "../../../../bot/webhooks.ts";
import { outgoing as plain } from "../../../support/outgoing.ts";
import { startZaloServer, type ZaloServer } from "../../../support/zalo-server.ts";

const NUMBER = "1234567890123456789";
const TOKEN = `${NUMBER}:loopback-secret_0`;
const OWN_SECRET = "webhook-secret_of-the-office";
/** Enough for a loopback image: the signature of PNG. */
const PNG = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);
const picture = { kind: "image/png" as const, bytes: PNG };

let server: ZaloServer;
let logged: string[];
let readers: (() => void)[] = [];
const write: Log["info"] = (fields, event) => {
  logged.push(JSON.stringify([fields, event]));
  for (const wake of readers.splice(0)) wake();
};
const log: Log = { info: write, warn: write, error: write };
const said = (words: string): readonly string[] => logged.filter((line) => line.includes(words));
const untilSaid = async (words: string): Promise<void> => {
  while (said(words).length === 0) await new Promise<void>((resolve) => readers.push(resolve));
};
const channels: ZaloChannel[] = [];
const make = (more: Partial<ZaloChannelOptions> = {}): ZaloChannel => {
  const channel = createZaloChannel({
    token: TOKEN,
    apiRoot: `${server.url}/`,
    mode: "polling",
    webhookSecret: undefined,
    publicUrl: undefined,
    rate: 1,
    publishPicture: ({ kind, bytes }) => server.world.storeFile(bytes, kind),
    log,
    // The shortest rests there are.
    jitter: () => 1.99,
    now: () => new Date("2026-09-07T00:00:00Z"),
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
/** An address of this machine where nobody listens. */
const deserted = async (): Promise<string> => {
  const gone = await startZaloServer();
  await gone.close();
  return gone.url;
};
const outgoing = (text: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage =>
  plain({ text, ...more });

beforeEach(async () => {
  logged = [];
  readers = [];
  server = await startZaloServer({ token: TOKEN, redeliverAfterMs: 2 });
});
afterEach(async () => {
  for (const channel of channels.splice(0)) await channel.stop();
  await server.close();
  for (const line of logged) {
    expect(line).not.toContain("loopback-secret");
    expect(line).not.toContain(OWN_SECRET);
  }
});

describe("what it is", () => {
  test("plain text, photos, and as fast as the office allows", async () => {
    const channel = make({ rate: 0.5 });
    expect(channel.capabilities).toEqual({
      buttons: false,
      textLength: 2_000,
      fileBytes: 20 * 1024 * 1024,
      files: false,
      unasked: true,
      pace: { bot: { everyMs: 2_000, burst: 1 }, chat: { everyMs: 1_000, burst: 1 } },
    });
    expect(make({ rate: 30 }).capabilities.pace.bot).toEqual({ everyMs: 34, burst: 1 });
    expect(channel.invitationLink("ABC")).toBeNull();
    // Nobody can be told where to find the bot before Zalo has said what it is called.
    expect(channel.handle?.()).toBeNull();
    await channel.identify();
    expect(channel.handle?.()).toBe(server.bot.account_name);
  });

  test("its account is the number in front of the token, else a trace of it that gives nothing away", () => {
    expect(make().account).toBe(NUMBER);
    expect(accountOf("a-token-without-a-number")).toMatch(/^[0-9a-f]{12}$/);
    expect(accountOf("123456789012")).toMatch(/^[0-9a-f]{12}$/);
    expect(accountOf("bot:secret-1")).not.toBe(accountOf("bot:secret-2"));
  });
});

describe("polling", () => {
  test("stores what people say, one update a poll, and stops without waiting", async () => {
    const patient = await startZaloServer({ token: TOKEN, pollHoldMs: 60_000 });
    const inbox = store();
    const channel = make({ apiRoot: patient.url });
    await channel.start(inbox.receive);
    const head = patient.person();
    await head.says("nhiệm vụ");
    await head.says("2.4 đã xong");
    await inbox.until(2);
    expect(inbox.texts()).toEqual(["nhiệm vụ", "2.4 đã xong"]);
    expect(inbox.stored.map(({ chatKey }) => chatKey)).toEqual([head.id, head.id]);
    expect(patient.callsOf("getUpdates")[0]?.params).toEqual({ timeout: 30 });
    await patient.until("a poll that waits", () =>
      patient.callsOf("getUpdates").find(({ outcome }) => outcome === null),
    );
    await channel.stop();
    expect(logged.join()).not.toContain("2.4");
    await patient.close();
  });

  test.each([
    { updatesAs: "array", envelope: "bare" },
    { updatesAs: "object", envelope: "wrapped" },
    { updatesAs: "array", envelope: "wrapped" },
  ] as const)("%j", async (quirks) => {
    Object.assign(server.quirks, quirks);
    const inbox = store();
    await make().start(inbox.receive);
    await server.person().says("một");
    await inbox.until(1);
    expect(inbox.texts()).toEqual(["một"]);
  });

  test("nothing waiting is no trouble, whatever the status says", async () => {
    server.quirks.refusalStatus = "real";
    const idle = await startZaloServer({ token: TOKEN, pollHoldMs: 5 });
    const inbox = store();
    await make({ apiRoot: idle.url }).start(inbox.receive);
    await idle.until("three idle polls", () => idle.callsOf("getUpdates")[3]);
    await idle.person().says("một");
    await inbox.until(1);
    expect(said("polling goes on")).toEqual([]);
    await channels.pop()?.stop();
    await idle.close();
  });

  test("what could not be stored is stored before the next poll, since nobody hands it out again", async () => {
    const inbox = store((nth) => nth <= 3);
    await make().start(inbox.receive);
    const head = server.person();
    await head.says("một");
    await inbox.until(1);
    expect(server.callsOf("getUpdates")).toHaveLength(1);
    await head.says("hai");
    await inbox.until(2);
    expect(inbox.texts()).toEqual(["một", "hai"]);
    expect(said("could not be stored")).toHaveLength(1);
    expect(said("works again")).toHaveLength(1);
  });

  test("who stops while an update is not stored yet tries once more, and says so when it is lost", async () => {
    let failed = (): void => undefined;
    const once = new Promise<void>((resolve) => {
      failed = resolve;
    });
    const channel = make({ jitter: () => 0 });
    const inbox = store((nth) => nth === 1);
    await channel.start((updates) => inbox.receive(updates).finally(failed));
    await server.person().says("một");
    await once;
    await channel.stop();
    expect(inbox.texts()).toEqual(["một"]);

    const unlucky = make({ jitter: () => 0 });
    let tried = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      tried = resolve;
    });
    await unlucky.start(async () => {
      tried();
      throw new Error("the database is away");
    });
    await server.person().says("hai");
    await begun;
    await unlucky.stop();
    expect(said("before its updates could be stored")).toHaveLength(1);
  });

  test("a failing network and every kind of refusal are waited out, said once", async () => {
    server.fail({ method: "getMe", with: { kind: "cut" } });
    server.fail({ method: "deleteWebhook", with: { kind: "503" } });
    for (const kind of ["403", "404", "500", "garbage", "cut"] as const)
      server.fail({ method: "getUpdates", with: { kind } });
    server.fail({ method: "getUpdates", with: { kind: "429", retryAfter: 0 } });
    const inbox = store();
    await make().start(inbox.receive);
    await server.person().says("một");
    await inbox.until(1);
    expect(said("goes on")).toHaveLength(1);
    expect(said("zalo is not answering, trying again")).toHaveLength(1);
    expect(inbox.texts()).toEqual(["một"]);
  });

  test("a webhook that was set is removed, before and when somebody sets one later", async () => {
    const hook = { url: "https://x.example/webhooks/zalo", secret: OWN_SECRET };
    server.world.setWebhook(hook);
    const inbox = store();
    await make().start(inbox.receive);
    await server.person().says("một");
    await inbox.until(1);
    server.world.setWebhook(hook);
    await server.person().says("hai");
    await inbox.until(2);
    expect(inbox.texts()).toEqual(["một", "hai"]);
    expect(server.callsOf("deleteWebhook").length).toBeGreaterThanOrEqual(2);
  });

  test("an own message that comes back is not heard", async () => {
    server.quirks.echoes = true;
    const inbox = store();
    const channel = make();
    await channel.start(inbox.receive);
    const head = server.person();
    await channel.send({ chatKey: head.id }, outgoing("Đã ghi 2.4"));
    await head.says("một");
    await inbox.until(1);
    expect(inbox.texts()).toEqual(["một"]);
  });

  test("in a group the bot's name is no part of the words", async () => {
    const inbox = store();
    await make().start(inbox.receive);
    const group = server.group({ title: "Tổ công tác" });
    await server.person().sayIn(group, "tiến độ", { mention: true });
    await inbox.until(1);
    expect(inbox.stored[0]).toMatchObject({ group: true, chatKey: group.id, content: { text: "tiến độ" } });
  });

  test("an event that nobody knows is named in the log and passed over", async () => {
    const inbox = store();
    await make().start(inbox.receive);
    const head = server.person();
    await head.sendsUnknown();
    await head.sendsUnsupported({ withMessage: false });
    await head.says("một");
    await inbox.until(1);
    expect(inbox.stored).toHaveLength(1);
    expect(said("message.reaction.received")).toHaveLength(1);
    expect(said("message.unsupported.received")).toHaveLength(1);
  });

  test("a refused token is reported once and nothing goes on", async () => {
    const codes: string[] = [];
    const channel = make({
      token: `${NUMBER}:revoked-loopback-secret`,
      down: (code) => void codes.push(code),
    });
    await channel.start(store().receive);
    expect(await channel.send({ chatKey: "a" }, outgoing("a"))).toEqual({
      kind: "channel_down",
      code: "zalo_401",
    });
    await channel.stop();
    expect(codes).toEqual(["zalo_401"]);
    expect(said("refuses the bot's token")).toHaveLength(1);
    expect(await channel.identify()).toBe(false);
    expect(await make().identify()).toBe(true);
  });

  test("a token that is revoked while the bot polls ends it", async () => {
    const codes: string[] = [];
    server.fail({ method: "getUpdates", with: { kind: "401" } });
    await make({ down: (code) => void codes.push(code) }).start(store().receive);
    await untilSaid("refuses the bot's token");
    await channels[0]?.stop();
    expect(codes).toEqual(["zalo_401"]);
    expect(server.callsOf("getUpdates")).toHaveLength(1);
  });
});

describe("sending", () => {
  test("words, as typed", async () => {
    const head = server.person();
    const buttons = [[{ label: "Nộp", data: "n:1" }]];
    const text = "QUÁ HẠN\n2.4 <b>*x*</b>";
    const sent = await make().send({ chatKey: head.id }, outgoing(text, { buttons }));
    const seen = await head.next();
    expect(sent).toEqual({ kind: "delivered", messageKeys: [seen.message_id] });
    expect(server.callsOf("sendMessage")[0]?.params).toEqual({ chat_id: head.id, text });
  });

  test("trouble in the middle of a long message: the next attempt goes on where it stopped", async () => {
    const head = server.person();
    const channel = make();
    const message = outgoing(`${"a".repeat(1_999)}\n${"b".repeat(1_999)}\nc`, { picture });
    server.fail({ method: "sendMessage", with: { kind: "403" } });
    expect(await channel.send({ chatKey: head.id }, message)).toEqual({ kind: "retry_after", seconds: 5 });
    expect(await channel.send({ chatKey: head.id }, message)).toEqual({
      kind: "delivered",
      messageKeys: head.messages().map(({ message_id }) => message_id),
    });
    expect(head.messages().map(({ text, caption }) => (text ?? caption)?.[0])).toEqual(["a", "b", "c"]);
    expect(server.callsOf("sendPhoto")).toHaveLength(1);
  });

  test("too many at once: the bot rests longer each time, until one goes through", async () => {
    const head = server.person();
    const channel = make();
    const send = () => channel.send({ chatKey: head.id }, outgoing("a"));
    const crowd = (retryAfter?: number | string) =>
      server.fail({
        method: "sendMessage",
        with: { kind: "429", ...(retryAfter === undefined ? {} : { retryAfter }) },
      });
    const rest = (seconds: number) => ({ kind: "retry_after", seconds, scope: "bot" });
    for (const seconds of [5, 10, 20]) {
      crowd();
      expect(await send()).toEqual(rest(seconds));
    }
    crowd("Mon, 07 Sep 2026 00:02:00 GMT");
    expect(await send()).toEqual(rest(120));
    expect(await send()).toMatchObject({ kind: "delivered" });
    crowd();
    expect(await send()).toEqual(rest(5));
    expect(said('"status":429')).toHaveLength(5);
  });

  test("404 is this call's, unless getMe says that it is the whole bot's", async () => {
    const head = server.person();
    const codes: string[] = [];
    const channel = make({ down: (code) => void codes.push(code) });
    const send = () => channel.send({ chatKey: head.id }, outgoing("a"));
    server.fail({ method: "sendMessage", with: { kind: "404" } });
    expect(await send()).toEqual({ kind: "rejected", code: "zalo_404" });
    expect(codes).toEqual([]);
    server.fail({ method: "sendMessage", with: { kind: "404" } });
    server.fail({ method: "getMe", with: { kind: "404" } });
    expect(await send()).toEqual({ kind: "channel_down", code: "zalo_404" });
    expect(codes).toEqual(["zalo_404"]);
  });

  test("it may have arrived, or certainly has not", async () => {
    const head = server.person();
    const channel = make();
    server.fail({ method: "sendMessage", with: { kind: "cut" }, after: "after_recording" });
    expect(await channel.send({ chatKey: head.id }, outgoing("a"))).toMatchObject({ kind: "ambiguous" });
    expect(head.messages()).toHaveLength(1);
    server.fail({ method: "sendMessage", with: { kind: "garbage" } });
    expect(await channel.send({ chatKey: head.id }, outgoing("a"))).toEqual({
      kind: "ambiguous",
      code: "no_json",
    });
    for (const apiRoot of [await deserted(), "http://127.0.0.1:9"])
      expect(await make({ apiRoot }).send({ chatKey: head.id }, outgoing("a"))).toEqual({
        kind: "retry_after",
        seconds: 5,
      });
    const nowhere = make({ apiRoot: "http://bot-api.invalid" });
    expect(await nowhere.send({ chatKey: head.id }, outgoing("a"))).toMatchObject({ kind: "retry_after" });
  });

  test("who never wrote to the bot, and words that are none", async () => {
    const stranger = server.person({ hasWritten: false });
    expect(await make().send({ chatKey: stranger.id }, outgoing("a"))).toEqual({
      kind: "rejected",
      code: "chat_not_found",
    });
    expect(await make().send({ chatKey: stranger.id }, outgoing(" \n"))).toEqual({
      kind: "rejected",
      code: "empty_text",
    });
  });
});

describe("a picture", () => {
  test("goes by an address, with its words as caption, and is there when somebody looks again", async () => {
    const head = server.person();
    const sent = await make().send({ chatKey: head.id }, outgoing("Mã mời", { picture }));
    const seen = await head.next();
    expect(sent).toEqual({ kind: "delivered", messageKeys: [seen.message_id] });
    expect(seen).toMatchObject({ caption: "Mã mời", picture: { mime: "image/png" } });
    expect((await head.openPictures()).map(({ status }) => status)).toEqual([200]);
  });

  test("without words has no caption", async () => {
    const head = server.person();
    await make().send({ chatKey: head.id }, outgoing("", { picture }));
    expect((await head.next()).caption).toBeUndefined();
  });

  test("stays away where the house has no public address; without words nothing is left", async () => {
    const head = server.person();
    const channel = make({ publishPicture: async () => null });
    await channel.send({ chatKey: head.id }, outgoing("Mã mời", { picture }));
    expect(await head.next()).toMatchObject({ text: "Mã mời" });
    expect(await channel.send({ chatKey: head.id }, outgoing("", { picture }))).toEqual({
      kind: "rejected",
      code: "picture_not_taken",
    });
    expect(server.callsOf("sendPhoto")).toEqual([]);
  });

  test("that Zalo refuses leaves the words", async () => {
    const head = server.person();
    server.fail({ method: "sendPhoto", with: { kind: "400" } });
    const sent = await make().send({ chatKey: head.id }, outgoing("Mã mời", { picture }));
    expect(sent).toMatchObject({ kind: "delivered" });
    expect(await head.next()).toMatchObject({ text: "Mã mời" });
  });

  test("in any other trouble waits with its words", async () => {
    const head = server.person();
    server.fail({ method: "sendPhoto", with: { kind: "403" } });
    const channel = make();
    expect(await channel.send({ chatKey: head.id }, outgoing("Mã", { picture }))).toMatchObject({
      kind: "retry_after",
    });
    const away = make({ publishPicture: () => Promise.reject(new Error("the database is away")) });
    expect(await away.send({ chatKey: head.id }, outgoing("Mã", { picture }))).toMatchObject({
      kind: "retry_after",
    });
    expect(head.messages()).toEqual([]);
  });
});

describe("files", () => {
  test.each(["photo", "photo_url"] as const)("a picture under %s: bytes, too large, gone", async (under) => {
    server.quirks.imageUnder = under;
    const inbox = store();
    const channel = make();
    await channel.start(inbox.receive);
    await server.person().sendsPhoto(PNG, "hội nghị");
    await inbox.until(1);
    const content = inbox.stored[0]?.content;
    if (content?.kind !== "file") throw new Error("no file");
    expect(content.caption).toBe("hội nghị");
    const got = await channel.download(content.file, PNG.length);
    expect(got.kind === "bytes" && Buffer.from(got.bytes).equals(Buffer.from(PNG))).toBe(true);
    expect(await channel.download(content.file, PNG.length - 1)).toEqual({ kind: "too_large" });
    server.forgetFiles();
    expect(await channel.download(content.file, PNG.length)).toEqual({ kind: "gone" });
  });
});

describe("webhook", () => {
  const PUBLIC = "https://dondoc.example";
  const listen = async (
    options: {
      readonly refuse?: (nth: number) => boolean;
      readonly webhookSecret?: string;
      readonly before?: () => void;
    } = {},
  ) => {
    const inbox = store(options.refuse);
    const channel = make({ mode: "webhook", publicUrl: PUBLIC, webhookSecret: options.webhookSecret });
    const routes = createWebhookRoutes({ doors: new Map([["zalo", channel.webhook]]), log });
    const post = (body: string, headers: Record<string, string> = {}) =>
      routes.request("/webhooks/zalo", { method: "POST", body, headers });
    options.before?.();
    await channel.start(inbox.receive);
    await server.until("the webhook", () => server.world.webhook() ?? undefined);
    return { inbox, channel, post, secret: { "x-bot-api-secret-token": channel.webhook.secret } };
  };
  const update = (text: string) => ({
    event_name: "message.text.received",
    message: {
      message_id: "2d758cb5e222177a4e35",
      date: 1_788_739_200_123,
      from: { id: "6ede9afa66b88fe6d6a9", is_bot: false },
      chat: { id: "6ede9afa66b88fe6d6a9", chat_type: "PRIVATE" },
      text,
    },
  });

  test("is set with a secret derived from the token, or the office's own", async () => {
    server.quirks.verification = { status: "pending" };
    const { channel } = await listen();
    expect(channel.webhook.secret).toMatch(/^[\w-]{43}$/);
    expect(server.callsOf("setWebhook")[0]?.params).toEqual({
      url: `${PUBLIC}/webhooks/zalo`,
      secret_token: channel.webhook.secret,
    });
    await untilSaid('"verification":true');
    expect((await listen({ webhookSecret: OWN_SECRET })).channel.webhook.secret).toBe(OWN_SECRET);
  });

  test("is tried until it goes through", async () => {
    const { inbox, post, secret } = await listen({
      before: () => {
        server.fail({ method: "getMe", with: { kind: "503" } });
        server.fail({ method: "setWebhook", with: { kind: "400", description: `no: ${OWN_SECRET}` } });
        for (const kind of ["403", "404", "garbage", "cut"] as const)
          server.fail({ method: "setWebhook", with: { kind } });
      },
      webhookSecret: OWN_SECRET,
    });
    expect(said("could not be set")).toHaveLength(1);
    expect((await post(JSON.stringify(update("một")), secret)).status).toBe(200);
    expect(inbox.texts()).toEqual(["một"]);
  });

  test("updates come in before Zalo has told who the bot is", async () => {
    const channel = make({ mode: "webhook", publicUrl: PUBLIC, apiRoot: "http://127.0.0.1:9" });
    const inbox = store();
    await expect(channel.webhook.accept(update("sớm"))).rejects.toThrow("not started");
    await channel.start(inbox.receive);
    const echo = update("vọng");
    await channel.webhook.accept({ ...echo, message: { ...echo.message, from: { id: NUMBER } } });
    expect(await channel.webhook.accept(update("một"))).toBe("stored");
    expect(inbox.texts()).toEqual(["một"]);
  });

  test("stores before it answers; a failed store is 500, so that it comes again", async () => {
    const { inbox, post, secret } = await listen({ refuse: (nth) => nth === 1 });
    const body = JSON.stringify({ ok: true, result: update("a\0") });
    expect((await post(body, secret)).status).toBe(500);
    expect(inbox.stored).toEqual([]);
    expect((await post(body, secret)).status).toBe(200);
    expect(inbox.texts()).toEqual(["a\uFFFD"]);
  });

  test("the probe, bad callers, and what nobody knows", async () => {
    const { inbox, post, secret } = await listen();
    const status = async (body: string, headers?: Record<string, string>) =>
      (await post(body, headers)).status;
    for (const empty of ["", " \n"]) expect(await status(empty)).toBe(200);
    expect(await status(JSON.stringify(update("a")))).toBe(401);
    expect(await status(JSON.stringify(update("a")), { "x-bot-api-secret-token": "wrong" })).toBe(401);
    expect(await status("{", secret)).toBe(400);
    for (const body of [
      "{}",
      "[]",
      "null",
      '"2.4"',
      '{"ok":true}',
      '{"event_name":"message.reaction.received"}',
    ])
      expect(await status(body, secret), body).toBe(200);
    expect(await status(JSON.stringify({ ...update("xin chào"), event_name: "xin chào" }), secret)).toBe(200);
    expect(inbox.stored).toEqual([]);
    expect(said("message.reaction.received")).toHaveLength(1);
    expect(logged.join()).not.toContain("xin chào");
  });
});
