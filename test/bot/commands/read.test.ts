import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readingSchema } from "../../../api/imports/reading.ts";
import { runCommand } from "../../../bot/commands/run-command.ts";
import { buildDocx } from "../../support/build-docx.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dondoc-read-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: Uint8Array | string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const run = async (...argv: readonly string[]) => {
  const said = { out: "", error: "" };
  const code = await runCommand(
    ["read", ...argv],
    {},
    {
      out: (text) => {
        said.out += text;
      },
      error: (text) => {
        said.error += text;
      },
    },
  );
  return { code, ...said };
};

const PLAN = buildDocx([
  { text: "DANH MỤC NHIỆM VỤ", bold: true, centred: true },
  {
    rows: [
      { header: true, cells: ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian thực hiện"] },
      ["1", { text: "CÔNG TÁC TUYÊN TRUYỀN", columns: 3 }],
      ["1.1", "Tổ chức đối thoại với Nhân dân", "Phòng Văn hóa - Xã hội", "Quý II/2027"],
    ],
  },
]);

describe("dondoc read", () => {
  it("prints one reading, without a database", async () => {
    const { code, out, error } = await run(file("danh-muc.docx", PLAN), "--json");
    expect([code, error]).toEqual([0, ""]);
    expect(readingSchema.parse(JSON.parse(out)).tasks).toMatchObject([
      { number: "1.1", title: "Tổ chức đối thoại với Nhân dân", lead_units: ["Phòng Văn hóa - Xã hội"] },
    ]);
  });

  it("says in sentences what it read", async () => {
    const { code, out } = await run(file("danh-muc.docx", PLAN));
    expect(code).toBe(0);
    expect(out).toContain("Đọc được 1 nhiệm vụ");
    expect(out).toContain("1.1. Tổ chức đối thoại với Nhân dân\n  Chủ trì: Phòng Văn hóa - Xã hội\n");
    expect(out).toContain("  Thời gian: Quý II/2027\n");
    expect((await run(file("danh-muc.docx", PLAN), "--language", "en")).out).toContain("Read 1 task");
  });

  it("tells in sentences what to look at, and apart from it what looks wrong in the document itself", async () => {
    const path = file(
      "go-nham.docx",
      buildDocx([
        { text: "DANH MỤC NHIỆM VỤ", bold: true, centred: true },
        {
          rows: [
            { header: true, cells: ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian thưc hiện"] },
            ["1", { text: "CÔNG TÁC TUYÊN TRUYỀN", columns: 3 }],
            ["1.1", "Tổ chức đối thoại với Nhân dân dân", "Phòng Văn hóa - Xã hội", "Quý II/2027"],
          ],
        },
      ]),
    );
    const { out } = await run(path);
    expect(out).toMatch(/điểm cần xem lại:\n(?: {2}.*\n)* {2}Chưa thấy cơ quan ban hành\. Xin bổ sung\.\n/);
    const [, findings = ""] = out.split(/của chính văn bản cần người soạn xem lại:\n/);
    expect(findings).toContain("  Dòng 5: Có chữ có thể gõ sai: “Thời gian thưc hiện”.\n");
    expect(findings).toMatch(/ {2}Nhiệm vụ 1\.1, dòng \d+: Có thể gõ lặp chữ: “.*Nhân dân dân”\.\n/);
    // The reading itself is not made doubtful by them.
    const { out: json } = await run(path, "--json");
    expect(JSON.stringify(readingSchema.parse(JSON.parse(json)).warnings)).not.toContain("syllable");
  });

  it("says why a file cannot be read and what to do", async () => {
    const locked = Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.from("EncryptionInfo\u0000", "utf16le"),
    ]);
    expect(await run(file("khoa.docx", locked))).toEqual({
      code: 1,
      out: "",
      error: "Tệp được bảo vệ bằng mật khẩu nên không đọc được. Xin bỏ mật khẩu rồi gửi lại.\n",
    });
    const picture = await run(file("anh.docx", new Uint8Array([0xff, 0xd8, 0xff, 0])), "--json");
    expect(picture.code).toBe(1);
    expect(JSON.parse(picture.out)).toMatchObject({ error: { code: "file_kind_unknown" } });
    const large = file("lon.docx", "");
    truncateSync(large, 100 * 1024 * 1024);
    expect((await run(large)).error).toBe("Tệp quá lớn. Xin gửi tệp không quá 20 MB.\n");
    expect((await run(file("trong.docx", ""))).error).toContain("Tệp không có nội dung.");
    expect((await run(join(folder, "khong-co.docx"))).error).toContain("Không đọc được tệp");
    expect((await run(folder)).error).toContain("Không đọc được tệp");
  });
});

it("ends as soon as it has answered, although the thread that read may read again", async () => {
  const path = file("kế hoạch.docx", PLAN);
  // Whoever does not end in time is killed, and the promise is refused.
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", "bot/cli.ts", "read", path, "--json"],
    { timeout: 25_000 },
  );
  expect(readingSchema.safeParse(JSON.parse(stdout))).toMatchObject({ success: true });
});
