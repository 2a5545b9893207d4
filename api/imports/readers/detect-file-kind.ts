import { ok, type Result, refuse } from "../../shared/result.ts";
import type { Format } from "../outline.ts";
import { detectUtf16 } from "./decode-text.ts";
import { unpackPackage } from "./unpack-package.ts";

/**
 * What a file is by its content; its name counts only between plain text and markdown. Refuses `file_kind_old`
 * (.doc, .xls), `file_protected`, `file_kind_unknown`, and what a zipped file is refused for when it is opened.
 */
export const detectFileKind = async (bytes: Uint8Array, fileName: string): Promise<Result<Format>> => {
  if (startsWith(bytes, "PK\u0003\u0004") || startsWith(bytes, "PK\u0005\u0006")) return kindOfPackage(bytes);
  if (startsWith(bytes, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) return kindOfCompound(bytes);
  // Some programs write a line or two before it.
  if (latin(bytes.subarray(0, 1024)).includes("%PDF-")) return ok("pdf");
  if (!isPlainText(bytes)) return refuse("file_kind_unknown");
  return ok(looksLikeMarkdown(bytes, fileName) ? "markdown" : "text");
};

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

const startsWith = (bytes: Uint8Array, signature: string): boolean =>
  latin(bytes.subarray(0, signature.length)) === signature;

/** ISO/IEC 29500-2, 10.1.2: the list of content types says what the main part is. */
const kindOfPackage = async (bytes: Uint8Array): Promise<Result<Format>> => {
  const opened = await unpackPackage(bytes);
  if (!opened.ok) return opened;
  const listed = await opened.value.unpack("[Content_Types].xml");
  if (!listed.ok) return listed;
  if (listed.value === null) return refuse("file_kind_unknown");
  const types = Buffer.from(listed.value).toString("utf8").toLowerCase();
  const names = new Set(opened.value.names.map((name) => name.toLowerCase()));
  if (/wordprocessingml\.\w+\.main\+xml|ms-word\.\w+\.macroenabled\w*\.main\+xml/.test(types))
    return ok("docx");
  if (/spreadsheetml\.\w+\.main\+xml|ms-excel\.\w+\.macroenabled\w*\.main\+xml/.test(types))
    return ok("xlsx");
  if (names.has("word/document.xml")) return ok("docx");
  return names.has("xl/workbook.xml") ? ok("xlsx") : refuse("file_kind_unknown");
};

/** The container of Word and Excel until 2003, and of newer files with a password ([MS-OFFCRYPTO] 1.3.2). */
const kindOfCompound = (bytes: Uint8Array): Result<never> => {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string): boolean => all.includes(Buffer.from(`${stream}\u0000`, "utf16le"));
  if (holds("EncryptionInfo") || holds("EncryptedPackage")) return refuse("file_protected");
  return ["WordDocument", "Workbook", "Book"].some(holds)
    ? refuse("file_kind_old")
    : refuse("file_kind_unknown");
};

/** Pages and documents in another dress: readable as text, but their text is marks. */
const OTHER_LANGUAGES =
  /^\s*(?:\{\\rtf|<!doctype|<html|<\?xml|<\?mso|<svg|mime-version:|content-type: |%!ps|#!)/i;
/** Written by no text program; a few old Vietnamese encodings have letters among them. */
const MOST_CONTROLS = 0.01;

const isPlainText = (bytes: Uint8Array): boolean => {
  if (detectUtf16(bytes) !== null) return bytes.length % 2 === 0;
  const begin = latin(bytes.subarray(0, 512));
  if (OTHER_LANGUAGES.test(begin.replace(/^\u00ef\u00bb\u00bf/, ""))) return false;
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) return false;
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)) controls += 1;
  }
  return controls <= bytes.length * MOST_CONTROLS && !hasForeignSignature(bytes);
};

/** Short files of these kinds can pass for text: an empty GIF, a program of a few bytes. */
const SIGNATURES = [
  "MZ",
  "GIF8",
  "\u00ff\u00d8\u00ff",
  "\u0089PNG",
  "Rar!",
  "7z\u00bc\u00af",
  "\u001f\u008b",
  "\u007fELF",
];

const hasForeignSignature = (bytes: Uint8Array): boolean =>
  SIGNATURES.some((signature) => startsWith(bytes, signature)) &&
  !/^MZ[\s\p{L}]/u.test(latin(bytes.subarray(0, 3)));

/** A table's rule, a heading or words in asterisks: one of them may stand in any text. */
const MARKDOWN_SIGNS = [/^#{1,6} +\S/m, /^\|? *:?-{3,}:? *\|/m, /\*\*[^*\n]{1,200}\*\*/];

const looksLikeMarkdown = (bytes: Uint8Array, fileName: string): boolean => {
  if (/\.(?:md|markdown)$/i.test(fileName)) return true;
  const begin = latin(bytes.subarray(0, 20_000));
  return MARKDOWN_SIGNS.filter((sign) => sign.test(begin)).length >= 2;
};
