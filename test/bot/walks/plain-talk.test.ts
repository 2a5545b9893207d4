import { beforeAll, describe, expect, test } from "vitest";
import { runTick } from "../../../api/jobs/run-tick.ts";
import { messageSchema } from "../../../api/outbox/message.ts";
import { addUnit } from "../../../api/units/add-unit.ts";
import { renderText } from "../../../bot/messages/render-text.ts";
import { outboxMessage } from "../../../db/schema/conversations.ts";
import { translatorFor } from "../../../locales/translate.ts";
import { type Chat, chatOf } from "../../support/chat.ts";
import { freshDatabase } from "../../support/database.ts";
import { haiAn, MONDAY, type Office, SERVICE_CENTRE } from "../../support/office.ts";

/** Every talk from its first word to its last, on a messenger that has nothing but words. */

const PRESS = /(?<!\p{L})(?:bấm|nhấn|nút|press|tap|click|button)(?!\p{L})/iu;
const SLASHED = /(?<![\p{L}\p{N}/.:…])\/\p{L}{3,}/u;

let office: Office;
let chats: Record<"head" | "centre" | "consolidator" | "leader" | "admin", Chat>;

beforeAll(async () => {
  office = await haiAn(await freshDatabase());
  const talker = {
    ways: () => [{ channel: "zalo" as const, handle: "bot.DonDoc" }],
    webAddress: "https://dondoc.example",
  };
  const chat = (...who: Parameters<Office["as"]>): Chat =>
    chatOf(office.database, office.as(...who), { talker });
  chats = {
    head: chat("head"),
    centre: chat("head", SERVICE_CENTRE),
    consolidator: chat("consolidator"),
    leader: chat("leader"),
    admin: chat("admin"),
  };
});

const readable = (text: string): void => {
  expect(text).not.toMatch(PRESS);
  // In a group only what is addressed to the bot is heard.
  if (!text.includes("trong nhóm")) expect(text).not.toMatch(SLASHED);
  expect(text.length).toBeLessThanOrEqual(2_000);
  expect(text.split("\n").filter((line) => /^\d+\. [\d.a-z]+$/.test(line))).toEqual([]);
};

/** Says one line after another; every answer reads well, and has the words that the line is to bring. */
const talk = async (chat: Chat, lines: readonly (readonly [string, string | RegExp])[]): Promise<void> => {
  for (const [words, wanted] of lines) {
    const answers = await chat.say(words);
    expect(answers.length, words).toBeGreaterThan(0);
    for (const text of answers) readable(text);
    expect(answers.join("\n"), words).toMatch(
      typeof wanted === "string" ? new RegExp(wanted.replaceAll(/[.()?]/g, "\\$&")) : wanted,
    );
  }
};

