import { describe, expect, test } from "vitest";
import { incomingSchema } from "../../../../bot/channels/channel.ts";
import { parseUpdate } from "../../../../bot/channels/telegram/parse-update.ts";
import { telegramUpdateSchema } from "../../../../bot/channels/telegram/telegram-update-schema.ts";

const BOT = { id: 4242, username: "dondoc_bot", commands: new Set(["nhiemvu", "start"]) };
const LAN = { id: 901, is_bot: false, first_name: "Lan", language_code: "vi" };
const PRIVATE = { id: 901, type: "private" };
const GROUP = { id: -100_500, type: "supergroup" };

const parse = (content: object) => {
  const update = telegramUpdateSchema.parse({ update_id: 7, ...content });
  const incoming = parseUpdate(update, BOT);
  for (const one of incoming) incomingSchema.parse(one);
  return incoming;
};
const message = (fields: object, chat: object = PRIVATE) =>
  parse({ message: { message_id: 12, from: LAN, chat, date: 1, ...fields } });
const contentOf = (incoming: ReturnType<typeof parse>) => incoming.map(({ content }) => content);
const heardInGroup = (text: string, more: object = {}) =>
  contentOf(message({ text, ...more }, GROUP)).map((content) =>
    content.kind === "text" ? content.text : null,
  );

