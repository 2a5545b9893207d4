import { beforeEach, describe, expect, test } from "vitest";
import { progressUpdate } from "../../../db/schema/progress.ts";
import { type Chat, chatOf } from "../../support/chat.ts";
import { freshDatabase } from "../../support/database.ts";
import { haiAn, type Office } from "../../support/office.ts";

/** What people type between the notes, where there are no buttons: courtesy, questions, a change of mind. */
let office: Office;
let head: Chat;
const said = async (answers: Promise<readonly string[]>): Promise<string> => (await answers).join("\n---\n");
const notes = (): Promise<number> => office.database.asOwner((db) => db.$count(progressUpdate));

beforeEach(async () => {
  office = await haiAn(await freshDatabase());
  head = chatOf(office.database, office.as("head"));
});

describe("a head who types as people talk", () => {
  test("announces a task and tells of it in the next messages", async () => {
    await head.say("2.4");
    expect(await said(head.say("toi bao cao nv 3.1"))).toContain("Thời gian: Quý IV/2026");
    expect(await said(head.say("da trien khai dc 2/3 to dan pho"))).toContain("Đã ghi 3.1");
    expect(await said(head.say("hai phẩy ba đã xong"))).toContain("Đã ghi 2.3");
    expect(await said(head.say("2,4 dat nam muoi phan tram"))).toMatch(/Đã ghi 2\.4[\s\S]*50%/);
    expect(await notes()).toBe(3);
  });

  test("courtesy is answered, records nothing and leaves the list and the question where they were", async () => {
    await head.say("nhiệm vụ");
    expect(await said(head.say("dạ em chào anh chị ạ"))).toContain("Kính chào đồng chí");
    expect(await said(head.say("vâng ạ, cảm ơn em"))).toContain("Cảm ơn đồng chí");
    expect(await said(head.say("tiếp"))).toContain("Trang 2/3");
    expect(await said(head.say("2.4 đã xong"))).toContain("ngày nào");
    await head.say("ok");
    expect(await said(head.say("để chị hỏi lại đã"))).toContain("ngày hoàn thành");
    expect(await said(head.say("20/3"))).toMatch(/Đã sửa 2\.4[\s\S]*20\/03\/2026/);
    expect(await notes()).toBe(2);
  });

  test("a question is answered, not recorded; nor is what is said of all tasks put down to one", async () => {
    await head.say("2.4 đang làm");
    expect(await said(head.say("con bao nhieu nhiem vu chua xong"))).toContain("17 nhiệm vụ chủ trì");
    expect(await said(head.say("4.8 hạn ngày nào?"))).toContain("Ngày cuối đúng hạn");
    expect(await said(head.say("bao gio phai nop bao cao"))).toContain("Báo cáo lần 1");
    expect(await said(head.say("các mục còn lại không phát sinh"))).toContain("gõ số các nhiệm vụ");
    expect(await notes()).toBe(1);
  });

  test("a photo goes to the task its caption names, in whatever spelling, or to none", async () => {
    await head.say("3.1 đang làm");
    expect(await said(head.sendFile("a.jpg", "2,4 ảnh kế hoạch"))).toContain("Đã ghi 2.4");
    expect(await said(head.sendFile("b.jpg", "ảnh 4.7"))).toContain("minh chứng cho 4.7");
    expect(await said(head.sendFile("c.jpg", "hội nghị của mục 2.3"))).toContain("nhiệm vụ nào");
  });

  test("words that do not answer “ghi cho nhiệm vụ này?” are heard themselves", async () => {
    await head.say("4.8 đang làm");
    expect(await said(head.say("chiều nay họp"))).toContain("Ghi nội dung vừa rồi cho nhiệm vụ 4.8?");
    expect(await said(head.say("đã họp xong, đạt 60%"))).toMatch(/Đã ghi 4\.8[\s\S]*60%/);
    await head.say("còn tuần sau");
    expect(await said(head.say("thu hồi 4.8"))).toContain("Đã thu hồi");
  });
});

describe("a leader before a list", () => {
  test("the first words of a unit's name, and a number after something that was not understood", async () => {
    await head.say("2.4 đã xong ngày 20/3");
    const leader = chatOf(office.database, office.as("leader"));
    await leader.say("tình hình thế nào");
    expect(await said(leader.say("Phòng Văn hóa"))).toContain("17 nhiệm vụ chủ trì");
    expect(await said(leader.say("duyệt"))).toContain("2. Trả lại");
    expect(await said(leader.say("chua dc, bo sung van ban"))).toContain("chưa hiểu");
    expect(await said(leader.say("2"))).toContain("lý do");
    expect(await said(leader.say("Thiếu văn bản"))).toContain("Đã trả lại 2.4");
  });
});
