import { beforeAll, describe, expect, test } from "vitest";
import { type Chat, chatOf } from "../../support/chat.ts";
import { freshDatabase } from "../../support/database.ts";
import { haiAn, type Office } from "../../support/office.ts";

const CODE = /[0-9A-Z]{5}-[0-9A-Z]{5}/;
let office: Office;
let admin: Chat;
let strangers = 0;

beforeAll(async () => {
  office = await haiAn(await freshDatabase());
  admin = chatOf(office.database, office.as("admin"), {
    talker: { ways: () => [{ channel: "zalo", handle: "bot.DonDoc" }] },
  });
});

const invited = async (): Promise<{ readonly code: string; readonly letter: string }> => {
  const [, letter = ""] = await admin.say("mời Phòng Văn hóa - Xã hội; chuyên viên đầu mối; Nguyễn Thị Lan");
  return { letter, code: CODE.exec(letter)?.[0] ?? "" };
};
const stranger = (): Chat => {
  strangers += 1;
  return chatOf(office.database, { chatKey: `stranger ${strangers}` });
};

describe("by a code that is typed, in a messenger without links", () => {
  test("two typed messages: the code, then the first note", async () => {
    const { code } = await invited();
    const chat = stranger();
    const typed = [code.toLowerCase().replace("-", " "), "2.4 đã ban hành kế hoạch ngày 20/3"];
    const answers: string[] = [];
    for (const words of typed) answers.push(...(await chat.say(words)));
    expect(answers).toHaveLength(2);
    expect(answers[0]).toContain("Đã liên kết với phường Hải An");
    expect(answers[0]).toContain("Kính chào đồng chí Nguyễn Thị Lan");
    // The greeting tells how, so that nothing need be looked up in between.
    expect(answers[0]).toContain("gõ số nhiệm vụ và nội dung, ví dụ: 2.4");
    expect(answers[1]).toContain("Đã ghi 2.4");
    expect(typed.length).toBeLessThanOrEqual(4);
  });

  test("somebody who begins with a greeting and looks first needs four", async () => {
    const { code } = await invited();
    const chat = stranger();
    const [hello] = await chat.say("Xin chào");
    expect(hello).toContain("nhắn mã đó vào đây");
    expect(hello).not.toContain("/start");
    expect((await chat.say(`mã mời: ${code}`))[0]).toContain("Đã liên kết");
    expect((await chat.say("2.4"))[0]).toContain("Ban hành kế hoạch “Chính quyền thân thiện”");
    expect((await chat.say("đang lấy ý kiến"))[0]).toContain("Đã ghi 2.4");
  });

  test("the letter sent back as it stands is as good as its code", async () => {
    const { letter, code } = await invited();
    expect(letter).toContain(`Cách vào:\n– trên Zalo: tìm “bot.DonDoc”, nhắn mã ${code}`);
    expect((await stranger().say(letter))[0]).toContain("Đã liên kết");
    expect((await stranger().say(letter))[0]).toContain("Mã này đã được dùng");
  });

  test("a wrong code is said to be wrong; words that are none are no try", async () => {
    const chat = stranger();
    expect((await chat.say("K7M2P-9QRTX"))[0]).toContain("Mã không đúng");
    for (const words of ["mã mời là gì?", "0912345678", "nhiệm vụ", "2.4 đã xong"])
      expect((await chat.say(words))[0]).toContain("nhận mã mời");
  });

  test("a member's note with a number like a code is a note", async () => {
    const head = chatOf(office.database, office.as("head"));
    expect((await head.say("2.4 đã xong, mã hồ sơ K7M2P-9QRTX"))[0]).toContain("Đã ghi 2.4");
  });
});
