import { and, eq, isNotNull } from "drizzle-orm";
import { member } from "../schema/members.ts";
import type { TenantTx } from "../scope.ts";

/** Names for the operator's eyes: they stand in the member's row alone. */
export const selectMemberNames = async (tx: TenantTx): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.db
    .select({ id: member.id, name: member.name })
    .from(member)
    .where(and(eq(member.organizationId, tx.organizationId), isNotNull(member.name)));
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name]])));
};
