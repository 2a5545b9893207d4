import { MEGABYTE } from "../shared/byte-sizes.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import { normaliseOutline } from "./normalise-outline.ts";
import { type Format, LIMITS, type Outline } from "./outline.ts";
import { detectFileKind } from "./readers/detect-file-kind.ts";

/** Loaded when needed: the libraries behind them take longer to start than most files to read. */
const READERS: Readonly<Record<Format, (bytes: Uint8Array) => Promise<Result<Outline>>>> = {
  docx: async (bytes) => (await import("./readers/read-docx.ts")).readDocx(bytes),
  pdf: async (bytes) => (await import("./readers/read-pdf.ts")).readPdf(bytes),
  xlsx: async (bytes) => (await import("./readers/read-xlsx.ts")).readXlsx(bytes),
  text: async (bytes) => (await import("./readers/read-text.ts")).readText(bytes, "text"),
  markdown: async (bytes) => (await import("./readers/read-text.ts")).readText(bytes, "markdown"),
};

/** The outline of a file, whatever its name says it is; refused with a code of `ReadRefusal`. */
export const readOutline = async (bytes: Uint8Array, fileName: string): Promise<Result<Outline>> => {
  if (bytes.length === 0) return refuse("file_empty");
  if (bytes.length > LIMITS.fileBytes)
    return refuse("file_too_large", { max: Math.floor(LIMITS.fileBytes / MEGABYTE) });
  const format = await detectFileKind(bytes, fileName);
  if (!format.ok) return format;
  const read = await READERS[format.value](bytes);
  return read.ok ? ok(normaliseOutline(read.value)) : read;
};
