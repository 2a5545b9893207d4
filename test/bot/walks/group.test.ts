import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditEntry } from "../../../db/schema/audit.ts";
import { groupChat, outboxMessage } from "../../../db/schema/conversations.ts";
import { chatLink } from "../../../db/schema/members.ts";
import { progressUpdate } from "../../../db/schema/progress.ts";
import type { Db } from "../../../db/scope.ts";
import { CULTURE } from "../../support/office.ts";
import {
  ask,
  type Home,
  type House,
  linkPeople,
  productHome,
  startHere,
  textOf,
} from "../../support/product.ts";
import type { TelegramGroup, TelegramPerson } from "../../support/telegram-person.ts";
import { startTelegramServer, type TelegramServer } from "../../support/telegram-server.ts";

/**
 * The office's group on Telegram, from the administrator's word to the day on which somebody takes the bot out: the
 * week's summary once a week, notes in private alone. Each test goes on where the one before it ended.
 */

const HEAD = 6_001;
let home: Home;
let server: TelegramServer;
let house: House;
let head: TelegramPerson;
let admin: TelegramPerson;
let group: TelegramGroup;

beforeAll(async () => {
  server = await startTelegramServer();
  home = await productHome();
  const [first, second] = await linkPeople(home, server, [
    { role: "head", unit: CULTURE, id: HEAD },
    { role: "admin", unit: null, id: 6_002 },
  ]);
  if (first === undefined || second === undefined) throw new Error("two people were linked");
  [head, admin] = [first, second];
  group = server.group({ id: -5_001, title: "UBND phường Hải An" });
  house = await startHere(home, server);
});
afterAll(async () => {
  await house?.stop();
  await server?.close();
  await home?.drop();
});

const hears = async (from: TelegramGroup = group): Promise<string> => textOf(await from.next());
const sentTo = (to: TelegramGroup): number => to.messages().length;
const inDatabase = <T>(work: (db: Db) => Promise<T>): Promise<T> => house.database.asOwner(work);
const summaries = (): number =>
  group.messages().filter((message) => textOf(message).startsWith("Tóm tắt tuần")).length;
const connections = () =>
  inDatabase((db) =>
    db
      .select({ at: groupChat.chatKey, until: groupChat.disconnectedAt })
      .from(groupChat)
      .orderBy(groupChat.connectedAt),
  );
const lastReason = () =>
  inDatabase(async (db) => {
    const [last] = await db
      .select({ details: auditEntry.details })
      .from(auditEntry)
      .where(sql`action = 'group-disconnected'`)
      .orderBy(sql`sequence desc`)
      .limit(1);
    return last?.details;
  });
/** Whatever was said in between would stand before the answer to this. */
const saysNothingMore = async (): Promise<void> => {
  await server.idle();
  await head.sayIn(group, "/trogiup", { mention: true });
  expect(await hears()).toContain("tin nhắn riêng");
};

test("nobody but the office's administrator can connect the group", async () => {
  const refusal = /^Chỉ quản trị của cơ quan/;
  await head.sayIn(group, "/ketnoi", { mention: true });
  expect(await hears()).toMatch(refusal);
  const stranger = server.person({ id: 6_009, firstName: "Người lạ" });
  await stranger.sayIn(group, "kết nối", { mention: true });
  expect(await hears()).toMatch(refusal);
  await admin.sayIn(group, "/ngatketnoi");
  expect(await hears()).toBe("Nhóm này không kết nối với cơ quan của đồng chí.");
  expect(await connections()).toEqual([]);
});

test("in private the administrator learns where to type it, and nobody else may", async () => {
  expect(await ask(admin, "/trogiup")).toContain("kết nối – gõ trong nhóm của cơ quan");
  expect(await ask(admin, "kết nối")).toContain("rồi nhắc tên (@) Đôn Đốc trong nhóm đó và gõ “kết nối”");
  expect(await ask(head, "/trogiup")).not.toContain("kết nối –");
  expect(await ask(head, "/ketnoi")).toContain("quyền hạn");
});

test("the administrator connects it, and the group is told what will come", async () => {
  await admin.sayIn(group, "/ketnoi");
  expect(await hears()).toBe(
    [
      "Đã kết nối nhóm này với phường Hải An",
      "Đôn Đốc là chương trình máy tính nhắc việc và ghi tiến độ công tác dân vận, không phải người trực.",
      "",
      "Mỗi tuần một lần, vào ngày làm việc đầu tiên, nhóm nhận bản tóm tắt: số nhiệm vụ đang theo dõi, việc đến hạn trong tuần và tình hình báo cáo.",
      "Bản tóm tắt tiếp theo: 07:30 thứ Hai 07/09/2026.",
      "",
      "Trong nhóm, Đôn Đốc không nhận nội dung báo cáo. Xin xem nhiệm vụ và báo cáo trong tin nhắn riêng với Đôn Đốc.",
      "Khi không cần nữa, quản trị nhắc tên (@) Đôn Đốc trong nhóm và gõ “ngắt kết nối”.",
    ].join("\n"),
  );
  await admin.sayIn(group, "ket noi", { mention: true });
  expect(await hears()).toMatch(/^Nhóm này đã được kết nối với phường Hải An\nBản tóm tắt tiếp theo/);
  expect(await connections()).toEqual([{ at: "-5001", until: null }]);
});

