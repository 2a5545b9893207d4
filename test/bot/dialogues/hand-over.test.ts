import { describe, expect, test } from "vitest";
import { type HandOverState, handOverDialogue } from "../../../bot/dialogues/hand-over.ts";
import { chatOf } from "../../support/chat.ts";
import { freshDatabase } from "../../support/database.ts";
import { haiAn } from "../../support/office.ts";
import { contextOf, SOME_ID, typed, UNIT, wordsOf } from "../../support/talk-context.ts";
import { BAD_ANSWERS } from "./bad-answers.ts";

describe("one step", () => {
  const confirming: HandOverState = { at: "confirm", appointmentId: SOME_ID, successor: "Lý Thị C" };

  test("whoever is no administrator is refused", () => {
    const step = handOverDialogue(contextOf("leader"), null, {
      kind: "input",
      input: { kind: "command", command: "bangiao", rest: "" },
    });
    expect(step.call).toBeUndefined();
    expect(wordsOf(step)).toContain("quyền hạn");
  });

  test("the confirmation of another post's question confirms nothing", () => {
    const step = handOverDialogue(contextOf("admin"), confirming, {
      kind: "input",
      input: { kind: "button", button: ["hand-over", UNIT.id] },
    });
    expect(step.call).toEqual({ name: "list-posts", input: {} });
    expect(step.state).not.toHaveProperty("typed");
  });

  test.each(["khong", "Không", "thôi"])("“%s” ends it", (text) => {
    const step = handOverDialogue(contextOf("admin"), confirming, typed(text));
    expect(step.state).toBeNull();
    expect(wordsOf(step)).toContain("Chưa có gì thay đổi");
  });
});

describe("the talk", () => {
  test("post, successor, confirmation; the successor's code opens the same post", async () => {
    const office = await haiAn(await freshDatabase());
    const chat = chatOf(office.database, office.as("admin"));
    const head = chatOf(office.database, office.as("head"));
    expect((await chat.say("/bangiao"))[0]).toContain("Phòng Văn hóa - Xã hội");
    expect((await chat.say("phong van hoa xa hoi"))[0]).toContain("Thủ trưởng đơn vị: Trần Thị Bình");
    expect((await chat.say("tran thi binh"))[0]).toContain("Ai nhận bàn giao");
    const [confirm] = await chat.say("Lý Thị C");
    expect(confirm).toContain("Người nhận: Lý Thị C");
    expect(confirm).toContain("vẫn thuộc về đơn vị");
    expect((await chat.say("hả"))[0]).toContain("“đồng ý” hoặc “không”");
    const [done = ""] = await chat.say("đồng ý");
    expect(done).toContain("Đã bàn giao vị trí thủ trưởng đơn vị (Phòng Văn hóa - Xã hội)");
    const code = /Mã: (\S+)/.exec(done)?.[1] ?? "";

    expect((await head.say("/nhiemvu"))[0]).toContain("liên hệ quản trị");
    const successor = chatOf(office.database, { chatKey: "successor" });
    await successor.say(`/start ${code}`);
  });

  test("the same name is refused and asked again; nobody may follow yet", async () => {
    const office = await haiAn(await freshDatabase());
    const chat = chatOf(office.database, office.as("admin"));
    await chat.say("/bangiao Trung tâm dịch vụ sự nghiệp công");
    await chat.say("1");
    await chat.say("hoang van em");
    expect((await chat.say("1"))[0]).toContain("Xin chọn người khác");
    await chat.say("Lý Văn D");
    expect((await chat.say("2"))[0]).toContain("Đã thôi");
    await chat.say("/bangiao Trung tâm dịch vụ sự nghiệp công");
    await chat.say("1");
    await chat.press("Chưa có người nhận");
    const [done] = await chat.press("Đồng ý bàn giao");
    expect(done).toContain("đang trống");
  });

  test("an administrator who hands over the own post still hears the successor's code", async () => {
    const office = await haiAn(await freshDatabase());
    const chat = chatOf(office.database, office.as("admin"));
    await chat.say("/bangiao");
    await chat.press("Lãnh đạo UBND và quản trị");
    await chat.press("Quản trị: Đỗ Văn Hải");
    await chat.say("Mai Văn G");
    expect((await chat.say("đồng ý"))[0]).toMatch(/Mã: \S{11}/);
    expect((await chat.say("/moi"))[0]).toContain("liên hệ quản trị");
  });

  test("bad answers are answered at every step and change nothing", async () => {
    const office = await haiAn(await freshDatabase());
    const chat = chatOf(office.database, office.as("admin"));
    for (const step of ["/bangiao", "1", "1"]) {
      await chat.say(step);
      for (const [name, text] of BAD_ANSWERS) {
        const isName = step === "1" && /^[\p{L}\s]+$/u.test(text) && text.length <= 100;
        if (isName) continue;
        const said = (await chat.say(text)).join("\n");
        expect(said, `${name} after ${step}`).not.toBe("");
        expect(said).not.toContain("Đã bàn giao");
      }
    }
    expect((await chatOf(office.database, office.as("head")).say("/nhiemvu"))[0]).toContain("nhiệm vụ");
  });
});
