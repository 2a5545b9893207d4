import { updateImport } from "../../db/queries/import-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { loadOpenDraft } from "./load-draft.ts";

/** A draft that nobody wants any longer. Refuses `not_allowed`, `import_not_found`, `import_published`, `import_changed`. */
export const withdrawImport: UseCase<{ readonly importId: string }, { readonly fileName: string }> = async (
  work,
  { importId },
) => {
  const loaded = await loadOpenDraft(work, importId, null);
  if (!loaded.ok) return loaded;
  const { row } = loaded.value;
  const changed = await updateImport(work.tx, importId, row.revision, {
    state: "discarded",
    changedAt: work.now,
  });
  if (!changed) return refuse("import_changed");
  await recordAuditEntry(work, "import-withdrawn", { kind: "import", id: importId });
  return ok({ fileName: row.fileName });
};
