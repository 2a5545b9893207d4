import { z } from "zod";
import type { VersionComparison } from "../catalogues/version-task.ts";
import { ok } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { listNamedUnits } from "../units/list-units.ts";
import { convertReading } from "./convert-reading.ts";
import type { Draft } from "./draft.ts";
import { type Amendable, findAmendable } from "./find-amended.ts";
import { lintReading } from "./lint-reading.ts";
import { loadDraft } from "./load-draft.ts";
import type { Reading, ReadWarning } from "./reading.ts";

const linesSchema = z.array(z.object({ text: z.string(), page: z.number().nullable() }));

export type ShownImport = {
  readonly importId: string;
  readonly revision: number;
  readonly state: "open" | "published";
  readonly fileName: string;
  readonly format: string;
  readonly lines: readonly { readonly text: string; readonly page: number | null }[];
  /** As the document was read, before anybody changed it. */
  readonly read: Reading;
  readonly draft: Draft;
  /** What looks wrong in the decision itself: for whoever drafts it, nothing that must be settled here. */
  readonly findings: readonly ReadWarning[];
  /** Everything that is still doubtful was taken as it was read. */
  readonly restAccepted: boolean;
  /** The office's own units and groups, for choosing. */
  readonly office: readonly {
    readonly name: string;
    readonly kind: "unit" | "group";
    readonly spellings: readonly string[];
  }[];
  readonly amendable: readonly Amendable[];
  /** The catalogue that it amends; null for a new one, undefined until somebody says. */
  readonly amends: string | null | undefined;
  /** What would change there. */
  readonly comparison: VersionComparison | null;
  readonly catalogueId: string | null;
};

/** One draft with all that a person needs to judge it. Refuses `not_allowed`, `import_not_found`. */
export const showImport: UseCase<{ readonly importId: string }, ShownImport> = async (work, { importId }) => {
  const loaded = await loadDraft(work, importId);
  if (!loaded.ok) return loaded;
  const { row, read, draft, decisions } = loaded.value;
  const amendable =
    row.state === "open"
      ? await findAmendable(
          work,
          convertReading(draft, { code: work.organization.code, name: work.organization.name }),
        )
      : [];
  const decided = decisions.byKey["catalogue.amends"];
  const likely = amendable.some((one) => one.likely);
  const lines = linesSchema.parse(row.lines);
  const amends = decided?.to === "catalogue" ? decided.value : likely ? undefined : null;
  return ok({
    importId,
    revision: row.revision,
    state: row.state === "published" ? "published" : "open",
    fileName: row.fileName,
    format: row.format,
    lines,
    read,
    draft,
    findings: lintReading(draft.reading, work.calendar, lines),
    restAccepted: decisions.restAccepted,
    office: (await listNamedUnits(work.tx)).map(({ name, kind, spellings }) => ({ name, kind, spellings })),
    amendable,
    amends,
    comparison: amendable.find(({ catalogueId }) => catalogueId === amends)?.comparison ?? null,
    catalogueId: row.catalogueId,
  });
};
