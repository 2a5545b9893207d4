import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { Api, Bot, GrammyError, HttpError, InlineKeyboard, InputFile } from "grammy";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { settableClock } from "../../api/shared/clock.ts";
import { startTelegramServer, type TelegramServer } from "../support/telegram-server.ts";

const TOKEN = "4242:loopback";
const HEAD = { id: 901, firstName: "Lan", languageCode: "vi" };
const clock = settableClock(new Date("2026-09-07T00:30:00Z"));

let server: TelegramServer;
let api: Api;
const closing: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  clock.set(new Date("2026-09-07T00:30:00Z"));
  server = await startTelegramServer({ token: TOKEN, clock, redeliverAfterMs: 2 });
  api = new Api(TOKEN, { apiRoot: server.url });
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await server.close();
});

const startBot = async (build: (bot: Bot) => void): Promise<void> => {
  const bot = new Bot(TOKEN, { client: { apiRoot: server.url } });
  build(bot);
  closing.push(() => bot.stop());
  await new Promise<void>((resolve, reject) => {
    bot.start({ onStart: () => resolve() }).catch(reject);
  });
};

type Delivery = { readonly secret: string | undefined; readonly updateId: number; readonly text: string };
/** A webhook that answers what the test says; 200 when it says nothing. */
const startWebhook = async (statusOf: (delivery: Delivery, nth: number) => number = () => 200) => {
  const deliveries: Delivery[] = [];
  const read = async (request: IncomingMessage): Promise<Delivery> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const update = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    const secret = request.headers["x-telegram-bot-api-secret-token"];
    return {
      secret: Array.isArray(secret) ? secret[0] : secret,
      updateId: update.update_id,
      text: update.message?.text ?? "",
    };
  };
  const http = createServer((request, response) => {
    read(request).then(
      (delivery) => {
        deliveries.push(delivery);
        response.writeHead(statusOf(delivery, deliveries.length)).end();
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
  return { url: `http://127.0.0.1:${address.port}/telegram`, deliveries };
};

const refusalOf = async (call: Promise<unknown>): Promise<GrammyError> => {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof GrammyError)) throw new Error(`no refusal of Telegram: ${String(error)}`);
  return error;
};

describe("the door", () => {
  test("knows its bot, refuses another token, an unknown method and a chat nobody opened", async () => {
    expect(await api.getMe()).toMatchObject({ id: 4242, is_bot: true, username: "dondoc_bot" });
    expect(await refusalOf(new Api("4242:other", { apiRoot: server.url }).getMe())).toMatchObject({
      error_code: 401,
      description: "Unauthorized",
    });
    expect(await refusalOf(api.getMyName())).toMatchObject({ error_code: 404 });
    expect(await refusalOf(api.sendMessage(1, "xin chào"))).toMatchObject({
      error_code: 400,
      description: "Bad Request: chat not found",
    });
    const stranger = server.person({ id: 7, hasWritten: false });
    expect(await refusalOf(api.sendMessage(7, "xin chào"))).toMatchObject({ error_code: 400 });
    await stranger.say("/start");
    await api.sendMessage(7, "xin chào");
    expect(await stranger.next()).toMatchObject({ text: "xin chào", message_id: 2, date: 1788741000 });
  });

  test("takes JSON, forms and query strings alike, methods in any case", async () => {
    server.person(HEAD);
    const root = `${server.url}/bot${TOKEN}`;
    const form = new FormData();
    form.set("chat_id", "901");
    form.set("text", "biểu mẫu");
    form.set("reply_markup", JSON.stringify({ inline_keyboard: [[{ text: "Nộp", callback_data: "n" }]] }));
    const sent = [
      fetch(`${root}/sendMessage`, { method: "POST", body: form }),
      fetch(`${root}/SENDMESSAGE`, {
        method: "POST",
        body: new URLSearchParams({ chat_id: "901", text: "a b" }),
      }),
      fetch(`${root}/sendmessage?chat_id=901&text=h%E1%BA%A1n`),
    ];
    const replies = await Promise.all(sent.map(async (response) => (await response).json()));
    expect(replies).toMatchObject(["biểu mẫu", "a b", "hạn"].map((text) => ({ ok: true, result: { text } })));
  });

  test("keeps commands per scope and language", async () => {
    await api.setMyCommands([{ command: "nhiemvu", description: "Nhiệm vụ" }], { language_code: "vi" });
    expect(await api.getMyCommands({ language_code: "vi" })).toHaveLength(1);
    expect(await api.getMyCommands()).toEqual([]);
    await api.deleteMyCommands({ language_code: "vi" });
    expect(await api.getMyCommands({ language_code: "vi" })).toEqual([]);
    const bad = api.setMyCommands([{ command: "NhiệmVụ", description: "x" }]);
    expect((await refusalOf(bad)).description).toBe("Bad Request: BOT_COMMAND_INVALID");
  });
});

describe("updates by long polling", () => {
  test("come in order, again until the offset confirms them, and wake a waiting poll", async () => {
    const head = server.person(HEAD);
    await head.say("một");
    await head.say("hai");
    const first = await api.getUpdates();
    expect(first.map((update) => update.message?.text)).toEqual(["một", "hai"]);
    expect((await api.getUpdates({ limit: 1 })).map(({ update_id }) => update_id)).toEqual([
      first[0]?.update_id,
    ]);
    const next = (first[1]?.update_id ?? 0) + 1;
    const waiting = api.getUpdates({ offset: next, timeout: 30 });
    await server.until("the poll", () => server.callsOf("getUpdates")[2]);
    await head.say("ba");
    expect((await waiting).map((update) => [update.update_id, update.message?.text])).toEqual([[next, "ba"]]);
    await api.getUpdates({ offset: next + 1 });
    await server.idle();
  });

  test("a second poll ends the first with 409, and none is answered beside a webhook", async () => {
    const older = refusalOf(api.getUpdates({ timeout: 30 }));
    await server.until("the poll", () => server.callsOf("getUpdates")[0]);
    expect(await api.getUpdates()).toEqual([]);
    expect((await older).error_code).toBe(409);
    const hook = await startWebhook();
    await api.setWebhook(hook.url);
    expect((await refusalOf(api.getUpdates())).error_code).toBe(409);
    await api.deleteWebhook();
    expect(await api.getUpdates()).toEqual([]);
  });

  test("one update can come twice under the same id, also after it was confirmed", async () => {
    const head = server.person(HEAD);
    await head.say("2.4 đã xong");
    const [update] = await api.getUpdates();
    const offset = (update?.update_id ?? 0) + 1;
    expect(await api.getUpdates({ offset })).toEqual([]);
    await head.repeatLastUpdate();
    expect(await api.getUpdates({ offset })).toEqual([update]);
    expect(await api.getUpdates({ offset })).toEqual([]);
  });

  test("only the kinds that were asked for are queued", async () => {
    const head = server.person(HEAD);
    await api.getUpdates({ allowed_updates: ["message"] });
    await head.block();
    await head.say("tôi quay lại");
    const kinds = (await api.getUpdates()).flatMap((update) => Object.keys(update));
    expect(kinds).toEqual(["update_id", "message"]);
  });
});

describe("updates by webhook", () => {
  test("carry the secret; a refused one comes again before the next of the same chat", async () => {
    const head = server.person(HEAD);
    const hook = await startWebhook((_, nth) => (nth <= 2 ? 500 : 200));
    await head.say("một");
    await head.say("hai");
    await api.setWebhook(hook.url, { secret_token: "bi_mat-1" });
    await server.idle();
    expect(hook.deliveries.map(({ text }) => text)).toEqual(["một", "một", "một", "hai"]);
    expect(new Set(hook.deliveries.map(({ secret }) => secret))).toEqual(new Set(["bi_mat-1"]));
    const info = await api.getWebhookInfo();
    expect(info).toMatchObject({ url: hook.url, pending_update_count: 0 });
    expect(info.last_error_message).toContain("500");
  });

  test("a chat that is refused does not hold up another, and a double has the same id", async () => {
    const [head, deputy] = [server.person(HEAD), server.person({ id: 902 })];
    let healed = false;
    const hook = await startWebhook(({ text }) => (text === "hỏng" && !healed ? 503 : 200));
    await api.setWebhook(hook.url);
    await head.say("hỏng");
    await deputy.say("tốt");
    await server.until("the other chat", () => server.world.pending().length === 1 || undefined);
    healed = true;
    await server.idle();
    await deputy.repeatLastUpdate();
    await server.idle();
    const ids = hook.deliveries.filter(({ text }) => text === "tốt").map(({ updateId }) => updateId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test("needs https, except on this machine", async () => {
    expect((await refusalOf(api.setWebhook("http://dondoc.example/hook"))).error_code).toBe(400);
    expect((await refusalOf(api.setWebhook("https://dondoc.example:9000/hook"))).error_code).toBe(400);
    expect(await api.setWebhook("https://dondoc.example:8443/hook")).toBe(true);
  });
});

describe("a conversation", () => {
  test("command, buttons, press, answer and edit through a grammY bot", async () => {
    const head = server.person(HEAD);
    await startBot((bot) => {
      bot.command("nhiemvu", (ctx) =>
        ctx.reply("17 nhiệm vụ", {
          reply_markup: new InlineKeyboard().text("Quá hạn", "qh").text("Tiếp", "t"),
        }),
      );
      bot.callbackQuery("t", async (ctx) => {
        await ctx.answerCallbackQuery("Trang 2");
        await ctx.editMessageText("17 nhiệm vụ, trang 2");
      });
      bot.on("edited_message:text", (ctx) => ctx.reply(`đã sửa: ${ctx.editedMessage.text}`));
      bot.on("message:text", (ctx) => ctx.reply(ctx.message.reply_to_message?.text ?? "không dẫn lại"));
    });
    await head.say("/nhiemvu quá hạn");
    const list = await head.next();
    expect(list.text).toBe("17 nhiệm vụ");
    const press = await head.press(list, "Tiếp");
    expect(await press.answer()).toEqual({ text: "Trang 2", alert: false });
    expect(await head.nextEdit()).toMatchObject({
      message_id: list.message_id,
      text: "17 nhiệm vụ, trang 2",
    });
    await expect(head.press(list, "Tiếp")).rejects.toThrow("no button");
    await head.reply(list, "rõ");
    expect((await head.next()).text).toBe("17 nhiệm vụ");
    const note = await head.reply(list, "rõ", { quoted: false });
    expect((await head.next()).text).toBe("không dẫn lại");
    await head.edit(note, "2.4 đạt 60%");
    expect((await head.next()).text).toBe("đã sửa: 2.4 đạt 60%");
  });

  test("a command with diacritics is no command, one with the bot's name is", async () => {
    const head = server.person(HEAD);
    expect((await head.say("/nhiệmvụ")).entities).toBeUndefined();
    expect((await head.say("xin /nhiemvu@dondoc_bot 2.4")).entities).toEqual([
      { type: "bot_command", offset: 4, length: 19 },
    ]);
  });

  test("in a group the bot hears its name, commands and answers to it, nothing else", async () => {
    const head = server.person(HEAD);
    const group = server.group({ id: -500, title: "Tổ công tác" });
    await head.sayIn(group, "chào cả nhà");
    await head.sayIn(group, "/tiendo", { mention: true });
    await head.sayIn(group, "/tiendo@other_bot");
    await head.sayIn(group, "cho xem tiến độ", { mention: true });
    const heard = await api.getUpdates();
    expect(heard.map((update) => update.message?.text)).toEqual([
      "/tiendo@dondoc_bot",
      "@dondoc_bot cho xem tiến độ",
    ]);
    await api.sendMessage(group.id, "3/5");
    const told = await group.next();
    await head.sayIn(group, "cảm ơn", { replyTo: told });
    expect((await api.getUpdates({ offset: -1 }))[0]?.message?.text).toBe("cảm ơn");
  });

  test("texts and button data are measured as Telegram measures them", async () => {
    const head = server.person(HEAD);
    const keyboard = (data: string) => ({ reply_markup: new InlineKeyboard().text("Nộp", data) });
    await api.sendMessage(901, `<b>${"ă".repeat(4096)}</b>`, {
      parse_mode: "HTML",
      ...keyboard("x".repeat(64)),
    });
    expect((await head.next()).entities).toEqual([{ type: "bold", offset: 0, length: 4096 }]);
    const tooLong = await refusalOf(api.sendMessage(901, "a".repeat(4097)));
    expect(tooLong.description).toBe("Bad Request: message is too long");
    expect((await refusalOf(api.sendMessage(901, " "))).description).toBe(
      "Bad Request: message text is empty",
    );
    const wide = await refusalOf(api.sendMessage(901, "chọn", keyboard("ệ".repeat(22))));
    expect(wide.description).toBe("Bad Request: BUTTON_DATA_INVALID");
    const same = await api.sendMessage(901, "như cũ");
    expect((await refusalOf(api.editMessageText(901, same.message_id, "như cũ"))).description).toContain(
      "message is not modified",
    );
  });

  test("reactions, typing and deletion leave their mark", async () => {
    const head = server.person(HEAD);
    const note = await head.say("2.4 đã xong");
    await api.setMessageReaction(901, note.message_id, [{ type: "emoji", emoji: "👍" }]);
    await api.sendChatAction(901, "typing");
    const sent = await api.sendMessage(901, "Đã ghi");
    await api.deleteMessage(901, sent.message_id);
    expect(head.reactions()).toEqual([{ messageId: note.message_id, emoji: ["👍"] }]);
    expect(head.actions()).toEqual(["typing"]);
    expect(head.messages()).toEqual([]);
  });
});

describe("files", () => {
  test("a person's photo and document are fetched by a link that is good for an hour", async () => {
    const head = server.person(HEAD);
    const bytes = new Uint8Array([0, 255, 13, 10, 45, 45]);
    await head.sendDocument("Kế hoạch 12.pdf", bytes, "application/pdf", "2.4 đã ban hành");
    await head.sendPhoto(bytes, "ảnh hội nghị");
    const [document, photo] = await api.getUpdates();
    expect(document?.message).toMatchObject({
      caption: "2.4 đã ban hành",
      document: { file_name: "Kế hoạch 12.pdf", mime_type: "application/pdf", file_size: 6 },
    });
    const file = await api.getFile(photo?.message?.photo?.at(-1)?.file_id ?? "");
    const link = `${server.url}/file/bot${TOKEN}/${file.file_path}`;
    expect(new Uint8Array(await (await fetch(link)).arrayBuffer())).toEqual(bytes);
    clock.set(new Date("2026-09-07T01:31:00Z"));
    expect((await fetch(link)).status).toBe(404);
  });

  test("the bot's own files arrive whole; what is too big is refused", async () => {
    const head = server.person(HEAD);
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
    await api.sendDocument(901, new InputFile(bytes, "Báo cáo.docx"), { caption: "Báo cáo lần 1" });
    const sent = await head.next();
    expect(sent).toMatchObject({
      caption: "Báo cáo lần 1",
      document: { file_name: "Báo cáo.docx", file_size: 70_000 },
    });
    expect(server.world.files.get(sent.document?.file_id ?? "")?.bytes).toEqual(Buffer.from(bytes));
    await api.sendDocument(901, sent.document?.file_id ?? "");
    const tooBig = api.sendPhoto(901, new InputFile(new Uint8Array(10 * 1024 * 1024 + 1), "a.jpg"));
    expect((await refusalOf(tooBig)).error_code).toBe(400);
    await head.sendDocument("phim.mp4", new Uint8Array(20 * 1024 * 1024 + 1), "video/mp4");
    const [update] = await api.getUpdates();
    const heavy = api.getFile(update?.message?.document?.file_id ?? "");
    expect((await refusalOf(heavy)).description).toBe("Bad Request: file is too big");
  });
});

describe("failures", () => {
  test("429 names the pause, then it goes through", async () => {
    const head = server.person(HEAD);
    server.fail({ method: "sendMessage", chatId: 901, times: 1, with: { kind: "429", retryAfter: 7 } });
    expect(await refusalOf(api.sendMessage(901, "nhắc"))).toMatchObject({
      error_code: 429,
      parameters: { retry_after: 7 },
    });
    expect(head.messages()).toEqual([]);
    await api.sendMessage(901, "nhắc");
    expect(server.callsOf("sendMessage").map(({ outcome }) => outcome)).toEqual(["429", 200]);
  });

  test("a block is told once as an update and then as 403, until the person writes again", async () => {
    const head = server.person(HEAD);
    await head.block();
    expect(await refusalOf(api.sendMessage(901, "nhắc"))).toMatchObject({
      error_code: 403,
      description: "Forbidden: bot was blocked by the user",
    });
    await head.say("/start");
    await api.sendMessage(901, "chào mừng trở lại");
    const seen = (await api.getUpdates()).map(
      (update) => update.my_chat_member?.new_chat_member.status ?? update.message?.text,
    );
    expect(seen).toEqual(["kicked", "member", "/start"]);
  });

  test("a cut connection after the message was delivered is an ambiguous send", async () => {
    const head = server.person(HEAD);
    server.fail({ method: "sendMessage", with: { kind: "cut" }, after: "after_recording" });
    await expect(api.sendMessage(901, "nhắc")).rejects.toBeInstanceOf(HttpError);
    expect((await head.next()).text).toBe("nhắc");
  });

  test("500, garbage and silence are all told apart from a refusal that never came", async () => {
    const head = server.person(HEAD);
    server.fail({ method: "sendMessage", with: { kind: "500" } });
    expect((await refusalOf(api.sendMessage(901, "a"))).error_code).toBe(500);
    server.fail({ method: "sendMessage", with: { kind: "garbage" } });
    await expect(api.sendMessage(901, "b")).rejects.toBeInstanceOf(HttpError);
    server.fail({ method: "sendMessage", with: { kind: "hang" } });
    const giveUp = new AbortController();
    const silent = fetch(`${server.url}/bot${TOKEN}/sendMessage?chat_id=901&text=c`, {
      signal: giveUp.signal,
    });
    await server.until("the call", () => server.callsOf("sendMessage")[2]);
    giveUp.abort();
    await expect(silent).rejects.toThrow();
    expect(head.messages()).toEqual([]);
    await server.idle();
  });

  test("waiting in vain says for what", async () => {
    const head = server.person(HEAD);
    await expect(head.next({ timeoutMs: 1 })).rejects.toThrow("a message of the bot in chat 901");
  });
});
