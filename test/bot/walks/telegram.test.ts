import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { completionClaim, progressUpdate } from "../../../db/schema/progress.ts";
import { CULTURE } from "../../support/office.ts";
import { ask, type Home, type House, hears, productHome, startHere, textOf } from "../../support/product.ts";
import type { TelegramPerson } from "../../support/telegram-person.ts";
import { startTelegramServer, type TelegramServer } from "../../support/telegram-server.ts";

/**
 * The main job as phường Hải An lives it, from the invitation to the morning of the first report, through the real
 * product and a Bot API server. Each test goes on where the one before it ended.
 */

/** What Phòng Văn hóa - Xã hội owes in the first round: each task it leads. */
const OWED = [
  ...["1.1", "1.2", "2.1", "2.3", "2.4", "2.5", "3.1", "3.2", "3.5.a", "3.5.b", "3.5.c"],
  ...["4.1", "4.7", "4.8", "4.10", "5.1", "5.2"],
];

const JPEG = Uint8Array.from(Buffer.from("ffd8ffe000104a46494600010100000100010000ffdb004300ffd9", "hex"));

const numbersIn = (text: string): readonly string[] =>
  [...text.matchAll(/\b\d\.\d{1,2}(?:\.[a-c])?\b/g)].map(([number]) => number);

const labelsOf = (message: Awaited<ReturnType<TelegramPerson["next"]>>): readonly string[] =>
  (message.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);

