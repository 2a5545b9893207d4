import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { organization } from "./organizations.ts";
import { day, instant, organizationId, tenantPolicies } from "./tenancy.ts";
import { unit, unitGroup } from "./units.ts";

export const timeFrameKinds = [
  "before_date",
  "month",
  "quarter",
  "year",
  "year_onward",
  "range",
  "continuous",
  "on_direction",
  "all_year",
  "none",
] as const;

/** A decision or plan. `superiors` are the documents it carries out: number, date, issuer, text. */
export const document = pgTable(
  "document",
  {
    organizationId: organizationId().references(() => organization.id),
    id: uuid("id").notNull(),
    kind: text("kind").notNull(),
    number: text("number"),
    issuedOn: day("issued_on"),
    issuer: text("issuer").notNull(),
    title: text("title").notNull(),
    superiors: jsonb("superiors").notNull(),
    /** A restricted document's wording never leaves through a messenger. */
    restricted: boolean("restricted").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] }), ...tenantPolicies("document")],
);

export const catalogue = pgTable(
  "catalogue",
  {
    organizationId: organizationId(),
    id: uuid("id").notNull(),
    documentId: uuid("document_id").notNull(),
    scopeStartOn: day("scope_start_on").notNull(),
    scopeEndOn: day("scope_end_on").notNull(),
    currentVersion: integer("current_version").notNull(),
    publishedAt: instant("published_at").notNull(),
    consolidatingUnitId: uuid("consolidating_unit_id"),
    adjustmentRoute: jsonb("adjustment_route"),
    difficultyRoute: jsonb("difficulty_route"),
    adHocReports: boolean("ad_hoc_reports").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("catalogue_of_document").on(table.organizationId, table.documentId),
    foreignKey({
      columns: [table.organizationId, table.documentId],
      foreignColumns: [document.organizationId, document.id],
      name: "catalogue_document",
    }),
    foreignKey({
      columns: [table.organizationId, table.consolidatingUnitId],
      foreignColumns: [unit.organizationId, unit.id],
      name: "catalogue_consolidating_unit",
    }),
    ...tenantPolicies("catalogue"),
  ],
);

export const catalogueVersion = pgTable(
  "catalogue_version",
  {
    organizationId: organizationId(),
    catalogueId: uuid("catalogue_id").notNull(),
    number: integer("number").notNull(),
    publishedAt: instant("published_at").notNull(),
    publishedBy: uuid("published_by"),
    reason: text("reason").notNull(),
    /** The document that made it; null where people changed it (an assignment). */
    documentId: uuid("document_id"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.catalogueId, table.number] }),
    foreignKey({
      columns: [table.organizationId, table.documentId],
      foreignColumns: [document.organizationId, document.id],
      name: "catalogue_version_document",
    }),
    foreignKey({
      columns: [table.organizationId, table.catalogueId],
      foreignColumns: [catalogue.organizationId, catalogue.id],
      name: "catalogue_version_catalogue",
    }),
    ...tenantPolicies("catalogue_version"),
  ],
);

export const section = pgTable(
  "section",
  {
    organizationId: organizationId(),
    id: uuid("id").notNull(),
    catalogueId: uuid("catalogue_id").notNull(),
    number: text("number").notNull(),
    title: text("title").notNull(),
    position: integer("position").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("section_number").on(table.organizationId, table.catalogueId, table.number),
    foreignKey({
      columns: [table.organizationId, table.catalogueId],
      foreignColumns: [catalogue.organizationId, catalogue.id],
      name: "section_catalogue",
    }),
    ...tenantPolicies("section"),
  ],
);

