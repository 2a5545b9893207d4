import { and, asc, eq, isNull, lte, or, sql } from "drizzle-orm";
import { unit, unitAlias, unitGroup, unitGroupMember } from "../schema/units.ts";
import type { TenantTx } from "../scope.ts";

export type UnitRow = Pick<
  typeof unit.$inferSelect,
  "id" | "name" | "foldedName" | "shortName" | "kind" | "position"
>;
export type GroupRow = Pick<
  typeof unitGroup.$inferSelect,
  "id" | "name" | "foldedName" | "groupOf" | "confirmedAt"
>;
export type AliasRow = Pick<typeof unitAlias.$inferSelect, "unitId" | "groupId" | "alias" | "foldedAlias">;

/** In the documents' order. */
export const selectUnits = (tx: TenantTx): Promise<UnitRow[]> =>
  tx.db
    .select({
      id: unit.id,
      name: unit.name,
      foldedName: unit.foldedName,
      shortName: unit.shortName,
      kind: unit.kind,
      position: unit.position,
    })
    .from(unit)
    .where(eq(unit.organizationId, tx.organizationId))
    .orderBy(asc(unit.position), asc(unit.name));

export const selectGroups = (tx: TenantTx): Promise<GroupRow[]> =>
  tx.db
    .select({
      id: unitGroup.id,
      name: unitGroup.name,
      foldedName: unitGroup.foldedName,
      groupOf: unitGroup.groupOf,
      confirmedAt: unitGroup.confirmedAt,
    })
    .from(unitGroup)
    .where(eq(unitGroup.organizationId, tx.organizationId))
    .orderBy(asc(unitGroup.createdAt), asc(unitGroup.id));

export const selectAliases = (tx: TenantTx): Promise<AliasRow[]> =>
  tx.db
    .select({
      unitId: unitAlias.unitId,
      groupId: unitAlias.groupId,
      alias: unitAlias.alias,
      foldedAlias: unitAlias.foldedAlias,
    })
    .from(unitAlias)
    .where(eq(unitAlias.organizationId, tx.organizationId))
    .orderBy(asc(unitAlias.id));

export type NewUnit = Omit<typeof unit.$inferInsert, "organizationId">;
export const insertUnits = async (tx: TenantTx, units: readonly NewUnit[]): Promise<void> => {
  if (units.length === 0) return;
  await tx.db.insert(unit).values(units.map((row) => ({ ...row, organizationId: tx.organizationId })));
};

export type NewGroup = Omit<typeof unitGroup.$inferInsert, "organizationId">;
export const insertGroups = async (tx: TenantTx, groups: readonly NewGroup[]): Promise<void> => {
  if (groups.length === 0) return;
  await tx.db.insert(unitGroup).values(groups.map((row) => ({ ...row, organizationId: tx.organizationId })));
};

export type NewAlias = Omit<typeof unitAlias.$inferInsert, "organizationId">;
export const insertAliases = async (tx: TenantTx, aliases: readonly NewAlias[]): Promise<void> => {
  if (aliases.length === 0) return;
  await tx.db
    .insert(unitAlias)
    .values(aliases.map((row) => ({ ...row, organizationId: tx.organizationId })))
    .onConflictDoNothing();
};

export type NewGroupMember = Omit<typeof unitGroupMember.$inferInsert, "organizationId">;
export const insertGroupMembers = async (tx: TenantTx, members: readonly NewGroupMember[]): Promise<void> => {
  if (members.length === 0) return;
  await tx.db
    .insert(unitGroupMember)
    .values(members.map((row) => ({ ...row, organizationId: tx.organizationId })))
    .onConflictDoUpdate({
      target: [
        unitGroupMember.organizationId,
        unitGroupMember.groupId,
        unitGroupMember.unitId,
        unitGroupMember.fromOn,
      ],
      set: { toOn: sql`excluded.to_on` },
    });
};

/** The units in the group on that day, confirmed or only proposed. */
export const selectGroupMembersOn = async (tx: TenantTx, groupId: string, on: string): Promise<string[]> =>
  (
    await tx.db
      .selectDistinct({ unitId: unitGroupMember.unitId })
      .from(unitGroupMember)
      .where(
        and(
          eq(unitGroupMember.organizationId, tx.organizationId),
          eq(unitGroupMember.groupId, groupId),
          lte(unitGroupMember.fromOn, on),
          or(isNull(unitGroupMember.toOn), sql`${unitGroupMember.toOn} >= ${on}::date`),
        ),
      )
  ).map((row) => row.unitId);

/** The open membership of one unit ends; `lastOn` is its last day. */
export const endGroupMembership = async (
  tx: TenantTx,
  groupId: string,
  unitId: string,
  lastOn: string,
): Promise<void> => {
  await tx.db
    .update(unitGroupMember)
    .set({ toOn: lastOn })
    .where(
      and(
        eq(unitGroupMember.organizationId, tx.organizationId),
        eq(unitGroupMember.groupId, groupId),
        eq(unitGroupMember.unitId, unitId),
        isNull(unitGroupMember.toOn),
      ),
    );
};

export const confirmGroup = async (tx: TenantTx, groupId: string, at: Date): Promise<void> => {
  await tx.db
    .update(unitGroup)
    .set({ confirmedAt: at })
    .where(and(eq(unitGroup.organizationId, tx.organizationId), eq(unitGroup.id, groupId)));
};

export const updateUnit = async (
  tx: TenantTx,
  unitId: string,
  changes: Partial<Pick<UnitRow, "name" | "foldedName" | "kind">>,
): Promise<void> => {
  if (Object.keys(changes).length === 0) return;
  await tx.db
    .update(unit)
    .set(changes)
    .where(and(eq(unit.organizationId, tx.organizationId), eq(unit.id, unitId)));
};

export const deleteAliases = async (tx: TenantTx, unitId: string): Promise<void> => {
  await tx.db
    .delete(unitAlias)
    .where(and(eq(unitAlias.organizationId, tx.organizationId), eq(unitAlias.unitId, unitId)));
};
