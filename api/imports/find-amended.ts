import { selectCataloguesToAmend } from "../../db/queries/catalogue-version-queries.ts";
import { catalogueFileSchema } from "../catalogues/catalogue-file.ts";
import { compareWithStanding } from "../catalogues/publish-version.ts";
import type { VersionComparison } from "../catalogues/version-task.ts";
import type { Work } from "../shared/work.ts";

export type Amendable = {
  readonly catalogueId: string;
  readonly number: string | null;
  readonly title: string;
  readonly scope: { readonly startOn: string; readonly endOn: string };
  readonly comparison: VersionComparison;
  /** So many of the tasks are the same that the document is likely to amend this catalogue. */
  readonly likely: boolean;
};

/** From this share of tasks that both have. */
const LIKELY = 0.5;

/** The catalogues whose period the file's touches, each with what the file would change in it; the likeliest first. */
export const findAmendable = async (work: Work, raw: unknown): Promise<readonly Amendable[]> => {
  const parsed = catalogueFileSchema.safeParse(raw);
  if (!parsed.success) return [];
  const file = parsed.data;
  const { start_on, end_on } = file.catalogue.scope;
  const found: (Amendable & { readonly share: number })[] = [];
  for (const catalogue of await selectCataloguesToAmend(work.tx)) {
    if (catalogue.scope_end_on < start_on || end_on < catalogue.scope_start_on) continue;
    const compared = await compareWithStanding(work, file, catalogue.id);
    if (!compared.ok) continue;
    const { tasks, removed } = compared.value.comparison;
    const kept = tasks.filter(({ before }) => before !== null).length;
    const share = kept / Math.max(1, Math.min(tasks.length, kept + removed.length));
    found.push({
      catalogueId: catalogue.id,
      number: catalogue.document_number,
      title: catalogue.document_title,
      scope: { startOn: catalogue.scope_start_on, endOn: catalogue.scope_end_on },
      comparison: compared.value.comparison,
      likely: share >= LIKELY,
      share,
    });
  }
  return found.sort((one, other) => other.share - one.share).map(({ share: _share, ...one }) => one);
};
