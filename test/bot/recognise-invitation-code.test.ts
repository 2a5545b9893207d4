import { describe, expect, test } from "vitest";
import { normaliseInvitationCode } from "../../api/members/invitation-code.ts";
import { recogniseInvitationCode } from "../../bot/recognise-invitation-code.ts";

const CODE = "K7M2P-9QRTX";
const read = (text: string, from: "stranger" | "member" = "member"): string | null => {
  const code = recogniseInvitationCode(text, from);
  return code === null ? null : normaliseInvitationCode(code);
};

const LETTER = `Kính gửi đồng chí Nguyễn Thị Lan
Mời đồng chí dùng Đôn Đốc của phường Hải An với vai trò chuyên viên đầu mối.

Xin chọn một trong các cách sau:
– trên Zalo: tìm “bot.DonDoc”, nhắn mã ${CODE}
– mở Telegram: https://t.me/dondoc_bot?start=${CODE}
– vào trang https://dondoc.example, nhập mã ${CODE}

Mã dùng được một lần, đến 07:00 thứ Ba 08/09/2026.`;

describe("a code however it is typed", () => {
  test.each([
    CODE,
    "k7m2p-9qrtx",
    "K7M2P9QRTX",
    "k7m2p 9qrtx",
    " K7M2P – 9QRTX ",
    "“K7M2P-9QRTX”.",
    `/start ${CODE}`,
    `/start@dondoc_bot ${CODE}`,
    `start ${CODE}`,
    "start k7m2p 9qrtx",
    `mã ${CODE}`,
    `Mã mời: ${CODE}`,
    `mã mời là ${CODE}`,
    "ma moi k7m2p 9qrtx",
    `mã: ${CODE}`,
    `code ${CODE}`,
    "K7M2P-9QRTX".normalize("NFD"),
  ])("%j", (text) => {
    expect(read(text)).toBe(CODE);
    expect(read(text, "stranger")).toBe(CODE);
  });

  test("O, I and L are read as the figures they are taken for; capitals with a hyphen need none", () => {
    expect(read("K7M2P-9QRTO")).toBe("K7M2P-9QRT0");
    expect(read("ABCDE-FGHJK")).toBe("ABCDE-FGHJK");
    expect(read("nhiem-vucon")).toBeNull();
  });

  test.each([
    "",
    "xin chào",
    "nhiệm vụ",
    "2.4 đã xong",
    "mã mời là gì?",
    "mã số thuế",
    "0912345678",
    "09123-45678",
    "đạt 100 phần",
    "dat 100 phan",
    "xong ngay 8",
    `2.4 đã xong, mã hồ sơ ${CODE}`,
  ])("a member's %j is none", (text) => {
    expect(read(text)).toBeNull();
  });

  test("what follows “start” is a try, right or wrong", () => {
    expect(recogniseInvitationCode("/start ĐOÁN", "stranger")).toBe("ĐOÁN");
    expect(recogniseInvitationCode("/start", "stranger")).toBeNull();
  });
});

describe("in a stranger's longer words", () => {
  test("a forwarded letter brings its code, a greeting round it too", () => {
    expect(read(LETTER, "stranger")).toBe(CODE);
    expect(read(`em gửi mã ${CODE.toLowerCase()} ạ`, "stranger")).toBe(CODE);
    expect(read(LETTER)).toBeNull();
  });

  test("words longer than any letter are not searched", () => {
    expect(read(`${"x ".repeat(2_000)}${CODE}`, "stranger")).toBe(CODE);
    expect(read(`${"x ".repeat(2_100)}${CODE}`, "stranger")).toBeNull();
  });

  test("two codes, or a number that is none, are not guessed at", () => {
    expect(read(`${LETTER}\n\nMã: AAAA1-BBBB2`, "stranger")).toBeNull();
    expect(read("gọi số 09123-45678 nhé", "stranger")).toBeNull();
    expect(read("xin hỏi về kế hoạch 12345-67890-ABCDE", "stranger")).toBeNull();
  });
});
