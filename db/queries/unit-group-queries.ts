import { and, eq, sql } from "drizzle-orm";
import { unitAlias, unitGroup } from "../schema/units.ts";
import type { TenantTx } from "../scope.ts";
import { rows } from "./rows.ts";

export type UnitGroupRow = { id: string; name: string; confirmed: boolean; memberships: unknown };

/** Every group with its dated members. */
export const selectUnitGroups = (tx: TenantTx): Promise<UnitGroupRow[]> =>
  rows<UnitGroupRow>(
    tx,
    sql`select g.id, g.name, g.confirmed_at is not null as confirmed,
               coalesce(jsonb_agg(jsonb_build_object('unitId', m.unit_id, 'fromOn', m.from_on, 'toOn', m.to_on))
                        filter (where m.unit_id is not null), '[]') as memberships
          from unit_group g
          left join unit_group_member m on m.organization_id = g.organization_id and m.group_id = g.id
         where g.organization_id = ${tx.organizationId}::uuid
         group by g.id, g.name, g.confirmed_at`,
  );

export const updateGroup = async (
  tx: TenantTx,
  groupId: string,
  changes: { readonly name: string; readonly foldedName: string },
): Promise<void> => {
  await tx.db
    .update(unitGroup)
    .set(changes)
    .where(and(eq(unitGroup.organizationId, tx.organizationId), eq(unitGroup.id, groupId)));
};

export const deleteGroupAliases = async (tx: TenantTx, groupId: string): Promise<void> => {
  await tx.db
    .delete(unitAlias)
    .where(and(eq(unitAlias.organizationId, tx.organizationId), eq(unitAlias.groupId, groupId)));
};