describe.each(["polling", "webhook"] as const)("by %s", (mode) => {
  let home: Home;
  let server: TelegramServer;
  let house: House;
  let head: TelegramPerson;
  let leader: TelegramPerson;
  const codes = { head: "", leader: "" };

  beforeAll(async () => {
    server = await startTelegramServer();
    home = await productHome();
    codes.head = await home.invite("head", CULTURE, "Trần Thị Bình");
    codes.leader = await home.invite("leader", null, "Vũ Thị Giang");
    house = await startHere(home, server, { mode });
    head = server.person({ id: 7_001, firstName: "Bình" });
    leader = server.person({ id: 7_002, firstName: "Giang" });
  });
  afterAll(async () => {
    await house?.stop();
    await server?.close();
    await home?.drop();
  });

  const standing = () =>
    house.database.asOwner((db) =>
      db
        .select({
          text: progressUpdate.text,
          withdrawn: progressUpdate.withdrawnAt,
          by: progressUpdate.replacedById,
        })
        .from(progressUpdate)
        .orderBy(progressUpdate.notedAt),
    );
  const standingTexts = async (): Promise<readonly string[]> =>
    (await standing())
      .filter(({ withdrawn, by }) => withdrawn === null && by === null)
      .map(({ text }) => text);

  test("a code opens the chat; a stranger learns how to get one", async () => {
    expect(await ask(head, "xin chào")).toContain("liên hệ quản trị");
    expect(await ask(head, `/start ${codes.head}`)).toMatch(
      /Kính chào đồng chí Trần Thị Bình.[\s\S]*thủ trưởng đơn vị/,
    );
    expect(await ask(leader, `/start ${codes.leader.toLowerCase()}`)).toContain("lãnh đạo Ủy ban nhân dân");
  });

  test("/nhiemvu: counts, then overdue first, page after page, each within 2,000 letters", async () => {
    await head.say("/nhiemvu");
    const first = await head.next();
    expect(textOf(first)).toContain("17 nhiệm vụ chủ trì: 5 quá hạn");
    expect(textOf(first)).toContain("4 phối hợp · 6 mục");
    expect(textOf(first)).toContain("chậm nhất thứ Hai 14/09/2026, còn 5 ngày làm việc, còn thiếu 17 mục");
    const second = await ask(head, "tiếp");
    const third = await ask(head, "tiep");
    const pages = [textOf(first), second, third];
    for (const page of pages) expect(page.length).toBeLessThanOrEqual(2_000);
    const listed = pages.flatMap((page) =>
      [...page.matchAll(/^(\d\.[\d.a-c]+) {2}/gm)].map(([, number]) => number),
    );
    expect(listed.toSorted()).toEqual(OWED.toSorted());
    expect(listed.slice(0, 5)).toEqual(["1.2", "3.5.a", "3.5.b", "2.4", "4.7"]);

    await head.press(first, "Phối hợp (4)");
    expect(textOf(await head.next())).toContain("Lọc: phối hợp");
    expect(await ask(head, "nv qua han")).toMatch(/Lọc: quá hạn[\s\S]*2\.4/);
    expect(await ask(head, "/nhiemvu chuyen doi so")).toContain("2.3");
    const press = await head.press(first, "2.4");
    await press.answer();
    expect(textOf(await head.next())).toMatch(/673\/QĐ-UBND[\s\S]*Quý I\/2026[\s\S]*quá 109 ngày làm việc/);
  });

  test("three answers in three ways: to the card, by number, several lines", async () => {
    await head.say("2.4");
    const card = await head.next();
    await head.reply(card, "đang lấy ý kiến dự thảo");
    expect(textOf(await head.next())).toMatch(/^Đã ghi 2\.4 [\s\S]*Đang thực hiện/);
    // An answer to the bot's latest message often comes without saying so.
    await head.reply(card, "da ban hanh ke hoach so 12/KH-UBND ngay 20/3, dat 100%", { quoted: false });
    const echo = await head.next();
    expect(textOf(echo)).toContain("Hoàn thành ngày 20/03/2026 (đúng hạn) · 100% · văn bản 12/KH-UBND");
    expect(textOf(echo)).toContain("Chờ lãnh đạo xác nhận");
    expect(labelsOf(echo)).toEqual(["Sửa", "Thu hồi"]);

    expect(await ask(head, "3.1 dang thuc hien, dat 40%")).toMatch(
      /^Đã ghi 3\.1 [\s\S]*Đang thực hiện · 40%/,
    );

    const several = await ask(head, "2.3 không phát sinh\n4.8: đang làm 30%\n9.9 gì đó");
    expect(several).toContain("Đã ghi 2 nội dung");
    expect(several).toContain("Không có nhiệm vụ số 9.9");
    expect((await standingTexts()).toSorted()).toEqual(
      [
        "đang lấy ý kiến dự thảo",
        "da ban hanh ke hoach so 12/KH-UBND ngay 20/3, dat 100%",
        "dang thuc hien, dat 40%",
        "không phát sinh",
        "đang làm 30%",
      ].toSorted(),
    );
  });

  test("a photo with a caption is evidence", async () => {
    await head.sendPhoto(JPEG, "4.7 đã chấm điểm xong ngày 28/8");
    expect(textOf(await head.next())).toMatch(
      /^Đã ghi 4\.7 [\s\S]*28\/08\/2026 \(đúng hạn\) · 1 tệp minh chứng/,
    );
  });

  test("“sửa …”, an edited message, “thu hồi” and the button: each tells what stands now", async () => {
    expect(await ask(head, "sửa đã chấm điểm xong ngày 29/8")).toMatch(/^Đã sửa 4\.7 [\s\S]*29\/08\/2026/);

    const written = await head.say("2.5 dang lam 10%");
    await head.next();
    await head.edit(written, "2.5 đang làm 20%");
    expect(textOf(await head.next())).toMatch(/Đã sửa 2\.5 [\s\S]*20%/);

    expect(await ask(head, "thu hồi")).toMatch(/^Đã thu hồi nội dung ghi ở 2\.5/);
    await head.say("3.2 đã có 2 mô hình");
    const echo = await head.next();
    await head.press(echo, "Thu hồi");
    expect(textOf(await head.next())).toMatch(/^Đã thu hồi nội dung ghi ở 3\.2/);
    // Pressed again, it says so and changes nothing.
    await head.press(echo, "Thu hồi");
    expect(textOf(await head.next())).toContain("đã được thu hồi");

    const texts = await standingTexts();
    expect(texts).toContain("đã chấm điểm xong ngày 29/8");
    expect(texts).not.toContain("đã chấm điểm xong ngày 28/8");
    expect(texts.join()).not.toMatch(/lam 10%|làm 20%|mô hình/);
  });

  test("the leader confirms one claim, returns the other with a reason; the head hears both", async () => {
    // Notices keep working hours: the head reads them at half past seven.
    await leader.say("/duyet");
    const first = await hears(leader, /báo đã hoàn thành/);
    expect(textOf(first)).toContain("Còn 1 đề nghị khác");
    await leader.press(first, "Xác nhận");
    expect(textOf(await leader.next())).toContain("2.4");
    const second = await leader.next();
    expect(textOf(second)).toMatch(/^4\.7 /);
    await leader.press(second, "Trả lại");
    expect(textOf(await leader.next())).toContain("lý do");
    expect(await ask(leader, "Chưa có biên bản chấm điểm")).toContain("4.7");
    expect(textOf(await leader.next())).toContain("Không");

    await house.moveTo("2026-09-07T08:00:00+07:00");
    const heard = [textOf(await head.next()), textOf(await head.next()), textOf(await head.next())];
    expect(heard[0]).toContain("2.4");
    expect(heard[1]).toMatch(/4\.7[\s\S]*Chưa có biên bản chấm điểm/);
    // The morning's own digest: five working days before the round is due.
    expect(heard[2]).toMatch(
      /^Kính gửi[\s\S]*Báo cáo lần 1: chậm nhất thứ Hai 14\/09\/2026, còn 5 ngày làm việc/,
    );
    const claims = await house.database.asOwner((db) =>
      db.select({ state: completionClaim.state }).from(completionClaim),
    );
    expect(claims.filter(({ state }) => state === "confirmed")).toHaveLength(1);
    expect(claims.filter(({ state }) => state === "returned")).toHaveLength(1);
  });

  test("on the morning of 14/09 one digest names the round, its last day and exactly what is missing", async () => {
    expect(head.untaken()).toEqual([]);
    await house.moveTo("2026-09-14T07:30:00+07:00");
    const digest = textOf(await head.next());
    const reported = ["2.3", "2.4", "3.1", "4.7", "4.8"];
    const missing = OWED.filter((number) => !reported.includes(number));
    const round = digest.split("\n").find((line) => line.includes("báo cáo lần 1")) ?? "";
    expect(round).toContain("Hôm nay, thứ Hai 14/09/2026, là ngày cuối cùng");
    expect(round).toContain(`còn ${missing.length} mục`);
    expect(numbersIn(round)).toEqual(missing);
  });

  test("a note and further ticks send nothing twice", async () => {
    expect(await ask(head, "1.1 không phát sinh")).toMatch(/^Đã ghi 1\.1/);
    await house.moveTo("2026-09-14T07:31:00+07:00");
    await house.product.tick();
    // Whatever else had been sent would stand before this answer.
    expect(await ask(head, "trợ giúp")).toMatch(/^Trợ giúp/);
    expect(head.untaken()).toEqual([]);
  });

  test("all met: the round is not mentioned again, not even when its day has passed", async () => {
    const reported = ["1.1", "2.3", "2.4", "3.1", "4.7", "4.8"];
    const missing = OWED.filter((number) => !reported.includes(number));
    expect(await ask(head, `${missing.join(", ")} không phát sinh`)).toContain(
      `Đã ghi ${missing.length} nội dung`,
    );
    expect(await ask(head, "/nhiemvu")).not.toMatch(/lần 1.*còn thiếu/);
    for (const morning of ["14T07:32", "15T07:30", "17T07:30", "21T07:30"])
      await house.moveTo(`2026-09-${morning}:00+07:00`);
    await head.say("trợ giúp");
    const heard: string[] = [];
    do heard.push(textOf(await head.next()));
    while (!heard.at(-1)?.startsWith("Trợ giúp"));
    expect(heard.join("\n")).not.toMatch(/Đơn vị còn \d+ mục chưa báo cáo/);
    expect(house.complaints).toEqual([]);
  });
});
