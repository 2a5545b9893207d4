import { z } from "zod";
import {
  type CatalogueToAmend,
  selectCataloguesToAmend,
  selectRoundsOfCatalogue,
  selectSections,
  selectVersionTasks,
  writeNextVersion,
} from "../../db/queries/catalogue-version-queries.ts";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import { selectUnits } from "../../db/queries/unit-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { may } from "../members/permissions.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { foldVietnamese } from "../shared/normalise-vietnamese.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import type { UseCase, Work } from "../shared/work.ts";
import { listNamedUnits } from "../units/list-units.ts";
import type { NamedUnit } from "../units/unit.ts";
import type { CatalogueFile } from "./catalogue-file.ts";
import { compareVersions } from "./compare-versions.ts";
import { countTasks, fileTaskSchema } from "./file-task.ts";
import { lintLoadedCatalogue } from "./lint-loaded-catalogue.ts";
import {
  insertPlacedUnits,
  type LoadedCatalogue,
  loadCatalogue,
  loadConfirmed,
  readCatalogueFile,
} from "./load-catalogue.ts";
import { loadTasksOfCatalogue } from "./load-tasks.ts";
import { type BodyIds, bodiesOf, placeUnits } from "./place-units.ts";
import { planNextVersion } from "./plan-next-version.ts";
import { tellUnitsOfVersion } from "./tell-units-of-version.ts";
import type { VersionComparison, VersionTask } from "./version-task.ts";

export type PublishedVersion = LoadedCatalogue & {
  readonly version: number;
  /** How many people were written to. */
  readonly told: number;
};

type PublishInput = {
  /** A catalogue file. */
  readonly file: unknown;
  /** The catalogue that the document amends; null for a new one. */
  readonly amends: string | null;
};

/**
 * Publishes a document's catalogue: the first version, or the next one of the catalogue that it amends, together with
 * the notices to the units, or nothing at all. Tasks that were there keep their notes.
 * Refuses as `loadCatalogue`, and `catalogue_not_found`, `catalogue_unchanged`.
 */
export const publishVersion: UseCase<PublishInput, PublishedVersion> = async (work, input) => {
  if (input.amends !== null) return amendCatalogue(work, input.file, input.amends);
  const loaded = await loadCatalogue(work, input.file);
  if (!loaded.ok) return loaded;
  const { catalogueId } = loaded.value;
  const now = await loadTasksOfCatalogue(work, catalogueId, laterOf(work.today, loaded.value.validFrom));
  const told = await tellUnitsOfVersion(work, { catalogueId, before: null, now, comparison: null });
  return ok({ ...loaded.value, version: 1, told });
};

const amendCatalogue = async (
  work: Work,
  raw: unknown,
  catalogueId: string,
): Promise<Result<PublishedVersion>> => {
  if (!may(work.actor, "load-catalogue")) return refuse("not_allowed");
  if (!z.uuid().safeParse(catalogueId).success) return refuse("catalogue_not_found");
  const parsed = readCatalogueFile(raw);
  if (!parsed.ok) return parsed;
  const file = parsed.value;

  await lockOrganization(work.tx);
  const compared = await compareWithStanding(work, file, catalogueId);
  if (!compared.ok) return compared;
  const { catalogue, comparison, known } = compared.value;
  const placed = placeUnits(file, known, work.newId, foldVietnamese);
  const fromOn = file.document.issued_on ?? work.today;
  const day = laterOf(work.today, fromOn);
  const before = await loadTasksOfCatalogue(work, catalogueId, day);
  await insertPlacedUnits(work, file, placed);
  const kinds = new Map((await selectUnits(work.tx)).map(({ id, kind }) => [id, kind]));
  const ofFile = bodiesOf(placed);
  const ofOffice = bodyFinder(known);
  const { next, rounds } = planNextVersion(
    file,
    {
      catalogueId,
      version: catalogue.current_version,
      sections: await selectSections(work.tx, catalogueId),
      rounds: await selectRoundsOfCatalogue(work.tx, catalogueId),
    },
    comparison,
    {
      now: work.now,
      fromOn,
      publishedBy: work.actor.kind === "member" ? (work.actor.current?.id ?? null) : null,
      newId: work.newId,
      fold: foldVietnamese,
      bodyOf: (name) => (placed.byName.has(name) ? ofFile(name) : ofOffice(name)),
      kindOf: (unitId) => kinds.get(unitId) ?? "",
    },
  );
  await writeNextVersion(work.tx, next, work.now);
  await recordAuditEntry(
    work,
    "catalogue-amended",
    { kind: "catalogue", id: catalogueId },
    {
      documentId: next.document.id,
      version: next.version.number,
      added: next.tasks.added.map(({ id }) => id),
      withdrawn: next.tasks.withdrawn,
      changed: comparison.tasks.flatMap(({ before: old, changes }) =>
        old !== null && changes.length > 0 ? [{ taskId: old.id, changes }] : [],
      ),
    },
  );
  const now = await loadTasksOfCatalogue(work, catalogueId, day);
  const told = await tellUnitsOfVersion(work, { catalogueId, before, now, comparison });
  const { start_on, end_on } = file.catalogue.scope;
  return ok({
    catalogueId,
    documentId: next.document.id,
    tasks: countTasks(file.catalogue.tasks),
    rounds: rounds.rounds.length,
    closed: work.today < start_on || end_on < work.today,
    validFrom: fromOn,
    warnings: lintLoadedCatalogue(file, rounds, await loadConfirmed(work, placed)),
    version: next.version.number,
    told,
  });
};

/** What a document would change in a catalogue. Refuses `catalogue_not_found`. */
export const compareWithStanding = async (
  work: Work,
  file: CatalogueFile,
  catalogueId: string,
): Promise<
  Result<{
    readonly catalogue: CatalogueToAmend;
    readonly comparison: VersionComparison;
    readonly known: readonly NamedUnit[];
  }>
> => {
  const catalogue = (await selectCataloguesToAmend(work.tx)).find(({ id }) => id === catalogueId);
  if (catalogue === undefined) return refuse("catalogue_not_found");
  const known = await listNamedUnits(work.tx);
  const standing = (await selectVersionTasks(work.tx, catalogueId)).map(
    ({ id, content }): VersionTask => ({ id, content: fileTaskSchema.parse(content) }),
  );
  const bodyOf = bodyFinder(known);
  // Two names of the file may mean one unit that the office knows; a unit that it does not know is its name.
  const keyOf = (name: string): string => {
    const { unitId, groupId } = bodyOf(name);
    return unitId ?? groupId ?? foldVietnamese(name);
  };
  return ok({ catalogue, known, comparison: compareVersions(standing, file.catalogue.tasks, keyOf) });
};

const laterOf = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? other : one);

const bodyFinder = (known: readonly NamedUnit[]): ((name: string) => BodyIds) => {
  const bodies = new Map<string, BodyIds>();
  for (const { kind, id, spellings } of known)
    for (const spelling of spellings)
      bodies.set(foldVietnamese(spelling), {
        unitId: kind === "unit" ? id : null,
        groupId: kind === "group" ? id : null,
      });
  return (name) => bodies.get(foldVietnamese(name)) ?? { unitId: null, groupId: null };
};
