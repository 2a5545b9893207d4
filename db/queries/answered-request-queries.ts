import { and, eq, sql } from "drizzle-orm";
import { answeredRequest } from "../schema/access.ts";
import type { TenantTx } from "../scope.ts";

export type AnsweredRequest = Omit<typeof answeredRequest.$inferSelect, "organizationId">;

/** The same request twice at once: the second waits here until the first has answered. */
export const lockRequest = async (tx: TenantTx, caller: string, idempotencyKey: string): Promise<void> => {
  await tx.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.organizationId} ${caller} ${idempotencyKey}`}, 0))`,
  );
};

export const selectAnsweredRequest = async (
  tx: TenantTx,
  caller: string,
  idempotencyKey: string,
): Promise<AnsweredRequest | null> =>
  (
    await tx.db
      .select({
        caller: answeredRequest.caller,
        idempotencyKey: answeredRequest.idempotencyKey,
        requestHash: answeredRequest.requestHash,
        status: answeredRequest.status,
        headers: answeredRequest.headers,
        body: answeredRequest.body,
        answeredAt: answeredRequest.answeredAt,
      })
      .from(answeredRequest)
      .where(
        and(
          eq(answeredRequest.organizationId, tx.organizationId),
          eq(answeredRequest.caller, caller),
          eq(answeredRequest.idempotencyKey, idempotencyKey),
        ),
      )
  )[0] ?? null;

/** An older answer under the same key has had its day. */
export const saveAnsweredRequest = async (tx: TenantTx, row: AnsweredRequest): Promise<void> => {
  await tx.db
    .insert(answeredRequest)
    .values({ ...row, organizationId: tx.organizationId })
    .onConflictDoUpdate({
      target: [answeredRequest.organizationId, answeredRequest.caller, answeredRequest.idempotencyKey],
      set: {
        requestHash: row.requestHash,
        status: row.status,
        headers: row.headers,
        body: row.body,
        answeredAt: row.answeredAt,
      },
    });
};
