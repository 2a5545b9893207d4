import { z } from "@hono/zod-openapi";
import { dayAnswer, instantAnswer } from "../shared/answers.ts";
import { CATALOGUE_WARNINGS } from "./lint-loaded-catalogue.ts";

const catalogueFields = {
  id: z.uuid(),
  document: z.object({
    id: z.uuid(),
    kind: z.string(),
    number: z.string().nullable(),
    issued_on: dayAnswer.nullable(),
    title: z
      .string()
      .nullable()
      .openapi({ description: "Null for a restricted document: its number stands for it." }),
  }),
  scope: z.object({ start_on: dayAnswer, end_on: dayAnswer }),
  in_force: z.boolean().openapi({ description: "Its scope covers today; another is read-only." }),
  version: z.int(),
  published_at: instantAnswer,
  consolidating_unit: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  tasks: z.int(),
  rounds: z.int(),
};
export const catalogueAnswer = z.object(catalogueFields).openapi("Catalogue");
export const shownCatalogueAnswer = z
  .object({
    ...catalogueFields,
    sections: z.array(z.object({ number: z.string(), title: z.string(), tasks: z.int() })),
  })
  .openapi("ShownCatalogue");

/** What a publication answers, by JSON and from an imported file alike. */
export const publishedAnswer = z
  .object({
    catalogue_id: z.uuid(),
    document_id: z.uuid(),
    version: z.int(),
    tasks: z.int(),
    rounds: z.int(),
    closed: z.boolean().openapi({ description: "Its scope does not cover today." }),
    valid_from: z.iso.date().openapi({ description: "From when its assignments hold." }),
    warnings: z.array(z.object({ code: z.string(), count: z.int(), names: z.array(z.string()) })).openapi({
      description: `What the document leaves open: told, never repaired. ${Object.entries(CATALOGUE_WARNINGS)
        .map(([code, meaning]) => `\`${code}\`: ${meaning}.`)
        .join(" ")}`,
    }),
    told: z.int().openapi({ description: "How many people are written to." }),
  })
  .openapi("PublishedVersion");

const versionFields = {
  number: z.int(),
  published_at: instantAnswer,
  reason: z.string().openapi({ example: "assignment-added" }),
  document: z
    .object({ id: z.uuid(), kind: z.string(), number: z.string().nullable() })
    .nullable()
    .openapi({ description: "Null where people changed it (an assignment)." }),
  published_by: z
    .object({ appointment_id: z.uuid(), role: z.string(), unit: z.string().nullable() })
    .nullable()
    .openapi({ description: "The post; null for a key or the operator, whom the audit names." }),
};
export const versionAnswer = z.object(versionFields).openapi("CatalogueVersion");

export const saidTaskAnswer = z
  .object({
    id: z.uuid(),
    number: z.string(),
    section: z.string(),
    parent: z.string().nullable(),
    is_heading: z.boolean(),
    title: z.string(),
    wording: z.string().nullable(),
    lead_units: z.array(z.string()).openapi({ description: "As the document names them." }),
    coordinating_units: z.array(z.string()),
    time_frame: z.string().nullable(),
    due_on: dayAnswer.nullable(),
    targets: z.array(z.string()),
  })
  .openapi("SaidTask");

export const shownVersionAnswer = z
  .object({ ...versionFields, tasks: z.array(saidTaskAnswer) })
  .openapi("ShownVersion");

/** What of a task another version says otherwise. */
export const taskChangeAnswer = z.enum([
  "number",
  "place",
  "wording",
  "lead",
  "coordinating",
  "time_frame",
  "targets",
]);
const changedAnswer = z.object({
  task_id: z.uuid(),
  changes: z.array(taskChangeAnswer),
  before: saidTaskAnswer,
  after: saidTaskAnswer,
});
export const comparisonAnswer = z
  .object({
    from: z.int(),
    to: z.int(),
    added: z.array(saidTaskAnswer),
    removed: z.array(saidTaskAnswer),
    changed: z.array(changedAnswer).openapi({ description: "Other words, units, time frame or targets." }),
    moved: z
      .array(changedAnswer)
      .openapi({ description: "Another number or place; a task may be changed and moved." }),
  })
  .openapi("VersionComparison");

export const acknowledgedAnswer = z.object({
  catalogue_id: z.uuid(),
  unit_id: z.uuid(),
  document: z.object({ kind: z.string(), number: z.string().nullable() }),
  done: z.int().openapi({ description: "Tasks acknowledged now." }),
  before: z.int().openapi({ description: "Tasks that had been acknowledged before." }),
});
