import { z } from "zod";
import { insertCatalogue, selectDocumentNames } from "../../db/queries/catalogue-load-queries.ts";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import {
  insertAliases,
  insertGroupMembers,
  insertGroups,
  insertUnits,
  selectGroups,
  selectUnits,
} from "../../db/queries/unit-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { may } from "../members/permissions.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { foldVietnamese } from "../shared/normalise-vietnamese.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import type { UseCase, Work } from "../shared/work.ts";
import { listNamedUnits } from "../units/list-units.ts";
import { type CatalogueFile, catalogueFileSchema } from "./catalogue-file.ts";
import { countTasks } from "./file-task.ts";
import { type CatalogueWarning, lintLoadedCatalogue } from "./lint-loaded-catalogue.ts";
import { type PlacedUnits, placeUnits } from "./place-units.ts";
import { planCatalogueRows, validFrom } from "./plan-catalogue-rows.ts";

export type LoadedCatalogue = {
  readonly catalogueId: string;
  readonly documentId: string;
  readonly tasks: number;
  readonly rounds: number;
  /** The scope does not cover today: past ones are closed and read-only. */
  readonly closed: boolean;
  /** From when its assignments hold. */
  readonly validFrom: LocalDate;
  /** What the document leaves open: told to the administrator, never repaired. */
  readonly warnings: readonly CatalogueWarning[];
};

/**
 * Publishes the first version of a catalogue from a file: units, groups, spellings, document, sections, tasks,
 * time frames, targets, assignments and rounds, together or not at all.
 * Refuses `not_allowed`, `catalogue_invalid` (path, problem, name), `catalogue_exists`.
 */
export const loadCatalogue: UseCase<unknown, LoadedCatalogue> = async (work, raw) => {
  if (!may(work.actor, "load-catalogue")) return refuse("not_allowed");
  const parsed = readCatalogueFile(raw);
  if (!parsed.ok) return parsed;
  const file = parsed.value;

  await lockOrganization(work.tx);
  const known = await selectDocumentNames(work.tx);
  const folded = foldVietnamese(file.document.title);
  if (known.some(({ number, title }) => number === file.document.number && foldVietnamese(title) === folded))
    return refuse("catalogue_exists");

  const placed = placeUnits(file, await listNamedUnits(work.tx), work.newId, foldVietnamese);
  const { rows, rounds } = planCatalogueRows(file, placed, {
    now: work.now,
    publishedBy: work.actor.kind === "member" ? (work.actor.current?.id ?? null) : null,
    newId: work.newId,
    fold: foldVietnamese,
  });
  await insertPlacedUnits(work, file, placed);
  await insertCatalogue(work.tx, rows);
  const tasks = countTasks(file.catalogue.tasks);
  await recordAuditEntry(
    work,
    "catalogue-loaded",
    { kind: "catalogue", id: rows.catalogue.id },
    { documentId: rows.document.id, tasks, rounds: rows.rounds.length },
  );
  const { start_on, end_on } = file.catalogue.scope;
  return ok({
    catalogueId: rows.catalogue.id,
    documentId: rows.document.id,
    tasks,
    rounds: rows.rounds.length,
    closed: work.today < start_on || end_on < work.today,
    validFrom: validFrom(file),
    warnings: lintLoadedCatalogue(file, rounds, await loadConfirmed(work, placed)),
  });
};

export const loadConfirmed = async (work: Work, placed: PlacedUnits): Promise<(group: string) => boolean> => {
  const confirmed = new Set(
    (await selectGroups(work.tx)).filter(({ confirmedAt }) => confirmedAt !== null).map(({ id }) => id),
  );
  return (group) => confirmed.has(placed.byName.get(group)?.id ?? "");
};

const problemSchema = z.object({ problem: z.string(), name: z.string() });

/** Refuses `catalogue_invalid` with the first `path` and `problem`. */
export const readCatalogueFile = (raw: unknown): Result<CatalogueFile> => {
  const parsed = catalogueFileSchema.safeParse(raw);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return refuse("catalogue_invalid", {
    problem: "form",
    name: "",
    path: issue?.path.map(String).join(".") ?? "",
    ...(issue?.code === "custom" ? problemSchema.safeParse(issue.params).data : undefined),
  });
};

/** Units, groups, spellings and proposed members that the office did not have. */
export const insertPlacedUnits = async (
  work: Work,
  file: CatalogueFile,
  placed: PlacedUnits,
): Promise<void> => {
  const positions = (await selectUnits(work.tx)).map(({ position }) => position + 1);
  const first = Math.max(0, ...positions);
  await insertUnits(
    work.tx,
    placed.units.map(({ id, name, folded, short, kind }, at) => ({
      id,
      name,
      foldedName: folded,
      shortName: short,
      kind,
      position: first + at,
      createdAt: work.now,
    })),
  );
  await insertGroups(
    work.tx,
    placed.groups.map(({ id, name, folded, group_of, confirmed }) => ({
      id,
      name,
      foldedName: folded,
      groupOf: group_of,
      confirmedAt: confirmed ? work.now : null,
      createdAt: work.now,
    })),
  );
  await insertAliases(
    work.tx,
    placed.spellings.map(({ unitId, groupId, alias, folded }) => ({
      id: work.newId(),
      unitId,
      groupId,
      alias,
      foldedAlias: folded,
    })),
  );
  await insertGroupMembers(
    work.tx,
    placed.groups.flatMap(({ id, members }) =>
      members.flatMap((name) => {
        const unit = placed.byName.get(name);
        return unit === undefined
          ? []
          : [{ groupId: id, unitId: unit.id, fromOn: validFrom(file), toOn: null }];
      }),
    ),
  );
};