/** What the version in force says of a task; earlier ones stand in `task_revision`. */
export const task = pgTable(
  "task",
  {
    organizationId: organizationId(),
    id: uuid("id").notNull(),
    catalogueId: uuid("catalogue_id").notNull(),
    sectionId: uuid("section_id").notNull(),
    parentId: uuid("parent_id"),
    /** The document's own path, "3.5.a". */
    number: text("number").notNull(),
    position: integer("position").notNull(),
    shortTitle: text("short_title").notNull(),
    /** Folded short title and wording, for search without diacritics. */
    searchText: text("search_text").notNull(),
    wording: text("wording"),
    /** Only introduces its sub-items: nobody owes it. */
    isHeading: boolean("is_heading").notNull(),
    /** The last day in time by the document; null where it names none. */
    dueOn: day("due_on"),
    /** Whether the due date has reminders of its own ("trong năm" has none). */
    hasLadder: boolean("has_ladder").notNull(),
    withdrawnAt: instant("withdrawn_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    // A withdrawn task keeps its number, and an amended document may give it to another.
    uniqueIndex("task_number")
      .on(table.organizationId, table.catalogueId, table.number)
      .where(sql`withdrawn_at is null`),
    // Planning finds the due ones of every organization by day: the one index that the organization does not lead.
    index("task_by_due").on(table.dueOn, table.organizationId),
    // What was overdue when a catalogue or its office began climbs from that day.
    index("task_of_catalogue_by_due")
      .on(table.organizationId, table.catalogueId, table.dueOn)
      .where(sql`has_ladder and withdrawn_at is null`),
    foreignKey({
      columns: [table.organizationId, table.catalogueId],
      foreignColumns: [catalogue.organizationId, catalogue.id],
      name: "task_catalogue",
    }),
    foreignKey({
      columns: [table.organizationId, table.sectionId],
      foreignColumns: [section.organizationId, section.id],
      name: "task_section",
    }),
    foreignKey({
      columns: [table.organizationId, table.parentId],
      foreignColumns: [table.organizationId, table.id],
      name: "task_parent",
    }),
    ...tenantPolicies("task"),
  ],
);

/** What each version said of a task: a unit is late only against the due date in force that day. */
export const taskRevision = pgTable(
  "task_revision",
  {
    organizationId: organizationId(),
    taskId: uuid("task_id").notNull(),
    version: integer("version").notNull(),
    number: text("number").notNull(),
    shortTitle: text("short_title").notNull(),
    dueOn: day("due_on"),
    inForceFrom: day("in_force_from").notNull(),
    /** The task as that document says it (`FileTask`). */
    content: jsonb("content").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.taskId, table.version] }),
    foreignKey({
      columns: [table.organizationId, table.taskId],
      foreignColumns: [task.organizationId, task.id],
      name: "task_revision_task",
    }),
    ...tenantPolicies("task_revision"),
  ],
);

/** A task's time frames: the phrase word for word, and what it means. */
export const timeFrame = pgTable(
  "time_frame",
  {
    organizationId: organizationId(),
    taskId: uuid("task_id").notNull(),
    position: integer("position").notNull(),
    phrase: text("phrase"),
    kind: text("kind", { enum: timeFrameKinds }).notNull(),
    date: day("date"),
    exclusive: boolean("exclusive"),
    startOn: day("start_on"),
    endOn: day("end_on"),
    recurs: text("recurs").notNull(),
    parts: jsonb("parts"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.taskId, table.position] }),
    foreignKey({
      columns: [table.organizationId, table.taskId],
      foreignColumns: [task.organizationId, task.id],
      name: "time_frame_task",
    }),
    ...tenantPolicies("time_frame"),
  ],
);

/** A target (chỉ tiêu); `meaning` holds value, range and unit where they were read. */
export const target = pgTable(
  "target",
  {
    organizationId: organizationId(),
    taskId: uuid("task_id").notNull(),
    position: integer("position").notNull(),
    phrase: text("phrase").notNull(),
    meaning: jsonb("meaning").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.taskId, table.position] }),
    foreignKey({
      columns: [table.organizationId, table.taskId],
      foreignColumns: [task.organizationId, task.id],
      name: "target_task",
    }),
    ...tenantPolicies("target"),
  ],
);

/** Who leads, coordinates or is invited: one unit, or a group that is expanded as of a date. */
export const assignment = pgTable(
  "assignment",
  {
    organizationId: organizationId(),
    id: uuid("id").notNull(),
    taskId: uuid("task_id").notNull(),
    role: text("role", { enum: ["lead", "coordinating", "invited"] }).notNull(),
    unitId: uuid("unit_id"),
    groupId: uuid("group_id"),
    /** What the document says of this unit's part ("tổng hợp, theo dõi chung"). */
    part: text("part"),
    fromOn: day("from_on").notNull(),
    /** The last day it holds; null while it lasts. */
    toOn: day("to_on"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("assignment_by_task").on(table.organizationId, table.taskId),
    index("assignment_by_unit").on(table.organizationId, table.unitId),
    foreignKey({
      columns: [table.organizationId, table.taskId],
      foreignColumns: [task.organizationId, task.id],
      name: "assignment_task",
    }),
    foreignKey({
      columns: [table.organizationId, table.unitId],
      foreignColumns: [unit.organizationId, unit.id],
      name: "assignment_unit",
    }),
    foreignKey({
      columns: [table.organizationId, table.groupId],
      foreignColumns: [unitGroup.organizationId, unitGroup.id],
      name: "assignment_group",
    }),
    ...tenantPolicies("assignment"),
  ],
);
