import { describe, expect, test } from "vitest";
import { parseDigestHour } from "../../../bot/dialogues/parse-digest-hour.ts";
import { settingsDialogue } from "../../../bot/dialogues/settings.ts";
import { chatOf } from "../../support/chat.ts";
import { freshDatabase } from "../../support/database.ts";
import { haiAn, SERVICE_CENTRE } from "../../support/office.ts";
import { contextOf, typed, wordsOf } from "../../support/talk-context.ts";
import { BAD_ANSWERS } from "./bad-answers.ts";

describe("an hour as people type it", () => {
  test.each([
    ["7h45", "07:45"],
    ["7:45", "07:45"],
    ["07.45", "07:45"],
    ["7 giờ 45 phút", "07:45"],
    ["7 giờ", "07:00"],
    ["7h", "07:00"],
    ["6:00", "06:00"],
    ["21:00", "21:00"],
    ["7:5", "07:05"],
    ["5:59", null],
    ["21:01", null],
    ["7:60", null],
    ["sáng sớm", null],
    ["", null],
    ["7:45:30", null],
  ])("%s", (text, hour) => {
    expect(parseDigestHour(text)).toBe(hour);
  });

  test.each(BAD_ANSWERS)("%s asks again and waits on", (_name, text) => {
    const step = settingsDialogue(contextOf("head"), { asking: "digest" }, typed(text));
    expect(step.state).toEqual({ asking: "digest" });
    expect(wordsOf(step)).toContain("Giờ chưa đúng");
  });
});

describe("the talk", () => {
  test("hour, language and back; looking at settings does not swallow a note", async () => {
    const office = await haiAn(await freshDatabase());
    const chat = chatOf(office.database, office.as("head"));
    expect((await chat.say("cài đặt"))[0]).toContain("Giờ nhận tin nhắc: theo cơ quan");
    await chat.press("Giờ nhận tin");
    expect((await chat.say("7h45"))[0]).toContain("Giờ nhận tin nhắc: 07:45");
    await chat.press("Giờ nhận tin");
    expect((await chat.press("Theo cơ quan"))[0]).toContain("Giờ nhận tin nhắc: theo cơ quan");
    await chat.press("Ngôn ngữ");
    expect((await chat.press("English"))[0]).toContain("Your settings");
    await chat.say("/caidat");
    await chat.say("1");
    expect((await chat.say("1"))[0]).toContain("Cài đặt của đồng chí");
    expect((await chat.say("2.4 đang lấy ý kiến"))[0]).toContain("Đã ghi 2.4");
  });

  test("a second chat by a code of one's own, the other cut off, with its posts to choose from", async () => {
    const office = await haiAn(await freshDatabase());
    const head = office.as("head", SERVICE_CENTRE);
    const chat = chatOf(office.database, head);
    await chat.say("/caidat");
    const [given = ""] = await chat.press("Thêm thiết bị");
    expect(given).toContain("Xin không chuyển cho người khác");
    const second = chatOf(office.database, { chatKey: "second phone" });
    await second.say(`/start ${/Mã: (\S+)/.exec(given)?.[1]}`);
    const [shown] = await chat.say("/caidat");
    expect(shown).toContain("(cuộc trò chuyện này)");
    await chat.press("Ngừng một liên kết");
    const [cut = ""] = await chat.say("1");
    expect(cut).toContain("Đã ngừng liên kết đó");
    expect(cut.match(/Đã liên kết/g)).toHaveLength(1);
    expect((await second.say("/nhiemvu"))[0]).toContain("nhận mã mời");
  });

  test("several posts: the chat speaks for the one that is chosen", async () => {
    const office = await haiAn(await freshDatabase());
    const admin = chatOf(office.database, office.as("admin"));
    const [issued = ""] = await admin.say(`/moi ${SERVICE_CENTRE}; đầu mối; Trần Thị Bình`);
    const chat = chatOf(office.database, office.as("head"));
    await chat.say(`/start ${/Mã: (\S+)/.exec(issued)?.[1]}`);
    await chat.say("/caidat");
    await chat.press("Đổi vai trò");
    const [changed] = await chat.press(`Chuyên viên đầu mối (${SERVICE_CENTRE})`);
    expect(changed).toContain(`Đang dùng với vai trò: chuyên viên đầu mối (${SERVICE_CENTRE})`);
    expect((await chat.say("/nhiemvu"))[0]).toContain(`${SERVICE_CENTRE}, phường Hải An`);
  });

  test("settings of other people and unknown values change nothing", async () => {
    const office = await haiAn(await freshDatabase());
    const chat = chatOf(office.database, office.as("head"));
    const other = office.as("admin").chatLinkId;
    const packed = `~${Buffer.from(other.replaceAll("-", ""), "hex").toString("base64url")}`;
    for (const data of [
      `revoke chat ${packed}`,
      `revoke session ${packed}`,
      `post ${packed}`,
      "setting locale fr",
      "setting digest 25:00",
      "setting channel zalo",
      "setting colour red",
    ])
      expect((await chat.tap(data))[0], data).toMatch(/chưa|không/iu);
    expect((await chatOf(office.database, office.as("admin")).say("/caidat"))[0]).toContain("Cài đặt");
  });
});
