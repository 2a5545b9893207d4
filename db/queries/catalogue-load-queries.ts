import { and, desc, eq, sql } from "drizzle-orm";
import {
  assignment,
  catalogue,
  catalogueVersion,
  document,
  section,
  target,
  task,
  taskRevision,
  timeFrame,
} from "../schema/catalogues.ts";
import { reportingRound, roundReporter } from "../schema/reporting.ts";
import type { TenantTx } from "../scope.ts";
import { insertRows, type Row } from "./rows.ts";

export type NewCatalogue = {
  readonly document: Row<typeof document>;
  readonly catalogue: Row<typeof catalogue>;
  readonly version: Row<typeof catalogueVersion>;
  readonly sections: readonly Row<typeof section>[];
  readonly tasks: readonly Row<typeof task>[];
  readonly revisions: readonly Row<typeof taskRevision>[];
  readonly timeFrames: readonly Row<typeof timeFrame>[];
  readonly targets: readonly Row<typeof target>[];
  readonly assignments: readonly Row<typeof assignment>[];
  readonly rounds: readonly Row<typeof reportingRound>[];
  readonly reporters: readonly Row<typeof roundReporter>[];
};

export const insertCatalogue = async (tx: TenantTx, all: NewCatalogue): Promise<void> => {
  await insertRows(tx, document, [all.document]);
  await insertRows(tx, catalogue, [all.catalogue]);
  await insertRows(tx, catalogueVersion, [all.version]);
  await insertRows(tx, section, all.sections);
  await insertRows(tx, task, all.tasks);
  await insertRows(tx, taskRevision, all.revisions);
  await insertRows(tx, timeFrame, all.timeFrames);
  await insertRows(tx, target, all.targets);
  await insertRows(tx, assignment, all.assignments);
  await insertRows(tx, reportingRound, all.rounds);
  await insertRows(tx, roundReporter, all.reporters);
};

/** Number and title of every document that was loaded. */
export const selectDocumentNames = (
  tx: TenantTx,
): Promise<{ id: string; number: string | null; title: string }[]> =>
  tx.db
    .select({ id: document.id, number: document.number, title: document.title })
    .from(document)
    .where(eq(document.organizationId, tx.organizationId));

/** The unit that gathers the reports: of the catalogue in force that day, else of the one that ended last. */
export const selectConsolidatingUnit = async (tx: TenantTx, on: string): Promise<string | null> =>
  (
    await tx.db
      .select({ unitId: catalogue.consolidatingUnitId })
      .from(catalogue)
      .where(
        and(
          eq(catalogue.organizationId, tx.organizationId),
          sql`${catalogue.consolidatingUnitId} is not null`,
        ),
      )
      .orderBy(
        desc(sql`${catalogue.scopeStartOn} <= ${on}::date and ${catalogue.scopeEndOn} >= ${on}::date`),
        desc(catalogue.scopeEndOn),
        desc(catalogue.publishedAt),
      )
      .limit(1)
  )[0]?.unitId ?? null;
