import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { assignment, catalogue, document, section, task } from "../schema/catalogues.ts";
import { completionClaim, progressUpdate, taskAcknowledgement } from "../schema/progress.ts";
import { obligation, reportingRound, roundReporter } from "../schema/reporting.ts";
import type { SystemTx } from "../scope.ts";

import type { PlanningSelection } from "./system-planning-office-queries.ts";

/** The catalogues in force with their tasks, who leads them, and the open rounds. */
export const planningCatalogues = async (tx: SystemTx, selection: PlanningSelection) => {
  const inForce = and(
    inArray(catalogue.organizationId, [...selection.organizationIds]),
    lte(catalogue.scopeStartOn, selection.to),
    gte(catalogue.scopeEndOn, selection.from),
  );
  const ofCatalogue = (organizationId: unknown, catalogueId: unknown) =>
    sql`(${organizationId}, ${catalogueId}) in (select ${catalogue.organizationId}, ${catalogue.id} from ${catalogue} where ${inForce})`;
  const openRound = and(
    ofCatalogue(reportingRound.organizationId, reportingRound.catalogueId),
    isNull(reportingRound.closedAt),
    isNotNull(reportingRound.dueOn),
  );
  const ofRound = (organizationId: unknown, roundId: unknown) =>
    sql`(${organizationId}, ${roundId}) in (select ${reportingRound.organizationId}, ${reportingRound.id} from ${reportingRound} where ${openRound})`;
  const standingTask = and(
    ofCatalogue(task.organizationId, task.catalogueId),
    eq(task.isHeading, false),
    isNull(task.withdrawnAt),
  );
  const ofTask = (organizationId: unknown, taskId: unknown) =>
    sql`(${organizationId}, ${taskId}) in (select ${task.organizationId}, ${task.id} from ${task} where ${standingTask})`;
  return {
    catalogues: await tx.db
      .select({
        organizationId: catalogue.organizationId,
        id: catalogue.id,
        documentNumber: document.number,
        restricted: document.restricted,
        publishedAt: catalogue.publishedAt,
        scopeStartOn: catalogue.scopeStartOn,
        scopeEndOn: catalogue.scopeEndOn,
        consolidatingUnitId: catalogue.consolidatingUnitId,
      })
      .from(catalogue)
      .innerJoin(
        document,
        and(eq(document.organizationId, catalogue.organizationId), eq(document.id, catalogue.documentId)),
      )
      .where(inForce),
    tasks: await tx.db
      .select({
        organizationId: task.organizationId,
        id: task.id,
        catalogueId: task.catalogueId,
        number: task.number,
        shortTitle: task.shortTitle,
        dueOn: task.dueOn,
        hasLadder: task.hasLadder,
      })
      .from(task)
      .innerJoin(
        section,
        and(eq(section.organizationId, task.organizationId), eq(section.id, task.sectionId)),
      )
      .where(standingTask)
      .orderBy(asc(section.position), asc(task.position)),
    leads: await tx.db
      .select({
        organizationId: assignment.organizationId,
        taskId: assignment.taskId,
        unitId: assignment.unitId,
        groupId: assignment.groupId,
        fromOn: assignment.fromOn,
        toOn: assignment.toOn,
      })
      .from(assignment)
      .where(and(eq(assignment.role, "lead"), ofTask(assignment.organizationId, assignment.taskId))),
    rounds: await tx.db
      .select({
        organizationId: reportingRound.organizationId,
        id: reportingRound.id,
        catalogueId: reportingRound.catalogueId,
        label: reportingRound.label,
        windowStartOn: reportingRound.windowStartOn,
        dueOn: reportingRound.dueOn,
      })
      .from(reportingRound)
      .where(openRound),
    reporters: await tx.db
      .select({
        organizationId: roundReporter.organizationId,
        roundId: roundReporter.roundId,
        unitId: roundReporter.unitId,
        groupId: roundReporter.groupId,
      })
      .from(roundReporter)
      .where(ofRound(roundReporter.organizationId, roundReporter.roundId)),
    exclusions: await tx.db
      .select({
        organizationId: obligation.organizationId,
        roundId: obligation.roundId,
        unitId: obligation.unitId,
      })
      .from(obligation)
      .where(
        and(isNotNull(obligation.excludedReason), ofRound(obligation.organizationId, obligation.roundId)),
      ),
    notes: await tx.db
      .select({
        organizationId: progressUpdate.organizationId,
        taskId: progressUpdate.taskId,
        unitId: progressUpdate.unitId,
        notedOn: sql<string[]>`array_agg(distinct ${progressUpdate.notedOn}::text)`,
      })
      .from(progressUpdate)
      .where(
        and(
          isNull(progressUpdate.replacedById),
          isNull(progressUpdate.withdrawnAt),
          ofTask(progressUpdate.organizationId, progressUpdate.taskId),
        ),
      )
      .groupBy(progressUpdate.organizationId, progressUpdate.taskId, progressUpdate.unitId),
    claims: await tx.db
      .select({
        organizationId: completionClaim.organizationId,
        taskId: completionClaim.taskId,
        unitId: completionClaim.unitId,
        state: completionClaim.state,
        claimedAt: completionClaim.claimedAt,
      })
      .from(completionClaim)
      .where(
        and(
          inArray(completionClaim.state, ["waiting", "confirmed"]),
          ofTask(completionClaim.organizationId, completionClaim.taskId),
        ),
      )
      .orderBy(asc(completionClaim.claimedAt), asc(completionClaim.id)),
    acknowledgements: await tx.db
      .select({
        organizationId: taskAcknowledgement.organizationId,
        taskId: taskAcknowledgement.taskId,
        unitId: taskAcknowledgement.unitId,
      })
      .from(taskAcknowledgement)
      .where(ofTask(taskAcknowledgement.organizationId, taskAcknowledgement.taskId)),
  };
};
