import { beforeEach, describe, expect, test } from "vitest";
import { type Chat, chatOf } from "../../support/chat.ts";
import { freshDatabase } from "../../support/database.ts";
import { haiAn, type Office } from "../../support/office.ts";
import { linkSecond } from "../../support/second-chat.ts";

/** One person, Telegram with its buttons on the phone and Zalo without any beside it. */
let office: Office;
const chatsOf = async (
  role: "head" | "admin" | "consolidator",
): Promise<{ readonly telegram: Chat; readonly zalo: Chat }> => {
  const person = office.as(role);
  const second = await linkSecond(office, person, "zalo");
  return {
    telegram: chatOf(office.database, person, { buttons: true }),
    zalo: chatOf(office.database, second, { channel: "zalo" }),
  };
};
const said = async (answers: Promise<readonly string[]>): Promise<string> => (await answers).join("\n---\n");

beforeEach(async () => {
  office = await haiAn(await freshDatabase());
});

describe("each chat has its own talk", () => {
  test("an invitation in one, a hand-over in the other: neither hears the other's answers", async () => {
    const { telegram, zalo } = await chatsOf("admin");
    expect(await said(telegram.say("/moi"))).toContain("Mời người của đơn vị nào?");
    expect(await said(zalo.say("/bangiao"))).toContain("Bàn giao vị trí của đơn vị nào?");
    expect(await said(telegram.say("Phòng Văn hóa - Xã hội"))).toContain("mời giữ vị trí nào?");
    expect(await said(zalo.say("Phòng Văn hóa - Xã hội"))).toContain("ai bàn giao?");
    expect(await said(zalo.say("hủy"))).toContain("Đã thôi");
    expect(await said(telegram.say("Thủ trưởng đơn vị"))).toContain("Mời ai làm");
    expect(await said(telegram.say("Nguyễn Thị Lan"))).toContain("Đã lập mã mời");
  });

  test("words are awaited in one, a setting is asked about in the other", async () => {
    const { telegram, zalo } = await chatsOf("head");
    await telegram.say("2.4");
    await telegram.press("Ghi tiến độ");
    await zalo.say("/caidat");
    await zalo.press("Giờ nhận tin");
    expect(await said(zalo.say("đang lấy ý kiến"))).toContain("Giờ chưa đúng");
    expect(await said(telegram.say("đang lấy ý kiến"))).toContain("Đã ghi 2.4");
    expect(await said(zalo.say("7h45"))).toContain("Giờ nhận tin nhắc: 07:45");
  });

  test("the open card, “thu hồi” and “tiếp” are each chat's own", async () => {
    const { telegram, zalo } = await chatsOf("head");
    await telegram.say("2.4 đang lấy ý kiến");
    await zalo.say("2.3 đang khảo sát");
    expect(await said(telegram.say("thu hồi"))).toContain("Đã thu hồi nội dung ghi ở 2.4");
    expect(await said(zalo.say("đạt 40%"))).toContain("2.3");
    await telegram.say("/nhiemvu");
    expect(await said(zalo.say("tiếp"))).not.toContain("Trang 2");
    expect(await said(telegram.say("tiếp"))).toContain("Trang 2");
  });
});

describe("the same note in both", () => {
  test("Telegram seemed slow, so it was typed on Zalo too: told, and changed from there", async () => {
    const { telegram, zalo } = await chatsOf("head");
    telegram.moveTo("2026-09-07T08:15:00+07:00");
    zalo.moveTo("2026-09-07T08:16:00+07:00");
    expect(await said(telegram.say("2.4 đang lấy ý kiến"))).toContain("Đã ghi 2.4");
    const told = await said(zalo.say("2.4 dang lay y kien"));
    expect(told).toContain("Nội dung này đã được ghi lúc 08:15 hôm nay, không ghi thêm lần nữa.");
    expect(told).toContain("“đang lấy ý kiến”");
    expect(told).not.toContain("Đã ghi 2.4");
    expect(await said(zalo.say("sửa đã trình ký"))).toContain("Đã sửa 2.4");
    expect(await said(zalo.say("thu hồi"))).toContain("Đã thu hồi");
    expect((await said(telegram.say("/dulieucuatoi"))).match(/Nội dung đã ghi.*: (\d+)/)?.[1]).toBe("1");
  });

  test("of several lines each says its own", async () => {
    const { telegram, zalo } = await chatsOf("head");
    await telegram.say("2.3 không phát sinh\n3.1 đang làm 40%");
    const told = await said(zalo.say("2.3 không phát sinh\n4.8 không phát sinh\n3.1 đang làm 50%"));
    expect(told).toContain("Đã ghi 2 nội dung");
    expect(told.match(/Nội dung này đã được ghi lúc 07:00 hôm nay/g)).toHaveLength(1);
    expect(told.indexOf("Nội dung này đã được ghi")).toBeLessThan(told.indexOf("4.8"));
    const all = await said(telegram.say("2.3 không phát sinh\n4.8 không phát sinh"));
    expect(all).not.toContain("Đã ghi");
    expect(all.match(/Nội dung này đã được ghi/g)).toHaveLength(2);
  });

  test("the day that was asked for in one chat may be given in the other", async () => {
    const { telegram, zalo } = await chatsOf("head");
    expect(await said(telegram.say("2.4 đã hoàn thành"))).toContain("thực tế hoàn thành ngày nào");
    expect(await said(zalo.say("2.4 đã hoàn thành"))).toContain("thực tế hoàn thành ngày nào");
    expect(await said(zalo.say("20/3"))).toContain("Hoàn thành ngày 20/03/2026 (đúng hạn)");
  });
});

