import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { rows } from "../../../db/queries/rows.ts";
import { buildDocx } from "../../support/build-docx.ts";
import { type DocumentHouse, documentHouse, formFor, type Reader, visible } from "./document-house.ts";
import { planDocx, ROWS } from "./plan-of-next-year.ts";

let house: DocumentHouse;
let admin: Reader;
beforeEach(async () => {
  house = await documentHouse();
  admin = await house.login("admin");
});

const PLAN = planDocx();
const DOUBT = "task.2.time_frame";
const publishedTasks = () =>
  house.office.read((tx) =>
    rows<{ number: string; wording: string; due_on: string | null; leads: string[] }>(
      tx,
      sql`select t.number, t.wording, t.due_on::text as due_on,
                 (select json_agg(u.name order by u.name) from assignment a
                    join unit u on u.organization_id = a.organization_id and u.id = a.unit_id
                   where a.organization_id = t.organization_id and a.task_id = t.id and a.role = 'lead') as leads
            from task t
            join catalogue c on c.organization_id = t.organization_id and c.id = t.catalogue_id
           where c.scope_start_on = '2027-01-01' order by t.position`,
    ),
  );
const publish = async (path: string): Promise<Response> => {
  const page = await admin.get(`${path}/publish`);
  return admin.post(`${path}/publish`, { revision: /name="revision" value="(\d+)"/.exec(page)?.[1] ?? "" });
};

