import { describe, expect, test } from "vitest";
import { incomingSchema } from "../../../../bot/channels/channel.ts";
import { parseUpdate } from "../../../../bot/channels/zalo/parse-update.ts";
import { readUpdates } from "../../../../bot/channels/zalo/zalo-update-schema.ts";

const BOT = { id: "1234567890123456789", name: "bot.dondocHaiAn" };
const LAN = { id: "6ede9afa66b88fe6d6a9", display_name: "Trần Lan", is_bot: false };
const PRIVATE = { id: LAN.id, chat_type: "PRIVATE" };
const GROUP = { id: "1e55aa3391d76d8934c6", chat_type: "GROUP" };

const event = (kind: string, more: object = {}) => ({
  event_name: `message.${kind}.received`,
  message: {
    message_id: "2d758cb5e222177a4e35",
    date: 1_788_739_200_123,
    from: LAN,
    chat: PRIVATE,
    ...more,
  },
});
const parse = (body: unknown, bot = BOT) =>
  readUpdates(body).map((update) => (update === null ? null : parseUpdate(update, bot)));
const heard = (body: unknown, bot = BOT) => {
  const [parsed] = parse(body, bot);
  if (parsed?.kind !== "heard") throw new Error(`not heard: ${JSON.stringify(parsed)}`);
  return incomingSchema.parse(parsed.incoming);
};

describe("the envelope", () => {
  const [one, two] = [event("text", { text: "một" }), event("text", { text: "hai" })];
  test.each([
    ["bare", one, ["một"]],
    ["wrapped", { ok: true, result: one }, ["một"]],
    ["wrapped twice", { ok: true, result: { ok: true, result: one } }, ["một"]],
    ["a list", [one, two], ["một", "hai"]],
    ["a list in a wrapping", { ok: true, result: [one, { ok: true, result: two }] }, ["một", "hai"]],
    ["an empty list", { ok: true, result: [] }, []],
    ["nothing", null, []],
    ["nothing at all", {}, []],
  ])("%s", (_, body, texts) => {
    expect(
      parse(body).map((parsed) =>
        parsed?.kind === "heard" && parsed.incoming.content.kind === "text"
          ? parsed.incoming.content.text
          : parsed,
      ),
    ).toEqual(texts);
  });

  test("something else is no update, however deep it hides", () => {
    let deep: unknown = one;
    for (let depth = 0; depth < 10; depth += 1) deep = { ok: true, result: deep };
    for (const body of ["update", 5, { ok: true }, { ok: false, error_code: 408 }, deep])
      expect(readUpdates(body)).toEqual([null]);
  });
});

describe("a private chat", () => {
  test("words, with keys that stay text", () => {
    expect(heard(event("text", { text: "2.4 đã xong\0" }))).toEqual({
      updateKey: "message.text.received:6ede9afa66b88fe6d6a9:2d758cb5e222177a4e35",
      chatKey: LAN.id,
      userKey: LAN.id,
      group: false,
      messageKey: "2d758cb5e222177a4e35",
      replyToKey: null,
      languageCode: null,
      content: { kind: "text", text: "2.4 đã xong\uFFFD", edited: false },
      callbackKey: null,
    });
  });

  test("a mention is nothing to take away here", () => {
    const said = "@bot.dondocHaiAn 2.4";
    expect(heard(event("text", { text: said })).content).toMatchObject({ text: said });
  });

  test.each(["photo", "photo_url"])("an image under %s, its link as the handle", (name) => {
    expect(heard(event("image", { [name]: "https://f.zdn.vn/1.jpg", caption: "4.7" })).content).toEqual({
      kind: "file",
      file: { fileKey: "https://f.zdn.vn/1.jpg", name: null, kind: "image/jpeg", size: null },
      caption: "4.7",
    });
  });

  test("an image without words", () => {
    expect(heard(event("image", { photo: "https://f.zdn.vn/1.jpg" })).content).toMatchObject({ caption: "" });
  });

  test.each([
    ["a sticker", event("sticker", { sticker: "bfe4", url: "https://zdn.vn/s.webp" })],
    ["a voice message", event("voice", { voice_url: "https://zdn.vn/a.aac" })],
    ["a document, without anything", event("unsupported")],
    ["an image without a link", event("image")],
    ["an image with a link as long as a book", event("image", { photo: `https://x/${"a".repeat(2_048)}` })],
    ["words of no readable shape", event("text", { text: ["a"] })],
  ])("%s asks for words", (_, body) => {
    expect(heard(body).content).toEqual({ kind: "unsupported" });
  });
});

