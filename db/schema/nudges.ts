import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { roles } from "./members.ts";
import { organization } from "./organizations.ts";
import { day, instant, organizationId, tenantPolicies } from "./tenancy.ts";

/** The ledger: why each nudge was sent, and why one was not. One row per subject, recipient, rung and due date. */
export const nudge = pgTable(
  "nudge",
  {
    organizationId: organizationId().references(() => organization.id),
    id: uuid("id").notNull(),
    subjectKind: text("subject_kind", { enum: ["task", "round", "assignment"] }).notNull(),
    subjectId: uuid("subject_id").notNull(),
    /** The unit that owes. */
    unitId: uuid("unit_id").notNull(),
    /** The post that is told. */
    role: text("role", { enum: roles }).notNull(),
    /** A member's id, or the post where nobody is linked. */
    recipient: text("recipient").notNull(),
    memberId: uuid("member_id"),
    rung: text("rung").notNull(),
    dueOn: day("due_on").notNull(),
    outcome: text("outcome", { enum: ["queued", "skipped", "withdrawn"] }).notNull(),
    reason: text("reason").notNull(),
    plannedFor: instant("planned_for").notNull(),
    decidedAt: instant("decided_at").notNull(),
    outboxId: uuid("outbox_id"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("nudge_once").on(
      table.organizationId,
      table.subjectKind,
      table.subjectId,
      table.unitId,
      table.recipient,
      table.rung,
      table.dueOn,
    ),
    index("nudge_by_decision").on(table.organizationId, table.decidedAt),
    index("nudge_of_outbox").on(table.organizationId, table.outboxId).where(sql`outcome = 'queued'`),
    ...tenantPolicies("nudge"),
  ],
);
