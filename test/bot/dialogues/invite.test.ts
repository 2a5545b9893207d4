import { describe, expect, test } from "vitest";
import { type InviteState, inviteDialogue } from "../../../bot/dialogues/invite.ts";
import { recogniseRole } from "../../../bot/dialogues/recognise-role.ts";
import { validatePersonName } from "../../../bot/dialogues/validate-person-name.ts";
import { selectPosts } from "../../../db/queries/appointment-queries.ts";
import { chatOf } from "../../support/chat.ts";
import { freshDatabase } from "../../support/database.ts";
import { haiAn } from "../../support/office.ts";
import { contextOf, typed, UNIT, wordsOf } from "../../support/talk-context.ts";
import { BAD_ANSWERS } from "./bad-answers.ts";

const CODE = /[0-9A-Z]{5}-[0-9A-Z]{5}/;
const NEW_HEAD = "Phòng Kinh tế, Hạ tầng và Đô thị";

describe("words of one answer", () => {
  test.each([
    ["Thủ trưởng", "head"],
    ["truong phong", "head"],
    ["Chánh Văn phòng", "head"],
    ["phó phòng", "deputy"],
    ["đầu mối", "focal"],
    ["Tổng hợp", "consolidator"],
    ["Phó Chủ tịch", "leader"],
    ["QUẢN TRỊ", "admin"],
    ["trưởng thôn nào đó", null],
    ["", null],
  ])("“%s” is the post %s", (words, role) => {
    expect(recogniseRole(words)).toBe(role);
    expect(recogniseRole(words.normalize("NFD"))).toBe(role);
  });

  test.each([
    ["Nguyễn Văn A", "Nguyễn Văn A"],
    ["  Nguyễn   Văn A ", "Nguyễn Văn A"],
    ["Nguyễn Văn A".normalize("NFD"), "Nguyễn Văn A"],
    ["Y Blê Êban", "Y Blê Êban"],
    ["99", null],
    ["Nguyễn Văn 2", null],
    ["A", null],
    ["Nguyễn\nVăn A", null],
    ["a".repeat(101), null],
  ])("“%s” as a name", (words, name) => {
    expect(validatePersonName(words)).toBe(name);
  });
});

describe("one step", () => {
  const askedName: InviteState = { asking: "name", page: 1, unit: UNIT, role: "head", name: null };

  test("whoever is no administrator is refused before anything is asked", () => {
    const step = inviteDialogue(contextOf("head"), null, {
      kind: "input",
      input: { kind: "command", command: "moi", rest: "" },
    });
    expect(step.call).toBeUndefined();
    expect(wordsOf(step)).toContain("quyền hạn");
  });

  test("a name completes the order", () => {
    expect(inviteDialogue(contextOf("admin"), askedName, typed("Nguyễn Văn A")).call).toEqual({
      name: "invite-member",
      input: { unitId: UNIT.id, role: "head", name: "Nguyễn Văn A" },
    });
  });

  test("a leader stands beside the units", () => {
    const state: InviteState = { ...askedName, role: "leader" };
    expect(inviteDialogue(contextOf("admin"), state, typed("Nguyễn Văn A")).call).toEqual({
      name: "invite-member",
      input: { unitId: null, role: "leader", name: "Nguyễn Văn A" },
    });
  });

  test("a button of another question asks again and keeps what was said", () => {
    const step = inviteDialogue(contextOf("admin"), askedName, {
      kind: "input",
      input: { kind: "button", button: ["pick", UNIT.id] },
    });
    expect(step.state).toEqual(askedName);
    expect(wordsOf(step)).toContain("Mời ai");
  });
});

