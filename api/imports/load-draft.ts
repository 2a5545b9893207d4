import { z } from "zod";
import { type ImportRow, selectImport } from "../../db/queries/import-queries.ts";
import { may } from "../members/permissions.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import type { Work } from "../shared/work.ts";
import { applyDecisions } from "./apply-decisions.ts";
import { type Decisions, decisionsSchema } from "./decision.ts";
import type { Draft } from "./draft.ts";
import { type Reading, readingSchema } from "./reading.ts";

export type LoadedDraft = {
  readonly row: ImportRow;
  readonly read: Reading;
  readonly decisions: Decisions;
  readonly draft: Draft;
};

/** An import with what was decided on it. Refuses `not_allowed`, `import_not_found`. */
export const loadDraft = async (work: Work, importId: string): Promise<Result<LoadedDraft>> => {
  if (!may(work.actor, "load-catalogue")) return refuse("not_allowed");
  if (!z.uuid().safeParse(importId).success) return refuse("import_not_found");
  const row = await selectImport(work.tx, importId);
  if (row === null || row.state === "discarded") return refuse("import_not_found");
  const read = readingSchema.parse(row.reading);
  const decisions = decisionsSchema.parse(row.decisions);
  return ok({ row, read, decisions, draft: applyDecisions(read, decisions) });
};

/** One that may still change: refuses `import_published`, and `import_changed` where somebody was quicker. */
export const loadOpenDraft = async (
  work: Work,
  importId: string,
  revision: number | null,
): Promise<Result<LoadedDraft>> => {
  const loaded = await loadDraft(work, importId);
  if (!loaded.ok) return loaded;
  if (loaded.value.row.state !== "open") return refuse("import_published");
  if (revision !== null && loaded.value.row.revision !== revision) return refuse("import_changed");
  return loaded;
};
