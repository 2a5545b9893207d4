import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { parseAssignment } from "../../../bot/dialogues/parse-assignment.ts";
import { chatOf } from "../../support/chat.ts";
import { freshDatabase } from "../../support/database.ts";
import { haiAn, sampleOffice } from "../../support/office.ts";
import { BAD_ANSWERS } from "./bad-answers.ts";

const task = { kind: "task", ending: false } as const;

describe("what is said", () => {
  test.each([
    ["1.2 chủ trì Văn phòng", { ...task, number: "1.2", role: "lead", unit: "Văn phòng" }],
    ["nhiệm vụ 1.2 phoi hop Công an", { ...task, number: "1.2", role: "coordinating", unit: "Công an" }],
    [
      "3.5a bo chu tri Văn phòng",
      { ...task, number: "3.5.a", ending: true, role: "lead", unit: "Văn phòng" },
    ],
    ["1.2", { ...task, number: "1.2", role: null, unit: null }],
    ["1.2 Văn phòng", { ...task, number: "1.2", role: null, unit: "Văn phòng" }],
    ["1.2 chủ trì", { ...task, number: "1.2", role: "lead", unit: null }],
    ["nhóm Các phòng: A; B ;; C", { kind: "group", group: "Các phòng", units: ["A", "B", "C"] }],
    ["nhom Các phòng", { kind: "group", group: "Các phòng", units: [] }],
    ["nhóm : A", { kind: "unclear" }],
    ["nhóm", { kind: "unclear" }],
    ["chủ trì Văn phòng", { kind: "unclear" }],
    ["", { kind: "unclear" }],
  ])("%s", (text, said) => {
    expect(parseAssignment(text)).toEqual(said);
    expect(parseAssignment(text.normalize("NFD"))).toMatchObject({ kind: said.kind });
  });

  test("10,000 characters are unclear, and quickly so", () => {
    expect(parseAssignment("a".repeat(10_000))).toEqual({ kind: "unclear" });
    expect(parseAssignment("a ".repeat(5_000))).toEqual({ kind: "unclear" });
  });
});

