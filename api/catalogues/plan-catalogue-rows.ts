import type { NewCatalogue } from "../../db/queries/catalogue-load-queries.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { CatalogueFile } from "./catalogue-file.ts";
import { bodiesOf, type PlacedUnits } from "./place-units.ts";
import { planDocumentRow } from "./plan-document-row.ts";
import { planRoundRow } from "./plan-round-row.ts";
import { type PlannedRounds, planRounds } from "./plan-rounds.ts";
import { planTaskRows } from "./plan-task-rows.ts";

/** From when a document's assignments and groups hold: the day it was issued, else the first of its scope. */
export const validFrom = (file: CatalogueFile): LocalDate =>
  file.document.issued_on ?? file.catalogue.scope.start_on;

const FIRST_VERSION = 1;

type Making = {
  readonly now: Date;
  readonly publishedBy: string | null;
  readonly newId: () => string;
  readonly fold: (text: string) => string;
};

/** Every row of the first version of a catalogue. */
export const planCatalogueRows = (
  file: CatalogueFile,
  placed: PlacedUnits,
  making: Making,
): { readonly rows: NewCatalogue; readonly rounds: PlannedRounds } => {
  const { newId, fold } = making;
  const { catalogue, document } = file;
  const fromOn = validFrom(file);
  const documentId = newId();
  const catalogueId = newId();
  const sectionIds = new Map(catalogue.sections.map(({ number }) => [number, newId()]));
  const taskIds = new Map(catalogue.tasks.map(({ number }) => [number, newId()]));
  const idIn = (ids: ReadonlyMap<string, string>, name: string): string => {
    const id = ids.get(name);
    if (id === undefined) throw new Error("a checked file names what it does not hold");
    return id;
  };
  const bodyOf = bodiesOf(placed);
  const kinds = new Map<string, string>(file.units.map(({ name, kind }) => [name, kind]));

  const tasks = catalogue.tasks.map((task, position) =>
    planTaskRows(
      task,
      {
        id: idIn(taskIds, task.number),
        catalogueId,
        sectionId: idIn(sectionIds, task.section),
        parentId: task.parent === null ? null : idIn(taskIds, task.parent),
        position,
        version: FIRST_VERSION,
        fromOn,
      },
      { newId, fold, bodyOf, kindOf: (name) => kinds.get(name) ?? "" },
    ),
  );

  const scope = { startOn: catalogue.scope.start_on, endOn: catalogue.scope.end_on };
  const rounds = planRounds(catalogue, scope, fromOn);
  const roundRows = rounds.rounds.map((round, position) => ({ round, position, id: newId() }));

  const rows: NewCatalogue = {
    document: planDocumentRow(document, documentId, making.now),
    catalogue: {
      id: catalogueId,
      documentId,
      scopeStartOn: scope.startOn,
      scopeEndOn: scope.endOn,
      currentVersion: FIRST_VERSION,
      publishedAt: making.now,
      consolidatingUnitId:
        catalogue.consolidating_unit === null ? null : bodyOf(catalogue.consolidating_unit).unitId,
      adjustmentRoute: catalogue.adjustment_route,
      difficultyRoute: catalogue.difficulty_route,
      adHocReports: catalogue.ad_hoc_reports,
    },
    version: {
      catalogueId,
      number: FIRST_VERSION,
      publishedAt: making.now,
      publishedBy: making.publishedBy,
      reason: "loaded",
      documentId,
    },
    sections: catalogue.sections.map(({ number, short_title }, position) => ({
      id: idIn(sectionIds, number),
      catalogueId,
      number,
      title: short_title,
      position,
    })),
    tasks: tasks.map(({ task }) => task),
    revisions: tasks.map(({ revision }) => revision),
    timeFrames: tasks.map(({ timeFrame }) => timeFrame),
    targets: tasks.flatMap(({ targets }) => targets),
    assignments: tasks.flatMap(({ assignments }) => assignments),
    rounds: roundRows.map(({ round, position, id }) => planRoundRow(round, { id, catalogueId, position })),
    reporters: roundRows.flatMap(({ round, id }) =>
      round.fromUnits.map((name) => ({ id: newId(), roundId: id, ...bodyOf(name) })),
    ),
  };
  return { rows, rounds };
};
