import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { NOBODY_KNOWN } from "../../../../api/imports/known-names.ts";
import { readOutline } from "../../../../api/imports/read-outline.ts";
import { recogniseCatalogue } from "../../../../api/imports/recognition/recognise-catalogue.ts";

/** Real documents with hand-made readings of them; they are no part of the repository. */
const folder = process.env.CORPUS ?? "";
const documents = existsSync(join(folder, "documents")) ? readdirSync(join(folder, "documents")) : [];

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

describe.skipIf(documents.length === 0)("head and reporting of real documents", () => {
  it.each(documents)("%s", async (file) => {
    const outline = await readOutline(readFileSync(join(folder, "documents", file)), file);
    if (!outline.ok) throw new Error(outline.refusal.code);
    const base = file.replace(/\.[^.]+$/, "");
    const truth = truthSchema.parse(JSON.parse(readFileSync(join(folder, "truth", `${base}.json`), "utf8")));
    const reading = recogniseCatalogue(outline.value, NOBODY_KNOWN);
    expect(truthSchema.parse(reading)).toEqual(truth);
  });
});
