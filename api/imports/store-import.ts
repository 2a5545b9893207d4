import { insertImport, selectOpenImportOfFile } from "../../db/queries/import-queries.ts";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { may } from "../members/permissions.ts";
import { tidyText } from "../shared/normalise-vietnamese.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { NO_DECISIONS } from "./decision.ts";
import type { Outline } from "./outline.ts";
import type { Reading } from "./reading.ts";

export type StoreImportInput = {
  readonly fileName: string;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly fileHash: string;
  readonly outline: Outline;
  readonly reading: Reading;
};

const LONGEST_NAME = 200;

/**
 * Keeps what was read until somebody has looked at it. The same file sent again while it is open is the same import.
 * Refuses `not_allowed`, `import_without_tasks`.
 */
export const storeImport: UseCase<
  StoreImportInput,
  { readonly importId: string; readonly isNew: boolean }
> = async (work, { fileName, fileHash, outline, reading }) => {
  if (!may(work.actor, "load-catalogue")) return refuse("not_allowed");
  if (reading.tasks.length === 0) return refuse("import_without_tasks");
  await lockOrganization(work.tx);
  const open = await selectOpenImportOfFile(work.tx, fileHash);
  if (open !== null) return ok({ importId: open, isNew: false });
  const importId = work.newId();
  await insertImport(work.tx, {
    id: importId,
    fileName: tidyText(fileName).replace(/\n/g, " ").slice(0, LONGEST_NAME) || outline.format,
    fileHash,
    format: outline.format,
    lines: outline.lines.map(({ text, page, row, cell }) => ({ text, page, row, cell })),
    reading,
    decisions: NO_DECISIONS,
    revision: 1,
    state: "open",
    catalogueId: null,
    createdAt: work.now,
    createdBy: work.actor.kind === "member" ? (work.actor.current?.id ?? null) : null,
    changedAt: work.now,
  });
  await recordAuditEntry(
    work,
    "document-read",
    { kind: "import", id: importId },
    { fileHash, format: outline.format, tasks: reading.tasks.length },
  );
  return ok({ importId, isNew: true });
};
