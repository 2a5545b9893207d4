import type { NewCatalogue } from "../../db/queries/catalogue-load-queries.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { hasOwnLadder, resolveDueDate } from "../time-frames/resolve-due-date.ts";
import { isInvitedKind } from "../units/unit.ts";
import type { CatalogueFile } from "./catalogue-file.ts";
import { describeTimeFrame, extrasOfTimeFrame } from "./describe-time-frame.ts";
import type { PlacedUnits } from "./place-units.ts";
import { type PlannedRounds, planRounds } from "./plan-rounds.ts";

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
  const bodyOf = (name: string): { unitId: string | null; groupId: string | null } => {
    const body = placed.byName.get(name);
    return {
      unitId: body?.kind === "unit" ? body.id : null,
      groupId: body?.kind === "group" ? body.id : null,
    };
  };
  const kinds = new Map<string, string>(file.units.map(({ name, kind }) => [name, kind]));

  const tasks = catalogue.tasks.map((task, position) => {
    const frame = describeTimeFrame(task.time_frame);
    return {
      id: idIn(taskIds, task.number),
      catalogueId,
      sectionId: idIn(sectionIds, task.section),
      parentId: task.parent === null ? null : idIn(taskIds, task.parent),
      number: task.number,
      position,
      shortTitle: task.short_title,
      searchText: fold(`${task.short_title} ${task.wording ?? ""}`),
      wording: task.wording ?? null,
      isHeading: task.is_heading,
      dueOn: resolveDueDate(frame),
      hasLadder: hasOwnLadder(frame),
      withdrawnAt: null,
    };
  });

  const scope = { startOn: catalogue.scope.start_on, endOn: catalogue.scope.end_on };
  const rounds = planRounds(catalogue, scope, fromOn);
  const roundRows = rounds.rounds.map((round, position) => ({ round, position, id: newId() }));

  const rows: NewCatalogue = {
    document: {
      id: documentId,
      kind: document.kind,
      number: document.number,
      issuedOn: document.issued_on,
      issuer: document.issuer,
      title: document.title,
      superiors: document.parent_documents.map(({ number, date, issuer, text }) => ({
        number,
        date,
        issuer,
        text,
      })),
      restricted: document.restricted,
      createdAt: making.now,
    },
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
    },
    sections: catalogue.sections.map(({ number, short_title }, position) => ({
      id: idIn(sectionIds, number),
      catalogueId,
      number,
      title: short_title,
      position,
    })),
    tasks,
    revisions: tasks.map(({ id, number, shortTitle, dueOn }) => ({
      taskId: id,
      version: FIRST_VERSION,
      number,
      shortTitle,
      dueOn,
      inForceFrom: fromOn,
    })),
    timeFrames: catalogue.tasks.map(({ number, time_frame: frame }) => ({
      taskId: idIn(taskIds, number),
      position: 0,
      phrase: frame.text,
      kind: frame.kind,
      date: frame.date,
      exclusive: frame.exclusive,
      startOn: frame.start_on,
      endOn: frame.end_on,
      recurs: frame.recurs,
      parts: extrasOfTimeFrame(frame),
    })),
    targets: catalogue.tasks.flatMap(({ number, targets }) =>
      targets.map(({ text, ...meaning }, position) => ({
        taskId: idIn(taskIds, number),
        position,
        phrase: text,
        meaning,
      })),
    ),
    assignments: catalogue.tasks.flatMap((task) => {
      const parts = new Map((task.coordination_roles ?? []).map(({ unit, role }) => [unit, role]));
      const line = (name: string, role: "lead" | "coordinating" | "invited") => ({
        id: newId(),
        taskId: idIn(taskIds, task.number),
        role,
        ...bodyOf(name),
        part: role === "lead" ? null : (parts.get(name) ?? null),
        fromOn,
        toOn: null,
      });
      return [
        ...task.lead_units.map((name) => line(name, "lead")),
        ...task.coordinating_units.map((name) =>
          line(name, isInvitedKind(kinds.get(name) ?? "") ? "invited" : "coordinating"),
        ),
      ];
    }),
    rounds: roundRows.map(({ round, position, id }) => ({
      id,
      catalogueId,
      label: round.label,
      phrase: round.phrase,
      position,
      windowStartOn: round.windowStartOn,
      cutOffOn: null,
      dueOn: round.dueOn,
      upwardDueOn: round.upwardDueOn,
      closedAt: null,
    })),
    reporters: roundRows.flatMap(({ round, id }) =>
      round.fromUnits.map((name) => ({ id: newId(), roundId: id, ...bodyOf(name) })),
    ),
  };
  return { rows, rounds };
};
