import { eq } from "drizzle-orm";
import { apiKey } from "../schema/access.ts";
import type { SystemTx } from "../scope.ts";

export type FoundKey = Pick<
  typeof apiKey.$inferSelect,
  "organizationId" | "id" | "scope" | "expiresAt" | "lastUsedAt" | "revokedAt"
>;

export const findKeyByHash = async (tx: SystemTx, keyHash: string): Promise<FoundKey | null> =>
  (
    await tx.db
      .select({
        organizationId: apiKey.organizationId,
        id: apiKey.id,
        scope: apiKey.scope,
        expiresAt: apiKey.expiresAt,
        lastUsedAt: apiKey.lastUsedAt,
        revokedAt: apiKey.revokedAt,
      })
      .from(apiKey)
      .where(eq(apiKey.keyHash, keyHash))
  )[0] ?? null;
