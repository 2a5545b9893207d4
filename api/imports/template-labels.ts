import { z } from "zod";
import { UNIT_KINDS } from "../units/unit.ts";
import { DOCUMENT_KINDS, GROUP_KINDS } from "./reading.ts";
import labels from "./vocabulary/template-labels.json" with { type: "json" };

export const DOCUMENT_FIELDS = [
  "kind",
  "number",
  "issued_on",
  "issuer",
  "title",
  "signer_position",
  "parent_number",
  "parent_date",
  "parent_issuer",
  "scope_from",
  "scope_to",
  "round_1",
  "round_2",
  "round_3",
  "round_4",
  "ad_hoc",
  "consolidating_unit",
] as const;
export type DocumentField = (typeof DOCUMENT_FIELDS)[number];

export const ROUND_FIELDS = ["round_1", "round_2", "round_3", "round_4"] as const satisfies DocumentField[];

export const CATALOGUE_COLUMNS = [
  "number",
  "task",
  "lead",
  "coordinating",
  "time_frame",
  "product",
  "remarks",
] as const;
export type CatalogueColumn = (typeof CATALOGUE_COLUMNS)[number];

export const UNIT_COLUMNS = ["name", "short", "spellings", "kind"] as const;

/** The words of the template: what its sheets, columns and choices are called. */
export const TEMPLATE = z
  .object({
    sheets: z.strictObject({
      document: z.string(),
      units: z.string(),
      catalogue: z.string(),
      guide: z.string(),
    }),
    documentHeader: z.strictObject({ label: z.string(), value: z.string(), hint: z.string() }),
    document: z.array(z.strictObject({ field: z.enum(DOCUMENT_FIELDS), label: z.string() })),
    kinds: z.record(z.string(), z.enum(DOCUMENT_KINDS)),
    yes: z.string(),
    no: z.string(),
    units: z.record(z.enum(UNIT_COLUMNS), z.string()),
    unitKinds: z.record(z.string(), z.enum(UNIT_KINDS)),
    groupKinds: z.record(z.string(), z.enum(GROUP_KINDS)),
    catalogue: z.array(z.strictObject({ column: z.enum(CATALOGUE_COLUMNS), label: z.string() })),
  })
  .parse(labels);