describe("without buttons", () => {
  test("a head turns pages, looks at a task in between, and the pages are still there", () =>
    talk(chats.head, [
      ["nhiệm vụ", "Trang 1/3. Gõ “tiếp”"],
      ["tiếp", "Trang 2/3"],
      ["2.4", "đã nhận nhiệm vụ"],
      ["đã nhận nhiệm vụ", "đơn vị nhận nhiệm vụ 2.4"],
      ["2.3 không phát sinh", "Đã ghi 2.3"],
      ["tiếp", "Trang 3/3. Gõ “trước”"],
      ["trước", "Trang 2/3"],
      ["quay lại", "Trang 1/3"],
      ["có liên quan", "Lọc: “có liên quan”"],
      ["Phối hợp", "Lọc: phối hợp"],
      ["quá hạn", "Lọc: quá hạn"],
      ["tiếp", "Không còn trang sau"],
      ["nhiệm vụ kế hoạch", "Tìm “kế hoạch”: 3 nhiệm vụ"],
      ["1", "Không có nhiệm vụ số 1"],
    ]));

  test("a head writes, corrects, withdraws one of several", () =>
    talk(chats.head, [
      ["2.4 da ban hanh ke hoach so 12/KH-UBND ngay 20/3, dat 100%", "Đã ghi 2.4"],
      ["sửa đã ban hành kế hoạch ngày 21/3", "Đã sửa 2.4"],
      ["thu hồi", "Đã thu hồi nội dung ghi ở 2.4"],
      ["thu hồi", "Không có nội dung nào vừa ghi"],
      ["sửa", "Chưa có nội dung nào vừa ghi"],
      ["2.3 không phát sinh\n3.1 đang làm\n4.8 đạt 20%\n9.9 xong", "thu hồi 2.3"],
      ["thu hồi", "1. Thu hồi 2.3"],
      ["hai", "Đã thu hồi nội dung ghi ở 3.1"],
      ["thu hồi 4.8", "Đã thu hồi nội dung ghi ở 4.8"],
      ["thu hồi", "1. Thu hồi 2.3"],
      ["một", "Đã thu hồi nội dung ghi ở 2.3"],
      ["2.4 đã xong", "thực tế hoàn thành ngày nào"],
      ["20/3", "Hoàn thành ngày 20/03/2026"],
      ["chiều nay họp", "1. Có"],
      ["vâng ạ", "Đã ghi 2.4"],
      ["cảm ơn", "Cảm ơn đồng chí"],
      ["mai họp tiếp", "1. Có"],
      ["không", "Không ghi nội dung"],
      ["4.7", "Không có gì mới thì gõ “không phát sinh”"],
      ["không phát sinh", "Đã ghi 4.7"],
      ["ghi tiến độ", /./],
      ["hủy", /Đã thôi|Hiện không có/],
    ]));

  test("look-ups, settings, what is held, leaving and staying", () =>
    talk(chats.head, [
      ["lịch", "Lịch của Phòng Văn hóa"],
      ["tìm thân thiện", "Gõ số nhiệm vụ để xem chi tiết, ví dụ: 2.4"],
      ["tìm", "tìm hòa giải"],
      ["văn bản", "CÁC VĂN BẢN"],
      ["trợ giúp", "nhiệm vụ – danh sách"],
      ["cài đặt", "1. Ngôn ngữ"],
      ["giờ nhận tin", "5. Theo cơ quan"],
      ["năm", "Đã đổi giờ"],
      ["số 3", "– trên Zalo: tìm “bot.DonDoc”"],
      ["dữ liệu của tôi", "2. Rời hệ thống"],
      ["rời hệ thống", "1. Đồng ý"],
      ["ừ", "Xin trả lời “đồng ý” hoặc “không”"],
      ["không", "Đã thôi"],
    ]));

  test("claims are confirmed and returned in words", async () => {
    await talk(chats.centre, [
      ["1.2 đã hoàn thành ngày 10/2", "Đã ghi 1.2"],
      ["3.2 đã hoàn thành ngày 10/2", "Đã ghi 3.2"],
    ]);
    await talk(chats.consolidator, [
      ["duyệt", "1. Xác nhận"],
      ["trả lại", "lý do trả lại"],
      ["chưa kèm kế hoạch", "Đã trả lại"],
      ["đồng ý", "Đã xác nhận hoàn thành"],
      ["duyệt", "Không còn đề nghị"],
    ]);
  });

  test("who oversees picks a unit by number, or by its first words", () =>
    talk(chats.leader, [
      ["nhiệm vụ", /\n1\. Phòng Văn hóa - Xã hội\n— chủ trì 17/],
      ["hai", "Phòng Kinh tế, Hạ tầng và Đô thị, phường Hải An"],
      ["tiếp", "Trang 2/2"],
      ["trước", "Trang 1/2"],
      ["nhiệm vụ", "Gõ số thứ tự để chọn"],
      ["trung tâm", "Chưa rõ đồng chí chọn mục nào"],
      ["1", "Trung tâm"],
      ["xin chào", "Kính chào đồng chí"],
      ["làm nhanh lên", "Gõ “nhiệm vụ” để xem tình hình các đơn vị"],
      ["trợ giúp", "thêm tên đơn vị hoặc số nhiệm vụ"],
    ]));

  test("the administrator invites, assigns and hands over", () =>
    talk(chats.admin, [
      ["mời", "1. Phòng Văn hóa - Xã hội"],
      ["phòng văn hóa", "mời giữ vị trí nào"],
      ["số 3", "Mời ai làm chuyên viên đầu mối"],
      ["Nguyễn Văn A", "– trên Zalo: tìm “bot.DonDoc”, nhắn mã"],
      ["phân công", "phân công 1.2 chủ trì Văn phòng"],
      ["phân công 1.3 chủ trì Văn phòng", "Gõ “hoàn tác” nếu giao nhầm"],
      ["hoàn tác", "Đã bỏ phân công 1.3"],
      ["bàn giao", "1. Phòng Văn hóa - Xã hội"],
      ["trung tâm", "ai bàn giao?"],
      ["một", "Ai nhận bàn giao"],
      ["Trần Văn Mới", "1. Đồng ý bàn giao"],
      ["có lẽ", "Xin trả lời “đồng ý” hoặc “không”"],
      ["thôi", "Đã thôi"],
    ]));

  test("the morning's message has no number that would answer something else", async () => {
    await runTick(office.database, new Date("2026-09-14T07:30:00+07:00"));
    const rows = await office.database.asOwner((db) => db.select().from(outboxMessage));
    const unasked = rows.filter(({ purpose }) => purpose !== "reply");
    expect(unasked.some(({ purpose }) => purpose === "nudge")).toBe(true);
    for (const { message } of unasked)
      for (const locale of ["vi", "en"] as const) {
        const { text } = renderText(messageSchema.parse(message), translatorFor(locale), { buttons: false });
        readable(text);
        expect(text).not.toMatch(/^\d+\. /m);
      }
  });

  test("in English too", () =>
    talk(chats.centre, [
      ["cài đặt", "1. Ngôn ngữ"],
      ["ngôn ngữ", "2. English"],
      ["English", "Your settings"],
      ["nv", "Type a task’s number"],
      ["Overdue", /Filter: overdue|There is no task here/],
      ["1.1", "With nothing new"],
      ["nothing new", "Recorded 1.1"],
      ["thu hồi", "Withdrew the note on 1.1"],
      ["dữ liệu của tôi", "Leave the system"],
      ["leave the system", "1. Yes, erase my data"],
      ["no", "Cancelled"],
    ]));
});

describe("without buttons, in a large office", () => {
  test("a long list of units has pages in words, and each page its own numbers", async () => {
    const large = await haiAn(await freshDatabase());
    for (let number = 1; number <= 14; number += 1)
      await large
        .at(MONDAY)
        .as("operator")
        .do(addUnit, { name: `Tổ dân phố số ${number}`, kind: "residential_group" });
    const admin = chatOf(large.database, large.as("admin"));
    const [first = ""] = await admin.say("mời");
    expect(first).toContain("Trang 1/");
    const [second = ""] = await admin.say("tiếp");
    for (const page of [first, second]) readable(page);
    const unit = /^1\. (.+)$/m.exec(second)?.[1] ?? "";
    expect(first).not.toContain(unit);
    expect((await admin.say("trước"))[0]).toBe(first);
    await admin.say("trang sau");
    expect((await admin.say("số một"))[0]).toContain(`${unit}: mời giữ vị trí nào?`);
  });
});
