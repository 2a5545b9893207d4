import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { organization } from "./organizations.ts";
import { day, organizationId, tenantPolicies } from "./tenancy.ts";

/** Days on which this office differs from the national calendar, with the notice that says so. */
export const calendarDay = pgTable(
  "calendar_day",
  {
    organizationId: organizationId().references(() => organization.id),
    date: day("date").notNull(),
    kind: text("kind", { enum: ["day_off", "working", "pending"] }).notNull(),
    name: text("name").notNull(),
    source: text("source").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.date] }), ...tenantPolicies("calendar_day")],
);