describe("in a private chat", () => {
  test("a text keeps its words, keys are text", () => {
    expect(
      message({ text: "2.4 đã xong 🎉", reply_to_message: { message_id: 11, from: { id: 4242 } } }),
    ).toEqual([
      {
        updateKey: "7",
        chatKey: "901",
        userKey: "901",
        group: false,
        messageKey: "12",
        replyToKey: "11",
        languageCode: "vi",
        content: { kind: "text", text: "2.4 đã xong 🎉", edited: false },
        albumKey: null,
        callbackKey: null,
      },
    ]);
  });

  test("a deep link is the command with its code, a command loses the bot's name, a mention stays", () => {
    expect(contentOf(message({ text: "/start AbC-12_x" }))[0]).toMatchObject({ text: "/start AbC-12_x" });
    expect(contentOf(message({ text: "/nhiemvu@DonDoc_bot 2.4" }))[0]).toMatchObject({
      text: "/nhiemvu 2.4",
    });
    expect(contentOf(message({ text: "hỏi @dondoc_bot nhé" }))[0]).toMatchObject({
      text: "hỏi @dondoc_bot nhé",
    });
  });

  test("what a database cannot keep is replaced, everything else is as typed", () => {
    expect(contentOf(message({ text: "a\0b\uD83D<b>*x*\u202E" }))).toEqual([
      { kind: "text", text: "a\uFFFDb\uFFFD<b>*x*\u202E", edited: false },
    ]);
  });

  test("the largest photo, a document, their captions and their album", () => {
    const photo = [
      { file_id: "small", width: 90, height: 60 },
      { file_id: "large", width: 1280, height: 853, file_size: 9_000 },
      { file_id: "middle", width: 320, height: 213 },
    ];
    expect(message({ photo, caption: "2.4 ảnh hội nghị", media_group_id: "g1" })).toMatchObject([
      {
        albumKey: "g1",
        content: {
          kind: "file",
          caption: "2.4 ảnh hội nghị",
          file: { fileKey: "large", name: null, kind: "image/jpeg", size: 9_000 },
        },
      },
    ]);
    const document = { file_id: "d", file_name: `${"a".repeat(300)}.pdf`, mime_type: "application/pdf" };
    expect(contentOf(message({ document }))).toEqual([
      {
        kind: "file",
        caption: "",
        file: { fileKey: "d", name: "a".repeat(255), kind: "application/pdf", size: null },
      },
    ]);
  });

  test("an edit corrects the same message, also a caption; a moving place is no edit", () => {
    const edited = (fields: object) =>
      parse({ edited_message: { message_id: 12, from: LAN, chat: PRIVATE, ...fields } });
    expect(edited({ text: "60%" })).toMatchObject([
      { messageKey: "12", content: { kind: "text", text: "60%", edited: true } },
    ]);
    expect(contentOf(edited({ document: { file_id: "d" }, caption: "mới" }))).toEqual([
      { kind: "text", text: "mới", edited: true },
    ]);
    expect(edited({ location: {} })).toEqual([]);
  });

  test.each(["sticker", "voice", "video", "video_note", "location", "contact", "poll", "dice", "audio"])(
    "%s is unsupported",
    (kind) => {
      expect(contentOf(message({ [kind]: {} }))).toEqual([{ kind: "unsupported" }]);
    },
  );

  test("a button, also under a message that is too old to be shown", () => {
    const press = (more: object) => parse({ callback_query: { id: "cb", from: LAN, ...more } });
    expect(press({ data: "n:2", message: { message_id: 5, chat: PRIVATE, date: 0 } })).toMatchObject([
      { callbackKey: "cb", messageKey: null, content: { kind: "button", data: "n:2", messageKey: "5" } },
    ]);
    expect(press({ data: "x", inline_message_id: "i" })).toEqual([]);
    expect(press({ game_short_name: "g", message: { message_id: 5, chat: PRIVATE } })).toEqual([]);
  });

  test("a block and its end", () => {
    const member = (status: string, chat: object = PRIVATE) =>
      contentOf(parse({ my_chat_member: { chat, from: LAN, new_chat_member: { status } } }));
    expect(member("kicked")).toEqual([{ kind: "blocked" }]);
    expect(member("member")).toEqual([{ kind: "unblocked" }]);
    expect(member("restricted")).toEqual([]);
  });

  describe("a sign under a message of the bot", () => {
    const emoji = (...all: readonly string[]) => all.map((one) => ({ type: "emoji", emoji: one }));
    const put = (before: readonly object[], after: readonly object[], more: object = {}) =>
      parse({
        message_reaction: {
          chat: PRIVATE,
          message_id: 31,
          user: LAN,
          date: 1,
          old_reaction: before,
          new_reaction: after,
          ...more,
        },
      });

    test.each(["👍", "❤", "❤\uFE0F", "👌", "🙏", "🫡", "🤝", "💯", "✅"])("%s agrees", (sign) => {
      expect(put([], emoji(sign))).toMatchObject([
        {
          chatKey: "901",
          userKey: "901",
          group: false,
          messageKey: null,
          content: { kind: "reaction", messageKey: "31" },
        },
      ]);
    });

    test.each([
      ["a thumb down", [], emoji("👎")],
      ["astonishment", [], emoji("🤯", "😢")],
      ["a sign of somebody's own", [], [{ type: "custom_emoji", custom_emoji_id: "5" }]],
      ["a paid star", [], [{ type: "paid" }]],
      ["taken back", emoji("👍"), []],
      ["another one beside it", emoji("👍"), emoji("👍", "😢")],
      ["a heart changed into a thumb down", emoji("❤"), emoji("👎")],
    ])("%s says nothing", (_what, before, after) => {
      expect(put(before, after)).toEqual([]);
    });

    test("a second one that agrees is heard again, a bot's, a nameless one's and a group's never", () => {
      expect(put(emoji("👎"), emoji("👍"))).toHaveLength(1);
      expect(put([], emoji("👍"), { user: { ...LAN, is_bot: true } })).toEqual([]);
      expect(put([], emoji("👍"), { user: undefined, actor_chat: GROUP })).toEqual([]);
      expect(put([], emoji("👍"), { chat: GROUP })).toEqual([]);
    });
  });
});

describe("in a group", () => {
  test.each([
    ["chào cả nhà", []],
    ["/nhiemvu@dondoc_bot 2.4", ["/nhiemvu 2.4"]],
    ["/nhiemvu 2.4", ["/nhiemvu 2.4"]],
    ["/tiendo@other_bot", []],
    ["/lenhla", []],
    ["@dondoc_bot cho xem 2.4", ["cho xem 2.4"]],
    ["cho xem @DONDOC_BOT 2.4", ["cho xem 2.4"]],
    ["thư gửi a@dondoc_bot.vn", []],
    ["@dondoc_bots ơi", []],
    ["@dondoc_bot", [""]],
  ])("%s", (text, heard) => {
    expect(heardInGroup(text)).toEqual(heard);
  });

  test("an answer to the bot is heard, to somebody else not", () => {
    const answered = (id: number) => ({ reply_to_message: { message_id: 3, from: { id } } });
    expect(heardInGroup("đã xong", answered(4242))).toEqual(["đã xong"]);
    expect(heardInGroup("đã xong", answered(902))).toEqual([]);
    expect(heardInGroup("/lenhla", answered(4242))).toEqual(["/lenhla"]);
  });

  test("stickers, bots and channels are passed over; a hidden administrator is heard as nobody we know", () => {
    const answer = { reply_to_message: { message_id: 3, from: { id: 4242 } } };
    expect(message({ sticker: {}, ...answer }, GROUP)).toEqual([]);
    expect(heardInGroup("@dondoc_bot a", { from: { id: 1, is_bot: true } })).toEqual([]);
    expect(heardInGroup("@dondoc_bot a", { sender_chat: { id: -100_900, type: "channel" } })).toEqual([]);
    const hidden = { from: { id: 1_087_968_824, is_bot: true }, sender_chat: GROUP };
    expect(message({ text: "/nhiemvu", ...hidden }, GROUP)).toMatchObject([{ userKey: "1087968824" }]);
    expect(message({ text: "x" }, { id: -1, type: "channel" })).toEqual([]);
  });
});

