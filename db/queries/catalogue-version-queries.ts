import { and, eq, inArray, isNull, sql } from "drizzle-orm";
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
import type { NewCatalogue } from "./catalogue-load-queries.ts";
import { insertRows, rows } from "./rows.ts";

export type CatalogueToAmend = {
  id: string;
  current_version: number;
  document_id: string;
  document_number: string | null;
  document_title: string;
  scope_start_on: string;
  scope_end_on: string;
};

/** Every catalogue with its document, the one whose scope ends last first. */
export const selectCataloguesToAmend = (tx: TenantTx): Promise<CatalogueToAmend[]> =>
  rows<CatalogueToAmend>(
    tx,
    sql`select c.id, c.current_version, d.id as document_id, d.number as document_number,
               d.title as document_title, c.scope_start_on::text as scope_start_on,
               c.scope_end_on::text as scope_end_on
          from catalogue c
          join document d on d.organization_id = c.organization_id and d.id = c.document_id
         where c.organization_id = ${tx.organizationId}::uuid
         order by c.scope_end_on desc, c.published_at desc, c.id`,
  );

/** The standing tasks of a catalogue in order, each as the last document said it. */
export const selectVersionTasks = (
  tx: TenantTx,
  catalogueId: string,
): Promise<{ id: string; number: string; content: unknown }[]> =>
  rows(
    tx,
    sql`select t.id, t.number,
               (select r.content from task_revision r
                 where r.organization_id = t.organization_id and r.task_id = t.id
                 order by r.version desc limit 1) as content
          from task t
         where t.organization_id = ${tx.organizationId}::uuid and t.catalogue_id = ${catalogueId}::uuid
           and t.withdrawn_at is null
         order by t.position`,
  );

export const selectSections = (
  tx: TenantTx,
  catalogueId: string,
): Promise<{ id: string; number: string }[]> =>
  tx.db
    .select({ id: section.id, number: section.number })
    .from(section)
    .where(and(eq(section.organizationId, tx.organizationId), eq(section.catalogueId, catalogueId)));

export type StandingRound = Pick<
  typeof reportingRound.$inferSelect,
  "id" | "label" | "position" | "dueOn" | "upwardDueOn" | "windowStartOn" | "closedAt"
>;

export const selectRoundsOfCatalogue = (tx: TenantTx, catalogueId: string): Promise<StandingRound[]> =>
  tx.db
    .select({
      id: reportingRound.id,
      label: reportingRound.label,
      position: reportingRound.position,
      dueOn: reportingRound.dueOn,
      upwardDueOn: reportingRound.upwardDueOn,
      windowStartOn: reportingRound.windowStartOn,
      closedAt: reportingRound.closedAt,
    })
    .from(reportingRound)
    .where(
      and(eq(reportingRound.organizationId, tx.organizationId), eq(reportingRound.catalogueId, catalogueId)),
    )
    .orderBy(reportingRound.position);

type TaskRow = NewCatalogue["tasks"][number];

export type NextVersion = {
  readonly document: NewCatalogue["document"];
  readonly catalogue: NewCatalogue["catalogue"];
  readonly version: NewCatalogue["version"];
  readonly sections: {
    readonly added: NewCatalogue["sections"];
    readonly kept: NewCatalogue["sections"];
  };
  readonly tasks: {
    readonly added: readonly TaskRow[];
    readonly kept: readonly TaskRow[];
    readonly withdrawn: readonly string[];
  };
  /** Of every task of the version. */
  readonly revisions: NewCatalogue["revisions"];
  readonly timeFrames: NewCatalogue["timeFrames"];
  readonly targets: NewCatalogue["targets"];
  readonly assignments: {
    readonly added: NewCatalogue["assignments"];
    readonly ended: readonly {
      readonly taskId: string;
      readonly lead: boolean;
      readonly unitId: string | null;
      readonly groupId: string | null;
    }[];
    /** The last day of those that end. */
    readonly lastOn: string;
  };
  readonly rounds: {
    readonly added: NewCatalogue["rounds"];
    readonly kept: NewCatalogue["rounds"];
    readonly closed: readonly string[];
  };
  /** Of every round of the version. */
  readonly reporters: NewCatalogue["reporters"];
};

