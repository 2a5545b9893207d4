import type { RefusalCode } from "../shared/refusals.ts";

/** Evidence that an office keeps: pictures, PDF, Word and Excel. What the bytes say decides, not the name. */
export const EVIDENCE_KINDS: ReadonlyMap<string, string> = new Map([
  ["image/jpeg", "jpg"],
  ["image/png", "png"],
  ["image/webp", "webp"],
  ["image/heic", "heic"],
  ["application/pdf", "pdf"],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"],
]);

export const EVIDENCE_MAX_BYTES = 20 * 1024 * 1024;

/** Null when the file may be kept. */
export const refuseFile = (kind: string | null, size: number): RefusalCode | null => {
  if (size === 0) return "file_empty";
  if (size > EVIDENCE_MAX_BYTES) return "file_too_large";
  return kind !== null && EVIDENCE_KINDS.has(kind) ? null : "file_kind_forbidden";
};
