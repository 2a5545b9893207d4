import { and, asc, eq, gt, or } from "drizzle-orm";
import { member } from "../schema/members.ts";
import { organization } from "../schema/organizations.ts";
import type { SystemTx } from "../scope.ts";

export type FoundOrganization = { readonly id: string; readonly code: string; readonly name: string };

const found = { id: organization.id, code: organization.code, name: organization.name };

export const selectOrganizationByCode = async (
  tx: SystemTx,
  code: string,
): Promise<FoundOrganization | null> =>
  (await tx.db.select(found).from(organization).where(eq(organization.code, code)))[0] ?? null;

/** Whether anybody was invited to any office. */
export const hasMembers = async (tx: SystemTx): Promise<boolean> =>
  (await tx.db.select({ id: member.id }).from(member).limit(1)).length > 0;

export type NearOrganization = FoundOrganization & {
  readonly level: "commune" | "district" | "province";
  readonly superiorId: string | null;
};

/** An office and those directly below it: what is public of each, and no more. */
export const selectOrganizationsNear = (
  tx: SystemTx,
  organizationId: string,
  page: { readonly after: string | null; readonly limit: number },
): Promise<NearOrganization[]> =>
  tx.db
    .select({ ...found, level: organization.level, superiorId: organization.superiorId })
    .from(organization)
    .where(
      and(
        or(eq(organization.id, organizationId), eq(organization.superiorId, organizationId)),
        page.after === null ? undefined : gt(organization.id, page.after),
      ),
    )
    .orderBy(asc(organization.id))
    .limit(page.limit);
