import { sql } from "drizzle-orm";
import type { CallbackQuery } from "grammy/types";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditEntry } from "../../../db/schema/audit.ts";
import { task } from "../../../db/schema/catalogues.ts";
import { chatLink } from "../../../db/schema/members.ts";
import {
  attachment,
  completionClaim,
  progressUpdate,
  taskAcknowledgement,
} from "../../../db/schema/progress.ts";
import { CULTURE, SERVICE_CENTRE } from "../../support/office.ts";
import { ask, type Home, type House, hears, productHome, startHere, textOf } from "../../support/product.ts";
import type { TelegramPerson } from "../../support/telegram-person.ts";
import { startTelegramServer, type TelegramServer } from "../../support/telegram-server.ts";

/**
 * Whatever people do wrong, through the real door: one clear sentence, and nothing has changed. The house stands for
 * the whole file; each test leaves it as it found it, or says what it adds.
 */

let home: Home;
let server: TelegramServer;
let house: House;
let head: TelegramPerson;
let other: TelegramPerson;
let leader: TelegramPerson;
const codes = { expired: "", unused: "", right: "" };
let strangers = 0;

const stranger = (): TelegramPerson => {
  strangers += 1;
  return server.person({ id: 9_000 + strangers, firstName: "Người lạ" });
};

beforeAll(async () => {
  server = await startTelegramServer();
  home = await productHome();
  const invited = [
    await home.invite("head", CULTURE),
    await home.invite("head", SERVICE_CENTRE),
    await home.invite("leader"),
  ];
  codes.expired = await home.invite("deputy", CULTURE, "Lê Văn Cường", "2026-09-05T07:00:00+07:00");
  codes.unused = await home.invite("focal", CULTURE, "Phạm Thị Dung");
  codes.right = await home.invite("deputy", SERVICE_CENTRE, "Hoàng Văn Em");
  house = await startHere(home, server);
  head = server.person({ id: 8_001 });
  other = server.person({ id: 8_002 });
  leader = server.person({ id: 8_003 });
  for (const [place, person] of [head, other, leader].entries())
    expect(await ask(person, `/start ${invited[place]}`)).toContain("Đã liên kết");
  // The office goes live now, and not by a minute's tick in the middle of a count.
  await house.moveTo("2026-09-07T07:05:00+07:00");
});
afterAll(async () => {
  await house?.stop();
  await server?.close();
  await home?.drop();
});

const counts = () =>
  house.database.asOwner(async (db) => ({
    notes: await db.$count(progressUpdate),
    standing: await db.$count(progressUpdate, sql`replaced_by_id is null and withdrawn_at is null`),
    claims: await db.$count(completionClaim),
    waiting: await db.$count(completionClaim, sql`state = 'waiting'`),
    acknowledged: await db.$count(taskAcknowledgement),
    files: await db.$count(attachment),
    links: await db.$count(chatLink, sql`revoked_at is null`),
    audit: await db.$count(auditEntry),
  }));

