import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { catalogue } from "./catalogues.ts";
import { day, instant, organizationId, tenantPolicies } from "./tenancy.ts";
import { unit, unitGroup } from "./units.ts";

/** A time at which units report. Without `due_on` it is undated and nothing is sent. */
export const reportingRound = pgTable(
  "reporting_round",
  {
    organizationId: organizationId(),
    id: uuid("id").notNull(),
    catalogueId: uuid("catalogue_id").notNull(),
    /** The document's own name for it, "lần 1". */
    label: text("label").notNull(),
    phrase: text("phrase").notNull(),
    position: integer("position").notNull(),
    /** The first day whose notes count. */
    windowStartOn: day("window_start_on").notNull(),
    cutOffOn: day("cut_off_on"),
    /** The last day on which a unit is in time. */
    dueOn: day("due_on"),
    /** The last day on which the consolidated report is in time upward. */
    upwardDueOn: day("upward_due_on"),
    closedAt: instant("closed_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("reporting_round_of_catalogue").on(table.organizationId, table.catalogueId),
    index("reporting_round_by_due").on(table.dueOn, table.organizationId),
    foreignKey({
      columns: [table.organizationId, table.catalogueId],
      foreignColumns: [catalogue.organizationId, catalogue.id],
      name: "reporting_round_catalogue",
    }),
    ...tenantPolicies("reporting_round"),
  ],
);

/** Who owes a round, as the document names them: units or groups. */
export const roundReporter = pgTable(
  "round_reporter",
  {
    organizationId: organizationId(),
    id: uuid("id").notNull(),
    roundId: uuid("round_id").notNull(),
    unitId: uuid("unit_id"),
    groupId: uuid("group_id"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("round_reporter_of_round").on(table.organizationId, table.roundId),
    foreignKey({
      columns: [table.organizationId, table.roundId],
      foreignColumns: [reportingRound.organizationId, reportingRound.id],
      name: "round_reporter_round",
    }),
    foreignKey({
      columns: [table.organizationId, table.unitId],
      foreignColumns: [unit.organizationId, unit.id],
      name: "round_reporter_unit",
    }),
    foreignKey({
      columns: [table.organizationId, table.groupId],
      foreignColumns: [unitGroup.organizationId, unitGroup.id],
      name: "round_reporter_group",
    }),
    ...tenantPolicies("round_reporter"),
  ],
);

/** What one unit owes in one round, where it differs from the rule: excluded, always with a reason. */
export const obligation = pgTable(
  "obligation",
  {
    organizationId: organizationId(),
    roundId: uuid("round_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    excludedReason: text("excluded_reason"),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.roundId, table.unitId] }),
    foreignKey({
      columns: [table.organizationId, table.roundId],
      foreignColumns: [reportingRound.organizationId, reportingRound.id],
      name: "obligation_round",
    }),
    foreignKey({
      columns: [table.organizationId, table.unitId],
      foreignColumns: [unit.organizationId, unit.id],
      name: "obligation_unit",
    }),
    ...tenantPolicies("obligation"),
  ],
);
