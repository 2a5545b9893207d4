import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { settableClock } from "../../api/shared/clock.ts";
import { startZaloServer, type ZaloServer, type ZaloServerOptions } from "../support/zalo-server.ts";

const TOKEN = "1234567890123456789:abcDEF";
const SECRET = "bi-mat-cua-phuong";
const NOW = new Date("2026-09-07T00:30:00Z");
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

let server: ZaloServer;
const closing: (() => Promise<unknown>)[] = [];

const start = async (options: ZaloServerOptions = {}): Promise<ZaloServer> => {
  const started = await startZaloServer({
    token: TOKEN,
    clock: settableClock(NOW),
    pollHoldMs: 30,
    redeliverAfterMs: 2,
    ...options,
  });
  closing.push(started.close);
  return started;
};
beforeEach(async () => {
  server = await start();
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const envelope = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.string().optional(),
  error_code: z.number().optional(),
});
const receipt = z.strictObject({ message_id: z.string(), date: z.number() });

const post = (method: string, params: unknown = {}, at: ZaloServer = server): Promise<Response> =>
  fetch(`${at.url}/bot${TOKEN}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(params),
  });
const call = async (method: string, params: unknown = {}, at: ZaloServer = server) => {
  const response = await post(method, params, at);
  return { status: response.status, ...envelope.parse(await response.json()) };
};

type Received = { readonly secret: string | undefined; readonly body: string };
/** Answers what the test says; null keeps Zalo waiting for ever. */
const startListener = async (
  answerTo: (received: Received, nth: number) => number | null = () => 200,
  reply: Uint8Array = new Uint8Array(),
) => {
  const received: Received[] = [];
  const read = async (request: IncomingMessage): Promise<Received> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const secret = request.headers["x-bot-api-secret-token"];
    return { secret: Array.isArray(secret) ? secret[0] : secret, body: Buffer.concat(chunks).toString() };
  };
  const http = createServer((request, response) => {
    read(request).then(
      (one) => {
        received.push(one);
        const status = answerTo(one, received.length);
        if (status !== null) response.writeHead(status, { "content-type": "image/png" }).end(reply);
      },
      () => response.writeHead(400).end(),
    );
  });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const address = http.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  closing.push(async () => {
    http.closeAllConnections();
    http.close();
  });
  return { url: `http://127.0.0.1:${address.port}`, received };
};
const listen = (url: string, at: ZaloServer = server) =>
  call("setWebhook", { url, secret_token: SECRET }, at);
const textsTo = ({ received }: { readonly received: readonly Received[] }) =>
  received.flatMap(({ body }) => /"text":"([^"]*)"/.exec(body)?.[1] ?? []);

