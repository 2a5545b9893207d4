import { selectRecipientsOfUnit } from "../../db/queries/member-queries.ts";
import { foldVietnamese } from "../shared/normalise-vietnamese.ts";
import { ok } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { listNamedUnits } from "../units/list-units.ts";
import { loadDraft } from "./load-draft.ts";

/** What a unit or a group of the draft gets by the publication. */
export type PreviewedShare = {
  readonly name: string;
  readonly isGroup: boolean;
  /** The office did not have it before. */
  readonly isNew: boolean;
  readonly leads: number;
  readonly coordinates: number;
  /** Who would be written to today; null for a group, whose units the administrator confirms. */
  readonly people: number | null;
};

export type PublicationPreview = {
  readonly tasks: number;
  readonly rounds: number;
  readonly undatedRounds: number;
  /** The period is over: nobody owes anything, nobody is told. */
  readonly past: boolean;
  readonly shares: readonly PreviewedShare[];
};

/** Who gets what when the draft is published, and who is there to read it. Refuses `not_allowed`, `import_not_found`. */
export const previewPublication: UseCase<{ readonly importId: string }, PublicationPreview> = async (
  work,
  { importId },
) => {
  const loaded = await loadDraft(work, importId);
  if (!loaded.ok) return loaded;
  const { reading } = loaded.value.draft;
  const office = await listNamedUnits(work.tx);
  const shares: PreviewedShare[] = [];
  for (const { name, is_group: isGroup } of reading.units) {
    const leads = reading.tasks.filter((task) => task.lead_units.includes(name)).length;
    const coordinates = reading.tasks.filter(
      (task) => task.coordinating_units.includes(name) && !task.lead_units.includes(name),
    ).length;
    if (leads + coordinates === 0) continue;
    const folded = foldVietnamese(name);
    const known = office.find(({ spellings }) => spellings.some((one) => foldVietnamese(one) === folded));
    shares.push({
      name: known?.name ?? name,
      isGroup,
      isNew: known === undefined,
      leads,
      coordinates,
      people: isGroup
        ? null
        : known === undefined
          ? 0
          : (await selectRecipientsOfUnit(work.tx, known.id, work.today)).length,
    });
  }
  const end = reading.document.scope_period?.end_on ?? null;
  return ok({
    tasks: reading.tasks.filter(({ is_heading_task: heading }) => !heading).length,
    rounds: reading.report_rounds.length,
    undatedRounds: reading.report_rounds.filter(({ before }) => before === null).length,
    past: end !== null && end < work.today,
    shares: shares.sort((one, other) => other.leads - one.leads),
  });
};
