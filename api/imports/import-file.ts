import { createHash } from "node:crypto";
import { ok, type Result } from "../shared/result.ts";
import type { InWork } from "../shared/work.ts";
import { loadKnownNames } from "./load-known-names.ts";
import { readDocument } from "./read-document.ts";
import { storeImport } from "./store-import.ts";

/**
 * A file becomes a draft that waits for a person. It is read between two transactions, so that nobody waits for it.
 * Refuses as `inWork`, `readDocument` and `storeImport`.
 */
export const importFile = async (
  inWork: InWork,
  file: { readonly bytes: Uint8Array; readonly fileName: string },
): Promise<Result<{ readonly importId: string; readonly isNew: boolean }>> => {
  const known = await inWork(async (work) => ok(await loadKnownNames(work)));
  if (!known.ok) return known;
  const read = await readDocument({ ...file, known: known.value });
  if (!read.ok) return read;
  return inWork((work) =>
    storeImport(work, {
      fileName: file.fileName,
      fileHash: createHash("sha256").update(file.bytes).digest("hex"),
      ...read.value,
    }),
  );
};
