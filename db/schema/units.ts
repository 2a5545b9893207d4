import { foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { organization } from "./organizations.ts";
import { day, instant, organizationId, tenantPolicies } from "./tenancy.ts";

export const unitKinds = [
  "department",
  "service_unit",
  "armed_force",
  "residential_group",
  "front",
  "party",
  "mass_organization",
  "other",
] as const;

export const unit = pgTable(
  "unit",
  {
    organizationId: organizationId().references(() => organization.id),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    foldedName: text("folded_name").notNull(),
    shortName: text("short_name"),
    kind: text("kind", { enum: unitKinds }).notNull(),
    position: integer("position").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("unit_name").on(table.organizationId, table.foldedName),
    ...tenantPolicies("unit"),
  ],
);

/** A named list of units, "Các phòng, đơn vị trực thuộc…"; nobody is late for it until its members are confirmed. */
export const unitGroup = pgTable(
  "unit_group",
  {
    organizationId: organizationId().references(() => organization.id),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    foldedName: text("folded_name").notNull(),
    groupOf: text("group_of"),
    confirmedAt: instant("confirmed_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("unit_group_name").on(table.organizationId, table.foldedName),
    ...tenantPolicies("unit_group"),
  ],
);

export const unitGroupMember = pgTable(
  "unit_group_member",
  {
    organizationId: organizationId(),
    groupId: uuid("group_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    fromOn: day("from_on").notNull(),
    /** The last day of membership; null while it lasts. */
    toOn: day("to_on"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.groupId, table.unitId, table.fromOn] }),
    index("unit_group_member_by_unit").on(table.organizationId, table.unitId),
    foreignKey({
      columns: [table.organizationId, table.groupId],
      foreignColumns: [unitGroup.organizationId, unitGroup.id],
      name: "unit_group_member_group",
    }),
    foreignKey({
      columns: [table.organizationId, table.unitId],
      foreignColumns: [unit.organizationId, unit.id],
      name: "unit_group_member_unit",
    }),
    ...tenantPolicies("unit_group_member"),
  ],
);

/** Another spelling of a unit or of a group, as documents write it. */
export const unitAlias = pgTable(
  "unit_alias",
  {
    organizationId: organizationId(),
    id: uuid("id").notNull(),
    unitId: uuid("unit_id"),
    groupId: uuid("group_id"),
    alias: text("alias").notNull(),
    foldedAlias: text("folded_alias").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("unit_alias_folded").on(table.organizationId, table.foldedAlias),
    foreignKey({
      columns: [table.organizationId, table.unitId],
      foreignColumns: [unit.organizationId, unit.id],
      name: "unit_alias_unit",
    }),
    foreignKey({
      columns: [table.organizationId, table.groupId],
      foreignColumns: [unitGroup.organizationId, unitGroup.id],
      name: "unit_alias_group",
    }),
    ...tenantPolicies("unit_alias"),
  ],
);