describe("the talk", () => {
  const start = async () => {
    const office = await haiAn(await freshDatabase());
    return { office, chat: chatOf(office.database, office.as("admin")) };
  };

  test("assigned, told, and taken back by the button or its words", async () => {
    const { chat } = await start();
    const [asked] = await chat.say("/phancong 2.4 phối hợp hội đồng nhân dân");
    expect(asked).toContain("Chưa rõ “hội đồng nhân dân”");
    const [done] = await chat.press("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường");
    expect(done).toContain("Đã phân công 2.4");
    expect(done).toContain("Từ thứ Hai 07/09/2026");
    expect(done).toContain("Chưa báo được cho ai");
    expect((await chat.say("/phancong 2.4 phối hợp trung tâm dịch vụ sự nghiệp công"))[0]).toContain(
      "báo cho 1 người",
    );
    const [back] = await chat.say("hoàn tác");
    expect(back).toContain("Đã bỏ phân công 2.4");
    expect(back).toContain("Thôi phối hợp: Trung tâm dịch vụ sự nghiệp công");
    const [again] = await chat.say("/phancong 2.4 bỏ phối hợp trung tâm dịch vụ sự nghiệp công");
    expect(again).toContain("không được phân công nhiệm vụ đó");
  });

  test("a lead that ended is in the overview and is given again from there", async () => {
    const { chat } = await start();
    expect((await chat.say("/phancong"))[0]).toContain("Nhiệm vụ nào cũng đã có đơn vị chủ trì");
    const [which] = await chat.say("phan cong 2.4 bo chu tri");
    expect(which).toContain("bỏ đơn vị nào khỏi vai trò chủ trì?");
    expect(which).not.toContain("Phòng Kinh tế");
    await chat.press("Phòng Văn hóa - Xã hội");
    expect((await chat.say("/phancong"))[0]).toContain("1 nhiệm vụ chưa có đơn vị chủ trì: 2.4");
    expect((await chat.say("1"))[0]).toContain("giao đơn vị nào chủ trì?");
    expect((await chat.say("phong van hoa xa hoi"))[0]).toContain("Đã phân công 2.4");
  });

  test.each(["kim-thanh", "lam-ha"])(
    "%s, out of its time: what has no lead is named and can be given",
    async (code) => {
      const office = await sampleOffice(await freshDatabase(), code);
      const chat = chatOf(office.database, await office.link("admin", null));
      const [overview] = await chat.say("/phancong");
      expect(overview).toContain("ngoài thời gian thực hiện");
      expect(overview).toMatch(/\d+ nhiệm vụ chưa có đơn vị chủ trì/);
      expect(overview).not.toContain("Nhiệm vụ nào cũng đã có");
      expect((await chat.say("1"))[0]).toContain("giao đơn vị nào chủ trì?");
      expect((await chat.say("1"))[0]).toContain("Đã phân công");
    },
  );

  test("without any task nothing is said to be in order", async () => {
    const { office, chat } = await start();
    await office.database.asOwner((db) => db.execute(sql`update task set withdrawn_at = now()`));
    const [overview] = await chat.say("/phancong");
    expect(overview).toContain("Chưa có danh mục nhiệm vụ nào");
    expect(overview).not.toMatch(/đã có đơn vị chủ trì|đều đã xác định/);
  });

  test("without a role it is asked; a task and a unit that are not there are said", async () => {
    const { chat } = await start();
    expect((await chat.say("/phancong 2.4"))[0]).toContain("giao chủ trì hay phối hợp?");
    expect((await chat.say("Phối hợp"))[0]).toContain("giao đơn vị nào phối hợp?");
    expect((await chat.say("Sở Nội vụ"))[0]).toContain("Không có đơn vị nào tên “Sở Nội vụ”");
    expect((await chat.say("/phancong 98.7 chủ trì Văn phòng"))[0]).toContain("Không có nhiệm vụ số 98.7");
    const [twice] = await chat.say("/phancong 2.4 chủ trì Phòng Văn hóa - Xã hội");
    expect(twice).toContain("không cần phân công lại");
  });

  test("a group's list is confirmed name by name; what is unclear is asked, or left out", async () => {
    const { chat } = await start();
    const [first] = await chat.say(
      "/phancong nhóm các tổ dân phố trên địa bàn phường: Trung tâm phục vụ hành chính công; Tổ 5; quan ly du an",
    );
    expect(first).toContain("Không có đơn vị nào tên “Tổ 5”");
    expect((await chat.press("Bỏ tên này khỏi danh sách"))[0]).toContain("Chưa rõ “quan ly du an”");
    const [done] = await chat.say("1");
    expect(done).toContain("Đã xác định nhóm “Các tổ dân phố trên địa bàn phường”: 2 đơn vị");
    expect(done).toContain("– Ban Quản lý dự án đầu tư xây dựng");
    expect((await chat.say("/phancong"))[0]).toContain("3 nhóm chưa xác định");
    const [shown] = await chat.say("/phancong nhóm các tổ dân phố trên địa bàn phường");
    expect(shown).toContain("Đã xác định, hiện gồm:");
    expect((await chat.say("1"))[0]).toContain("cách nhau bằng dấu chấm phẩy");
  });

  test("buttons of old messages change nothing that was not asked", async () => {
    const { chat } = await start();
    for (const data of ["pick ~AZCgAAAAcACAAAAAAAAAAQ", "answer lead", "answer page-2", "unlead x y"])
      expect((await chat.tap(data))[0], data).toContain("không còn dùng được");
  });

  test("bad answers are answered at every step", async () => {
    const { chat } = await start();
    for (const steps of [["/phancong"], ["/phancong 2.4"], ["/phancong 2.4 chủ trì"], ["/phancong", "1"]])
      for (const [name, text] of BAD_ANSWERS) {
        for (const step of steps) await chat.say(step);
        const said = (await chat.say(text)).join("\n");
        expect(said, `${name} after ${steps.join(", ")}`).not.toBe("");
        expect(said, name).not.toMatch(/Đã (?:phân công|xác định|bỏ)/);
      }
  });

  test("only the administrator assigns", async () => {
    const { office } = await start();
    const head = chatOf(office.database, office.as("head"));
    expect((await head.say("/phancong 2.4 chủ trì Văn phòng"))[0]).toContain("quyền hạn");
  });
});
