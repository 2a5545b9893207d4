import { expect, it } from "vitest";
import { z } from "zod";
import { NOBODY_KNOWN } from "../../../../../../api/imports/known-names.ts";
import { readOutline } from "../../../../../../api/imports/read-outline.ts";
import { recogniseCatalogue } from "../../../../../../api/imports/recognition/recognise-catalogue.ts";
import { bytesOf, DOCUMENTS, truthOf } from "../../../../corpus.ts";

const truthSchema = z.object({
  document: z.object({
    kind: z.string(),
    number: z.string().nullable(),
    issued_on: z.string().nullable(),
    issuer: z.string(),
    title: z.string(),
    scope_years: z.array(z.int()),
    scope_period: z.object({ start_on: z.string(), end_on: z.string() }),
    signer_position: z.string().nullable(),
    parent_documents: z.array(z.object({ number: z.string().nullable(), date: z.string().nullable() })),
  }),
  report_rounds: z.array(z.object({ before: z.string().nullable(), level: z.string().optional() })),
  ad_hoc_reports: z.boolean(),
  adjustment_route: z.object({ to: z.string() }).nullable(),
  difficulty_route: z.object({ to: z.string() }).nullable(),
});

it.each(DOCUMENTS)("%s: head and reporting are those of the truth", async (name) => {
  const outline = await readOutline(bytesOf(name), name);
  if (!outline.ok) throw new Error(outline.refusal.code);
  const reading = recogniseCatalogue(outline.value, NOBODY_KNOWN);
  expect(truthSchema.parse(reading)).toEqual(truthSchema.parse(truthOf(name)));
});
