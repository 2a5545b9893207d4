import { sql } from "drizzle-orm";
import { index, jsonb, pgPolicy, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { appRole, day, instant, systemRole } from "./tenancy.ts";

const own = sql`id = nullif(current_setting('dondoc.organization_id', true), '')::uuid`;

/** A UBND. `policy` holds what the office may decide itself (ladder, hours, how lateness is judged). */
export const organization = pgTable(
  "organization",
  {
    id: uuid("id").primaryKey(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    level: text("level", { enum: ["commune", "district", "province"] }).notNull(),
    superiorId: uuid("superior_id"),
    timeZone: text("time_zone").notNull(),
    policy: jsonb("policy").notNull(),
    /** The first day on which somebody could be reminded; null until then. */
    liveOn: day("live_on"),
    /** The next day on which planning judges the whole office, not only what is due then; null: no such day. */
    lookAgainOn: day("look_again_on"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    unique("organization_code").on(table.code),
    index("organization_by_superior").on(table.superiorId),
    pgPolicy("organization_of_organization", { to: appRole, using: own, withCheck: own }),
    pgPolicy("organization_for_system", { to: systemRole, using: sql`true`, withCheck: sql`true` }),
  ],
);
