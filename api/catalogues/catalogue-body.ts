import { z } from "@hono/zod-openapi";
import { catalogueSchema, reportRoundSchema, sectionSchema } from "./catalogue-shape.ts";
import { documentSchema, groupSchema, organizationSchema, unitSchema } from "./file-office.ts";
import { fileTaskSchema, targetSchema } from "./file-task.ts";
import { timeFrameFileSchema } from "./file-time-frame.ts";

/**
 * A catalogue as another system sends it: a catalogue file in which all may be left out that follows from the rest or
 * that the office knows. `expandCatalogueBody` fills it in; then the file's own rules hold.
 */

const names = (most: number) => z.array(z.string().max(200)).max(most).default([]);

const bodyUnitSchema = unitSchema.extend({
  short: unitSchema.shape.short.default(null),
  kind: unitSchema.shape.kind.default("department"),
  aliases: names(50),
});

const bodyGroupSchema = groupSchema.extend({
  short: groupSchema.shape.short.default(null),
  group_of: groupSchema.shape.group_of.default("other"),
  aliases: names(50),
  members: names(500),
  confirmed: z.boolean().default(false),
});

const bodyDocumentSchema = documentSchema.extend({
  kind: documentSchema.shape.kind.default("plan"),
  number: documentSchema.shape.number.default(null),
  issued_on: documentSchema.shape.issued_on.default(null),
  issuer: documentSchema.shape.issuer.optional(),
  short_title: documentSchema.shape.short_title.optional(),
  signer_position: documentSchema.shape.signer_position.default(null),
  restricted: z.boolean().default(false),
  parent_documents: documentSchema.shape.parent_documents.default([]),
  basis_documents: documentSchema.shape.basis_documents.default([]),
});

const bodySectionSchema = sectionSchema.extend({
  number_in_document: sectionSchema.shape.number_in_document.optional(),
  short_title: sectionSchema.shape.short_title.optional(),
});

const bodyTaskSchema = fileTaskSchema.extend({
  number_in_document: fileTaskSchema.shape.number_in_document.optional(),
  section: fileTaskSchema.shape.section.optional(),
  parent: fileTaskSchema.shape.parent.default(null),
  is_heading: z.boolean().default(false),
  lead_units: names(100),
  coordinating_units: names(100),
  /** The document's phrase ("Trước ngày 15/10/2026", "Quý IV/2026", "Thường xuyên"), or the frame in full. */
  time_frame: z
    .union([z.string().max(300), timeFrameFileSchema])
    .nullable()
    .default(null),
  targets: z
    .array(z.union([z.string().max(500), targetSchema]))
    .max(50)
    .default([]),
});

const bodyRoundSchema = reportRoundSchema.extend({
  before: reportRoundSchema.shape.before.default(null),
  recurs: reportRoundSchema.shape.recurs.default("none"),
  level: reportRoundSchema.shape.level.default("internal"),
  from_units: names(100),
  via_unit: reportRoundSchema.shape.via_unit.default(null),
  to_unit: reportRoundSchema.shape.to_unit.optional(),
  text: reportRoundSchema.shape.text.optional(),
});

const bodyCatalogueSchema = catalogueSchema.extend({
  scope: catalogueSchema.shape.scope.extend({ text: catalogueSchema.shape.scope.shape.text.optional() }),
  consolidating_unit: catalogueSchema.shape.consolidating_unit.default(null),
  ad_hoc_reports: z.boolean().default(false),
  adjustment_route: catalogueSchema.shape.adjustment_route.default(null),
  difficulty_route: catalogueSchema.shape.difficulty_route.default(null),
  sections: z.array(bodySectionSchema).max(100).default([]),
  tasks: z.array(bodyTaskSchema).min(1).max(2000),
  report_rounds: z.array(bodyRoundSchema).max(100).default([]),
});

export const catalogueBodySchema = z.strictObject({
  organization: organizationSchema.optional(),
  units: z.array(bodyUnitSchema).max(500).default([]),
  groups: z.array(bodyGroupSchema).max(200).default([]),
  composites: z
    .array(
      z.strictObject({ phrase: z.string().max(200), groups: z.array(z.string().max(200)).min(2).max(20) }),
    )
    .max(100)
    .optional(),
  document: bodyDocumentSchema,
  catalogue: bodyCatalogueSchema,
});
export type CatalogueBody = z.output<typeof catalogueBodySchema>;

/** The least that a catalogue needs, with a round; the reference shows it. */
export const SMALLEST_CATALOGUE = {
  document: {
    number: "12/KH-UBND",
    issued_on: "2026-09-01",
    title: "Kế hoạch công tác dân vận quý IV năm 2026",
  },
  catalogue: {
    scope: { start_on: "2026-09-01", end_on: "2026-12-31" },
    tasks: [
      {
        number: "1.1",
        short_title: "Tổ chức hội nghị đối thoại với Nhân dân",
        lead_units: ["Phòng Văn hóa - Xã hội"],
        time_frame: "Trước ngày 15/10/2026",
      },
    ],
    report_rounds: [{ label: "lần 1", before: "2026-10-20" }],
  },
} as const;
