import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { auditEntry } from "../schema/audit.ts";
import { outboxMessage } from "../schema/conversations.ts";
import { tick } from "../schema/installation.ts";
import { nudge } from "../schema/nudges.ts";
import { organization } from "../schema/organizations.ts";
import type { SystemTx } from "../scope.ts";

/** One planner at a time; whoever comes second sees what the first has recorded. Held to the end of the transaction. */
export const lockPlanning = async (tx: SystemTx): Promise<void> => {
  await tx.db.execute(sql`select pg_advisory_xact_lock(7305911031)`);
};

export const selectLedger = (tx: SystemTx, organizationIds: readonly string[]) =>
  tx.db
    .select({
      organizationId: nudge.organizationId,
      id: nudge.id,
      subjectKind: nudge.subjectKind,
      subjectId: nudge.subjectId,
      unitId: nudge.unitId,
      role: nudge.role,
      dueOn: nudge.dueOn,
      recipient: nudge.recipient,
      memberId: nudge.memberId,
      rung: nudge.rung,
      outcome: nudge.outcome,
      reason: nudge.reason,
      plannedFor: nudge.plannedFor,
      decidedAt: nudge.decidedAt,
      outboxId: nudge.outboxId,
    })
    .from(nudge)
    .where(inArray(nudge.organizationId, [...organizationIds]));

/** Digests that have not left. Locked, so that delivery cannot take one while it is being taken back. */
export const lockQueuedDigests = async (tx: SystemTx, organizationIds: readonly string[]) =>
  tx.db
    .select({ id: outboxMessage.id, notBefore: outboxMessage.notBefore })
    .from(outboxMessage)
    .where(
      and(
        inArray(outboxMessage.organizationId, [...organizationIds]),
        eq(outboxMessage.state, "queued"),
        eq(outboxMessage.purpose, "nudge"),
        isNotNull(outboxMessage.memberId),
      ),
    )
    .orderBy(asc(outboxMessage.sequence))
    .for("update", { skipLocked: true });

export type NewLedgerRow = Omit<typeof nudge.$inferInsert, "withdrawnAt">;

/** Postgres takes at most 65,535 parameters in one statement. */
const ROWS_AT_ONCE = 2_000;

/**
 * Each subject, recipient, rung and due date once. A row that was skipped or withdrawn becomes queued when the
 * reason has gone (a claim was returned); a queued one is never written again. Returns the ids that were written.
 */
export const recordNudges = async (
  tx: SystemTx,
  rows: readonly NewLedgerRow[],
): Promise<ReadonlySet<string>> => {
  const written = new Set<string>();
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const inserted = await tx.db
      .insert(nudge)
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .onConflictDoUpdate({
        target: [
          nudge.organizationId,
          nudge.subjectKind,
          nudge.subjectId,
          nudge.unitId,
          nudge.recipient,
          nudge.rung,
          nudge.dueOn,
        ],
        set: {
          id: sql`excluded.id`,
          role: sql`excluded.role`,
          outcome: sql`excluded.outcome`,
          reason: sql`excluded.reason`,
          plannedFor: sql`excluded.planned_for`,
          decidedAt: sql`excluded.decided_at`,
          outboxId: sql`excluded.outbox_id`,
        },
        setWhere: sql`${nudge.outcome} <> 'queued' and excluded.outcome = 'queued'`,
      })
      .returning({ id: nudge.id });
    for (const { id } of inserted) written.add(id);
  }
  return written;
};

export type NewDigest = {
  readonly id: string;
  readonly organizationId: string;
  readonly memberId: string;
  readonly locale: "vi" | "en";
  readonly message: unknown;
  readonly subject: unknown;
  readonly createdAt: Date;
  readonly notBefore: Date;
};

export const insertDigests = async (tx: SystemTx, digests: readonly NewDigest[]): Promise<void> => {
  for (let at = 0; at < digests.length; at += ROWS_AT_ONCE)
    await tx.db.insert(outboxMessage).values(
      digests.slice(at, at + ROWS_AT_ONCE).map((digest) => ({
        ...digest,
        purpose: "nudge" as const,
        state: "queued" as const,
        attempts: 0,
      })),
    );
};

/** Only what is locked by `lockQueuedDigests`. */
export const withdrawDigests = async (tx: SystemTx, outboxIds: readonly string[]): Promise<void> => {
  if (outboxIds.length === 0) return;
  await tx.db
    .update(outboxMessage)
    .set({ state: "withdrawn" })
    .where(and(inArray(outboxMessage.id, [...outboxIds]), eq(outboxMessage.state, "queued")));
};

export const withdrawNudges = async (
  tx: SystemTx,
  organizationId: string,
  nudgeIds: readonly string[],
  reason: string,
): Promise<void> => {
  if (nudgeIds.length === 0) return;
  await tx.db
    .update(nudge)
    .set({ outcome: "withdrawn", reason })
    .where(and(eq(nudge.organizationId, organizationId), inArray(nudge.id, [...nudgeIds])));
};

/** What is still true is said by the later digest. */
export const moveNudges = async (
  tx: SystemTx,
  organizationId: string,
  nudgeIds: readonly string[],
  outboxId: string,
): Promise<void> => {
  if (nudgeIds.length === 0) return;
  await tx.db
    .update(nudge)
    .set({ outboxId })
    .where(and(eq(nudge.organizationId, organizationId), inArray(nudge.id, [...nudgeIds])));
};

export const setLive = async (tx: SystemTx, organizationId: string, liveOn: string): Promise<void> => {
  await tx.db
    .update(organization)
    .set({ liveOn })
    .where(and(eq(organization.id, organizationId), isNull(organization.liveOn)));
};

export const insertTickAuditEntries = async (
  tx: SystemTx,
  entries: readonly {
    readonly organizationId: string;
    readonly at: Date;
    readonly action: string;
    readonly subjectKind: string;
    readonly subjectId: string | null;
    readonly details: Readonly<Record<string, unknown>>;
  }[],
): Promise<void> => {
  for (let at = 0; at < entries.length; at += ROWS_AT_ONCE)
    await tx.db
      .insert(auditEntry)
      .values(entries.slice(at, at + ROWS_AT_ONCE).map((entry) => ({ ...entry, actor: "tick" })));
};

/** A second run at the same instant keeps the first row: what it added is none. */
export const insertTick = async (
  tx: SystemTx,
  row: { readonly at: Date; readonly queued: number; readonly skipped: number; readonly withdrawn: number },
): Promise<void> => {
  await tx.db.insert(tick).values(row).onConflictDoNothing();
};
