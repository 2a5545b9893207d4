import { z } from "zod";
import { updateImport } from "../../db/queries/import-queries.ts";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { type PublishedVersion, publishVersion } from "../catalogues/publish-version.ts";
import { may } from "../members/permissions.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { convertReading } from "./convert-reading.ts";
import { findAmendable } from "./find-amended.ts";
import { loadOpenDraft } from "./load-draft.ts";

const inputSchema = z.strictObject({ importId: z.string(), revision: z.int().nullable() });
export type PublishImportInput = z.input<typeof inputSchema>;

/**
 * The draft becomes a version of a catalogue, all at once: units, tasks, rounds, notices. Refuses as `publishVersion`,
 * and `not_allowed`, `import_not_found`, `import_published`, `import_changed`, `import_without_tasks`,
 * `import_not_ready` (a field without which there is no catalogue), `import_doubts_left` (`count` fields that nobody
 * looked at), `import_amends_undecided` (it resembles a catalogue that is there).
 */
export const publishImport: UseCase<PublishImportInput, PublishedVersion> = async (work, raw) => {
  // Whoever may not waits for nobody, and lets nobody wait.
  if (!may(work.actor, "load-catalogue")) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { importId, revision } = parsed.data;
  await lockOrganization(work.tx);
  const loaded = await loadOpenDraft(work, importId, revision);
  if (!loaded.ok) return loaded;
  const { row, draft, decisions } = loaded.value;
  if (draft.reading.tasks.length === 0) return refuse("import_without_tasks");
  const blocking = draft.doubts.filter((doubt) => doubt.blocking);
  if (blocking.length > 0) return refuse("import_not_ready", { count: blocking.length });
  if (draft.doubts.length > 0) return refuse("import_doubts_left", { count: draft.doubts.length });

  const file = convertReading(draft, { code: work.organization.code, name: work.organization.name });
  const amends = decisions.byKey["catalogue.amends"];
  if (amends?.to !== "catalogue" && (await findAmendable(work, file)).some(({ likely }) => likely))
    return refuse("import_amends_undecided");
  const published = await publishVersion(work, {
    file,
    amends: amends?.to === "catalogue" ? amends.value : null,
  });
  if (!published.ok) return published;
  const { catalogueId, version } = published.value;
  const settled = await updateImport(work.tx, importId, row.revision, {
    state: "published",
    catalogueId,
    changedAt: work.now,
  });
  // The office is locked and the draft was open: nobody can have been quicker.
  if (!settled) throw new Error("an import changed under its lock");
  await recordAuditEntry(
    work,
    "import-published",
    { kind: "import", id: importId },
    { catalogueId, version },
  );
  return ok(published.value);
};