describe("the door", () => {
  test("knows its bot by an id that no number holds", async () => {
    const me = await call("getMe");
    expect(me).toEqual({
      status: 200,
      ok: true,
      result: {
        id: "1234567890123456789",
        account_name: "bot.dondocHaiAn",
        account_type: "BASIC",
        can_join_groups: false,
      },
    });
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test("compares method names letter by letter and refuses another token", async () => {
    for (const wrong of ["getme", "sendmessage", "SENDMESSAGE", "toString", "getFile"]) {
      expect(await call(wrong)).toMatchObject({ status: 200, ok: false, error_code: 404 });
    }
    const other = await fetch(`${server.url}/bot1234567890123456789:other/getMe`);
    expect(await other.json()).toMatchObject({ ok: false, error_code: 401 });
    expect((await fetch(`${server.url}//bot${TOKEN}/getMe`)).status).toBe(404);
    expect((await fetch(`${server.url}/bot%E0%A4%A/getMe`)).status).toBe(404);
  });

  test("takes JSON and forms, and no broken JSON", async () => {
    const head = server.person();
    await call("sendMessage", { chat_id: head.id, text: "2.4 & 3.1" });
    const url = `${server.url}/bot${TOKEN}/sendMessage`;
    const body = new URLSearchParams({ chat_id: head.id, text: "hạn 15/9", parse_mode: "html" });
    expect(
      receipt.parse(envelope.parse(await (await fetch(url, { method: "POST", body })).json()).result),
    ).toEqual({ message_id: head.messages()[1]?.message_id, date: NOW.getTime() });
    expect((await head.next()).text).toBe("2.4 & 3.1");
    expect(await head.next()).toMatchObject({ text: "hạn 15/9", parse_mode: "html", chat_id: head.id });
    const broken = await fetch(url, { method: "POST", body: '{"chat_id":' });
    expect(await broken.json()).toMatchObject({ ok: false, error_code: 400 });
  });

  test("can answer refusals with their own HTTP status", async () => {
    server.quirks.refusalStatus = "real";
    expect(await call("getme")).toMatchObject({ status: 404, error_code: 404 });
    expect(await call("getUpdates")).toMatchObject({ status: 408, error_code: 408 });
  });

  test("measures what is sent and knows only who has written", async () => {
    const head = server.person({ hasWritten: false });
    const codeOf = async (text: string) => (await call("sendMessage", { chat_id: head.id, text })).error_code;
    expect(await codeOf("xin chào")).toBe(400);
    await head.says("chào bot");
    expect(await codeOf("ă".repeat(2000))).toBeUndefined();
    expect(await codeOf("ă".repeat(2001))).toBe(400);
    expect(await codeOf("")).toBe(400);
    expect(await codeOf(" \n")).toBe(400);
    expect(
      (await call("sendMessage", { chat_id: head.id, text: "a", parse_mode: "BBCode" })).error_code,
    ).toBe(400);
    expect((await call("sendMessage", { chat_id: server.bot.id, text: "a" })).error_code).toBe(400);
    expect((await call("sendMessage", { text: "a" })).error_code).toBe(400);
    expect(head.messages()).toHaveLength(1);
  });

  test("typing is acknowledged without a result", async () => {
    const head = server.person();
    const typing = await post("sendChatAction", { chat_id: head.id, action: "typing" });
    expect(await typing.text()).toBe('{"ok":true}');
    expect(head.actions()).toEqual(["typing"]);
    expect((await call("sendChatAction", { chat_id: "0", action: "typing" })).error_code).toBe(400);
  });

  test("ids follow from the seed and are text", async () => {
    const ids = async (seed: string) => {
      const one = await start({ seed });
      const head = one.person();
      return [head.id, (await head.says("a")).message_id, one.group({ title: "Tổ" }).id];
    };
    const first = await ids("x");
    expect(first).toEqual(await ids("x"));
    expect(first).not.toEqual(await ids("y"));
    for (const id of first) expect(id).toMatch(/^[a-f][0-9a-f]{19}$/);
    expect(server.person({ id: "00000000000000000001" }).id).toBe("00000000000000000001");
  });
});

describe("updates by polling", () => {
  test("are handed out one at a time, once, and nothing is a 408", async () => {
    const head = server.person({ name: "Lan" });
    const said = await head.says("một");
    await head.says("hai");
    expect((await call("getUpdates")).result).toEqual({
      event_name: "message.text.received",
      message: {
        message_id: said.message_id,
        date: NOW.getTime(),
        from: { id: head.id, display_name: "Lan", is_bot: false },
        chat: { id: head.id, chat_type: "PRIVATE" },
        text: "một",
      },
    });
    expect((await call("getUpdates")).result).toMatchObject({ message: { text: "hai" } });
    expect(await call("getUpdates")).toMatchObject({ status: 200, ok: false, error_code: 408 });
    expect(await call("getUpdates", { timeout: "0" })).toMatchObject({ error_code: 408 });
  });

  test("wake a waiting poll; a poll that hung up takes nothing along", async () => {
    const patient = await start({ pollHoldMs: 60_000 });
    const head = patient.person();
    const waiting = call("getUpdates", { timeout: 30 }, patient);
    await patient.until("the poll", () => patient.callsOf("getUpdates")[0]);
    await head.says("dậy đi");
    expect((await waiting).result).toMatchObject({ message: { text: "dậy đi" } });

    const giveUp = new AbortController();
    const left = fetch(`${patient.url}/bot${TOKEN}/getUpdates`, { method: "POST", signal: giveUp.signal });
    await patient.until("the second poll", () => patient.callsOf("getUpdates")[1]);
    giveUp.abort();
    await expect(left).rejects.toThrow();
    await patient.until("its end", () => patient.callsOf("getUpdates")[1]?.outcome ?? undefined);
    await head.says("còn đây");
    expect((await call("getUpdates", {}, patient)).result).toMatchObject({ message: { text: "còn đây" } });
  });

  test("are refused beside a webhook, also to a poll that waits already", async () => {
    const patient = await start({ pollHoldMs: 60_000 });
    const waiting = call("getUpdates", { timeout: 30 }, patient);
    await patient.until("the poll", () => patient.callsOf("getUpdates")[0]);
    await listen((await startListener()).url, patient);
    expect(await waiting).toMatchObject({ ok: false, error_code: 400 });
    expect((await call("getUpdates", {}, patient)).error_code).toBe(400);
    await call("deleteWebhook", {}, patient);
    await patient.person().says("lại nghe");
    expect((await call("getUpdates", {}, patient)).ok).toBe(true);
  });

  test("can come as a list, wrapped, late, twice and out of order", async () => {
    const [head, deputy] = [server.person(), server.person()];
    server.quirks.updatesAs = "array";
    server.quirks.envelope = "wrapped";
    const take = async (): Promise<unknown> => (await call("getUpdates", { timeout: 0 })).result;
    const told = (text: string) => [{ ok: true, result: { message: { text } } }];
    server.hold();
    await head.says("một");
    await deputy.says("ba");
    await head.says("hai");
    expect(await take()).toBeUndefined();
    await server.idle();
    server.release();
    for (const text of ["ba", "một", "hai"]) expect(await take()).toMatchObject(told(text));
    await head.repeatLast();
    expect(await take()).toMatchObject(told("hai"));

    head.hold();
    await head.says("bốn");
    await deputy.says("năm");
    expect(await take()).toMatchObject(told("năm"));
    expect(await take()).toBeUndefined();
    head.release();
    expect(await take()).toMatchObject(told("bốn"));
  });

  test("carry every kind, down to one without a message", async () => {
    const head = server.person();
    await head.sendsPhoto(PNG, "hội nghị");
    server.quirks.imageUnder = "photo_url";
    await head.sendsPhoto(PNG);
    await head.sendsSticker();
    await head.sendsVoice();
    await head.sendsUnsupported();
    await head.sendsUnsupported({ withMessage: false });
    await head.sendsUnknown();
    const link = expect.stringMatching(`^${server.url}/files/[0-9a-f-]{36}$`);
    const ids = {
      message_id: expect.any(String),
      date: NOW.getTime(),
      from: head.user,
      chat: expect.anything(),
    };
    const received = (kind: string) => `message.${kind}.received`;
    for (const update of [
      { event_name: received("image"), message: { ...ids, photo: link, caption: "hội nghị" } },
      { event_name: received("image"), message: { ...ids, photo_url: link } },
      { event_name: received("sticker"), message: { ...ids, sticker: expect.any(String), url: link } },
      { event_name: received("voice"), message: { ...ids, voice_url: link } },
      { event_name: received("unsupported"), message: ids },
      { event_name: received("unsupported") },
      { event_name: received("reaction"), message: ids },
    ]) {
      expect((await call("getUpdates")).result).toEqual(update);
    }
  });

  test("the bot can hear itself", async () => {
    const head = server.person();
    await call("sendMessage", { chat_id: head.id, text: "không vọng" });
    server.quirks.echoes = true;
    const { message_id } = receipt.parse(
      (await call("sendMessage", { chat_id: head.id, text: "nhắc việc" })).result,
    );
    const picture = await startListener(() => 200, PNG);
    await call("sendPhoto", { chat_id: head.id, photo: picture.url });
    expect((await call("getUpdates")).result).toMatchObject({
      event_name: "message.text.received",
      message: {
        message_id,
        text: "nhắc việc",
        from: { id: server.bot.id, is_bot: true },
        chat: { id: head.id },
      },
    });
    expect((await call("getUpdates")).result).toMatchObject({
      event_name: "message.image.received",
      message: { photo: picture.url, from: { is_bot: true } },
    });
    expect((await call("getUpdates")).error_code).toBe(408);
  });

  test("in a group only what names the bot is heard", async () => {
    const head = server.person();
    const group = server.group({ title: "Tổ công tác" });
    expect(await head.sayIn(group, "chào cả nhà")).toBeNull();
    await head.sayIn(group, "tiến độ", { mention: true });
    expect((await call("getUpdates")).result).toMatchObject({
      message: {
        text: "@bot.dondocHaiAn tiến độ",
        from: { id: head.id },
        chat: { id: group.id, chat_type: "GROUP" },
      },
    });
    expect((await call("getUpdates")).error_code).toBe(408);
    await call("sendMessage", { chat_id: group.id, text: "3/5" });
    expect((await group.next()).text).toBe("3/5");
    expect(head.untaken()).toEqual([]);
  });
});

describe("updates by webhook", () => {
  test("needs https except on this machine, and a secret of 8 to 256", async () => {
    const codeOf = async (params: unknown) => (await call("setWebhook", params)).error_code;
    expect(await codeOf({ url: "http://dondoc.example/zalo", secret_token: SECRET })).toBe(400);
    expect(await codeOf({ url: "dondoc", secret_token: SECRET })).toBe(400);
    expect(await codeOf({ url: "https://dondoc.example/zalo" })).toBe(400);
    expect(await codeOf({ url: "https://dondoc.example/zalo", secret_token: "1234567" })).toBe(400);
    expect(await codeOf({ url: "https://dondoc.example/zalo", secret_token: "x".repeat(257) })).toBe(400);
    expect(await codeOf({ secret_token: SECRET })).toBe(400);
    expect((await call("getWebhookInfo")).result).toMatchObject({ url: "" });

    server.quirks.verification = { status: "pending" };
    const state = { url: "https://dondoc.example/zalo", updated_at: NOW.getTime() };
    expect((await listen(state.url)).result).toEqual({ ...state, verification: { status: "pending" } });
    expect((await call("getWebhookInfo")).result).toEqual(state);
    expect((await call("deleteWebhook")).result).toEqual({ ...state, url: "" });
    expect(server.deliveries).toEqual([]);
  });

  test("come after an empty probe, with the secret in clear, in each chat's order", async () => {
    const hook = await startListener();
    const [head, deputy] = [server.person(), server.person()];
    await head.says("một");
    await head.says("hai");
    await deputy.says("ba");
    await listen(`${hook.url}/zalo`);
    await server.idle();
    expect(hook.received[0]).toEqual({ secret: SECRET, body: "" });
    expect(new Set(hook.received.map(({ secret }) => secret))).toEqual(new Set([SECRET]));
    expect(textsTo(hook).filter((text) => text !== "ba")).toEqual(["một", "hai"]);
    expect(textsTo(hook)).toHaveLength(3);
    const first = server.deliveries.find(({ chatId }) => chatId === head.id);
    expect(server.deliveries[0]).toMatchObject({ kind: "probe", update: null, status: 200 });
    expect(first).toMatchObject({
      kind: "update",
      attempt: 1,
      status: 200,
      update: { message: { text: "một" } },
    });
    expect(first?.ms).toBeGreaterThan(0);
  });

  test("a refusal brings the update again before the next of its chat, a few times and no more", async () => {
    const hook = await startListener(({ body }, nth) => (body.includes("hỏng") || nth === 2 ? 500 : 200));
    const [head, deputy] = [server.person(), server.person()];
    await listen(hook.url);
    await head.says("một");
    await server.idle();
    await head.says("hỏng");
    await head.says("hai");
    await deputy.says("ba");
    await server.idle();
    expect(textsTo(hook).filter((text) => text !== "ba")).toEqual([
      ...["một", "một"],
      ...["hỏng", "hỏng", "hỏng", "hỏng"],
      "hai",
    ]);
    const lost = server.deliveries.filter(({ update }) => update?.message?.text === "hỏng");
    expect(lost.map(({ attempt, status }) => [attempt, status])).toEqual([1, 2, 3, 4].map((n) => [n, 500]));
  });

  test("a late acknowledgement is none: the update comes a second time", async () => {
    const hasty = await start({ webhookTimeoutMs: 150, probe: "none" });
    const hook = await startListener((_, nth) => (nth === 1 ? null : 204));
    await listen(hook.url, hasty);
    await hasty.person().says("chậm");
    await hasty.idle();
    expect(hook.received).toHaveLength(2);
    expect(hook.received[0]).toEqual(hook.received[1]);
    expect(hasty.deliveries.map(({ kind, status }) => [kind, status])).toEqual([
      ["update", null],
      ["update", 204],
    ]);
    expect(hasty.deliveries[0]?.ms).toBeGreaterThanOrEqual(149);
  });

  test("can be wrapped, repeated, held back, and probed without the secret", async () => {
    const odd = await start({ envelope: "wrapped", probe: "without_secret" });
    const hook = await startListener(({ body }) => (body === "" ? 401 : 200));
    const head = odd.person();
    await listen(hook.url, odd);
    odd.hold();
    const message = await head.says("muộn");
    await odd.idle();
    expect(hook.received).toEqual([{ secret: undefined, body: "" }]);
    odd.release();
    await odd.idle();
    await head.repeatLast();
    await odd.idle();
    const wrapped = { ok: true, result: { event_name: "message.text.received", message } };
    expect(hook.received.slice(1).map(({ body }): unknown => JSON.parse(body))).toEqual([wrapped, wrapped]);
  });

  test("a public origin leads here by a route, and the rest of the world is never called", async () => {
    const hook = await startListener();
    server.route("https://dondoc.example", hook.url);
    await listen("https://dondoc.example/zalo");
    await server.person().says("qua cổng");
    await server.idle();
    expect(textsTo(hook)).toEqual(["qua cổng"]);
    const nowhere = { chat_id: server.person().id, photo: "https://elsewhere.example/a.png" };
    expect((await call("sendPhoto", nowhere)).error_code).toBe(400);
  });
});

describe("pictures", () => {
  test("the bot's link is fetched when it is sent and again when somebody looks", async () => {
    const head = server.person();
    const site = await startListener((_, nth) => (nth <= 2 ? 200 : 404), PNG);
    const photo = `${site.url}/overview.png?key=1`;
    const sent = await call("sendPhoto", { chat_id: head.id, photo, caption: "Toàn cảnh tuần 36" });
    const shown = await head.next();
    expect(receipt.parse(sent.result).message_id).toBe(shown.message_id);
    expect(shown).toMatchObject({ caption: "Toàn cảnh tuần 36", picture: { url: photo, mime: "image/png" } });
    expect(Buffer.from(shown.picture?.bytes ?? [])).toEqual(PNG);
    expect(site.received).toHaveLength(1);
    expect((await head.openPictures()).map(({ status, image }) => [status, image?.mime])).toEqual([
      [200, "image/png"],
    ]);
    expect(await head.openPictures()).toEqual([{ status: 404, image: null }]);
    expect(shown.picture?.views.map(({ status }) => status)).toEqual([200, 200, 404]);
  });

  test("what is no image, too long a caption and an unknown chat are refused", async () => {
    const head = server.person();
    const [image, gone, page] = [
      await startListener(() => 200, PNG),
      await startListener(() => 404, PNG),
      await startListener(() => 200, Buffer.from("<html>Đăng nhập</html>")),
    ];
    const codeOf = async (params: object) =>
      (await call("sendPhoto", { chat_id: head.id, photo: image.url, ...params })).error_code;
    expect(await codeOf({ photo: gone.url })).toBe(400);
    expect(await codeOf({ photo: page.url })).toBe(400);
    expect(await codeOf({ photo: "ảnh.png" })).toBe(400);
    expect(await codeOf({ photo: undefined })).toBe(400);
    expect(await codeOf({ caption: "a".repeat(2001) })).toBe(400);
    expect(await codeOf({ chat_id: "nobody" })).toBe(400);
    expect(image.received).toEqual([]);
    expect(head.messages()).toEqual([]);
    expect(await codeOf({ caption: "a".repeat(2000) })).toBeUndefined();
  });

  test("a person's picture is there for whoever has its link, until it is forgotten", async () => {
    const head = server.person();
    const { photo = "" } = await head.sendsPhoto(PNG);
    const response = await fetch(photo);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PNG);
    expect((await fetch(`${server.url}/files/1`)).status).toBe(404);
    server.forgetFiles();
    expect((await fetch(photo)).status).toBe(404);
  });
});

describe("failures", () => {
  test("codes come for so many calls of one method in one chat, then it goes well", async () => {
    const [head, deputy] = [server.person(), server.person()];
    const send = (chat_id: string) => call("sendMessage", { chat_id, text: "nhắc" });
    server.fail({ method: "sendMessage", chatId: head.id, times: 2, with: { kind: "403" } });
    expect((await send(deputy.id)).ok).toBe(true);
    const refused = { status: 200, ok: false, error_code: 403, description: "internal error" };
    expect(await send(head.id)).toMatchObject(refused);
    expect(await send(head.id)).toMatchObject(refused);
    expect((await send(head.id)).ok).toBe(true);
    expect(server.callsOf("sendMessage").map(({ outcome }) => outcome)).toEqual([200, "403", "403", 200]);
    expect(head.messages()).toHaveLength(1);
    for (const kind of ["400", "401", "404"] as const) {
      server.fail({ method: "*", with: { kind } });
      expect((await call("getMe")).error_code).toBe(Number(kind));
    }
  });

  test("429 may name the pause", async () => {
    server.fail({ method: "getMe", with: { kind: "429", retryAfter: 7 } });
    server.fail({ method: "getMe", with: { kind: "429" } });
    const named = await post("getMe");
    expect([named.status, named.headers.get("retry-after")]).toEqual([200, "7"]);
    server.quirks.refusalStatus = "real";
    const bare = await post("getMe");
    expect([bare.status, bare.headers.get("retry-after")]).toEqual([429, null]);
  });

  test("500, 503 and 200 without an envelope, until it heals", async () => {
    for (const [kind, status] of [
      ["500", 500],
      ["503", 503],
      ["garbage", 200],
    ] as const) {
      server.fail({ method: "getMe", times: 9, with: { kind } });
      const response = await post("getMe");
      expect(response.status).toBe(status);
      await expect(response.json()).rejects.toThrow();
      server.heal();
    }
    expect((await call("getMe")).ok).toBe(true);
  });

  test("a cut line says nothing about the message", async () => {
    const head = server.person();
    const send = () => post("sendMessage", { chat_id: head.id, text: "nhắc" });
    server.fail({ method: "sendMessage", with: { kind: "cut" } });
    await expect(send()).rejects.toThrow("fetch failed");
    expect(head.messages()).toEqual([]);
    server.fail({ method: "sendMessage", with: { kind: "cut" }, after: "after_recording" });
    await expect(send()).rejects.toThrow("fetch failed");
    expect((await head.next()).text).toBe("nhắc");
    await head.says("mất rồi");
    server.fail({ method: "getUpdates", with: { kind: "cut" }, after: "after_recording" });
    await expect(post("getUpdates")).rejects.toThrow("fetch failed");
    expect((await call("getUpdates")).error_code).toBe(408);
  });

  test("a silent or slow call outlives the patience of the bot", async () => {
    const head = server.person();
    const giveUp = new AbortController();
    const hurried = (text: string) =>
      fetch(`${server.url}/bot${TOKEN}/sendMessage`, {
        method: "POST",
        body: JSON.stringify({ chat_id: head.id, text }),
        signal: giveUp.signal,
      });
    server.fail({ method: "sendMessage", with: { kind: "hang" } });
    server.fail({ method: "sendMessage", with: { kind: "delay", ms: 250 } });
    const silent = hurried("im lặng");
    await server.until("the first call", () => server.callsOf("sendMessage")[0]);
    const slow = hurried("đến muộn");
    await server.until("the second call", () => server.callsOf("sendMessage")[1]);
    giveUp.abort();
    await expect(silent).rejects.toThrow();
    await expect(slow).rejects.toThrow();
    expect((await head.next()).text).toBe("đến muộn");
    await server.idle();

    server.fail({ method: "sendMessage", with: { kind: "delay", ms: 5 }, after: "after_recording" });
    expect((await call("sendMessage", { chat_id: head.id, text: "chậm" })).ok).toBe(true);
    expect(head.messages().map(({ text }) => text)).toEqual(["đến muộn", "chậm"]);
  });

  test("waiting in vain says for what", async () => {
    const head = server.person();
    await expect(head.next({ timeoutMs: 1 })).rejects.toThrow(`a message of the bot in chat ${head.id}`);
    await expect(head.repeatLast()).rejects.toThrow("nothing yet");
  });
});
