import { strToU8, zipSync } from "fflate";
import { expect, it } from "vitest";
import { detectFileKind } from "../../../../api/imports/readers/detect-file-kind.ts";
import { buildDocx } from "../../../support/build-docx.ts";

const kind = async (content: Uint8Array | string, name = "danh-muc.docx") => {
  const found = await detectFileKind(typeof content === "string" ? strToU8(content) : content, name);
  return found.ok ? found.value : found.refusal.code;
};
const types = (main: string) =>
  zipSync({ "[Content_Types].xml": strToU8(`<Types><Override ContentType="${main}"/></Types>`) });
/** The container of old office files with these streams in its directory. */
const compound = (...streams: readonly string[]) =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.alloc(504),
      ...streams.map((stream) => Buffer.from(`${stream}\u0000`, "utf16le")),
    ]),
  );

it("knows a document by what is in it, not by its name", async () => {
  expect(await kind(buildDocx(["a"]), "anh.jpg")).toBe("docx");
  expect(await kind(types("application/vnd.ms-word.document.macroEnabled.main+xml"))).toBe("docx");
  expect(
    await kind(types("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")),
  ).toBe("xlsx");
  expect(await kind("%PDF-1.7\n\u0000\u0001")).toBe("pdf");
  expect(await kind("\n\n%PDF-1.4\n")).toBe("pdf");
  expect(await kind("KẾ HOẠCH\nThực hiện công tác dân vận", "ke-hoach.docx")).toBe("text");
  const twoBytes = Buffer.from("KẾ HOẠCH\nThực hiện công tác dân vận", "utf16le");
  expect(await kind(twoBytes, "ke-hoach.txt")).toBe("text");
  expect(await kind(twoBytes.subarray(1), "ke-hoach.txt")).toBe("file_kind_unknown");
});

it("asks the name only where it says markdown, else the marks: people save Markdown as .txt", async () => {
  const marked = "# KẾ HOẠCH\n\n**I. MỤC ĐÍCH**\n\n- Nâng cao nhận thức";
  expect(await kind(marked, "ke-hoach.md")).toBe("markdown");
  expect(await kind("chỉ có chữ", "ke-hoach.MD")).toBe("markdown");
  expect(await kind(marked, "ke-hoach.txt")).toBe("markdown");
  expect(await kind(marked, "ke-hoach")).toBe("markdown");
  expect(await kind("KẾ HOẠCH\n*\n# 1", "ke-hoach")).toBe("text");
});

it("gives advice on old files and on passwords", async () => {
  expect(await kind(compound("WordDocument", "1Table"))).toBe("file_kind_old");
  expect(await kind(compound("Workbook"), "bang.xls")).toBe("file_kind_old");
  expect(await kind(compound("EncryptionInfo", "EncryptedPackage"))).toBe("file_protected");
  expect(await kind(compound("__nameid_version1.0"))).toBe("file_kind_unknown");
});

it.each([
  ["a program", "MZ\u0090\u0000\u0003"],
  ["a picture", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
  ["a picture without a zero in it", "GIF89a,,,,;"],
  ["a page", "<!DOCTYPE html><html><body>KẾ HOẠCH</body></html>"],
  ["a page of Word", "\n<html xmlns:o='urn:schemas-microsoft-com:office:office'>"],
  ["rich text", "{\\rtf1\\ansi KẾ HOẠCH}"],
  ["a saved message", "MIME-Version: 1.0\nContent-Type: text/html"],
  ["flat XML", '\ufeff<?xml version="1.0"?><w:wordDocument/>'],
  ["a script", "#!/bin/sh\necho"],
  ["slides", types("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml")],
  ["some archive", zipSync({ "a.txt": strToU8("a") })],
  ["bytes", new Uint8Array([1, 2, 3, 4, 5, 6])],
])("refuses %s called .docx", async (_, content) => {
  expect(await kind(content)).toBe("file_kind_unknown");
});

it("takes a text that begins with the letters of a program for text", async () => {
  expect(await kind("MZ là viết tắt trong văn bản", "ghi-chu.txt")).toBe("text");
});
