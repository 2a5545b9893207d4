import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { catalogue } from "./catalogues.ts";
import { instant, organizationId, tenantPolicies } from "./tenancy.ts";

/** A document that was read and waits for a person: what stands in it, what was understood, what was decided. */
export const documentImport = pgTable(
  "document_import",
  {
    organizationId: organizationId(),
    id: uuid("id").notNull(),
    fileName: text("file_name").notNull(),
    /** SHA-256 of the file, in hexadecimal: the same file twice is one import. */
    fileHash: text("file_hash").notNull(),
    format: text("format").notNull(),
    /** The document's text, a line each, as it is shown beside the draft. */
    lines: jsonb("lines").notNull(),
    reading: jsonb("reading").notNull(),
    decisions: jsonb("decisions").notNull(),
    /** Grows with every change: two people at once lose nothing. */
    revision: integer("revision").notNull(),
    state: text("state", { enum: ["open", "published", "discarded"] }).notNull(),
    /** The catalogue that it amends, or that it became. */
    catalogueId: uuid("catalogue_id"),
    createdAt: instant("created_at").notNull(),
    createdBy: uuid("created_by"),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("document_import_by_state").on(table.organizationId, table.state, table.createdAt),
    foreignKey({
      columns: [table.organizationId, table.catalogueId],
      foreignColumns: [catalogue.organizationId, catalogue.id],
      name: "document_import_catalogue",
    }),
    ...tenantPolicies("document_import"),
  ],
);
