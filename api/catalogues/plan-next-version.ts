import type { NextVersion, StandingRound } from "../../db/queries/catalogue-version-queries.ts";
import { addDays, type LocalDate } from "../shared/local-date.ts";
import { applyComparison } from "./apply-comparison.ts";
import type { CatalogueFile } from "./catalogue-file.ts";
import type { BodyIds } from "./place-units.ts";
import { planDocumentRow } from "./plan-document-row.ts";
import { planRoundRow } from "./plan-round-row.ts";
import { type PlannedRounds, planRounds } from "./plan-rounds.ts";
import { planTaskRows } from "./plan-task-rows.ts";
import { isAdHoc } from "./round-position.ts";
import type { FileTask, VersionComparison } from "./version-task.ts";

/** What stands before the new version. */
export type Standing = {
  readonly catalogueId: string;
  readonly version: number;
  readonly sections: readonly { readonly id: string; readonly number: string }[];
  readonly rounds: readonly StandingRound[];
};

type Making = {
  readonly now: Date;
  /** From when the new version holds. */
  readonly fromOn: LocalDate;
  readonly publishedBy: string | null;
  readonly newId: () => string;
  readonly fold: (text: string) => string;
  /** Whom a name of this or of the last document means. */
  readonly bodyOf: (name: string) => BodyIds;
  /** The kinds of the units that the office has, by their ids. */
  readonly kindOf: (unitId: string) => string;
};

/**
 * Every row that a new version of a catalogue changes. Tasks that were there keep their ids; rounds are the same by
 * their label and keep their window; a round that the document no longer names is closed, an ad hoc one is not.
 */
export const planNextVersion = (
  file: CatalogueFile,
  standing: Standing,
  comparison: VersionComparison,
  making: Making,
): { readonly next: NextVersion; readonly rounds: PlannedRounds } => {
  const { newId, fold, fromOn, bodyOf } = making;
  const { catalogueId } = standing;
  const version = standing.version + 1;
  const documentId = newId();
  const isKept = new Set(comparison.tasks.flatMap(({ before }) => (before === null ? [] : [before.id])));

  const sectionIds = new Map(standing.sections.map(({ number, id }) => [number, id]));
  const known = new Set(sectionIds.values());
  const sections = file.catalogue.sections.map(({ number, short_title }, position) => {
    const id = sectionIds.get(number) ?? newId();
    sectionIds.set(number, id);
    return { id, catalogueId, number, title: short_title, position };
  });

  const tasks = applyComparison(comparison, newId);
  const taskIds = new Map(tasks.map(({ id, content }) => [content.number, id]));
  const rows = tasks.map(({ id, content }, position) =>
    planTaskRows(
      content,
      {
        id,
        catalogueId,
        sectionId: sectionIds.get(content.section) ?? "",
        parentId: content.parent === null ? null : (taskIds.get(content.parent) ?? null),
        position,
        version,
        fromOn,
      },
      { newId, fold, bodyOf, kindOf: (name) => making.kindOf(bodyOf(name).unitId ?? "") },
    ),
  );

  const scope = { startOn: file.catalogue.scope.start_on, endOn: file.catalogue.scope.end_on };
  const rounds = planRounds(file.catalogue, scope, fromOn);
  const open = new Map(
    standing.rounds
      .filter(({ closedAt, position }) => closedAt === null && !isAdHoc(position))
      .map((round) => [fold(round.label), round]),
  );
  const roundRows = rounds.rounds.map((round, position) => {
    const old = open.get(fold(round.label));
    const row = planRoundRow(round, { id: old?.id ?? newId(), catalogueId, position });
    if (old === undefined) return { round, isNew: true, row };
    if (row.dueOn !== null) return { round, isNew: false, row };
    // The office has set the day of a round that its document leaves undated.
    const upwardDueOn = row.upwardDueOn ?? old.upwardDueOn;
    return { round, isNew: false, row: { ...row, dueOn: old.dueOn, upwardDueOn } };
  });
  const named = new Set(rounds.rounds.map(({ label }) => fold(label)));

  const assignments = comparison.tasks.map(({ before }, at) =>
    changeAssignments(before?.content ?? null, rows[at]?.assignments ?? [], bodyOf),
  );
  const next: NextVersion = {
    document: planDocumentRow(file.document, documentId, making.now),
    catalogue: {
      id: catalogueId,
      documentId,
      scopeStartOn: scope.startOn,
      scopeEndOn: scope.endOn,
      currentVersion: version,
      publishedAt: making.now,
      consolidatingUnitId:
        file.catalogue.consolidating_unit === null ? null : bodyOf(file.catalogue.consolidating_unit).unitId,
      adjustmentRoute: file.catalogue.adjustment_route,
      difficultyRoute: file.catalogue.difficulty_route,
      adHocReports: file.catalogue.ad_hoc_reports,
    },
    version: {
      catalogueId,
      number: version,
      publishedAt: making.now,
      publishedBy: making.publishedBy,
      reason: "amended",
      documentId,
    },
    sections: {
      added: sections.filter(({ id }) => !known.has(id)),
      kept: sections.filter(({ id }) => known.has(id)),
    },
    tasks: {
      added: rows.map(({ task }) => task).filter(({ id }) => !isKept.has(id)),
      kept: rows.map(({ task }) => task).filter(({ id }) => isKept.has(id)),
      withdrawn: comparison.removed.map(({ id }) => id),
    },
    revisions: rows.map(({ revision }) => revision),
    timeFrames: rows.map(({ timeFrame }) => timeFrame),
    targets: rows.flatMap(({ targets }) => targets),
    assignments: {
      added: assignments.flatMap(({ added }) => added),
      ended: assignments.flatMap(({ ended }, at) =>
        ended.map((body) => ({ taskId: tasks[at]?.id ?? "", ...body })),
      ),
      lastOn: addDays(fromOn, -1),
    },
    rounds: {
      added: roundRows.filter(({ isNew }) => isNew).map(({ row }) => row),
      kept: roundRows.filter(({ isNew }) => !isNew).map(({ row }) => row),
      closed: [...open.values()].filter(({ label }) => !named.has(fold(label))).map(({ id }) => id),
    },
    reporters: roundRows.flatMap(({ round, row }) =>
      round.fromUnits.map((name) => ({ id: newId(), roundId: row.id, ...bodyOf(name) })),
    ),
  };
  return { next, rounds };
};

/**
 * What the document changed against its own last version. Whom the administrator assigned beside it stays: the
 * document says nothing of them.
 */
const changeAssignments = (
  before: FileTask | null,
  now: NextVersion["assignments"]["added"],
  bodyOf: (name: string) => BodyIds,
) => {
  const key = (
    lead: boolean,
    body: { unitId?: string | null | undefined; groupId?: string | null | undefined },
  ) => `${lead} ${body.unitId ?? ""} ${body.groupId ?? ""}`;
  const old = [
    ...(before?.lead_units ?? []).map((name) => ({ lead: true, ...bodyOf(name) })),
    ...(before?.coordinating_units ?? []).map((name) => ({ lead: false, ...bodyOf(name) })),
  ];
  const had = new Set(old.map((body) => key(body.lead, body)));
  const has = new Set(now.map((row) => key(row.role === "lead", row)));
  return {
    added: now.filter((row) => !had.has(key(row.role === "lead", row))),
    ended: old.filter((body) => !has.has(key(body.lead, body))),
  };
};