describe("next year's plan, without a script", () => {
  it("is sent, its impossible date corrected, and published as the catalogue", async () => {
    const sent = await admin.upload(PLAN, "kế hoạch.docx");
    expect(sent.status).toBe(303);
    const path = sent.headers.get("location") ?? "";
    const page = await admin.get(path);
    expect(visible(page)).toContain("Kế hoạch");
    expect(visible(page)).toContain("15/KH-UBND");
    expect(visible(page)).toContain("Còn 1 chỗ cần xem");
    expect(visible(page)).toContain("“31/11/2027”: ngày này không có trong lịch.");
    expect(page).toMatch(/<p class="line in-hand" id="line-\d+">.*?Trước ngày 31\/11\/2027/);
    expect(page).toContain('<button type="button" class="choice main wide" disabled');

    // The form that the page offers first accepts; the one in the folded part corrects.
    const corrected = await admin.press(formFor(page, DOUBT), "correct", "Trước ngày 30/11/2027");
    expect(corrected.status).toBe(303);
    const after = await admin.get(path);
    expect(visible(after)).toContain("Đã xem hết");
    expect(visible(after)).toContain("Chậm nhất thứ Hai 29/11/2027 (trước ngày 30/11/2027)");

    const last = visible(await admin.get(`${path}/publish`));
    expect(last).toContain("3 nhiệm vụ");
    expect(last).toContain("2 kỳ báo cáo");
    expect(last).toContain("Phòng Văn hóa - Xã hội 2 1 1 người");
    const answer = await publish(path);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `${path}?told=1`]);
    expect(visible(await admin.get(`${path}?told=1`))).toContain("Đã gửi thông báo cho 1 người");
    expect(await publishedTasks()).toMatchObject([
      { number: "1.1", due_on: "2027-10-14", leads: ["Phòng Văn hóa - Xã hội"] },
      { number: "1.2", due_on: "2027-12-31", leads: ["Trung tâm phục vụ hành chính công"] },
      { number: "1.3", due_on: "2027-11-29", leads: ["Phòng Văn hóa - Xã hội"] },
    ]);
    expect(visible(await admin.get("/documents"))).toMatch(
      /kế hoạch\.docx 15\/KH-UBND · Thực hiện công tác dân vận năm 2027 Đọc ngày 07\/09\/2026 Đã công bố/,
    );
  });

  it("a wrong word is refused beside its field, with what was typed still there", async () => {
    const path = await house.draft(PLAN);
    const form = formFor(await admin.get(path), DOUBT);
    const answer = await admin.press(form, "correct", "mai mốt gì đó");
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(visible(page)).toContain("Không hiểu “mai mốt gì đó”");
    expect(page).toMatch(
      /aria-invalid="true"[^>]*value="mai mốt gì đó"|value="mai mốt gì đó"[^>]*aria-invalid="true"/,
    );
    expect(visible(await admin.get(path))).toContain("Còn 1 chỗ cần xem");
  });

  it("comes back to the next doubt, and to the block that was open", async () => {
    const path = await house.draft(
      planDocx([
        ...ROWS,
        ["1.4", "Trồng cây tại các tổ dân phố", "Phòng Văn hóa - Xã hội", "", "Trước ngày 30/02/2027"],
      ]),
    );
    const page = await admin.get(path);
    const accepted = await admin.press(formFor(page, DOUBT), "accept");
    expect(accepted.headers.get("location")).toBe(`${path}?at=task.3.time_frame#doubt-task-3-time_frame`);
    const open = await admin.get(`${path}?edit=task-0`);
    const edited = await admin.press(formFor(open, "task.0.lead_units"), "correct", "Văn phòng HĐND&UBND");
    expect(edited.headers.get("location")).toBe(`${path}?edit=task-0#task-0`);
    expect(visible(await admin.get(path))).toContain(
      "Chủ trì Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường Đã sửa",
    );
  });

  it("a task is left out and taken back; everything that is left is accepted at once, and that is taken back", async () => {
    const path = await house.draft(PLAN);
    const open = await admin.get(`${path}?edit=task-2`);
    await admin.press(formFor(open, "task.2.out"), "correct", "yes");
    let page = await admin.get(path);
    expect(visible(page)).toContain("Nhiệm vụ (2)");
    expect(visible(page)).toContain("Đã xem hết");
    await admin.press(formFor(page, "task.2.out"), "undo");
    page = await admin.get(path);
    expect(visible(page)).toContain("Nhiệm vụ (3)");
    await admin.press(formFor(page, "rest"), "accept");
    page = await admin.get(path);
    expect(visible(page)).toContain("Đã xem hết");
    await admin.press(formFor(page, "rest"), "undo");
    expect(visible(await admin.get(path))).toContain("Còn 1 chỗ cần xem");
  });

  it("a unit of the document is one of the office's: its spelling is remembered", async () => {
    const path = await house.draft(
      planDocx([
        ["1.1", "Niêm yết công khai thủ tục hành chính", "Bộ phận Một cửa", "", "Quý I/2027"],
        ["1.2", "Đối thoại với Nhân dân", "Phòng Văn hóa - Xã hội", "", "Quý II/2027"],
      ]),
    );
    const page = await admin.get(path);
    const index = /id="unit-(\d+)-title"[^>]*>Bộ phận Một cửa</.exec(page)?.[1];
    const open = await admin.get(`${path}?edit=unit-${index}`);
    await admin.press(formFor(open, "unit.Bộ phận Một cửa"), "correct", "Trung tâm phục vụ hành chính công");
    expect((await publish(path)).status).toBe(303);
    expect(await publishedTasks()).toMatchObject([
      { number: "1.1", leads: ["Trung tâm phục vụ hành chính công"] },
      { number: "1.2" },
    ]);
  });

  it("sent again while it is open it is the same draft; thrown away it is gone", async () => {
    const path = await house.draft(PLAN);
    const again = await admin.upload(PLAN, "kế hoạch.docx");
    expect(again.headers.get("location")).toBe(`${path}?again`);
    expect(visible(await admin.get(`${path}?again`))).toContain("Tệp này đã được đọc trước đó.");
    expect((await admin.post(`${path}/withdraw`, {})).headers.get("location")).toBe("/documents?withdrawn");
    expect((await admin.request(path)).status).toBe(404);
  });
});

