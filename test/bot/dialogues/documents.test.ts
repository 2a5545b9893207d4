import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { NOBODY_KNOWN } from "../../../api/imports/known-names.ts";
import { type ReadDocument, readDocument } from "../../../api/imports/read-document.ts";
import { reviewField } from "../../../api/imports/review-field.ts";
import { storeImport } from "../../../api/imports/store-import.ts";
import { rows } from "../../../db/queries/rows.ts";
import { type Chat, chatOf } from "../../support/chat.ts";
import { freshDatabase } from "../../support/database.ts";
import { CULTURE, granted, haiAn, MONDAY, type Office } from "../../support/office.ts";
import { PLAN_ROWS, planDocx } from "../../support/plan-docx.ts";
import { BAD_ANSWERS } from "./bad-answers.ts";

const PDF = Uint8Array.from(Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"));
const JPEG = Uint8Array.from(Buffer.from("ffd8ffe000104a46494600010100000100010000ffdb004300ffd9", "hex"));

/** A reading takes a second or two, and the drafts of most stories are of the same plan. */
let plan: ReadDocument;
beforeAll(async () => {
  const file = { bytes: planDocx(), fileName: "a.docx", known: NOBODY_KNOWN };
  plan = granted(await readDocument(file));
});

let office: Office;
beforeEach(async () => {
  office = await haiAn(await freshDatabase());
});

const talk = (options: Parameters<typeof chatOf>[2] = {}) =>
  chatOf(office.database, office.as("admin"), options);
/** The plan arrives in this chat. */
const arrive = async (admin: Chat, document = plan) => {
  const { importId, isNew } = await office
    .at(MONDAY)
    .as(office.as("admin"))
    .do(storeImport, { fileName: "a.docx", fileHash: "a".repeat(64), ...document });
  return admin.receiveDraft(importId, isNew);
};
const read = <T extends object>(query: ReturnType<typeof sql>) =>
  office.database.asOwner((db) => rows<T>({ db } as never, query));
const imports = () =>
  read<{ state: string; revision: number }>(
    sql`select state, revision from document_import order by created_at, id`,
  );
const published = () =>
  read<{ number: string; version: number }>(
    sql`select d.number, c.current_version as version from catalogue c join document d on d.id = c.document_id
         where d.number = '88/KH-UBND'`,
  );

describe("from the file to the published catalogue", () => {
  test("a plan of another office is told to be one before all else", async () => {
    const known = { ...NOBODY_KNOWN, organization: "Ủy ban nhân dân xã Đông Sơn" };
    const foreign = granted(await readDocument({ bytes: planDocx(), fileName: "a.docx", known }));
    const admin = talk();
    const [summary] = await arrive(admin, foreign);
    expect(summary?.split("\n")[1]).toMatch(
      /^Lưu ý: Văn bản này do “Ủy ban nhân dân phường Hải An” ban hành, không phải cơ quan của đồng chí\./,
    );
    const [doubt] = await admin.say("1");
    expect(doubt).toMatch(/^Chỗ 1\/2 · văn bản · Cơ quan ban hành/);
  });

  test("the summary, the doubtful place, a correction that is refused and one that is taken, the publication", async () => {
    const admin = talk({ talker: { pages: () => "https://dondoc.example" } });
    const [summary] = await admin.sendDocument("ke-hoach-88.docx", planDocx());
    expect(summary?.split("\n").slice(0, 5)).toEqual([
      "Đã đọc: Kế hoạch số 88/KH-UBND ngày 05/09/2026",
      "Trích yếu: Thực hiện công tác dân vận năm 2026",
      "Cơ quan ban hành: Ủy ban nhân dân phường Hải An",
      "Thời gian áp dụng: 01/01/2026 – 31/12/2026",
      "4 nhiệm vụ trong 2 phần · 7 đơn vị · 1 kỳ báo cáo",
    ]);
    expect(summary).toContain("– Nhiệm vụ 2.2. Nhiệm vụ chưa có cơ quan chủ trì");
    expect(summary).toMatch(/https:\/\/dondoc\.example\/documents\/[0-9a-f-]{36}\n/);
    expect(admin.labels()).toEqual([
      "Xem từng chỗ chưa chắc (1)",
      "Chấp nhận tất cả",
      "Công bố",
      "Bỏ bản này",
    ]);

    const [early] = await admin.say("Công bố");
    expect(early).toContain("Còn 1 chỗ chưa chắc chắn mà chưa ai xem");
    expect(await published()).toEqual([]);

    const [doubt] = await admin.say("1");
    expect(doubt).toMatch(/^Chỗ 1\/1 · nhiệm vụ 2\.1 · /);
    expect(doubt).toContain("“Trước ngày 31/11/2026”");
    expect(doubt).toContain("“31/11/2026”: ngày này không có trong lịch.");
    const [refused] = await admin.say("mai mốt gì đó");
    expect(refused).toContain("Không hiểu “mai mốt");
    expect(refused).toContain("Chỗ 1/1 · nhiệm vụ 2.1");
    const [done] = await admin.say("trước ngày 30/11/2026");
    expect(done).toContain("trước ngày 30/11/2026\n");
    expect(done).toContain("Đã xem hết các chỗ chưa chắc.");

    const [sure] = await admin.say("Công bố");
    expect(sure).toContain("Công bố Kế hoạch số 88/KH-UBND ngày 05/09/2026?");
    expect(sure).toContain("4 nhiệm vụ có hiệu lực");
    expect(sure).toContain("1 đơn vị được báo phần việc của mình trong giờ làm việc. 3 đơn vị chưa có người");
    expect(await published()).toEqual([]);
    const [told] = await admin.say("có");
    expect(told).toContain("Đã công bố danh mục: 4 nhiệm vụ, 1 kỳ báo cáo.");
    expect(told).toContain("1 nhiệm vụ chưa có đơn vị chủ trì: 2.2. Gõ “phân công” để giao.");
    expect(told).toMatch(/nhóm chưa xác định đơn vị: .*Gõ “phân công”/);
    expect(await published()).toEqual([{ number: "88/KH-UBND", version: 1 }]);
    const tasks = await read<{ number: string; due_on: string | null }>(
      sql`select t.number, t.due_on::text as due_on from task t join catalogue c on c.id = t.catalogue_id
            join document d on d.id = c.document_id where d.number = '88/KH-UBND' order by t.position`,
    );
    expect(tasks).toEqual([
      { number: "1.1", due_on: "2026-10-14" },
      { number: "1.2", due_on: null },
      { number: "2.1", due_on: "2026-11-29" },
      { number: "2.2", due_on: "2026-12-31" },
    ]);
  });

  test("“Đúng” and “Chấp nhận tất cả” take what was read; the publication says that nobody looked", async () => {
    const one = talk();
    await arrive(one);
    await one.say("1");
    expect((await one.say("đúng rồi ạ"))[0]).toContain("Đã xem hết");
    expect((await one.say("Bỏ bản này"))[0]).toContain("Bỏ bản đọc của tệp “a.docx”?");
    expect((await one.say("không"))[0]).toContain("Đã đọc: Kế hoạch số 88/KH-UBND");
    await one.say("Bỏ bản này");
    expect((await one.say("có"))[0]).toContain("Đã bỏ bản đọc của tệp “a.docx”");
    expect(await imports()).toMatchObject([{ state: "discarded" }]);

    await arrive(one);
    expect((await one.say("Chấp nhận tất cả"))[0]).toContain("được chấp nhận như bản đọc");
    expect((await one.say("Công bố"))[0]).toContain("chưa xem từng chỗ");
    expect((await one.say("không"))[0]).toContain("Đã đọc:");
    expect(await published()).toEqual([]);
  });

  test("a bare answer without buttons: words for all that a button does", async () => {
    const admin = talk();
    const [summary] = await arrive(admin);
    expect(summary).toContain(
      "1. Xem từng chỗ chưa chắc (1)\n2. Chấp nhận tất cả\n3. Công bố\n4. Bỏ bản này",
    );
    const [doubt] = await admin.say("xem từng chỗ chưa chắc");
    expect(doubt).toContain("1. Đúng\n2. Bỏ qua, xem sau\n");
    expect(doubt).toContain("Gõ “dừng” để nghỉ");
    expect((await admin.say("tiếp"))[0]).toContain("Còn 1 chỗ để xem sau.");
  });
});

describe("while a doubtful place is asked about", () => {
  const begin = async (rows = PLAN_ROWS) => {
    const admin = talk();
    if (rows === PLAN_ROWS) await arrive(admin);
    else await admin.sendDocument("a.docx", planDocx(rows));
    return { admin, first: (await admin.press("Xem từng chỗ chưa chắc (1)"))[0] ?? "" };
  };

  test("“dừng”, /huy and another command leave it, and everything is kept", async () => {
    const { admin } = await begin();
    // Folded it is “đúng”, the answer that the question offers.
    expect((await admin.say("dừng"))[0]).toContain("Đã dừng. Những chỗ đã xem vẫn được giữ nguyên.");
    expect((await admin.say("trước ngày 30/11/2026"))[0]).toContain("chưa hiểu");
    const [, drafts] = await admin.say("văn bản");
    expect(drafts).toContain("1 văn bản đã đọc, chưa công bố");
    expect(drafts).toContain("1. 88/KH-UBND (đọc ngày 07/09/2026)");
    await admin.say("1");
    await admin.say("1");
    expect((await admin.say("/huy"))[0]).toContain("Gõ “văn bản” để làm tiếp");
    await admin.say("văn bản");
    await admin.say("1");
    await admin.say("1");
    expect((await admin.say("nhiệm vụ"))[0]).not.toContain("Chỗ 1/1");
    expect(await imports()).toEqual([{ state: "open", revision: 1 }]);
  });

  test("words that begin as a command does are the answer; a bare “không” asks for what is right", async () => {
    const { admin } = await begin(
      PLAN_ROWS.map(
        ([number, task, lead, other, time]) =>
          [
            number,
            number === "2.1" ? "Họp" : task,
            lead,
            other,
            time === "Trước ngày 31/11/2026" ? "Quý IV/2026" : time,
          ] as const,
      ),
    );
    const answer = (await admin.say("không"))[0] ?? "";
    expect(answer).toContain("Xin gõ nội dung đúng");
    const [done] = await admin.say("Mời đại biểu dự hội nghị tổng kết công tác dân vận.");
    expect(done).toContain("Mời đại biểu dự hội nghị tổng kết công tác dân vận.");
    expect(done).toContain("Đã xem hết");
  });

  test("a name that nobody has is asked about before it becomes a unit", async () => {
    const { admin, first } = await begin(
      PLAN_ROWS.map(
        ([number, task, lead, other, time]) =>
          [
            number,
            task,
            number === "2.1" ? "Theo phân công sau" : lead,
            other,
            time === "Trước ngày 31/11/2026" ? "Quý IV/2026" : time,
          ] as const,
      ),
    );
    expect(first).toContain("cách nhau bằng dấu chấm phẩy");
    expect((await admin.say("quản lý"))[0]).toMatch(/chưa có đơn vị tên “quản lý”|có thể là:/);
    expect((await admin.say("Tổ công tác 5; VHXH"))[0]).toContain("chưa có đơn vị tên “Tổ công tác 5”");
    expect((await admin.say("không"))[0]).toContain("Chỗ 1/1");
    const [done] = await admin.say("VHXH");
    expect(done).toContain(`: ${CULTURE}`);
  });

  test("the button of an earlier question settles nothing of a later one", async () => {
    const { admin } = await begin();
    const [data] = await read<{ data: string }>(
      sql`select message -> 'choices' -> 0 -> 0 ->> 'data' as data from outbox_message order by sequence desc limit 1`,
    );
    await admin.say("bỏ qua");
    expect((await admin.tap(data?.data ?? ""))[0]).toContain("câu hỏi trước");
    expect(await imports()).toEqual([{ state: "open", revision: 1 }]);
  });

  test("what somebody settled on the page meanwhile is not asked again", async () => {
    const { admin } = await begin();
    const [row] = await read<{ id: string }>(sql`select id from document_import`);
    await office
      .at(MONDAY)
      .as(office.as("admin"))
      .do(reviewField, { importId: row?.id ?? "", revision: null, key: "rest", answer: null });
    const [answer] = await admin.say("trước ngày 30/11/2026");
    expect(answer).toContain("đã được xem ở nơi khác");
  });

  test("bad answers are answered, and none of them is written", async () => {
    const { admin } = await begin();
    for (const [name, text] of BAD_ANSWERS) {
      const said = (await admin.say(text)).join("\n");
      expect(said, name).toContain("Chỗ 1/1");
    }
    expect(await imports()).toEqual([{ state: "open", revision: 1 }]);
  });
});

describe("which file is a document", () => {
  test("the same file twice is one draft, and what was decided stays", async () => {
    const admin = talk();
    const bytes = planDocx();
    await admin.sendDocument("a.docx", bytes);
    await admin.say("1");
    await admin.say("trước ngày 30/11/2026");
    const [again] = await admin.sendDocument("b.docx", bytes);
    expect(again).toContain("Tệp này đã có bản đọc");
    expect(again).toContain("Không còn chỗ nào chưa chắc");
    expect(await imports()).toHaveLength(1);
  });

  test("after its publication it resembles the catalogue, and as its amendment changes nothing", async () => {
    const admin = talk();
    await arrive(admin);
    await admin.say("Chấp nhận tất cả");
    await admin.say("Công bố");
    await admin.say("có");
    const [again] = await arrive(admin);
    expect(again).toContain("giống danh mục của 88/KH-UBND đang có");
    await admin.say("Chấp nhận tất cả");
    expect((await admin.say("Công bố"))[0]).toContain("Xin chọn: sửa đổi danh mục đó, hay là danh mục mới");
    const [amends] = await admin.press("Sửa đổi danh mục của 88/KH-UBND");
    expect(amends).toContain("không có gì thay đổi");
    expect(admin.labels()).not.toContain("Công bố");
  });

  test("an amended plan: the comparison in numbers first, then version 2", async () => {
    const admin = talk();
    await arrive(admin);
    await admin.say("Chấp nhận tất cả");
    await admin.say("Công bố");
    await admin.say("có");
    const amended = [
      ...PLAN_ROWS.filter(([number]) => number !== "1.2").map(
        ([number, task, lead, other, time]) =>
          [number, task, lead, other, number === "2.1" ? "Trước ngày 01/12/2026" : time] as const,
      ),
      ["2.3", "Biểu dương gương người tốt, việc tốt.", CULTURE, "", "Quý IV/2026"] as const,
    ];
    const [summary] = await admin.sendDocument(
      "b.docx",
      planDocx(amended, { number: "95/KH-UBND", issuedOn: "07 tháng 9 năm 2026" }),
    );
    expect(summary).toContain("giống danh mục của 88/KH-UBND đang có");
    expect(summary).toContain("thêm 1, bỏ 1, sửa 1, đổi số hoặc vị trí 0 nhiệm vụ");
    await admin.press("Sửa đổi danh mục của 88/KH-UBND");
    if (admin.labels().includes("Chấp nhận tất cả")) await admin.press("Chấp nhận tất cả");
    const [sure] = await admin.press("Công bố");
    expect(sure).toContain("được thêm 1, bỏ 1, sửa 1");
    const [told] = await admin.say("1");
    expect(told).toContain("Đã công bố phiên bản 2 của danh mục: 4 nhiệm vụ");
  });

  test("what cannot be read is refused in a sentence, and the talk under way goes on", async () => {
    const admin = talk();
    await admin.say("/phancong 2.4");
    expect((await admin.sendDocument("hong.docx", new Uint8Array([80, 75, 3, 4, 0, 0])))[0]).toContain(
      "Tệp bị hỏng",
    );
    expect((await admin.sendDocument("la.exe", new Uint8Array([77, 90, 0, 0])))[0]).toContain(
      "Chưa đọc được loại tệp này",
    );
    expect((await admin.sendDocument("anh.jpg", JPEG, { kind: "image/jpeg" }))[0]).toContain(
      "Chưa đọc được loại tệp này",
    );
    expect((await admin.say("Phối hợp"))[0]).toContain("giao đơn vị nào phối hợp?");
    expect(await imports()).toEqual([]);
  });

  test("in the middle of another dialogue a document is taken up at once", async () => {
    const admin = talk();
    await admin.say("/phancong 2.4");
    expect((await arrive(admin))[0]).toContain("Đã đọc: Kế hoạch số 88/KH-UBND");
    expect((await admin.say("1"))[0]).toContain("Chỗ 1/1");
  });

  test("from a head it is evidence as before, and so is an administrator's picture with words", async () => {
    const head = chatOf(office.database, office.as("head"));
    expect((await head.sendDocument("a.docx", planDocx(), { caption: "2.4 đang làm" }))[0]).toContain(
      "Đã ghi 2.4",
    );
    expect((await head.sendDocument("a.pdf", PDF))[0]).toContain("làm minh chứng cho 2.4");
    const [refused] = await talk().sendDocument("anh.jpg", JPEG, { kind: "image/jpeg", caption: "2.4 xong" });
    expect(refused).not.toContain("Chưa đọc được loại tệp");
    expect(await imports()).toEqual([]);
  });

  test("the post that the chat speaks for decides", async () => {
    const head = chatOf(office.database, office.as("head"));
    await read(
      sql`insert into appointment (organization_id, id, member_id, role, from_on)
          select organization_id, gen_random_uuid(), member_id, 'admin', '2026-09-01' from chat_link
           where chat_key = ${office.as("head").chatKey}`,
    );
    expect((await head.sendDocument("a.docx", planDocx()))[0]).toContain("nhiệm vụ nào");
    await head.say("cài đặt");
    await head.say("Đổi vai trò");
    await head.say("Quản trị");
    expect((await head.sendDocument("a.docx", planDocx()))[0]).toContain("Đã đọc: Kế hoạch");
    const [left] = await imports();
    expect(left).toEqual({ state: "open", revision: 1 });
  });

  test("where files do not come through, the administrator is told where to send them", async () => {
    const zalo = talk({
      channel: "telegram",
      talker: { fileChannels: ["web"], webAddress: "https://dondoc.example" },
    });
    const [refused] = await zalo.sendDocument("anh.jpg", JPEG, { kind: "image/jpeg" });
    expect(refused).toContain(
      "Xin gửi tệp cho Đôn Đốc qua trò chuyện trên web. Địa chỉ trên web: https://dondoc.example",
    );
    expect((await zalo.say("văn bản"))[0]).toContain("không chuyển được tệp văn bản");
  });
});

describe("who may", () => {
  test("a button of a draft does nothing for another post", async () => {
    const admin = talk();
    await arrive(admin);
    const [row] = await read<{ data: string }>(
      sql`select message -> 'choices' -> 1 -> 0 ->> 'data' as data from outbox_message order by sequence desc limit 1`,
    );
    const head = chatOf(office.database, office.as("head"));
    expect((await head.tap(row?.data ?? ""))[0]).toContain("quyền hạn");
    expect((await head.say("văn bản")).join()).not.toContain("a.docx");
    expect(await imports()).toEqual([{ state: "open", revision: 1 }]);
  });
});
