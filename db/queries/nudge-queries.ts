import { and, desc, eq, gte, isNotNull, lt, type SQL, sql } from "drizzle-orm";
import { catalogue, document, task } from "../schema/catalogues.ts";
import { outboxMessage } from "../schema/conversations.ts";
import { member } from "../schema/members.ts";
import { nudge } from "../schema/nudges.ts";
import { reportingRound } from "../schema/reporting.ts";
import { unit } from "../schema/units.ts";
import type { TenantTx } from "../scope.ts";

/** Names for the operator's eyes: they stand in the member's row alone. */
export const selectMemberNames = async (tx: TenantTx): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.db
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.organizationId, tx.organizationId), isNotNull(member.name)));
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name]])));
};

/** What became of a nudge: by the message that carries it, or why there was none. */
export const NUDGE_OUTCOMES = ["waiting", "sent", "failed", "silent", "withdrawn"] as const;
export type NudgeOutcome = (typeof NUDGE_OUTCOMES)[number];

export type NudgeFilter = {
  readonly unitId?: string | undefined;
  readonly memberId?: string | undefined;
  readonly taskId?: string | undefined;
  readonly roundId?: string | undefined;
  readonly outcome?: NudgeOutcome | undefined;
  /** When it was decided: from that instant on, before the other. */
  readonly since?: Date | undefined;
  readonly before?: Date | undefined;
  /** Older than that one. */
  readonly after: string | null;
  readonly limit: number;
};

const outcome: SQL<NudgeOutcome> = sql<NudgeOutcome>`case
  when ${nudge.outcome} = 'skipped' then 'silent'
  when ${nudge.outcome} = 'withdrawn' or ${outboxMessage.state} = 'withdrawn' then 'withdrawn'
  when ${outboxMessage.state} in ('sent', 'failed') then ${outboxMessage.state}
  else 'waiting' end`;

/** The ledger, newest first. */
export const selectNudges = (tx: TenantTx, filter: NudgeFilter) =>
  tx.db
    .select({
      id: nudge.id,
      outcome,
      reason: nudge.reason,
      rung: nudge.rung,
      dueOn: nudge.dueOn,
      plannedFor: nudge.plannedFor,
      decidedAt: nudge.decidedAt,
      subjectKind: nudge.subjectKind,
      subjectId: nudge.subjectId,
      taskNumber: task.number,
      taskTitle: task.shortTitle,
      roundLabel: reportingRound.label,
      documentNumber: document.number,
      restricted: document.restricted,
      unitId: nudge.unitId,
      unitName: unit.name,
      role: nudge.role,
      memberId: nudge.memberId,
      memberName: member.name,
      messageId: nudge.outboxId,
      attempts: outboxMessage.attempts,
      failure: outboxMessage.failure,
      sentAt: outboxMessage.sentAt,
    })
    .from(nudge)
    .innerJoin(unit, and(eq(unit.organizationId, nudge.organizationId), eq(unit.id, nudge.unitId)))
    .leftJoin(outboxMessage, eq(outboxMessage.id, nudge.outboxId))
    .leftJoin(member, and(eq(member.organizationId, nudge.organizationId), eq(member.id, nudge.memberId)))
    .leftJoin(task, and(eq(task.organizationId, nudge.organizationId), eq(task.id, nudge.subjectId)))
    .leftJoin(
      reportingRound,
      and(eq(reportingRound.organizationId, nudge.organizationId), eq(reportingRound.id, nudge.subjectId)),
    )
    .leftJoin(
      catalogue,
      and(
        eq(catalogue.organizationId, nudge.organizationId),
        sql`${catalogue.id} = coalesce(${task.catalogueId}, ${reportingRound.catalogueId}, ${nudge.subjectId})`,
      ),
    )
    .leftJoin(
      document,
      and(eq(document.organizationId, catalogue.organizationId), eq(document.id, catalogue.documentId)),
    )
    .where(
      and(
        eq(nudge.organizationId, tx.organizationId),
        filter.unitId === undefined ? undefined : eq(nudge.unitId, filter.unitId),
        filter.memberId === undefined ? undefined : eq(nudge.memberId, filter.memberId),
        filter.taskId === undefined
          ? undefined
          : and(eq(nudge.subjectKind, "task"), eq(nudge.subjectId, filter.taskId)),
        filter.roundId === undefined
          ? undefined
          : and(eq(nudge.subjectKind, "round"), eq(nudge.subjectId, filter.roundId)),
        filter.outcome === undefined ? undefined : sql`${outcome} = ${filter.outcome}`,
        filter.since === undefined ? undefined : gte(nudge.decidedAt, filter.since),
        filter.before === undefined ? undefined : lt(nudge.decidedAt, filter.before),
        filter.after === null ? undefined : lt(nudge.id, filter.after),
      ),
    )
    .orderBy(desc(nudge.id))
    .limit(filter.limit);

/** What was said already, as planning counts it. */
export const selectOwnLedger = (tx: TenantTx) =>
  tx.db
    .select({
      subjectKind: nudge.subjectKind,
      subjectId: nudge.subjectId,
      unitId: nudge.unitId,
      dueOn: nudge.dueOn,
      recipient: nudge.recipient,
      memberId: nudge.memberId,
      rung: nudge.rung,
      outcome: nudge.outcome,
      decidedAt: nudge.decidedAt,
    })
    .from(nudge)
    .where(eq(nudge.organizationId, tx.organizationId));
