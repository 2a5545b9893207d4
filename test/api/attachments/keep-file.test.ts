import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EVIDENCE_MAX_BYTES, refuseFile } from "../../../api/attachments/evidence-kind.ts";
import { evidencePath, keepFile } from "../../../api/attachments/keep-file.ts";
import { attachmentSchema } from "../../../api/attachments/write-attachments.ts";
import { granted, refusalOf } from "../../support/office.ts";
import { EXE, HEIC, JPEG, officeFile, PDF, PNG, WEBP, ZIP } from "./file-bytes.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "dondoc-evidence-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const keep = (bytes: Uint8Array, name: string | null = "tep") => keepFile(folder, bytes, name);
const text = (words: string) => new TextEncoder().encode(words);
const lying = () =>
  existsSync(join(folder, "evidence"))
    ? readdirSync(join(folder, "evidence"), { recursive: true }).filter((name) => String(name).length > 2)
    : [];

describe("what the bytes say decides", () => {
  it.each([
    ["jpg", JPEG, "image/jpeg"],
    ["png", PNG, "image/png"],
    ["webp", WEBP, "image/webp"],
    ["heic", HEIC, "image/heic"],
    ["pdf", PDF, "application/pdf"],
    ["docx", officeFile("word"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["xlsx", officeFile("xl"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    [
      "docx whose pictures come first",
      officeFile("word", 200_000),
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ],
  ])("%s is kept, whatever it is called", async (_name, bytes, kind) => {
    const kept = granted(await keep(bytes, "la.exe"));
    expect(kept).toMatchObject({ kind, size: bytes.length, name: "la.exe" });
    expect(attachmentSchema.safeParse(kept).success).toBe(true);
    expect(readFileSync(evidencePath(folder, kept.sha256)).equals(bytes)).toBe(true);
  });

  it.each([
    ["a program called .pdf", EXE],
    ["HTML", text("<!doctype html><html><script>alert(1)</script></html>")],
    ["SVG", text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ["a bare zip", ZIP],
    ["plain text", text("báo cáo")],
    ["HTML before a PDF's mark", text("<html>%PDF-1.7")],
  ])("%s is refused and nothing lies there", async (_name, bytes) => {
    expect(refusalOf(await keep(bytes, "bao-cao.pdf"))).toBe("file_kind_forbidden");
    expect(lying()).toEqual([]);
  });

  it("empty and too large ones are refused", async () => {
    expect(refusalOf(await keep(new Uint8Array()))).toBe("file_empty");
    const large = new Uint8Array(EVIDENCE_MAX_BYTES + 1);
    large.set(PDF);
    expect(await keep(large)).toMatchObject({ refusal: { code: "file_too_large", args: { max: 20 } } });
    expect(refuseFile("application/pdf", EVIDENCE_MAX_BYTES)).toBeNull();
    expect(refuseFile(null, 1)).toBe("file_kind_forbidden");
    expect(lying()).toEqual([]);
  });
});

describe("where it lies", () => {
  it("the same bytes lie once, whoever sends them and however often at once", async () => {
    const kept = await Promise.all(Array.from({ length: 5 }, (_, at) => keep(PDF, `${at}.pdf`)));
    expect(new Set(kept.map((one) => granted(one).sha256)).size).toBe(1);
    expect(lying()).toHaveLength(1);
    await keep(PNG);
    expect(lying()).toHaveLength(2);
  });
});

describe("its name", () => {
  it.each([
    ["../../etc/passwd", ".. .. etc passwd"],
    ["C:\\Users\\a\\kế hoạch.pdf", "C: Users a kế hoạch.pdf"],
    ["bao\u0000cao\u0007\r\n.pdf", "baocao .pdf"],
    ["Kế hoạch.pdf".normalize("NFD"), "Kế hoạch.pdf"],
    [`${"a".repeat(199)}😀.pdf`, "a".repeat(199)],
    ["a".repeat(500), "a".repeat(200)],
  ])("%j", async (typed, name) => {
    expect(granted(await keep(PDF, typed)).name).toBe(name);
  });

  it.each([null, "", " / \n"])("%j: its hash and its kind", async (typed) => {
    expect(granted(await keep(PDF, typed)).name).toMatch(/^[0-9a-f]{8}\.pdf$/);
  });
});