describe("a group", () => {
  const said = (text: string, bot: { readonly id: string; readonly name: string | null } = BOT) => {
    const [update] = readUpdates(event("text", { chat: GROUP, text }));
    const parsed = update === undefined || update === null ? null : parseUpdate(update, bot);
    return parsed?.kind === "heard" && parsed.incoming.content.kind === "text"
      ? parsed.incoming.content.text
      : null;
  };

  test.each([
    ["@bot.dondocHaiAn tiến độ", "tiến độ"],
    [" @BOT.DONDOCHAIAN, tiến độ", "tiến độ"],
    ["@bot.dondocHaiAn", ""],
    ["@bot.dondocHaiAnh tiến độ", "@bot.dondocHaiAnh tiến độ"],
    ["@botXdondocHaiAn tiến độ", "@botXdondocHaiAn tiến độ"],
    ["hỏi @bot.dondocHaiAn", "hỏi @bot.dondocHaiAn"],
  ])("%s", (text, words) => {
    expect(said(text)).toBe(words);
  });

  test("as long as the bot does not know its name nothing is taken away", () => {
    expect(said("@bot.dondocHaiAn tiến độ", { id: BOT.id, name: null })).toBe("@bot.dondocHaiAn tiến độ");
  });

  test("has a key of its own, the speaker too", () => {
    expect(heard(event("text", { chat: GROUP, text: "a" }))).toMatchObject({
      group: true,
      chatKey: GROUP.id,
      userKey: LAN.id,
    });
  });

  test("what cannot be read is passed over in silence", () => {
    for (const kind of ["sticker", "voice", "unsupported", "image"])
      expect(parse(event(kind, { chat: GROUP }))).toEqual([{ kind: "passed_over" }]);
  });
});

describe("nobody spoke to the bot", () => {
  test.each([
    ["an own message", event("text", { from: { ...LAN, id: "77", is_bot: true }, text: "a" })],
    ["the bot's own id", event("text", { from: { ...LAN, id: BOT.id }, text: "a" })],
    ["a channel", event("text", { chat: { id: "c", chat_type: "CHANNEL" }, text: "a" })],
  ])("%s", (_, body) => {
    expect(parse(body)).toEqual([{ kind: "passed_over" }]);
  });

  test.each([
    [event("reaction"), "message.reaction.received"],
    [{ event_name: "message.unsupported.received" }, "message.unsupported.received"],
    [event("text", { from: undefined, text: "a" }), "message.text.received"],
    [event("text", { chat: { id: 2 ** 60, chat_type: "PRIVATE" }, text: "a" }), "message.text.received"],
    [{ ...event("text"), event_name: "2.4 đã xong" }, "unreadable"],
    [{ ...event("text"), event_name: "x".repeat(65) }, "unreadable"],
  ])("%j is named for the log, without its words", (body, name) => {
    expect(parse(body)).toEqual([{ kind: "unknown", event: name }]);
  });
});

test("what cannot be read is answered in private even where its sender is not told, a group's is not", () => {
  const nameless = (chat: object) => event("unsupported", { from: undefined, chat });
  expect(heard(nameless({ id: LAN.id, chat_type: "PRIVATE" }))).toMatchObject({
    chatKey: LAN.id,
    userKey: LAN.id,
    content: { kind: "unsupported" },
  });
  expect(parse(nameless(GROUP))).toEqual([{ kind: "unknown", event: "message.unsupported.received" }]);
});

describe("the key against doubles", () => {
  const key = (more: object) => heard(event("unsupported", { message_id: undefined, ...more })).updateKey;

  test("without an id: the same again has the same, a later one and another chat have others", () => {
    const first = key({});
    expect(first).toMatch(/^message\.unsupported\.received:[0-9a-f]{32}$/);
    expect(key({})).toBe(first);
    expect(key({ date: 1_788_739_200_124 })).not.toBe(first);
    expect(key({ chat: { id: "aa", chat_type: "PRIVATE" } })).not.toBe(first);
    expect(heard(event("unsupported", { message_id: undefined })).messageKey).toBeNull();
  });

  test("an id that a number would have spoilt is none; a small one is text", () => {
    expect(heard(event("text", { message_id: 2 ** 60, text: "a" })).messageKey).toBeNull();
    expect(heard(event("text", { message_id: 17, text: "a" })).messageKey).toBe("17");
  });

  test("ids of any length fit", () => {
    const long = (end: string) =>
      heard(
        event("text", {
          text: "a",
          message_id: `${"m".repeat(150)}${end}`,
          chat: { id: "c".repeat(150), chat_type: "PRIVATE" },
        }),
      ).updateKey;
    expect(long("1").length).toBeLessThanOrEqual(200);
    expect(long("1")).not.toBe(long("2"));
  });
});