describe("an amended plan", () => {
  it("must say which catalogue it amends, shows what changes, and becomes its next version", async () => {
    const first = await house.draft(planDocx([ROWS[1] ?? [], ROWS[2] ?? []]));
    expect((await publish(first)).status).toBe(303);
    const second = await house.draft(
      planDocx(
        [ROWS[2] ?? [], ["1.4", "Trồng cây tại các tổ dân phố", "Phòng Văn hóa - Xã hội", "", "Quý I/2027"]],
        "Điều chỉnh công tác dân vận năm 2027",
      ),
    );
    let page = await admin.get(second);
    expect(visible(page)).toContain("xin chọn danh mục mới hay sửa đổi danh mục đã có");
    const [, catalogue = ""] =
      /name="answer" value="([0-9a-f-]{36})"[^>]*>(?=<span[^>]*>Sửa đổi danh mục của 15\/KH-UBND)/.exec(
        page,
      ) ?? [];
    await admin.press(formFor(page, "catalogue.amends"), "correct", catalogue);
    page = visible(await admin.get(second));
    expect(page).toContain("Thêm 1 nhiệm vụ 1.4 Trồng cây tại các tổ dân phố");
    expect(page).toContain("Bỏ 1 nhiệm vụ 1.1 Tổ chức hội nghị đối thoại");
    expect(visible(await admin.get(`${second}/publish`))).toContain("phiên bản mới của danh mục đã có?");
    expect((await publish(second)).status).toBe(303);
  });
});

