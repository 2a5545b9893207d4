import { and, asc, desc, eq, gte, isNotNull, isNull, lt, lte, sql } from "drizzle-orm";
import { auditEntry } from "../schema/audit.ts";
import type { TenantTx } from "../scope.ts";
import { composed } from "./rows.ts";

export type NewAuditEntry = {
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
};

const newEntry = composed(
  sql`insert into audit_entry (organization_id, at, actor, action, subject_kind, subject_id, details)
      values (${sql.placeholder("organizationId")}, ${sql.placeholder("at")}::timestamptz, ${sql.placeholder("actor")},
              ${sql.placeholder("action")}, ${sql.placeholder("subjectKind")}, ${sql.placeholder("subjectId")},
              ${sql.placeholder("details")}::jsonb)`,
);

export const insertAuditEntry = async (tx: TenantTx, entry: NewAuditEntry): Promise<void> => {
  const { at, details, ...rest } = entry;
  await newEntry(tx, {
    ...rest,
    organizationId: tx.organizationId,
    at: at.toISOString(),
    details: JSON.stringify(details),
  });
};

const columns = {
  organizationId: auditEntry.organizationId,
  sequence: auditEntry.sequence,
  at: auditEntry.at,
  actor: auditEntry.actor,
  action: auditEntry.action,
  subjectKind: auditEntry.subjectKind,
  subjectId: auditEntry.subjectId,
  details: auditEntry.details,
  hash: auditEntry.hash,
  chainPosition: auditEntry.chainPosition,
};

export type AuditFilter = {
  readonly action?: string | undefined;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly actor?: string | undefined;
  readonly since?: Date | undefined;
  readonly before?: Date | undefined;
  /** Places of the chain: above the one, below the other. */
  readonly above?: number | undefined;
  readonly below?: number | undefined;
  readonly rising: boolean;
  readonly limit: number;
};

/** Links of the office's chain in their order, or backwards; by its index. */
export const selectAuditEntries = (tx: TenantTx, filter: AuditFilter) =>
  tx.db
    .select(columns)
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.organizationId, tx.organizationId),
        isNotNull(auditEntry.chainPosition),
        filter.above === undefined ? undefined : gte(auditEntry.chainPosition, filter.above + 1),
        filter.below === undefined ? undefined : lte(auditEntry.chainPosition, filter.below - 1),
        filter.action === undefined ? undefined : eq(auditEntry.action, filter.action),
        filter.subjectKind === undefined ? undefined : eq(auditEntry.subjectKind, filter.subjectKind),
        filter.subjectId === undefined ? undefined : eq(auditEntry.subjectId, filter.subjectId),
        filter.actor === undefined ? undefined : eq(auditEntry.actor, filter.actor),
        filter.since === undefined ? undefined : gte(auditEntry.at, filter.since),
        filter.before === undefined ? undefined : lt(auditEntry.at, filter.before),
      ),
    )
    .orderBy(filter.rising ? asc(auditEntry.chainPosition) : desc(auditEntry.chainPosition))
    .limit(filter.limit);

/** What was written and waits for the tick to chain it. */
export const countUnchained = (tx: TenantTx): Promise<number> =>
  tx.db.$count(auditEntry, and(eq(auditEntry.organizationId, tx.organizationId), isNull(auditEntry.hash)));
