import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../../../bot/commands/run-command.ts";
import { PLAN_ROWS, planDocx } from "../../support/plan-docx.ts";
import { type Home, productHome } from "../../support/product.ts";

let home: Home;

const run = async (...argv: readonly string[]) => {
  const said = { out: "", error: "" };
  const code = await runCommand(argv, home.environment, {
    out: (text) => {
      said.out += text;
    },
    error: (text) => {
      said.error += text;
    },
  });
  return { code, ...said };
};
const json = async (...argv: readonly string[]): Promise<Record<string, unknown>> => {
  const { code, out, error } = await run(...argv, "--json");
  expect([code, error]).toEqual([0, ""]);
  return JSON.parse(out) as Record<string, unknown>;
};
const refused = async (...argv: readonly string[]): Promise<string> => {
  const { code, out } = await run(...argv, "--json");
  expect(code).toBe(1);
  return (JSON.parse(out) as { error: { code: string } }).error.code;
};
const file = (name: string, content: Uint8Array): string => {
  const path = join(home.dataDir, name);
  writeFileSync(path, content);
  return path;
};
const OF_OFFICE = ["--organization", "hai-an"] as const;

beforeAll(async () => {
  home = await productHome({ samples: false });
  await json("organization", "create", "--code", "hai-an", "--name", "Ủy ban nhân dân phường Hải An");
});
afterAll(() => home?.drop());

describe("dondoc import", () => {
  const plan = planDocx();

  it("makes a draft of a document, and of the same file the same draft", async () => {
    const path = file("ke-hoach.docx", plan);
    const first = await json("import", path, ...OF_OFFICE);
    expect(first).toMatchObject({
      import: expect.stringMatching(/^[0-9a-f-]{36}$/),
      state: "open",
      tasks: 4,
      rounds: 1,
      amends: null,
      doubts: [{ key: "task.2.time_frame", number: "2.1", blocking: false }],
      findings: [{ code: "lead-missing", number: "2.2" }],
    });
    expect(await json("import", path, ...OF_OFFICE)).toEqual(first);
    const said = await run("import", path, ...OF_OFFICE);
    expect(said.out).toBe(
      "Đã đọc 4 nhiệm vụ, 1 kỳ báo cáo; 1 chỗ chưa chắc cần xem lại.\n" +
        "Quản trị xem lại và công bố trên trang “Văn bản” hoặc trong cuộc trò chuyện (gõ “văn bản”).\n",
    );
  });

  it("says first that a document is another office's", async () => {
    await json("organization", "create", "--code", "dong-son", "--name", "Ủy ban nhân dân xã Đông Sơn");
    const path = file("ke-hoach.docx", plan);
    const said = await run("import", path, "--organization", "dong-son");
    expect(said.out.split("\n")[1]).toBe(
      "Văn bản này do “Ủy ban nhân dân phường Hải An” ban hành, không phải cơ quan của đồng chí. Xin kiểm tra xem có gửi nhầm tệp không trước khi xem tiếp.",
    );
    const { doubts } = await json("import", path, "--organization", "dong-son");
    expect(doubts).toMatchObject([{ key: "document.issuer" }, { key: "task.2.time_frame" }]);
  });

  it("publishes at once where it is told to, and says what was accepted unseen", async () => {
    const path = file("ke-hoach.docx", plan);
    const published = await json("import", path, ...OF_OFFICE, "--publish");
    expect(published).toMatchObject({
      state: "published",
      version: 1,
      told: 0,
      tasks: 4,
      rounds: 1,
      closed: false,
      doubts: [{ key: "task.2.time_frame" }],
    });
    // The catalogue is there now: the same document would have to say what it is to it.
    expect(await refused("import", path, ...OF_OFFICE, "--publish")).toBe("import_amends_undecided");
    const draft = await json("import", path, ...OF_OFFICE);
    expect(draft).toMatchObject({ state: "open", doubts: [{ key: "task.2.time_frame" }] });
  });

  it("makes the next version of the catalogue that it amends", async () => {
    const rows = [
      ...PLAN_ROWS,
      ["2.3", "Biểu dương gương người tốt, việc tốt.", "Văn phòng", "", "Quý IV/2026"] as const,
    ];
    const path = file(
      "sua-doi.docx",
      planDocx(rows, { number: "95/KH-UBND", issuedOn: "07 tháng 9 năm 2026" }),
    );
    const asked = await run("import", path, ...OF_OFFICE, "--publish");
    expect(asked.error).toContain("--amends 88/KH-UBND");
    expect(asked.error).toContain("thêm 1, bỏ 0, sửa 0, đổi số hoặc vị trí 0 nhiệm vụ");
    const unknown = await run("import", path, ...OF_OFFICE, "--publish", "--amends", "1/KH-UBND");
    expect(unknown).toMatchObject({
      code: 1,
      error: expect.stringContaining("Không có danh mục nào của văn bản 1/KH-UBND"),
    });
    expect(await json("import", path, ...OF_OFFICE, "--amends", "88/KH-UBND")).toMatchObject({
      state: "open",
      comparison: { added: ["2.3"], removed: [], changed: [] },
    });
    const said = await run("import", path, ...OF_OFFICE, "--publish", "--amends", "88/KH-UBND");
    expect(said.out).toContain("Đã công bố phiên bản 2 của danh mục; 0 người sẽ nhận thông báo.\n");
    expect(said.out).toContain("So với danh mục đó: thêm 1, bỏ 0");
    expect(said.out).toContain("Đã nạp 5 nhiệm vụ, 1 kỳ báo cáo.\n");
    expect(said.out).toContain("chỗ chưa chắc đã được chấp nhận như bản đọc.\n");
    const other = file("moi.docx", planDocx(PLAN_ROWS, { number: "97/KH-UBND" }));
    expect(await json("import", other, ...OF_OFFICE, "--publish", "--amends", "new")).toMatchObject({
      version: 1,
    });
  });

  it("refuses what is no document, no office, no file, with nothing written", async () => {
    const wrong = file("anh.docx", Uint8Array.from([0xff, 0xd8, 0xff, 0]));
    expect(await refused("import", wrong, ...OF_OFFICE)).toBe("file_kind_unknown");
    expect(await refused("import", file("x.docx", plan), "--organization", "khong-co")).toBe(
      "organization_not_found",
    );
    expect(await refused("import", join(home.dataDir, "khong-co.docx"), ...OF_OFFICE)).toBe("file_missing");
    expect(await refused("import", wrong)).toBe("usage");
    expect(await refused("import", ...OF_OFFICE)).toBe("usage");
  });
});
