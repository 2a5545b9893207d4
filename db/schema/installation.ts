import { sql } from "drizzle-orm";
import { check, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant, systemPolicy } from "./tenancy.ts";

/** One row: whether this database was made by the demonstration, and where the demonstration's clock stands. */
export const installation = pgTable(
  "installation",
  {
    id: integer("id").primaryKey().default(1),
    mode: text("mode", { enum: ["demo", "live"] }).notNull(),
    clockAt: instant("clock_at"),
    createdAt: instant("created_at").notNull(),
  },
  () => [check("installation_is_one", sql`id = 1`), ...systemPolicy("installation")],
);

/** Each planning that ran to its end; planning never goes back behind the last one. */
export const tick = pgTable(
  "tick",
  {
    at: instant("at").primaryKey(),
    queued: integer("queued").notNull(),
    skipped: integer("skipped").notNull(),
    withdrawn: integer("withdrawn").notNull(),
  },
  () => systemPolicy("tick"),
);

/** Which process works for one bot ("deliver telegram:123"); another takes over when the lease runs out. */
export const lease = pgTable(
  "lease",
  {
    name: text("name").primaryKey(),
    holder: text("holder").notNull(),
    until: instant("until").notNull(),
  },
  () => systemPolicy("lease"),
);
