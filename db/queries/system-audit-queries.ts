import { and, asc, eq, gt, gte, isNotNull, isNull, sql } from "drizzle-orm";
import { auditEntry } from "../schema/audit.ts";
import type { SystemTx } from "../scope.ts";

/** One chain is written by one hand at a time. Held to the end of the transaction. */
export const lockAuditChain = async (tx: SystemTx): Promise<void> => {
  await tx.db.execute(sql`select pg_advisory_xact_lock(7305911032)`);
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

export const selectUnhashed = (tx: SystemTx, limit: number) =>
  tx.db
    .select(columns)
    .from(auditEntry)
    .where(isNull(auditEntry.hash))
    .orderBy(asc(auditEntry.organizationId), asc(auditEntry.sequence))
    .limit(limit);

/** What was written and waits for the tick to chain it. */
export const countUnhashed = (tx: SystemTx): Promise<number> =>
  tx.db.$count(auditEntry, isNull(auditEntry.hash));

/** The end of each office's chain. */
export const selectChainEnds = async (
  tx: SystemTx,
  organizationIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly position: number; readonly hash: string }>> => {
  const ids = sql.join(
    organizationIds.map((id) => sql`(${id}::uuid)`),
    sql`, `,
  );
  const ends =
    organizationIds.length === 0
      ? []
      : await tx.db
          .select({
            organizationId: auditEntry.organizationId,
            position: auditEntry.chainPosition,
            hash: auditEntry.hash,
          })
          .from(sql`(values ${ids}) as asked(id)`)
          .innerJoin(
            auditEntry,
            sql`${auditEntry.organizationId} = asked.id and ${auditEntry.chainPosition} = (
              select max(last.chain_position) from audit_entry last where last.organization_id = asked.id)`,
          );
  return new Map(
    ends.flatMap(({ organizationId, position, hash }) =>
      position === null || hash === null ? [] : [[organizationId, { position, hash }]],
    ),
  );
};

export type HashedEntry = {
  readonly organizationId: string;
  readonly sequence: number;
  readonly position: number;
  readonly hash: string;
};

export const setHashes = async (tx: SystemTx, entries: readonly HashedEntry[]): Promise<void> => {
  if (entries.length === 0) return;
  const values = JSON.stringify(
    entries.map(({ organizationId, sequence, position, hash }) => ({
      organization_id: organizationId,
      sequence,
      position,
      hash,
    })),
  );
  await tx.db.execute(sql`
    update audit_entry set hash = made.hash, chain_position = made.position
    from jsonb_to_recordset(${values}::jsonb)
      as made(organization_id uuid, sequence bigint, position bigint, hash text)
    where audit_entry.organization_id = made.organization_id
      and audit_entry.sequence = made.sequence
      and audit_entry.hash is null`);
};

/** An office's chain in its order, from a position on. */
export const selectChain = (tx: SystemTx, organizationId: string, from: number, limit: number) =>
  tx.db
    .select(columns)
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.organizationId, organizationId),
        isNotNull(auditEntry.hash),
        gte(auditEntry.chainPosition, from),
      ),
    )
    .orderBy(asc(auditEntry.chainPosition))
    .limit(limit);

export const selectChainOwners = async (
  tx: SystemTx,
  after: string | null,
  limit: number,
): Promise<readonly string[]> => {
  const rows = await tx.db
    .selectDistinct({ organizationId: auditEntry.organizationId })
    .from(auditEntry)
    .where(after === null ? undefined : gt(auditEntry.organizationId, after))
    .orderBy(asc(auditEntry.organizationId))
    .limit(limit);
  return rows.map(({ organizationId }) => organizationId);
};
