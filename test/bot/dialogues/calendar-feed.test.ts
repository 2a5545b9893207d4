import { beforeEach, describe, expect, it } from "vitest";
import { changeMemberSettings } from "../../../api/members/change-member-settings.ts";
import { apiHouse } from "../../support/api.ts";
import { chatOf } from "../../support/chat.ts";
import { freshDatabase } from "../../support/database.ts";
import { haiAn, MONDAY, type Office } from "../../support/office.ts";

let office: Office;
beforeEach(async () => {
  office = await haiAn(await freshDatabase());
});

const HOME = "https://dondoc.hai-an.example";
const chat = (buttons: boolean, pages: string | null = HOME) =>
  chatOf(office.database, office.as("head"), { buttons, talker: { pages: () => pages } });
const addressIn = (answer: string): string => {
  const [address] = /https:\/\/dondoc\.hai-an\.example\/feed\/[\w-]{43}\.ics/.exec(answer) ?? [];
  if (address === undefined) throw new Error(`no address in ${answer}`);
  return address;
};
const statusOf = async (address: string): Promise<number> =>
  (await (await apiHouse(office)).app.request(address.slice(HOME.length))).status;

describe("/lich offers the calendar's address", () => {
  it("with buttons", async () => {
    const head = chat(true);
    const [list = ""] = await head.say("/lich");
    expect(list).toContain("Lịch của");
    expect(list).not.toContain("xin gõ “lịch điện thoại”");
    const [made = ""] = await head.press("Lịch điện thoại");
    expect(made).toContain("chọn thêm lịch từ URL");
    const address = addressIn(made);
    expect(await statusOf(address)).toBe(200);
    const [revoked = ""] = await head.press("Thu hồi địa chỉ lịch");
    expect(revoked).toContain("Đã thu hồi địa chỉ lịch");
    expect(await statusOf(address)).toBe(404);
    const [again = ""] = await head.tap("feed-revoke 0190a000-0000-7000-8000-000000000009");
    expect(again).toContain("Không có địa chỉ lịch này");
  });

  it("in words alone, as on Zalo; “1” under the list is still a task's number", async () => {
    const head = chat(false);
    const [list = ""] = await head.say("lịch");
    expect(list).toContain("xin gõ “lịch điện thoại”");
    expect(list).not.toMatch(/^1\. /m);
    const first = addressIn((await head.say("lich dien thoai"))[0] ?? "");
    await head.say("lịch");
    const [standing = ""] = await head.say("Lịch điện thoại");
    expect(standing).toContain("Đồng chí đang có 1 địa chỉ lịch");
    expect(standing).toContain("1. Lập địa chỉ lịch mới");
    expect(standing).toContain("2. Thu hồi địa chỉ lập ngày 07/09/2026");
    const second = addressIn((await head.say("1"))[0] ?? "");
    expect(second).not.toBe(first);
    expect((await head.say("thu hồi địa chỉ lịch"))[0]).toContain("Đã thu hồi");
    expect([await statusOf(first), await statusOf(second)]).toEqual([200, 404]);
    await head.say("lịch");
    await head.say("lịch điện thoại");
    expect((await head.say("2"))[0]).toContain("Đã thu hồi");
    expect(await statusOf(first)).toBe(404);
  });

  it("in English", async () => {
    await office.at(MONDAY).as(office.as("head")).do(changeMemberSettings, { locale: "en" });
    const head = chat(false);
    expect((await head.say("/lich"))[0]).toContain("type “phone calendar”");
    addressIn((await head.say("phone calendar"))[0] ?? "");
    expect((await head.say("revoke calendar address"))[0]).toContain("was revoked");
  });

  it("not where no address would lead anywhere", async () => {
    const [list = ""] = await chat(false, null).say("/lich");
    expect(list).toContain("Lịch của");
    expect(list).not.toContain("lịch điện thoại");
  });
});
