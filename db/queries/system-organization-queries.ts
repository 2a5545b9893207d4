import { eq } from "drizzle-orm";
import { organization } from "../schema/organizations.ts";
import type { SystemTx } from "../scope.ts";

export type FoundOrganization = { readonly id: string; readonly code: string; readonly name: string };

const found = { id: organization.id, code: organization.code, name: organization.name };

export const selectOrganizationByCode = async (
  tx: SystemTx,
  code: string,
): Promise<FoundOrganization | null> =>
  (await tx.db.select(found).from(organization).where(eq(organization.code, code)))[0] ?? null;