describe("who may not", () => {
  it("a unit's head is told so courteously, on every page and for every deed", async () => {
    const path = await house.draft(PLAN);
    const head = await house.login("head");
    const answers = [
      await head.request("/documents"),
      await head.request("/documents/template.xlsx"),
      await head.request(path),
      await head.request(`${path}/publish`),
      await head.upload(PLAN, "x.docx"),
      await head.post(`${path}/fields`, { revision: "1", key: "rest", act: "accept" }),
      await head.post(`${path}/publish`, { revision: "1" }),
      await head.post(`${path}/withdraw`, {}),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
    const page = visible(await head.get(path));
    expect(page).toContain("do quản trị của cơ quan thực hiện");
    expect(page).not.toContain("15/KH-UBND");
    expect(visible(await admin.get(path))).toContain("Còn 1 chỗ cần xem");
  });

  it("another office's administrator finds nothing under the draft's address", async () => {
    const path = await house.draft(PLAN);
    const other = await house.login("admin", await house.otherOffice());
    const answers = [
      await other.request(path),
      await other.request(`${path}/publish`),
      await other.post(`${path}/fields`, { revision: "1", key: "rest", act: "accept" }),
      await other.post(`${path}/publish`, { revision: "1" }),
      await other.post(`${path}/withdraw`, {}),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect(visible(await other.get("/documents"))).toContain("Chưa có văn bản nào.");
    expect((await admin.request("/documents/x")).status).toBe(404);
  });

  it("whoever is not logged in comes to the login, which knows the way back", async () => {
    const path = await house.draft(PLAN);
    for (const [asked, back] of [
      ["/documents", "/documents"],
      [path, path],
      [`${path}/publish`, path],
    ] as const) {
      const answer = await house.stranger.request(asked);
      expect([answer.status, answer.headers.get("location")]).toEqual([
        303,
        `/?back=${encodeURIComponent(back)}`,
      ]);
    }
    const upload = await house.stranger.upload(PLAN, "x.docx");
    expect(upload.status).toBe(303);
    expect(visible(await admin.get("/documents")).match(/Đang xem lại/g)).toHaveLength(1);
  });

  it("a page of another place cannot act with the administrator's cookie", async () => {
    const path = await house.draft(PLAN);
    for (const foreign of [{ "sec-fetch-site": "cross-site" }, { origin: "https://evil.example" }])
      expect(
        (await admin.post(`${path}/fields`, { revision: "1", key: "rest", act: "accept" }, foreign)).status,
      ).toBe(403);
    const { headers } = await admin.request(path);
    expect(headers.get("content-security-policy")).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
    expect(headers.get("cache-control")).toBe("no-store");
  });
});

describe("files that cannot be read", () => {
  it.each([
    [
      "a program that calls itself a document",
      new Uint8Array([77, 90, 144, 0, 3]),
      "kế hoạch.docx",
      415,
      "Chưa đọc được loại tệp này",
    ],
    ["nothing", new Uint8Array(), "rỗng.docx", 422, "Tệp không có nội dung"],
    [
      "a letter without tasks",
      buildDocx(["Kính gửi các phòng.", "Trân trọng."]),
      "thư.docx",
      422,
      "Không thấy nhiệm vụ nào",
    ],
  ])(
    "%s is refused with a sentence on the page, and nothing is kept",
    async (_what, bytes, name, status, said) => {
      const answer = await admin.upload(bytes, name);
      expect(answer.status).toBe(status);
      const page = visible(await answer.text());
      expect(page).toContain(said);
      expect(page).toContain("Chưa có văn bản nào.");
    },
  );

  it("none chosen, and one that is too large", async () => {
    const none = await admin.request("/documents", { method: "POST", body: new FormData() });
    expect([none.status, visible(await none.text()).includes("Không tìm thấy tệp")]).toEqual([404, true]);
    const large = await admin.upload(new Uint8Array(21 * 1024 * 1024), "lớn.docx");
    expect([large.status, visible(await large.text()).includes("không quá 20 MB")]).toEqual([413, true]);
  });
});

describe("two people at one draft", () => {
  it("who comes second sees why nothing was saved, the fresh draft, and the own words", async () => {
    const path = await house.draft(PLAN);
    const open = await admin.get(`${path}?edit=task-0`);
    const mine = formFor(open, "task.0.title");
    const theirs = formFor(await admin.get(`${path}?edit=task-1`), "task.1.title");
    expect((await admin.press(theirs, "correct", "Rà soát thủ tục.")).status).toBe(303);
    const late = await admin.press(mine, "correct", "Đối thoại với Nhân dân.");
    const page = visible(await late.text());
    expect(late.status).toBe(409);
    expect(page).toContain("Có người khác vừa sửa bản đọc này.");
    expect(page).toContain("chưa được lưu: Đối thoại với Nhân dân.");
    expect(page).toContain("1.2 Rà soát thủ tục.");
    expect(page).toContain("1.1 Tổ chức hội nghị đối thoại");
  });

  it("published twice at once, it is published once", async () => {
    const path = await house.draft(PLAN);
    await admin.press(formFor(await admin.get(path), DOUBT), "accept");
    const answers = await Promise.all([publish(path), publish(path)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(answers.filter(({ headers }) => headers.get("location")?.includes("told"))).toHaveLength(1);
    expect(await publishedTasks()).toHaveLength(3);
    const field = await admin.post(`${path}/fields`, {
      revision: "3",
      key: "task.0.title",
      act: "correct",
      answer: "x",
    });
    expect(visible(await field.text())).toContain("Đã công bố");
    expect((await publishedTasks())[0]?.wording).toContain("Tổ chức hội nghị");
  });

  it("with doubts left it is not published, whoever asks how", async () => {
    const path = await house.draft(PLAN);
    const answer = await admin.post(`${path}/publish`, { revision: "1" });
    expect(answer.status).toBe(409);
    expect(visible(await answer.text())).toContain("Còn 1 chỗ chưa chắc chắn mà chưa ai xem.");
    expect(await publishedTasks()).toEqual([]);
  });
});

describe("with the script", () => {
  const PART = { "hx-request": "true" };

  it("one decision brings its block, what shows the same field, and the counts", async () => {
    const path = await house.draft(PLAN);
    const form = formFor(await admin.get(path), DOUBT);
    const answer = await admin.press(form, "correct", "Trước ngày 30/11/2027", PART);
    const part = await answer.text();
    expect(answer.status).toBe(200);
    expect(part).toMatch(/^<article class="doubt settled" id="doubt-task-2-time_frame">/);
    expect(part).toMatch(
      /<hx-partial hx-target="#task-2" hx-swap="outerHTML"><article class="task" id="task-2"/,
    );
    expect(part).toMatch(/id="counts" data-revision="2" hx-swap-oob="true"/);
    expect(part).not.toContain('id="source"');
    expect(part).not.toContain('id="task-0"');
    const back = await (await admin.press(formFor(part, DOUBT), "undo", undefined, PART)).text();
    expect(back).toMatch(/^<article class="doubt" id="doubt-task-2-time_frame"/);
  });

  it("a refusal comes back in its block, a lost race as the whole fresh draft", async () => {
    const path = await house.draft(PLAN);
    const form = formFor(await admin.get(path), DOUBT);
    const wrong = await admin.press(form, "correct", "30/02/2027", PART);
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toMatch(
      /^<article class="doubt" id="doubt-task-2-time_frame"[\s\S]*role="alert"/,
    );
    await admin.press(form, "accept", undefined, PART);
    const late = await admin.press(form, "correct", "Quý IV/2027", PART);
    expect([late.status, late.headers.get("hx-retarget")]).toEqual([409, "#draft"]);
    expect(visible(await late.text())).toContain("Có người khác vừa sửa bản đọc này.");
  });

  it("a unit's new name changes the whole draft; a session that ended leads to the login", async () => {
    const path = await house.draft(PLAN);
    const open = await admin.get(`${path}?edit=unit-0`);
    const key = /name="key" value="(unit\.[^"]+)"/.exec(open)?.[1] ?? "";
    const answer = await admin.press(formFor(open, key), "correct", "department", PART);
    expect(answer.headers.get("hx-retarget")).toBe("#draft");
    const gone = await house.stranger.post(
      `${path}/fields`,
      { revision: "1", key: "rest", act: "accept" },
      PART,
    );
    expect(gone.headers.get("hx-redirect")).toBe(`/?back=${encodeURIComponent(path)}`);
  });
});

describe("an outlaw's document", () => {
  const EVIL = '<img src=x onerror="alert(1)">';

  it("is shown as text wherever it stands: title, unit, file name, what was typed", async () => {
    const path = await house.draft(
      planDocx([
        [
          "1.1",
          `Tuyên truyền ${EVIL} trong Nhân dân`,
          "Phòng Văn hóa - Xã hội",
          `Phòng ${EVIL}`,
          `Quý I/2027 ${EVIL}`,
        ],
        ["1.2", "Đối thoại với Nhân dân", "Phòng Văn hóa - Xã hội", "", "Quý II/2027"],
      ]),
      `${EVIL}.docx`,
    );
    const pages = [
      await admin.get(path),
      await admin.get(`${path}?edit=task-0`),
      await admin.get(`${path}/publish`),
      await admin.get("/documents"),
      await (
        await admin.press(formFor(await admin.get(`${path}?edit=task-0`), "task.0.number"), "correct", EVIL)
      ).text(),
      await admin.get(
        `${path}?at=${encodeURIComponent(EVIL)}&edit=${encodeURIComponent(EVIL)}&told=${encodeURIComponent(EVIL)}`,
      ),
    ];
    for (const page of pages) {
      expect(page).not.toContain("<img src=x");
      expect(page.replaceAll(/"[^"]*"/g, "")).not.toMatch(/<[^>]+\son\w+=/);
    }
    expect(pages[0]).toContain("Tuyên truyền &lt;img src=x");
  });

  it("leaves none of its words in the log", async () => {
    const path = await house.draft(PLAN, "mật danh.docx");
    await admin.press(formFor(await admin.get(path), DOUBT), "correct", "Trước ngày 30/11/2027");
    const log = house.logged.join("\n");
    expect(log).toContain(path);
    expect(log).not.toMatch(/mật danh|30\/11|dân vận|dondoc_session/);
  });
});

it("the template is an .xlsx file for the reader's language", async () => {
  const answer = await admin.request("/documents/template.xlsx");
  expect(answer.headers.get("content-type")).toContain("spreadsheetml");
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
});

it("the page's files are served with their version and nothing beside them", async () => {
  const html = await admin.get("/documents");
  for (const [path] of html.matchAll(/\/assets\/[^"]+/g)) {
    const answer = await house.stranger.request(path);
    expect([path, answer.status, answer.headers.get("cache-control")]).toEqual([
      path,
      200,
      expect.stringContaining("immutable"),
    ]);
  }
  expect((await house.stranger.request("/assets/x/document-routes.tsx")).status).toBe(404);
});