/** Writes what a new version changes, at `at`; what it no longer names stays in the history. */
export const writeNextVersion = async (tx: TenantTx, next: NextVersion, at: Date): Promise<void> => {
  const own = eq(catalogue.organizationId, tx.organizationId);
  const catalogueId = next.catalogue.id;
  await insertRows(tx, document, [next.document]);
  const { id: _id, publishedAt: _first, ...changed } = next.catalogue;
  await tx.db
    .update(catalogue)
    .set(changed)
    .where(and(own, eq(catalogue.id, catalogueId)));
  await insertRows(tx, catalogueVersion, [next.version]);
  await insertRows(tx, section, next.sections.added);
  for (const { id, title, position } of next.sections.kept)
    await tx.db
      .update(section)
      .set({ title, position })
      .where(and(eq(section.organizationId, tx.organizationId), eq(section.id, id)));
  await writeTasks(tx, next, at);
  await writeAssignments(tx, next);
  await writeRounds(tx, next, at);
};

const writeTasks = async (tx: TenantTx, { tasks, ...next }: NextVersion, at: Date): Promise<void> => {
  const ownTask = (ids: readonly string[]) =>
    and(eq(task.organizationId, tx.organizationId), inArray(task.id, [...ids]));
  if (tasks.withdrawn.length > 0)
    await tx.db.update(task).set({ withdrawnAt: at }).where(ownTask(tasks.withdrawn));
  const kept = tasks.kept.map(({ id }) => id);
  // Two tasks may change numbers with each other: for a moment none has one that another could need.
  if (kept.length > 0)
    await tx.db
      .update(task)
      .set({ number: sql`'~' || ${task.id}::text`, parentId: null })
      .where(ownTask(kept));
  // Parents before children, added and kept alike: a new heading may take in old tasks.
  const added = new Set(tasks.added.map(({ id }) => id));
  for (const row of [...tasks.added, ...tasks.kept].sort((one, other) => one.position - other.position)) {
    if (added.has(row.id)) {
      await insertRows(tx, task, [row]);
      continue;
    }
    const { id, catalogueId: _catalogue, ...changed } = row;
    await tx.db
      .update(task)
      .set(changed)
      .where(ownTask([id]));
  }
  await insertRows(tx, taskRevision, next.revisions);
  const all = [...kept, ...added];
  if (all.length > 0) {
    const own = (table: typeof timeFrame | typeof target) =>
      and(eq(table.organizationId, tx.organizationId), inArray(table.taskId, all));
    await tx.db.delete(timeFrame).where(own(timeFrame));
    await tx.db.delete(target).where(own(target));
  }
  await insertRows(tx, timeFrame, next.timeFrames);
  await insertRows(tx, target, next.targets);
};

const writeAssignments = async (tx: TenantTx, { assignments }: NextVersion): Promise<void> => {
  for (const { taskId, lead, unitId, groupId } of assignments.ended)
    await tx.db
      .update(assignment)
      .set({ toOn: assignments.lastOn })
      .where(
        and(
          eq(assignment.organizationId, tx.organizationId),
          eq(assignment.taskId, taskId),
          isNull(assignment.toOn),
          lead ? eq(assignment.role, "lead") : sql`${assignment.role} <> 'lead'`,
          unitId === null ? isNull(assignment.unitId) : eq(assignment.unitId, unitId),
          groupId === null ? isNull(assignment.groupId) : eq(assignment.groupId, groupId),
        ),
      );
  await insertRows(tx, assignment, assignments.added);
};

const writeRounds = async (tx: TenantTx, { rounds, reporters }: NextVersion, at: Date): Promise<void> => {
  const ownRound = (ids: readonly string[]) =>
    and(eq(reportingRound.organizationId, tx.organizationId), inArray(reportingRound.id, [...ids]));
  if (rounds.closed.length > 0)
    await tx.db.update(reportingRound).set({ closedAt: at }).where(ownRound(rounds.closed));
  for (const { id, label, phrase, position, dueOn, upwardDueOn } of rounds.kept)
    await tx.db
      .update(reportingRound)
      .set({ label, phrase, position, dueOn, upwardDueOn })
      .where(ownRound([id]));
  await insertRows(tx, reportingRound, rounds.added);
  const kept = rounds.kept.map(({ id }) => id);
  if (kept.length > 0)
    await tx.db
      .delete(roundReporter)
      .where(and(eq(roundReporter.organizationId, tx.organizationId), inArray(roundReporter.roundId, kept)));
  await insertRows(tx, roundReporter, reporters);
};
