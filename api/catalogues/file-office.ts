import { z } from "zod";
import { localDateSchema } from "../shared/local-date.ts";
import { UNIT_KINDS } from "../units/unit.ts";
import { code, line, name, questions, shortTitle } from "./file-fields.ts";

const levelSchema = z.enum(["commune", "district", "province"]);

export const organizationSchema = z.strictObject({
  code,
  name,
  level: levelSchema,
  superior: z.strictObject({ code, name, level: levelSchema }).nullable(),
});

export const unitSchema = z.strictObject({
  name,
  short: line(60).nullable(),
  kind: z.enum(UNIT_KINDS),
  aliases: z.array(name).max(50),
  questions,
});

/** `members` is a proposal by kind of unit until somebody who knows the office has `confirmed` it. */
export const groupSchema = z.strictObject({
  name,
  short: line(60).nullable(),
  group_of: z.enum([
    "all_departments",
    "all_service_units",
    "related_departments",
    "related_service_units",
    "armed_forces",
    "residential_groups",
    "mass_organizations",
    "other",
  ]),
  aliases: z.array(name).max(50),
  members: z.array(name).max(500),
  confirmed: z.boolean(),
  questions,
});

const namedDocumentSchema = z.strictObject({
  number: line(60).nullable(),
  date: localDateSchema.nullable(),
  issuer: name.nullable(),
  text: line(500).nullable(),
  questions,
});

export const documentSchema = z.strictObject({
  kind: z.enum(["decision", "plan", "programme", "other"]),
  number: line(60).nullable(),
  issued_on: localDateSchema.nullable(),
  issuer: name,
  title: line(1000),
  short_title: shortTitle,
  signer_position: line(200).nullable(),
  /** A restricted document's wording never leaves through a messenger. */
  restricted: z.boolean(),
  parent_documents: z.array(namedDocumentSchema).max(20),
  basis_documents: z.array(namedDocumentSchema).max(50),
  questions,
});
