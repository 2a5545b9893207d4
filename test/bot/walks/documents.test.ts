import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { documentImport } from "../../../db/schema/imports.ts";
import { taskAcknowledgement } from "../../../db/schema/progress.ts";
import type { ChannelBench, Entrance, Person } from "../../support/channel-bench.ts";
import { CULTURE } from "../../support/office.ts";
import { planDocx } from "../../support/plan-docx.ts";
import { type Home, type House, productHome, startHere } from "../../support/product.ts";
import { telegramBench } from "../../support/telegram-bench.ts";
import { webChatBench } from "../../support/web-chat-bench.ts";
import { zaloBench } from "../../support/zalo-bench.ts";

/**
 * The document that becomes the catalogue, as an administrator sends it in the chat: through the real product, on the
 * messengers that hand on files and on the one that does not. Each test goes on where the one before it ended.
 */

const story = ({ enter }: ChannelBench) => {
  const people: { admin: Person; head: Person; house: House }[] = [];
  let home: Home;
  let entrance: Entrance;
  beforeAll(async () => {
    home = await productHome();
    const codes = {
      admin: await home.invite("admin", null, "Đỗ Văn Hải"),
      head: await home.invite("head", CULTURE, "Trần Thị Bình"),
    };
    entrance = await enter();
    const house = await startHere(home, entrance.loopbacks, { outside: true });
    const [admin, head] = [entrance.person(house, "Hải"), entrance.person(house, "Bình")];
    await admin.enterCode(codes.admin);
    await head.enterCode(codes.head);
    people.push({ admin, head, house });
  });
  afterAll(async () => {
    for (const { house } of people) await house.stop();
    await entrance?.close();
    await home?.drop();
  });
  /** What comes after a step that failed would only wait in vain. */
  let torn = false;
  beforeEach(({ skip, onTestFailed }) => {
    skip(torn, "the story was torn before");
    onTestFailed(() => {
      torn = true;
    });
  });
  return () => {
    const [met] = people;
    if (met === undefined) throw new Error("nobody is there yet");
    return met;
  };
};

describe.each([
  ["Telegram", telegramBench],
  ["web chat", webChatBench],
] as const)("%s", (_title, bench) => {
  const met = story(bench);
  const plan = planDocx();

  test("the summary, the doubtful place, a correction, the publication", { timeout: 60_000 }, async () => {
    const { admin, house } = met();
    const summary = await admin.sendDocument(plan, "Kế hoạch 88.docx", /Đã đọc: Kế hoạch số 88\/KH-UBND/);
    expect(summary).toMatch(/4 nhiệm vụ trong 2 phần/);
    expect(summary).toMatch(/Xem và sửa trên trang: http:\/\/[\w.:]+\/documents\/[0-9a-f-]{36}/);
    expect(admin.heard().at(-1)?.labels).toEqual([
      "Xem từng chỗ chưa chắc (1)",
      "Chấp nhận tất cả",
      "Công bố",
      "Bỏ bản này",
    ]);
    await admin.choose("Xem từng chỗ chưa chắc (1)", /Chỗ 1\/1 · nhiệm vụ 2\.1/);
    await admin.ask("trước ngày 31/11/2026", /Không hiểu ngày[\s\S]*Chỗ 1\/1/);
    await admin.ask("trước ngày 30/11/2026", /Đã ghi nhiệm vụ 2\.1[\s\S]*Đã xem hết/);
    // The same file once more, by hand or by the messenger: the same draft, with what was decided.
    await admin.sendDocument(plan, "Kế hoạch 88.docx", /đã có bản đọc[\s\S]*Không còn chỗ nào chưa chắc/);
    await admin.choose(
      "Công bố",
      /Công bố Kế hoạch số 88\/KH-UBND ngày 05\/09\/2026\?[\s\S]*1 đơn vị được báo/,
    );
    await admin.choose("Có, công bố", /Đã công bố danh mục: 4 nhiệm vụ, 1 kỳ báo cáo/);
    const imports = await house.database.asOwner((db) =>
      db.select({ state: documentImport.state }).from(documentImport),
    );
    expect(imports).toEqual([{ state: "published" }]);
  });

  test("the head hears of it in working hours, says “đã nhận”, and has the tasks", async () => {
    const { head, house } = met();
    await house.moveTo("2026-09-07T07:31:00+07:00");
    const notice = await head.hears(/Kế hoạch số 88\/KH-UBND đã được công bố/);
    expect(notice).toMatch(/Đơn vị chủ trì 2 nhiệm vụ: 1\.1, 2\.1/);
    // The morning's digest stands between the notice and the words.
    await head.hears(/QUÁ HẠN/);
    const notices = head.heard();
    await head.ask("đã nhận", /Đã ghi nhận: đơn vị nhận 2 nhiệm vụ của Kế hoạch số 88\/KH-UBND\./);
    await head.ask("da nhan roi", /Đơn vị đã nhận cả 2 nhiệm vụ của Kế hoạch số 88\/KH-UBND từ trước/);
    const button = notices.find(({ labels }) => labels.includes("Đã nhận nhiệm vụ"));
    await button?.press?.(0);
    await head.hears(/Đơn vị đã nhận cả 2 nhiệm vụ của Kế hoạch số 88\/KH-UBND từ trước/);
    expect(await house.database.asOwner((db) => db.$count(taskAcknowledgement))).toBe(2);
    const list = await head.ask("/nhiemvu", /19 nhiệm vụ chủ trì/);
    expect(list).toMatch(/Trang 1\//);
    await head.ask("/tim đối thoại giữa chủ tịch", /1\.1/);
  });

  test("a broken file and an unknown one are refused in a sentence; a head's document is evidence", async () => {
    const { admin, head, house } = met();
    await admin.sendDocument(plan.slice(0, 900), "Kế hoạch 89.docx", /Tệp bị hỏng/);
    await admin.sendDocument(
      Uint8Array.from([77, 90, 144, 0]),
      "ke-hoach.docx",
      /Chưa đọc được loại tệp này/,
    );
    await head.ask("2.4", /2\.4/);
    await head.sendDocument(plan, "Kế hoạch 88.docx", /Đã nhận tệp|minh chứng/);
    expect(await house.database.asOwner((db) => db.$count(documentImport))).toBe(1);
    expect(house.complaints).toEqual([]);
  });
});

describe("Zalo, which hands on pictures alone", () => {
  const met = story(zaloBench);

  test("the administrator is told where a document can be sent", async () => {
    const { admin } = met();
    const told = /không chuyển được tệp văn bản\. Xin gửi tệp cho Đôn Đốc qua trò chuyện trên web/;
    await admin.sendDocument(planDocx(), "Kế hoạch 88.docx", told);
    await admin.ask("văn bản", told);
  });
});