/** Exactly one answer, courteous and no excuse, and every count as before. */
const refused = async (person: TelegramPerson, act: () => Promise<unknown>): Promise<string> => {
  const before = await counts();
  await act();
  const answer = textOf(await person.next());
  await saysNothingMore(person);
  expect(await counts()).toEqual(before);
  expect(answer).not.toMatch(/Hệ thống gặp lỗi|undefined|refusal-|\{/);
  expect(answer.trim()).not.toBe("");
  return answer;
};

/** Answers keep their order in a chat: whatever else was said would stand before this one. */
const saysNothingMore = async (person: TelegramPerson): Promise<void> => {
  await server.idle();
  await person.say("/trogiup");
  expect(textOf(await person.next())).toMatch(/^(Trợ giúp|Đây là Đôn Đốc)/);
};

let queries = 0;
/** A button that no keyboard shows, or shows no more. */
const tap = async (person: TelegramPerson, data: string): Promise<void> => {
  queries += 1;
  const [message] = person.messages();
  if (message === undefined) throw new Error("the bot has said nothing yet");
  const query: CallbackQuery = {
    id: `tap-${queries}`,
    from: person.user,
    message,
    chat_instance: "tap",
    data,
  };
  server.world.openCallback(query);
  server.world.queueUpdate(person.id, { callback_query: query });
};

const buttonData = (message: Awaited<ReturnType<TelegramPerson["next"]>>, label: string): string => {
  const button = (message.reply_markup?.inline_keyboard ?? []).flat().find(({ text }) => text === label);
  if (button === undefined || !("callback_data" in button)) throw new Error(`no button ${label}`);
  return button.callback_data;
};

test.each([
  ["an unknown number", "9.9 đã xong", /Không có nhiệm vụ số 9\.9/],
  ["an unknown number, asked for", "/nhiemvu 9.9", /Không có nhiệm vụ số 9\.9/],
  ["several unknown numbers", "9.8 xong\n9.9 xong", /9\.8[\s\S]*9\.9/],
  ["a heading with sub-items", "3.5 đã xong", /mục con|3\.5/],
  ["a note of 10,000 letters", `2.4 ${"đang làm ".repeat(1_112)}`, /rút gọn trong 4[.,]?000 ký tự/],
  ["a day that does not exist", "2.4 xong ngày 31/2/2026", /Ngày chưa hợp lệ/],
  ["a day to come", "2.4 đã xong ngày 30/12/2026", /sau hôm nay/],
  ["a command that is not ours", "/xyz", /^Không có lệnh \/xyz\./],
  ["a command of somebody else's role", "/moi", /thẩm quyền|quyền/],
  ["claims that are not for a head", "/duyet", /thẩm quyền|quyền/],
  ["words that mean nothing", "asdf qwer", /chưa hiểu/],
  ["nothing to cancel", "/huy", /không có việc nào/],
  ["nothing to undo", "/hoantac", /Không còn thao tác/],
  ["a search without words", "/tim", /./],
  ["a search for odd signs", "/tim %_'\"\\", /./],
])("%s", async (_what, words, sentence) => {
  expect(await refused(head, () => head.say(words))).toMatch(sentence);
});

test("a task of other units is not this unit's to write on", async () => {
  expect(await refused(other, () => other.say("4.2 đã xong"))).toContain("không giao cho đơn vị");
});

test("an empty note: nothing but blanks and what cannot be seen", async () => {
  await head.say("2.4");
  const card = await head.next();
  expect(await refused(head, () => head.reply(card, "\u200b \u2060\u00a0"))).toContain("Chưa có nội dung");
  expect(await refused(head, () => head.say("2.3\n2.4"))).toContain("Chưa có nội dung");
});

test("a task that was taken out of the catalogue", async () => {
  await head.say("4.1");
  const card = await head.next();
  const mark = (at: Date | null) =>
    house.database.asOwner((db) => db.update(task).set({ withdrawnAt: at }).where(sql`number = '4.1'`));
  await mark(house.clock.now());
  expect(await refused(head, () => head.reply(card, "đã xong"))).toContain("rút khỏi danh mục");
  expect(await refused(head, () => head.say("4.1 đã xong"))).toMatch(/4\.1|rút khỏi danh mục/);
  await mark(null);
});

test("an expired, a used and a guessed code", async () => {
  const late = stranger();
  expect(await refused(late, () => late.say(`/start ${codes.expired}`))).toContain("Mã đã hết hạn");
  const first = stranger();
  expect(await ask(first, codes.unused)).toContain("Đã liên kết");
  const second = stranger();
  expect(await refused(second, () => second.say(`/start ${codes.unused}`))).toContain("đã được dùng");
  expect(await refused(second, () => second.say("/start ĐOÁN"))).toMatch(/Mã không đúng/);
});

test("an update that is delivered twice changes nothing and is answered once", async () => {
  expect(await ask(head, "2.3 đang làm 10%")).toContain("Đã ghi 2.3");
  const before = await counts();
  await head.repeatLastUpdate();
  await saysNothingMore(head);
  expect(await counts()).toEqual(before);
});

test("a button of an old message", async () => {
  await head.say("2.4 đã xong ngày 20/3");
  const echo = await head.next();
  await leader.say("/duyet");
  const card = await hears(leader, /báo đã hoàn thành/);
  const confirm = buttonData(card, "Xác nhận");
  expect(await ask(head, "sửa đã xong ngày 21/3")).toContain("Đã sửa 2.4");

  expect(await refused(head, () => head.press(echo, "Thu hồi"))).toContain("đã được thay bằng nội dung khác");
  expect(await refused(leader, () => leader.press(card, "Xác nhận"))).toContain("đã được xử lý");
  // Not for this unit, nor for a unit at all.
  expect(await refused(other, () => tap(other, confirm))).toMatch(/quyền/);
  const standing = buttonData(echo, "Sửa");
  await tap(other, standing);
  await other.next();
  expect(await refused(other, () => other.say("đã xong"))).toMatch(/đơn vị khác|không tìm thấy|thu hồi/i);
  expect(await ask(head, "thu hồi")).toContain("Đã thu hồi");
});

test.each([
  "",
  "evil",
  "task",
  "task ~AAAAAAAAAAAAAAAAAAAAAA",
  "note-withdraw ~AAAAAAAAAAAAAAAAAAAAAA",
  "claim-confirm ~AAAAAAAAAAAAAAAAAAAAAA",
  "nothing-new ~AAAAAAAAAAAAAAAAAAAAAA",
  "tasks all 0",
  "tasks everything 1",
  "answer yes",
  "pick ~AAAAAAAAAAAAAAAAAAAAAA",
  "hand-over ~AAAAAAAAAAAAAAAAAAAAAA",
  "command xyz",
  "setting digest-hour 99",
  "'; drop table task; --",
  "🙂 \u202e",
])("unknown callback data “%s”", async (data) => {
  expect(await refused(head, () => tap(head, data))).toMatch(/không|Không|chưa|ngoài quyền hạn/);
});

test.each([
  ["a program", "bao-cao.exe", Buffer.from("MZ\u0090\0\u0003\0\0\0"), "Loại tệp này chưa được nhận"],
  [
    "a web page",
    "bao-cao.html",
    Buffer.from("<html><script>alert(1)</script>"),
    "Loại tệp này chưa được nhận",
  ],
  [
    "a program called a picture",
    "anh.jpg",
    Buffer.from("#!/bin/sh\nrm -rf /"),
    "Loại tệp này chưa được nhận",
  ],
  ["21 megabytes", "lon.pdf", Buffer.alloc(21 * 1024 * 1024, "%PDF-1.7\n"), "không quá 20 MB"],
])("a file that is not taken: %s", async (_what, name, bytes, sentence) => {
  const sent = () => head.sendDocument(name, bytes, "application/pdf", "2.4 đã xong");
  expect(await refused(head, sent)).toContain(sentence);
});

test("a good file for no task, for one that is not there, and from a stranger", async () => {
  const jpeg = Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex");
  await head.say("/nhiemvu");
  await head.next();
  expect(await refused(head, () => head.sendPhoto(jpeg))).toMatch(/nhiệm vụ/);
  expect(await refused(head, () => head.sendPhoto(jpeg, "9.9 đã xong"))).toContain(
    "Không có nhiệm vụ số 9.9",
  );
  const unknown = stranger();
  expect(await refused(unknown, () => unknown.sendPhoto(jpeg, "2.4 đã xong"))).toContain("Đây là Đôn Đốc");
});

test("what nobody can read: a sticker", async () => {
  const sticker = async () => {
    const message = await head.say("x");
    const { text: _text, ...rest } = message;
    await head.next();
    // The loopback's people type; the sticker's update is written by hand.
    Object.assign(rest, { sticker: { file_id: "s" } });
    server.world.queueUpdate(head.id, { message: { ...rest, message_id: message.message_id + 500 } });
  };
  expect(await refused(head, sticker)).toContain("Xin gửi bằng chữ");
});

test.each([
  ["emoji", "đang làm 👨‍👩‍👧‍👦🇻🇳"],
  ["letters taken apart", "đang chỉnh sửa kế hoạch".normalize("NFD")],
  ["right to left", "đang làm \u202eabc\u202c שלום"],
  ["HTML", "đang làm <b>đậm</b> & <script>alert(1)</script> &amp;"],
  ["markdown", "đang làm *sao* _gạch_ `mã` [liên kết](https://example.com)"],
  ["placeholders", "đang làm { $number } %s {0} \\n &amp;"],
  ["null bytes", "đang\0làm"],
])("weird text is shown as typed: %s", async (_what, words) => {
  await head.say(`2.5 ${words}`);
  const echo = await head.next();
  const shown = words.normalize("NFC").replace("\0", "\ufffd");
  expect(textOf(echo)).toContain(shown);
  for (const entity of echo.entities ?? []) {
    const styled = textOf(echo).slice(entity.offset, entity.offset + entity.length);
    expect(styled).not.toContain(shown);
  }
  expect(await ask(head, "2.5")).toContain(shown);
  expect(await ask(head, "thu hồi")).toContain("Đã thu hồi");
});

test("a command in the middle of another dialogue is a command, not its answer", async () => {
  await head.say("2.4");
  const card = await head.next();
  await head.press(card, "Ghi tiến độ");
  expect(textOf(await head.next())).toContain("2.4");
  expect(await refused(head, () => head.say("/lich"))).toContain("Lịch của");

  await head.say("3.1 đã xong ngày 20/8");
  await head.next();
  await leader.say("/duyet");
  const claim = await hears(leader, /báo đã hoàn thành/);
  await leader.press(claim, "Trả lại");
  expect(textOf(await leader.next())).toContain("lý do");
  expect(await refused(leader, () => leader.say("/huy"))).toContain("Đã thôi");
  await leader.press(claim, "Trả lại");
  await leader.next();
  // What is no reason is asked for again, and the question stands until it is answered or called off.
  expect(await ask(leader, "\u00a0\u200b")).toContain("Xin nêu lý do");
  expect(await refused(leader, () => leader.say("dài ".repeat(400)))).toContain("Lý do quá dài");
  expect(await ask(head, "/hoantac")).toContain("Đã thu hồi");
});

test("in a group: silent unless addressed, then no unit's affairs", async () => {
  const group = server.group({ id: -5_001, title: "UBND phường" });
  const before = await counts();
  await head.sayIn(group, "2.4 đã xong");
  await head.sayIn(group, "/nhiemvu", { mention: true });
  expect(textOf(await group.next())).toContain("tin nhắn riêng");
  await head.sayIn(group, "2.4 đã xong", { mention: true });
  expect(textOf(await group.next())).toContain("tin nhắn riêng");
  const unknown = stranger();
  await unknown.sayIn(group, "/start AAAAA-22222", { mention: true });
  expect(textOf(await group.next())).not.toContain("Mã");
  await server.idle();
  expect(group.untaken()).toEqual([]);
  expect(await counts()).toEqual(before);
});

test("five wrong codes lock the chat for a quarter of an hour, for the right one too", async () => {
  const guesser = stranger();
  for (let tries = 1; tries < 5; tries += 1)
    expect(await ask(guesser, `/start AAAAA-2222${tries}`)).toContain("Mã không đúng");
  expect(await refused(guesser, () => guesser.say("/start AAAAA-22227"))).toMatch(/tạm khóa[\s\S]*15 phút/);
  expect(await refused(guesser, () => guesser.say(`/start ${codes.right}`))).toContain("tạm khóa");
  // The chat is locked, not the code: it opens where nobody guessed, and here when the quarter of an hour is over.
  const neighbour = stranger();
  expect(await ask(neighbour, `/start ${codes.expired}`)).toContain("Mã đã hết hạn");
  await house.moveTo("2026-09-07T07:25:00+07:00");
  expect(await ask(guesser, `/start ${codes.right}`)).toContain("Đã liên kết");
});

test("nothing of all this was a bug", () => {
  expect(house.complaints).toEqual([]);
});
