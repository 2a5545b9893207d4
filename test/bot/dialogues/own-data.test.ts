import { describe, expect, test } from "vitest";
import { ownDataDialogue } from "../../../bot/dialogues/own-data.ts";
import { selectMember } from "../../../db/queries/member-queries.ts";
import { chatOf } from "../../support/chat.ts";
import { freshDatabase } from "../../support/database.ts";
import { haiAn, SERVICE_CENTRE } from "../../support/office.ts";
import { contextOf, typed, wordsOf } from "../../support/talk-context.ts";
import { BAD_ANSWERS } from "./bad-answers.ts";

describe("one step", () => {
  test.each(BAD_ANSWERS)("%s is no consent", (_name, text) => {
    const step = ownDataDialogue(contextOf("head"), { at: "leaving" }, typed(text));
    expect(step.call).toBeUndefined();
    expect(step.state).toEqual({ at: "leaving" });
    expect(wordsOf(step)).toContain("Xin trả lời “đồng ý” hoặc “không”");
  });

  test("the consent of an old message is asked for again", () => {
    const step = ownDataDialogue(contextOf("head"), null, {
      kind: "input",
      input: { kind: "button", button: ["own-data", "leave-now"] },
    });
    expect(step.call).toBeUndefined();
    expect(wordsOf(step)).toContain("Đồng chí muốn rời hệ thống?");
  });
});

describe("the talk", () => {
  test("everything that is held, then the way out; the last words arrive", async () => {
    const office = await haiAn(await freshDatabase());
    const person = office.as("head", SERVICE_CENTRE);
    const chat = chatOf(office.database, person);
    await chat.say("2.1 đang thực hiện");
    const [held] = await chat.say("dữ liệu của tôi");
    expect(held).toContain("Họ và tên: Hoàng Văn Em");
    expect(held).toContain(`thủ trưởng đơn vị (${SERVICE_CENTRE}), từ 07/09/2026`);
    expect(held).toContain("Nội dung đã ghi từ vị trí của đồng chí: 1");
    expect(held).toContain("Ai xem được");
    expect((await chat.press("Rời hệ thống"))[0]).toContain("Không lấy lại được");
    expect((await chat.say("không"))[0]).toContain("Chưa có gì thay đổi");
    await chat.say("/dulieucuatoi");
    await chat.press("Rời hệ thống");
    expect((await chat.press("Đồng ý, xóa dữ liệu của tôi"))[0]).toContain("Đã xóa họ tên");
    expect((await chat.say("/nhiemvu"))[0]).toContain("nhận mã mời");
    expect((await office.read((tx) => selectMember(tx, person.memberId)))?.name).toBeNull();
  });

  test("a private calendar address is named there, and that nobody has read it", async () => {
    const office = await haiAn(await freshDatabase());
    const chat = chatOf(office.database, office.as("head"), {
      talker: { pages: () => "https://hai-an.example" },
    });
    await chat.say("/lich");
    const [made = ""] = await chat.press("Lịch điện thoại");
    const [, token = ""] = /\/feed\/([\w-]{43})/.exec(made) ?? [];
    expect(token).not.toBe("");
    const [held = ""] = await chat.say("/dulieucuatoi");
    expect(held).toContain("Địa chỉ lịch riêng lập ngày 07/09/2026, chưa có ứng dụng nào đọc");
    expect(held).not.toContain(token);
  });

  test("the last administrator cannot leave", async () => {
    const office = await haiAn(await freshDatabase());
    const chat = chatOf(office.database, office.as("admin"));
    await chat.say("/dulieucuatoi rời hệ thống");
    expect((await chat.say("1"))[0]).toContain("ít nhất một quản trị");
    expect((await chat.say("/dulieucuatoi"))[0]).toContain("Đỗ Văn Hải");
  });

  test("whoever holds no post any more can still read and leave", async () => {
    const office = await haiAn(await freshDatabase());
    const chat = chatOf(office.database, office.as("head"));
    // Posts begin on the day they are given: a day earlier the person holds none.
    chat.moveTo("2026-09-06T07:00:00+07:00");
    expect((await chat.say("/nhiemvu"))[0]).toContain("không có hoặc đã kết thúc");
    expect((await chat.say("/dulieucuatoi"))[0]).toContain("Vị trí: hiện không có");
    expect((await chat.press("Rời hệ thống"))[0]).toContain("Đồng chí muốn rời hệ thống?");
  });
});
