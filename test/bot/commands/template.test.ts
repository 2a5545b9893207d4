import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readXlsx } from "../../../api/imports/readers/read-xlsx.ts";
import { runCommand } from "../../../bot/commands/run-command.ts";

const folder = mkdtempSync(join(tmpdir(), "dondoc-template-"));
afterAll(() => rmSync(folder, { recursive: true }));

const run = async (...argv: readonly string[]) => {
  const said = { out: "", error: "" };
  const code = await runCommand(
    argv,
    {},
    { out: (text) => (said.out += text), error: (text) => (said.error += text) },
  );
  return { code, ...said };
};

it("writes a template that opens with the document's own facts, and never over a file", async () => {
  const path = join(folder, "danh-muc.xlsx");
  expect(await run("template", "--out", path)).toEqual({
    code: 0,
    out: `Đã ghi biểu mẫu vào ${path}.\n`,
    error: "",
  });
  const outline = await readXlsx(readFileSync(path));
  expect(outline.ok && outline.value.lines.slice(0, 2).map(({ text }) => text)).toEqual(["Văn bản", "Mục"]);

  const written = readFileSync(path);
  const again = await run("template", "--out", path, "--json");
  expect(again.code).toBe(1);
  expect(JSON.parse(again.out)).toMatchObject({ error: { code: "file_exists" } });
  expect(readFileSync(path)).toEqual(written);
});

it("says what is wrong with a folder that is not there, and writes nothing without a name", async () => {
  const path = join(folder, "không-có", "a.xlsx");
  const { code, error } = await run("template", "--out", path);
  expect([code, error]).toEqual([1, `Không ghi được tệp ${path}. Xin kiểm tra lại thư mục và quyền ghi.\n`]);
  expect(existsSync(path)).toBe(false);
  expect((await run("template")).error).toContain("--out");
});
