import { and, eq } from "drizzle-orm";
import { catalogue } from "../schema/catalogues.ts";
import type { TenantTx } from "../scope.ts";

/** The unit that consolidates the reports of that catalogue; null where the document names none. */
export const selectConsolidatingUnitId = async (tx: TenantTx, catalogueId: string): Promise<string | null> =>
  (
    await tx.db
      .select({ unitId: catalogue.consolidatingUnitId })
      .from(catalogue)
      .where(and(eq(catalogue.organizationId, tx.organizationId), eq(catalogue.id, catalogueId)))
  )[0]?.unitId ?? null;
