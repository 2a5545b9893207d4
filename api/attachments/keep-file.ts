import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileTypeFromBuffer } from "file-type";
import { tidyText } from "../shared/normalise-vietnamese.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import { EVIDENCE_KINDS, EVIDENCE_MAX_BYTES, refuseFile } from "./evidence-kind.ts";
import type { KeptAttachment } from "./write-attachments.ts";

/** Each file lies under the hash of its bytes; which office may see it is said by its row alone. */
export const evidenceFolder = (dataDir: string): string => join(dataDir, "evidence");

/** Where the bytes with that hash lie. */
export const evidencePath = (dataDir: string, sha256: string): string =>
  join(evidenceFolder(dataDir), sha256.slice(0, 2), sha256);

/** Written under another name, flushed, renamed: a file that lies there is whole, and young again for the sweep. */
export const layAside = async (path: string, bytes: Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(4).toString("hex")}`;
  try {
    const file = await open(draft, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
};

const NAME_LENGTH = 200;

/** What a list shows: one line without folders, cut between letters. */
const tidyName = (name: string): string =>
  tidyText(tidyText(name).replaceAll(/[\s/\\]+/gu, " "))
    .slice(0, NAME_LENGTH)
    .replace(/[\ud800-\udbff]$/, "")
    .trim();

/**
 * Keeps a file before the transaction that mentions it; the same bytes once, whoever sends them. One that no row
 * ever mentions is an orphan and is swept. Refuses `file_empty`, `file_too_large`, `file_kind_forbidden`.
 */
export const keepFile = async (
  dataDir: string,
  bytes: Uint8Array,
  name: string | null,
): Promise<Result<KeptAttachment>> => {
  // All the bytes: what makes a zip a Word file may stand behind its pictures.
  const kind = (await fileTypeFromBuffer(bytes))?.mime ?? null;
  const refused = refuseFile(kind, bytes.length);
  if (refused !== null) return refuse(refused, { max: EVIDENCE_MAX_BYTES / 1024 / 1024 });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const path = evidencePath(dataDir, sha256);
  await layAside(path, bytes);
  // The sweep may have taken the old one of the same bytes for an orphan just then.
  if (!existsSync(path)) await layAside(path, bytes);
  return ok({
    sha256,
    kind: kind ?? "",
    size: bytes.length,
    name: tidyName(name ?? "") || `${sha256.slice(0, 8)}.${EVIDENCE_KINDS.get(kind ?? "")}`,
  });
};
