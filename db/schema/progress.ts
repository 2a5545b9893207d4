import { sql } from "drizzle-orm";
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { task } from "./catalogues.ts";
import { appointment } from "./members.ts";
import { day, instant, organizationId, tenantPolicies } from "./tenancy.ts";
import { unit } from "./units.ts";

export const noteStates = ["completed", "in_progress", "not_started", "nothing_new", "no_change"] as const;

/**
 * A note on a task. Its words never change (the application role may update only the last three columns):
 * a correction is a new row that replaces the old one, a withdrawal marks it.
 */
export const progressUpdate = pgTable(
  "progress_update",
  {
    organizationId: organizationId(),
    id: uuid("id").notNull(),
    taskId: uuid("task_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    appointmentId: uuid("appointment_id").notNull(),
    channel: text("channel").notNull(),
    /** The messenger's message it came in, so that an edited message finds its note. */
    chatLinkId: uuid("chat_link_id"),
    messageKey: text("message_key"),
    text: text("text").notNull(),
    state: text("state", { enum: noteStates }),
    percent: integer("percent"),
    completedOn: day("completed_on"),
    /** Figures, document reference and difficulty as `understand-note` read them. */
    understood: jsonb("understood").notNull(),
    notedAt: instant("noted_at").notNull(),
    /** The day on the organization's wall: what a round's window asks for. */
    notedOn: day("noted_on").notNull(),
    correctsId: uuid("corrects_id"),
    replacedById: uuid("replaced_by_id"),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnBy: uuid("withdrawn_by"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("progress_update_standing")
      .on(table.organizationId, table.taskId, table.unitId, table.notedAt, table.id)
      .where(sql`replaced_by_id is null and withdrawn_at is null`),
    index("progress_update_of_unit").on(table.organizationId, table.unitId, table.notedOn),
    index("progress_update_by_message").on(table.organizationId, table.chatLinkId, table.messageKey),
    foreignKey({
      columns: [table.organizationId, table.taskId],
      foreignColumns: [task.organizationId, task.id],
      name: "progress_update_task",
    }),
    foreignKey({
      columns: [table.organizationId, table.unitId],
      foreignColumns: [unit.organizationId, unit.id],
      name: "progress_update_unit",
    }),
    foreignKey({
      columns: [table.organizationId, table.appointmentId],
      foreignColumns: [appointment.organizationId, appointment.id],
      name: "progress_update_appointment",
    }),
    ...tenantPolicies("progress_update"),
  ],
);

/** A claim of completion: it stops the task's own reminders, and waits for somebody else to confirm it. */
export const completionClaim = pgTable(
  "completion_claim",
  {
    organizationId: organizationId(),
    id: uuid("id").notNull(),
    taskId: uuid("task_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    progressUpdateId: uuid("progress_update_id").notNull(),
    claimedAt: instant("claimed_at").notNull(),
    /** The stated completion date, else the note's day. Judges timeliness. */
    completedOn: day("completed_on").notNull(),
    state: text("state", { enum: ["waiting", "confirmed", "returned", "withdrawn"] }).notNull(),
    decidedAt: instant("decided_at"),
    decidedBy: uuid("decided_by"),
    reason: text("reason"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("completion_claim_of_task").on(table.organizationId, table.taskId, table.unitId),
    index("completion_claim_waiting").on(table.organizationId).where(sql`state = 'waiting'`),
    foreignKey({
      columns: [table.organizationId, table.progressUpdateId],
      foreignColumns: [progressUpdate.organizationId, progressUpdate.id],
      name: "completion_claim_progress_update",
    }),
    foreignKey({
      columns: [table.organizationId, table.taskId],
      foreignColumns: [task.organizationId, task.id],
      name: "completion_claim_task",
    }),
    ...tenantPolicies("completion_claim"),
  ],
);

/** A unit's head has seen that the task is theirs. */
export const taskAcknowledgement = pgTable(
  "task_acknowledgement",
  {
    organizationId: organizationId(),
    taskId: uuid("task_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    appointmentId: uuid("appointment_id").notNull(),
    acknowledgedAt: instant("acknowledged_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.taskId, table.unitId] }),
    foreignKey({
      columns: [table.organizationId, table.taskId],
      foreignColumns: [task.organizationId, task.id],
      name: "task_acknowledgement_task",
    }),
    ...tenantPolicies("task_acknowledgement"),
  ],
);

/** Evidence: the file itself lies under DATA_DIR, named by its content. */
export const attachment = pgTable(
  "attachment",
  {
    organizationId: organizationId(),
    id: uuid("id").notNull(),
    progressUpdateId: uuid("progress_update_id").notNull(),
    sha256: text("sha256").notNull(),
    kind: text("kind").notNull(),
    size: integer("size").notNull(),
    name: text("name").notNull(),
    receivedAt: instant("received_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("attachment_of_note").on(table.organizationId, table.progressUpdateId),
    foreignKey({
      columns: [table.organizationId, table.progressUpdateId],
      foreignColumns: [progressUpdate.organizationId, progressUpdate.id],
      name: "attachment_progress_update",
    }),
    ...tenantPolicies("attachment"),
  ],
);
