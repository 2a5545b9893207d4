import { and, eq, isNull, lte, or, sql } from "drizzle-orm";
import { assignment, catalogue, catalogueVersion, document, task } from "../schema/catalogues.ts";
import type { TenantTx } from "../scope.ts";
import { rows } from "./rows.ts";

export type AssignableTask = {
  readonly id: string;
  readonly number: string;
  readonly shortTitle: string;
  readonly isHeading: boolean;
  readonly withdrawnAt: Date | null;
  readonly dueOn: string | null;
  readonly catalogueId: string;
  readonly scopeEndOn: string;
  readonly currentVersion: number;
  readonly documentNumber: string | null;
  readonly restricted: boolean;
};

export const selectAssignableTask = async (tx: TenantTx, taskId: string): Promise<AssignableTask | null> =>
  (
    await tx.db
      .select({
        id: task.id,
        number: task.number,
        shortTitle: task.shortTitle,
        isHeading: task.isHeading,
        withdrawnAt: task.withdrawnAt,
        dueOn: task.dueOn,
        catalogueId: task.catalogueId,
        scopeEndOn: catalogue.scopeEndOn,
        currentVersion: catalogue.currentVersion,
        documentNumber: document.number,
        restricted: document.restricted,
      })
      .from(task)
      .innerJoin(
        catalogue,
        and(eq(catalogue.organizationId, task.organizationId), eq(catalogue.id, task.catalogueId)),
      )
      .innerJoin(
        document,
        and(eq(document.organizationId, catalogue.organizationId), eq(document.id, catalogue.documentId)),
      )
      .where(and(eq(task.organizationId, tx.organizationId), eq(task.id, taskId)))
  )[0] ?? null;

export type StandingAssignment = Pick<
  typeof assignment.$inferSelect,
  "id" | "role" | "unitId" | "groupId" | "fromOn"
>;

/** Assignments of a task that hold on that day. */
export const selectStandingAssignments = (
  tx: TenantTx,
  taskId: string,
  on: string,
): Promise<StandingAssignment[]> =>
  tx.db
    .select({
      id: assignment.id,
      role: assignment.role,
      unitId: assignment.unitId,
      groupId: assignment.groupId,
      fromOn: assignment.fromOn,
    })
    .from(assignment)
    .where(
      and(
        eq(assignment.organizationId, tx.organizationId),
        eq(assignment.taskId, taskId),
        lte(assignment.fromOn, on),
        or(isNull(assignment.toOn), sql`${assignment.toOn} >= ${on}::date`),
      ),
    );

export type AssignmentRow = {
  id: string;
  task_id: string;
  role: "lead" | "coordinating" | "invited";
  unit_id: string | null;
  group_id: string | null;
  name: string;
  part: string | null;
  from_on: string;
  to_on: string | null;
};

const assignmentColumns = sql`
  a.id, a.task_id, a.role, a.unit_id, a.group_id, coalesce(u.name, g.name) as name, a.part,
  a.from_on::text as from_on, a.to_on::text as to_on`;
const assignmentJoins = sql`
  assignment a
  left join unit u on u.organization_id = a.organization_id and u.id = a.unit_id
  left join unit_group g on g.organization_id = a.organization_id and g.id = a.group_id`;

/** Every line of a task that ever held, those that ended included, in the order in which they were made. */
export const selectAssignmentsOfTask = (tx: TenantTx, taskId: string): Promise<AssignmentRow[]> =>
  rows<AssignmentRow>(
    tx,
    sql`select ${assignmentColumns} from ${assignmentJoins}
         where a.organization_id = ${tx.organizationId}::uuid and a.task_id = ${taskId}::uuid
         order by a.id`,
  );

export const selectAssignment = async (tx: TenantTx, assignmentId: string): Promise<AssignmentRow | null> =>
  (
    await rows<AssignmentRow>(
      tx,
      sql`select ${assignmentColumns} from ${assignmentJoins}
           where a.organization_id = ${tx.organizationId}::uuid and a.id = ${assignmentId}::uuid`,
    )
  )[0] ?? null;

export const insertAssignment = async (
  tx: TenantTx,
  row: Omit<typeof assignment.$inferInsert, "organizationId">,
): Promise<void> => {
  await tx.db.insert(assignment).values({ ...row, organizationId: tx.organizationId });
};

export const endAssignments = async (tx: TenantTx, ids: readonly string[], lastOn: string): Promise<void> => {
  for (const id of ids)
    await tx.db
      .update(assignment)
      .set({ toOn: lastOn })
      .where(and(eq(assignment.organizationId, tx.organizationId), eq(assignment.id, id)));
};

/** The next version of a catalogue, and the catalogue pointed to it. */
export const insertNextVersion = async (
  tx: TenantTx,
  row: Omit<typeof catalogueVersion.$inferInsert, "organizationId">,
): Promise<void> => {
  await tx.db.insert(catalogueVersion).values({ ...row, organizationId: tx.organizationId });
  await tx.db
    .update(catalogue)
    .set({ currentVersion: row.number })
    .where(and(eq(catalogue.organizationId, tx.organizationId), eq(catalogue.id, row.catalogueId)));
};