describe("evidence", () => {
  test("a photo without words is received for the open card, the next one too", async () => {
    const { telegram } = await chatsOf("head");
    await telegram.say("2.4");
    const first = await said(telegram.sendFile("IMG_0001.jpg"));
    expect(first).toContain("Đã nhận tệp IMG_0001.jpg làm minh chứng cho 2.4  ");
    expect(first).not.toContain("Gửi tệp minh chứng");
    expect(await said(telegram.sendFile("IMG_0002.jpg"))).toContain(
      "Đã nhận tệp IMG_0002.jpg làm minh chứng",
    );
    const card = await said(telegram.say("2.4"));
    expect(card.match(/Gửi tệp minh chứng/g)).toHaveLength(1);
    expect(card).not.toContain("IMG_0001");
  });

  test("the number alone is caption enough", async () => {
    const { zalo } = await chatsOf("head");
    expect(await said(zalo.sendFile("IMG_0001.jpg", "2.4"))).toContain(
      "Đã nhận tệp IMG_0001.jpg làm minh chứng cho 2.4",
    );
  });

  test("a photo with the words that stand is added to them", async () => {
    const { telegram, zalo } = await chatsOf("head");
    await telegram.say("2.4 đã họp dân");
    const told = await said(zalo.sendFile("IMG_0001.jpg", "2.4 Đã họp dân"));
    expect(told).toContain("không ghi thêm lần nữa");
    expect(told).toContain("Đã thêm tệp IMG_0001.jpg làm minh chứng.");
  });
});

describe("two tasks on one line", () => {
  test("both are recorded where both are the unit's; else the line stays one note", async () => {
    const { zalo } = await chatsOf("head");
    const both = await said(zalo.say("2.3 đang làm và 3.1 chưa triển khai"));
    expect(both).toContain("Đã ghi 2 nội dung");
    const one = await said(zalo.say("2.3 đang làm và 9.9 chưa triển khai"));
    expect(one).toContain("Đã ghi 2.3");
    expect(one).toContain("“đang làm và 9.9 chưa triển khai”");
    const photo = await said(zalo.sendFile("IMG_1.jpg", "2.3 đạt 45%, 3.1 đang họp dân"));
    expect(photo).toContain("Đã ghi 2 nội dung");
    expect(photo.match(/1 tệp minh chứng/g)).toHaveLength(2);
  });
});

describe("where to be written to", () => {
  test("with one chat there is nothing to choose; with two, both channels", async () => {
    const alone = chatOf(office.database, office.as("consolidator"));
    expect(await said(alone.say("/caidat"))).not.toContain("Kênh dự phòng");
    expect(alone.labels()).not.toContain("Kênh dự phòng");

    const { zalo } = await chatsOf("head");
    expect(await said(zalo.say("/caidat"))).toContain(
      "Kênh dự phòng khi kênh ưu tiên không gửi được: nơi khác liên kết gần nhất",
    );
    await zalo.press("Kênh ưu tiên");
    expect(await said(zalo.press("Zalo"))).toContain("Kênh nhận tin ưu tiên: Zalo");
    await zalo.press("Kênh dự phòng");
    // The preferred one is no fallback.
    expect(zalo.labels()).toEqual(["Telegram", "Nơi khác liên kết gần nhất"]);
    const chosen = await said(zalo.press("Telegram"));
    expect(chosen).toContain("Đã đổi kênh dự phòng.");
    expect(chosen).toContain("Kênh dự phòng khi kênh ưu tiên không gửi được: Telegram");
    expect(await said(zalo.say("/dulieucuatoi"))).toContain("không gửi được: Telegram");

    await zalo.say("/caidat");
    await zalo.press("Kênh ưu tiên");
    const swapped = await said(zalo.press("Telegram"));
    expect(swapped).toContain("Kênh nhận tin ưu tiên: Telegram");
    expect(swapped).toContain("không gửi được: nơi khác liên kết gần nhất");
    expect(await said(zalo.tap("setting fallback telegram"))).toMatch(/chưa|không/iu);
  });

  test("the preferred chat is cut off: the fallback stands in, and nothing is left to choose", async () => {
    const { telegram, zalo } = await chatsOf("head");
    await zalo.tap("setting channel zalo");
    await zalo.tap("setting fallback telegram");
    await telegram.say("/caidat");
    await telegram.press("Ngừng một liên kết");
    const cut = await said(telegram.say("1"));
    expect(cut).toContain("Đã ngừng liên kết đó");
    expect(cut).toContain("Kênh nhận tin ưu tiên: Telegram");
    expect(cut).not.toContain("Kênh dự phòng");
  });
});
