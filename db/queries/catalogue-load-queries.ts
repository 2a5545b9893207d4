import { and, desc, eq, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
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

/** A statement carries at most 65,535 values; a row here has fewer than 20 columns. */
const ROWS_PER_STATEMENT = 1000;

type Row<Table extends PgTable> = Omit<Table["$inferInsert"], "organizationId">;

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
  const { organizationId } = tx;
  const insert = async <Table extends PgTable>(table: Table, list: readonly Row<Table>[]): Promise<void> => {
    for (let from = 0; from < list.length; from += ROWS_PER_STATEMENT) {
      const rows = list.slice(from, from + ROWS_PER_STATEMENT).map((row) => ({ ...row, organizationId }));
      // The compiler cannot see that every table here has the column that is added.
      await tx.db.insert(table).values(rows as unknown as Table["$inferInsert"][]);
    }
  };
  await insert(document, [all.document]);
  await insert(catalogue, [all.catalogue]);
  await insert(catalogueVersion, [all.version]);
  await insert(section, all.sections);
  await insert(task, all.tasks);
  await insert(taskRevision, all.revisions);
  await insert(timeFrame, all.timeFrames);
  await insert(target, all.targets);
  await insert(assignment, all.assignments);
  await insert(reportingRound, all.rounds);
  await insert(roundReporter, all.reporters);
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
