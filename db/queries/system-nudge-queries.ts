import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { outboxMessage } from "../schema/conversations.ts";
import { tick } from "../schema/installation.ts";
import { nudge } from "../schema/nudges.ts";
import { organization } from "../schema/organizations.ts";
import type { SystemTx } from "../scope.ts";
import { listOf, records, rows, setOf } from "./rows.ts";
import { namedRows, type PlanningSelection } from "./system-planning-office-queries.ts";

/** One planner at a time; whoever comes second sees what the first has recorded. Held to the end of the transaction. */
export const lockPlanning = async (tx: SystemTx): Promise<void> => {
  await tx.db.execute(sql`select pg_advisory_xact_lock(7305911031)`);
};

export type LedgerRow = Pick<
  typeof nudge.$inferSelect,
  | "organizationId"
  | "id"
  | "subjectKind"
  | "subjectId"
  | "unitId"
  | "role"
  | "dueOn"
  | "recipient"
  | "memberId"
  | "rung"
  | "outcome"
  | "reason"
  | "outboxId"
> & { readonly plannedFor: string; readonly decidedAt: string };

/** What was said; of chosen tasks only what was said of them, and who was told anything since an instant. */
export const selectLedger = (
  tx: SystemTx,
  { organizationIds, tasks }: Pick<PlanningSelection, "organizationIds" | "tasks">,
  since: Date,
): Promise<readonly LedgerRow[]> => {
  const offices = sql`n.organization_id = any(${listOf(organizationIds)})`;
  const chosen =
    tasks === null
      ? sql`select n.* from nudge n where ${offices}`
      : sql`select it.* from ${namedRows(tasks, sql`nudge`, sql`it.subject_kind = 'task' and it.subject_id`)}
            union all
            select n.* from unnest(${listOf(organizationIds)}) office(id)
              cross join lateral (select * from nudge n
                                   where n.organization_id = office.id and n.decided_at >= ${since.toISOString()}::timestamptz
                                     and n.outcome = 'queued' offset 0) n`;
  return records(
    tx,
    sql`select organization_id as "organizationId", id, subject_kind as "subjectKind", subject_id as "subjectId",
               unit_id as "unitId", role, due_on as "dueOn", recipient, member_id as "memberId", rung, outcome, reason,
               planned_for as "plannedFor", decided_at as "decidedAt", outbox_id as "outboxId"
          from (${chosen}) said`,
  );
};

/** Digests that have not left. Locked, so that delivery cannot take one while it is being taken back. */
export const lockQueuedDigests = async (tx: SystemTx, organizationIds: readonly string[]) =>
  tx.db
    .select({ id: outboxMessage.id, notBefore: outboxMessage.notBefore })
    .from(outboxMessage)
    .where(
      and(
        sql`${outboxMessage.organizationId} = any(${listOf(organizationIds)})`,
        eq(outboxMessage.state, "queued"),
        eq(outboxMessage.purpose, "nudge"),
        isNotNull(outboxMessage.memberId),
      ),
    )
    .orderBy(asc(outboxMessage.sequence))
    .for("update", { skipLocked: true });

export type NewLedgerRow = Omit<typeof nudge.$inferInsert, "withdrawnAt">;

/**
 * Each subject, recipient, rung and due date once. A row that was skipped or withdrawn becomes queued when the
 * reason has gone (a claim was returned); a queued one is never written again. Returns how many were written.
 */
export const recordNudges = async (
  tx: SystemTx,
  ledger: readonly NewLedgerRow[],
): Promise<{ readonly queued: number; readonly skipped: number }> => {
  if (ledger.length === 0) return { queued: 0, skipped: 0 };
  const [written] = await rows<{ queued: number; skipped: number }>(
    tx,
    sql`with written as (
          insert into nudge as kept (organization_id, id, subject_kind, subject_id, unit_id, role, recipient, member_id,
                                     rung, due_on, outcome, reason, planned_for, decided_at, outbox_id)
          select "organizationId"::uuid, id::uuid, "subjectKind", "subjectId"::uuid, "unitId"::uuid, role, recipient,
                 "memberId"::uuid, rung, "dueOn"::date, outcome, reason, "plannedFor"::timestamptz,
                 "decidedAt"::timestamptz, "outboxId"::uuid
            from ${setOf(ledger, LEDGER_COLUMNS)}
          on conflict (organization_id, subject_kind, subject_id, unit_id, recipient, rung, due_on) do update
            set id = excluded.id, role = excluded.role, outcome = excluded.outcome, reason = excluded.reason,
                planned_for = excluded.planned_for, decided_at = excluded.decided_at, outbox_id = excluded.outbox_id
          where kept.outcome <> 'queued' and excluded.outcome = 'queued'
          returning outcome)
        select (count(*) filter (where outcome = 'queued'))::int as queued,
               (count(*) filter (where outcome <> 'queued'))::int as skipped from written`,
  );
  return written ?? { queued: 0, skipped: 0 };
};

const LEDGER_COLUMNS = [
  "organizationId",
  "id",
  "subjectKind",
  "subjectId",
  "unitId",
  "role",
  "recipient",
  "memberId",
  "rung",
  "dueOn",
  "outcome",
  "reason",
  "plannedFor",
  "decidedAt",
  "outboxId",
] as const satisfies readonly (keyof NewLedgerRow)[];

export type NewDigest = {
  readonly id: string;
  readonly organizationId: string;
  readonly memberId: string;
  readonly locale: "vi" | "en";
  readonly message: unknown;
  readonly subject: unknown;
};

/** All of them made at that instant, to leave at once. */
export const insertDigests = async (
  tx: SystemTx,
  digests: readonly NewDigest[],
  now: Date,
): Promise<void> => {
  if (digests.length === 0) return;
  const names = ["id", "organizationId", "memberId", "locale", "message", "subject"] as const;
  await tx.db.execute(
    sql`insert into outbox_message (id, organization_id, member_id, locale, purpose, message, subject, state, created_at,
                                    not_before, attempts)
        select id::uuid, "organizationId"::uuid, "memberId"::uuid, locale, 'nudge', message::jsonb, subject::jsonb, 'queued',
               ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz, 0
          from ${setOf(digests, names)}`,
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

/** When the whole office is to be judged again. */
export const setLookAgain = async (
  tx: SystemTx,
  looks: readonly { readonly organizationId: string; readonly on: string | null }[],
): Promise<void> => {
  if (looks.length === 0) return;
  await tx.db.execute(
    sql`update organization set look_again_on = made."on"::date from ${setOf(looks, ["organizationId", "on"])}
         where organization.id = made."organizationId"::uuid`,
  );
};

export type TickAuditEntry = {
  readonly organizationId: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
};

export const insertTickAuditEntries = async (
  tx: SystemTx,
  entries: readonly TickAuditEntry[],
  now: Date,
): Promise<void> => {
  if (entries.length === 0) return;
  const names = ["organizationId", "action", "subjectKind", "subjectId", "details"] as const;
  await tx.db.execute(
    sql`insert into audit_entry (organization_id, at, actor, action, subject_kind, subject_id, details)
        select "organizationId"::uuid, ${now.toISOString()}::timestamptz, 'tick', action, "subjectKind", "subjectId"::uuid,
               details::jsonb
          from ${setOf(entries, names)}`,
  );
};

/** A second run at the same instant keeps the first row: what it added is none. */
export const insertTick = async (
  tx: SystemTx,
  row: { readonly at: Date; readonly queued: number; readonly skipped: number; readonly withdrawn: number },
): Promise<void> => {
  await tx.db.insert(tick).values(row).onConflictDoNothing();
};