describe("in a group with topics", () => {
  const topic = { message_thread_id: 44, is_topic_message: true };
  const opened = { reply_to_message: { message_id: 44, from: { id: 4242 } } };

  test("a topic is a chat of its own, in the general one and in answers' chains there is none", () => {
    const keyOf = (more: object) =>
      message({ text: "/nhiemvu", ...more }, GROUP).map(({ chatKey }) => chatKey);
    expect(keyOf(topic)).toEqual(["-100500/44"]);
    expect(keyOf({})).toEqual(["-100500"]);
    expect(keyOf({ message_thread_id: 44 })).toEqual(["-100500"]);
  });

  test("what stands in a topic that the bot opened is no answer to the bot; a real answer is", () => {
    expect(heardInGroup("chào cả nhà", { ...topic, ...opened })).toEqual([]);
    expect(message({ text: "/nhiemvu", ...topic, ...opened }, GROUP)).toMatchObject([{ replyToKey: null }]);
    const answer = { reply_to_message: { message_id: 51, from: { id: 4242 } } };
    expect(message({ text: "đã xong", ...topic, ...answer }, GROUP)).toMatchObject([
      { chatKey: "-100500/44", replyToKey: "51" },
    ]);
  });

  test("a button in a topic is answered there", () => {
    const pressed = { message_id: 5, chat: GROUP, date: 1, ...topic };
    expect(parse({ callback_query: { id: "cb", from: LAN, data: "n", message: pressed } })).toMatchObject([
      { chatKey: "-100500/44", group: true },
    ]);
  });

  test("topics of a private chat are one talk", () => {
    expect(message({ text: "2.4", ...topic })).toMatchObject([{ chatKey: "901" }]);
  });
});

describe("the end of a group", () => {
  const status = (to: string) =>
    parse({ my_chat_member: { chat: GROUP, from: LAN, new_chat_member: { status: to } } });

  test("the bot is taken out; to be added, made an administrator or hushed is no end", () => {
    for (const end of ["kicked", "left"])
      expect(status(end)).toMatchObject([{ chatKey: "-100500", group: true, content: { kind: "blocked" } }]);
    for (const other of ["member", "administrator", "restricted"]) expect(status(other)).toEqual([]);
  });

  test("it becomes a supergroup, also by somebody who acts in the group's name", () => {
    const small = { id: -77, type: "group" };
    const moved = { migrate_to_chat_id: -100_177 };
    const end = [{ chatKey: "-77", group: true, content: { kind: "moved", toChatKey: "-100177" } }];
    expect(message(moved, small)).toMatchObject(end);
    expect(message({ ...moved, from: undefined, sender_chat: small }, small)).toMatchObject(end);
    expect(message(moved)).toEqual([]);
  });
});

test("unknown kinds and shapes give nothing and break nothing", () => {
  expect(parse({ purchased_paid_media: {} })).toEqual([]);
  expect(parse({ message: "?" })).toEqual([]);
  expect(message({ text: 5 })).toEqual([]);
  expect(message({ pinned_message: {} })).toEqual([]);
  expect(message({ text: "x", from: undefined })).toEqual([]);
  expect(contentOf(message({ document: { file_id: "d".repeat(513) } }))).toEqual([{ kind: "unsupported" }]);
  expect(telegramUpdateSchema.safeParse({ update_id: "7" }).success).toBe(false);
});
