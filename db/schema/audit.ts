import { sql } from "drizzle-orm";
import { bigint, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { organization } from "./organizations.ts";
import { instant, organizationId, tenantPolicies } from "./tenancy.ts";

/** Who did what, when: posts and ids, never names or words. The tick hashes the entries in order. */
export const auditEntry = pgTable(
  "audit_entry",
  {
    organizationId: organizationId().references(() => organization.id),
    sequence: bigint("sequence", { mode: "number" }).generatedAlwaysAsIdentity().notNull(),
    at: instant("at").notNull(),
    /** An appointment's id, "key:ID", "key:ID for APPOINTMENT", "operator" or "tick". */
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: uuid("subject_id"),
    details: jsonb("details").notNull(),
    /** SHA-256 over the previous hash and this entry; null until the tick has passed. */
    hash: text("hash"),
    chainPosition: bigint("chain_position", { mode: "number" }),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.sequence] }),
    index("audit_entry_unhashed").on(table.organizationId, table.sequence).where(sql`hash is null`),
    index("audit_entry_chain").on(table.organizationId, table.chainPosition),
    // A calendar feed asks when its rounds were last changed.
    index("audit_entry_of_round")
      .on(table.organizationId, table.subjectId, table.at)
      .where(sql`subject_kind = 'reporting_round'`),
    ...tenantPolicies("audit_entry"),
  ],
);