test("a note in the group is refused; the private talk of whoever speaks goes on untouched", async () => {
  await head.say("2.4");
  const card = await head.next();
  expect(textOf(card)).toContain("Ban hành kế hoạch");
  await head.press(card, "Ghi tiến độ");
  await head.next();
  await inDatabase((db) =>
    db
      .update(chatLink)
      .set({ unreachableSince: house.clock.now() })
      .where(sql`chat_key = ${String(HEAD)}`),
  );
  await head.sayIn(group, "2.4 đã xong", { mention: true });
  expect(await hears()).toBe(
    "Nhiệm vụ và nội dung báo cáo của đơn vị chỉ trao đổi trong tin nhắn riêng với Đôn Đốc.",
  );
  await head.sayIn(group, "/huy", { mention: true });
  expect(await hears()).toContain("tin nhắn riêng");
  await head.sayIn(group, "2.4 đã xong");
  await saysNothingMore();
  expect(await inDatabase((db) => db.$count(progressUpdate))).toBe(0);
  // Who speaks in a group may still have blocked the bot in private.
  const closed = sql`chat_key = ${String(HEAD)} and unreachable_since is not null`;
  expect(await inDatabase((db) => db.$count(chatLink, closed))).toBe(1);
  expect(await ask(head, "đang lấy ý kiến các tổ dân phố")).toContain("Đã ghi 2.4");
  expect(await inDatabase((db) => db.$count(chatLink, closed))).toBe(0);
});

test("Monday 07:30: the summary, once, whatever is looked at again or started anew", async () => {
  await house.moveTo("2026-09-07T07:30:00+07:00");
  const summary = await hears();
  expect(summary).toMatch(/^Tóm tắt tuần · phường Hải An\nTừ thứ Hai 07\/09 đến Chủ nhật 13\/09\/2026\n/);
  expect(summary).toContain("Đơn vị xem và báo cáo trong tin nhắn riêng với Đôn Đốc.");
  expect(summary).not.toContain("Cán bộ");
  expect(summary).not.toContain("lấy ý kiến");
  await house.product.tick();
  await house.stop();
  house = await startHere(home, server, { clock: "2026-09-07T07:45:00+07:00" });
  await house.moveTo("2026-09-08T07:30:00+07:00");
  await saysNothingMore();
  expect(summaries()).toBe(1);
});

test("a Monday off: on Tuesday", async () => {
  await inDatabase((db) =>
    db.execute(
      sql`insert into calendar_day select id, '2026-09-14', 'day_off', 'Ngày truyền thống', 'Thông báo' from organization where code = 'hai-an'`,
    ),
  );
  await house.moveTo("2026-09-14T08:00:00+07:00");
  await saysNothingMore();
  await house.moveTo("2026-09-15T07:30:00+07:00");
  expect(await hears()).toContain("Từ thứ Hai 14/09 đến Chủ nhật 20/09/2026");
});

test("disconnected, the group hears nothing more", async () => {
  await admin.sayIn(group, "ngắt kết nối", { mention: true });
  expect(await hears()).toBe(
    "Đã ngắt kết nối nhóm này với phường Hải An. Nhóm sẽ không nhận bản tóm tắt nữa.",
  );
  await house.moveTo("2026-09-21T08:00:00+07:00");
  await saysNothingMore();
  expect(summaries()).toBe(2);
  expect(await lastReason()).toEqual({ reason: "asked" });
});

test("taken out of the group, the bot ends the connection", async () => {
  await admin.sayIn(group, "/ketnoi");
  expect(await hears()).toContain("thứ Hai 28/09/2026");
  await head.removeBot(group);
  await expect.poll(async () => (await connections()).filter(({ until }) => until === null)).toEqual([]);
  expect(await lastReason()).toEqual({ reason: "removed" });
  const before = sentTo(group);
  await house.moveTo("2026-09-28T07:30:00+07:00");
  await server.idle();
  expect(sentTo(group)).toBe(before);
  expect(
    await inDatabase((db) => db.$count(outboxMessage, sql`state = 'queued' and chat_key = '-5001'`)),
  ).toBe(0);
});

test("a topic of another group, lost without a word: the first refusal ends the connection", async () => {
  const other = server.group({ id: -1_000_000_005_002, title: "UBND phường (theo chủ đề)" });
  const topic = await admin.openTopic(other, "Dân vận");
  await admin.sayIn(other, "/ketnoi", { topic });
  const greeting = await other.next();
  expect(textOf(greeting)).toContain("thứ Hai 05/10/2026");
  expect(greeting.message_thread_id).toBe(topic.message_id);
  const chat = server.chats.get(other.id);
  if (chat === undefined) throw new Error("the group is there");
  chat.reach = "removed";
  await house.moveTo("2026-10-05T07:30:00+07:00");
  await expect.poll(async () => (await connections()).filter(({ until }) => until === null)).toEqual([]);
  expect(await lastReason()).toEqual({ reason: "unreachable" });
});
