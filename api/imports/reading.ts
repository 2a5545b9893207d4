import { z } from "zod";
import { localDateSchema } from "../shared/local-date.ts";
import { recurrenceSchema, timeFrameKindSchema } from "../time-frames/time-frame.ts";

/**
 * One reading of a document: what stands in it, how sure each field is, and where it came from. The shape is that of
 * the hand-made readings it is judged by, so the names are theirs. Lines are 1-based and inclusive.
 */

const text = z.string().max(20_000);
const lines = z.tuple([z.int().min(1), z.int().min(1)]);
const numberPath = z.string().min(1).max(60);

export const DOCUMENT_KINDS = [
  "quyet_dinh",
  "ke_hoach",
  "chuong_trinh",
  "cong_van",
  "thong_bao",
  "khac",
] as const;

export const GROUP_KINDS = [
  "all_departments",
  "all_service_units",
  "related_departments",
  "related_service_units",
  "armed_forces",
  "residential_groups",
  "mass_organisations",
  "other",
] as const;

const namedDocumentSchema = z.strictObject({
  number: text.nullable(),
  date: localDateSchema.nullable(),
  issuer: text.nullable(),
  text: text.nullable(),
});

const unitSchema = z.strictObject({
  name: text,
  short: text.nullable(),
  kind: z.enum([
    "department",
    "service_unit",
    "armed_force",
    "residential_group",
    "front",
    "party",
    "mass_organization",
    "group",
    "other",
  ]),
  aliases: z.array(text),
  is_group: z.boolean(),
  group_of: z.enum(GROUP_KINDS).nullable(),
});

/** Fields beside these are only in a frame that has them (`api/time-frames/time-frame-reading.ts`). */
const timeFrameSchema = z.looseObject({
  text: text.nullable(),
  kind: timeFrameKindSchema,
  date: localDateSchema.nullable(),
  exclusive: z.boolean().nullable(),
  start_on: localDateSchema.nullable(),
  end_on: localDateSchema.nullable(),
  due_on: localDateSchema.nullable(),
  recurs: recurrenceSchema,
});

export const targetReadingSchema = z.strictObject({
  text,
  value: z.union([z.number(), z.string()]).nullable(),
  unit: text.nullable(),
  value_min: z.number().optional(),
  value_max: z.number().optional(),
  by: localDateSchema.optional(),
  /** Where it stands if not in the task's sentence. */
  where: z.enum(["time_cell", "product", "remarks"]).optional(),
});

/** The fields of a task that carry a confidence and a span of their own. */
export const TASK_FIELDS = [
  "number",
  "title",
  "lead_units",
  "coordinating_units",
  "time_frame",
  "targets",
] as const;
export type TaskField = (typeof TASK_FIELDS)[number];
const confidence = z.number().min(0).max(1);

const taskSchema = z.strictObject({
  number: numberPath,
  number_in_document: text.nullable(),
  section: numberPath.nullable(),
  parent: numberPath.nullable(),
  title: text,
  is_heading_task: z.boolean(),
  lead_text: text.nullable(),
  lead_units: z.array(text),
  coordinating_text: text.nullable(),
  coordinating_units: z.array(text),
  coordination_roles: z.array(z.strictObject({ unit: text, role: text })).optional(),
  mentioned_units: z.array(text).optional(),
  time_frame: timeFrameSchema,
  targets: z.array(targetReadingSchema),
  product: text.optional(),
  remarks: text.optional(),
  method: text.optional(),
  responsible_leader: text.optional(),
  footnotes: z.array(z.strictObject({ mark: text, text, source_lines: lines })).optional(),
  source_lines: lines,
  confidence: z.strictObject({
    number: confidence,
    title: confidence,
    lead_units: confidence,
    coordinating_units: confidence,
    time_frame: confidence,
    targets: confidence,
  }),
  /** Where each field stands; a field that is not in the document has none. */
  spans: z.partialRecord(z.enum(TASK_FIELDS), lines),
});

const roundSchema = z.strictObject({
  label: text,
  /** The date as written: of "trước ngày …" a report on that day is late, unless `inclusive` says otherwise. */
  before: localDateSchema.nullable(),
  /** "chậm nhất", "đến hết", "trong tháng": a report on the written date (on each of `dates`) is still in time. */
  inclusive: z.literal(true).optional(),
  year_stated: z.boolean().optional(),
  month_day: z.string().optional(),
  day_of_month: z.int().optional(),
  dates: z.array(localDateSchema).optional(),
  recurs: recurrenceSchema,
  level: z.literal("outgoing").optional(),
  from: text.nullable(),
  from_units: z.array(text).optional(),
  to_unit: text.nullable(),
  via_unit: text.nullable(),
  text,
  confidence,
  source_lines: lines,
});

const routeSchema = z.strictObject({
  text,
  to: text.nullable(),
  via: text.nullable(),
  decides: text.nullable(),
  source_lines: lines,
});

/** What was not understood, what looks wrong, what a person has to decide. The sentence is `import-warning-CODE`. */
export const warningSchema = z.strictObject({
  code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  /** The task's number; null where it belongs to the document. */
  number: numberPath.nullable(),
  /** A field of the task, or of the document ("issuer", "report_rounds"); null where no field is meant. */
  field: text.nullable(),
  line: z.int().min(1).nullable(),
  /** The words of the document that it is about. */
  text,
});

/** Fields of the document's head that have a confidence and a place. */
const documentFieldSchema = z.enum([
  "kind",
  "number",
  "issued_on",
  "issuer",
  "title",
  "scope_period",
  "signer_position",
  "parent_documents",
]);

export const readingSchema = z.strictObject({
  document: z.strictObject({
    kind: z.enum(DOCUMENT_KINDS),
    number: text.nullable(),
    issued_on: localDateSchema.nullable(),
    issuer: text.nullable(),
    title: text,
    heading: text.nullable(),
    appendix_title: text.nullable(),
    parent_documents: z.array(namedDocumentSchema),
    basis_documents: z.array(namedDocumentSchema),
    scope_years: z.array(z.int()),
    scope_period: z.strictObject({ start_on: localDateSchema, end_on: localDateSchema, text }).nullable(),
    signer_position: text.nullable(),
    proposed_by: text.nullable(),
    confidence: z.partialRecord(documentFieldSchema, confidence),
    spans: z.partialRecord(documentFieldSchema, lines),
  }),
  units: z.array(unitSchema),
  composites: z.record(z.string(), z.array(text)),
  sections: z.array(
    z.strictObject({
      number: numberPath,
      number_in_document: text.nullable(),
      title: text,
      source_lines: lines,
    }),
  ),
  tasks: z.array(taskSchema),
  report_rounds: z.array(roundSchema),
  report_text: text.nullable(),
  ad_hoc_reports: z.boolean(),
  consolidating_unit: text.nullable(),
  adjustment_route: routeSchema.nullable(),
  difficulty_route: routeSchema.nullable(),
  other_duties: z.array(z.strictObject({ unit: text, duty: text, source_lines: lines })),
  warnings: z.array(warningSchema),
});

export type Reading = z.infer<typeof readingSchema>;
export type ReadTask = Reading["tasks"][number];
export type ReadUnit = Reading["units"][number];
export type ReadTarget = z.infer<typeof targetReadingSchema>;
export type ReadTimeFrame = ReadTask["time_frame"];
export type ReadWarning = z.infer<typeof warningSchema>;
export type ReadDocument = Reading["document"];

/** A warning on a field, or a confidence under this, sends the field to a person. */
export const DOUBTFUL = 0.8;