describe("the talk", () => {
  const start = async () => {
    const office = await haiAn(await freshDatabase());
    return { office, chat: chatOf(office.database, office.as("admin")) };
  };

  test("unit, post and name one after another; the code links the invited person", async () => {
    const { office, chat } = await start();
    expect((await chat.say("/moi"))[0]).toContain(`2. ${NEW_HEAD}`);
    expect((await chat.say("2"))[0]).toContain("mời giữ vị trí nào?");
    expect((await chat.say("thu truong"))[0]).toContain("Mời ai làm thủ trưởng đơn vị");
    const [issued = "", letter = ""] = await chat.say("Nguyễn Văn A");
    expect(issued).toContain(`Nguyễn Văn A · thủ trưởng đơn vị (${NEW_HEAD})`);
    expect(issued).toContain("đến 07:00 thứ Ba 08/09/2026");
    const code = CODE.exec(letter)?.[0] ?? "";
    expect(letter).toContain(`nhắn mã này cho Đôn Đốc: ${code}`);

    const newcomer = chatOf(office.database, { chatKey: "newcomer" });
    await newcomer.say(`/start ${code}`);
    const [again] = await chatOf(office.database, { chatKey: "someone else" }).say(`/start ${code}`);
    expect(again).toContain("đã được dùng");
  });

  test("all on one line, with every way into this installation", async () => {
    const office = await haiAn(await freshDatabase());
    const chat = chatOf(office.database, office.as("admin"), {
      talker: {
        ways: (code) => [
          { channel: "zalo", handle: "bot.DonDoc" },
          { channel: "telegram", link: `https://t.me/bot?start=${code}` },
        ],
        webAddress: "https://dondoc.example",
      },
    });
    const [, letter] = await chat.say("/moi phong van hoa - xa hoi; thủ trưởng; Nguyễn Văn A");
    const code = CODE.exec(letter ?? "")?.[0] ?? "";
    expect(letter).toContain(
      [
        "Xin chọn một trong các cách sau:",
        `– trên Zalo: tìm “bot.DonDoc”, nhắn mã ${code}`,
        `– mở Telegram: https://t.me/bot?start=${code}`,
        `– vào trang https://dondoc.example, nhập mã ${code}`,
      ].join("\n"),
    );
    const [issued] = await chat.say("mời lãnh đạo; Bùi Thị B");
    expect(issued).toContain("Bùi Thị B · lãnh đạo Ủy ban nhân dân");
    const [asks] = await chat.say("/moi quản trị");
    expect(asks).toContain("Mời ai làm quản trị?");
  });

  test("a spelling that is not clear is offered, never taken", async () => {
    const { chat } = await start();
    const [asked] = await chat.say("/moi Phòng; đầu mối; Nguyễn Văn A");
    expect(asked).toContain("Chưa rõ “Phòng” là đơn vị nào");
    expect((await chat.say("2"))[0]).toContain(`chuyên viên đầu mối (${NEW_HEAD})`);
  });

  test("bad answers are answered at every step and change nothing", async () => {
    const { office, chat } = await start();
    const posts = () => office.read((tx) => selectPosts(tx, "2026-09-07"));
    const before = await posts();
    const steps = ["/moi", "2", "1"];
    for (const [index, step] of steps.entries()) {
      await chat.say(step);
      // Any line of letters is a name: that step has its own table above.
      const bad =
        index === 2
          ? BAD_ANSWERS.filter(([, text]) => !/\p{L}{2}/u.test(text) || text.length > 100)
          : BAD_ANSWERS;
      for (const [name, text] of bad) {
        const said = await chat.say(text);
        expect(said.join("\n"), `${name} at step ${index}`).not.toBe("");
        expect(said.join("\n").length, name).toBeLessThan(2_000);
      }
    }
    expect(await posts()).toEqual(before);
  });

  test("another command leaves the dialogue; /huy says so", async () => {
    const { chat } = await start();
    await chat.say("/moi");
    await chat.say("/trogiup");
    expect((await chat.say("Nguyễn Văn A"))[0]).not.toContain("Mã:");
    await chat.say("/moi");
    expect((await chat.say("hủy"))[0]).toContain("Đã thôi");
    expect((await chat.say("2"))[0]).not.toContain("vị trí nào");
  });
});
