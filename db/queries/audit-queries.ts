import { auditEntry } from "../schema/audit.ts";
import type { TenantTx } from "../scope.ts";

export type NewAuditEntry = {
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
};

export const insertAuditEntry = async (tx: TenantTx, entry: NewAuditEntry): Promise<void> => {
  await tx.db.insert(auditEntry).values({ organizationId: tx.organizationId, ...entry });
};
