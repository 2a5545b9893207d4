import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { apiKey } from "../schema/access.ts";
import type { TenantTx } from "../scope.ts";

export type KeyRow = Omit<typeof apiKey.$inferSelect, "organizationId" | "keyHash">;

export const insertKey = async (
  tx: TenantTx,
  row: Omit<typeof apiKey.$inferInsert, "organizationId">,
): Promise<void> => {
  await tx.db.insert(apiKey).values({ ...row, organizationId: tx.organizationId });
};

export const selectKeys = (tx: TenantTx): Promise<KeyRow[]> =>
  tx.db
    .select({
      id: apiKey.id,
      name: apiKey.name,
      scope: apiKey.scope,
      hint: apiKey.hint,
      createdAt: apiKey.createdAt,
      expiresAt: apiKey.expiresAt,
      lastUsedAt: apiKey.lastUsedAt,
      revokedAt: apiKey.revokedAt,
    })
    .from(apiKey)
    .where(eq(apiKey.organizationId, tx.organizationId))
    .orderBy(asc(apiKey.id));

/** False when there is no such key in force. */
export const markKeyRevoked = async (tx: TenantTx, keyId: string, at: Date): Promise<boolean> =>
  (
    await tx.db
      .update(apiKey)
      .set({ revokedAt: at })
      .where(
        and(eq(apiKey.organizationId, tx.organizationId), eq(apiKey.id, keyId), isNull(apiKey.revokedAt)),
      )
      .returning({ id: apiKey.id })
  ).length === 1;

/** Requests of one key come together: one of them notes the use, the others do not wait for its end. */
export const touchKey = async (tx: TenantTx, keyId: string, at: Date): Promise<void> => {
  const free = tx.db
    .select({ id: apiKey.id })
    .from(apiKey)
    .where(and(eq(apiKey.organizationId, tx.organizationId), eq(apiKey.id, keyId)))
    .for("no key update", { skipLocked: true });
  await tx.db
    .update(apiKey)
    .set({ lastUsedAt: at })
    .where(and(eq(apiKey.organizationId, tx.organizationId), inArray(apiKey.id, free)));
};
