import { z } from "@hono/zod-openapi";
import { taskChangeAnswer } from "../catalogues/catalogue-answers.ts";
import { dayAnswer } from "../shared/answers.ts";
import { recurrenceSchema, timeFrameKindSchema } from "../time-frames/time-frame.ts";
import { DOCUMENT_KINDS, warningSchema } from "./reading.ts";

const linesAnswer = z
  .array(z.int())
  .openapi({ description: "First and last line in `lines`, counted from 1.", example: [12, 14] });

export const listedImportAnswer = z
  .object({
    import_id: z.uuid(),
    file_name: z.string(),
    document_number: z.string().nullable().openapi({ example: "673/QĐ-UBND" }),
    document_title: z.string().nullable(),
    state: z.enum(["open", "published"]),
    read_on: dayAnswer,
  })
  .openapi("ListedImport");

const doubtAnswer = z.object({
  key: z.string().openapi({ description: "Of the decision that settles it.", example: "task.3.time_frame" }),
  number: z.string().nullable().openapi({ description: "The task's; null for the document." }),
  confidence: z.number(),
  lines: linesAnswer.nullable(),
  warnings: z.array(warningSchema),
  blocking: z.boolean().openapi({ description: "Without a decision nothing can be published." }),
});

export const importAnswer = z
  .object({
    id: z.uuid(),
    revision: z.int().openapi({ description: "Grows with every decision." }),
    state: z.enum(["open", "published"]),
    file_name: z.string(),
    format: z.string(),
    document: z.object({
      kind: z.enum(DOCUMENT_KINDS),
      number: z.string().nullable(),
      issued_on: dayAnswer.nullable(),
      issuer: z.string().nullable(),
      title: z.string(),
      scope_start_on: dayAnswer.nullable(),
      scope_end_on: dayAnswer.nullable(),
      restricted: z.boolean(),
    }),
    consolidating_unit: z.string().nullable(),
    ad_hoc_reports: z.boolean(),
    units: z.array(z.object({ name: z.string(), kind: z.string(), is_group: z.boolean() })),
    sections: z.array(z.object({ number: z.string(), title: z.string() })),
    tasks: z.array(
      z.object({
        index: z.int().openapi({ description: "In the keys of decisions: `task.INDEX.FIELD`." }),
        number: z.string(),
        section: z.string().nullable(),
        parent: z.string().nullable(),
        is_heading: z.boolean(),
        title: z.string(),
        lead_units: z.array(z.string()),
        coordinating_units: z.array(z.string()),
        time_frame: z.string().nullable(),
        time_frame_kind: timeFrameKindSchema,
        due_on: dayAnswer.nullable(),
        targets: z.array(z.string()),
        lines: linesAnswer,
      }),
    ),
    rounds: z.array(
      z.object({
        index: z.int(),
        label: z.string(),
        before: dayAnswer.nullable(),
        recurs: recurrenceSchema,
        text: z.string(),
      }),
    ),
    doubts: z
      .array(doubtAnswer)
      .openapi({ description: "What a person should look at, the least sure first." }),
    decided: z.array(z.string()).openapi({ description: "Keys that somebody decided." }),
    rest_accepted: z.boolean(),
    warnings: z.array(warningSchema).openapi({ description: "What the reading was not sure of." }),
    findings: z.array(warningSchema).openapi({
      description: "What looks wrong in the decision itself: nothing that must be settled here.",
    }),
    amendable: z
      .array(
        z.object({
          catalogue_id: z.uuid(),
          number: z.string().nullable(),
          title: z.string(),
          scope: z.object({ start_on: dayAnswer, end_on: dayAnswer }),
          likely: z.boolean(),
        }),
      )
      .openapi({ description: "Catalogues that the document may amend." }),
    amends: z.uuid().nullable().openapi({ description: "The catalogue that it amends; null for a new one." }),
    amends_decided: z.boolean().openapi({
      description: "False: it resembles a catalogue, and somebody has to say (`catalogue.amends`).",
    }),
    comparison: z
      .object({
        added: z.array(z.string()),
        removed: z.array(z.object({ task_id: z.uuid(), number: z.string() })),
        changed: z.array(
          z.object({ task_id: z.uuid(), number: z.string(), changes: z.array(taskChangeAnswer) }),
        ),
      })
      .nullable()
      .openapi({ description: "What would change in the catalogue that it amends." }),
    catalogue_id: z.uuid().nullable().openapi({ description: "What it became." }),
    lines: z
      .array(z.object({ text: z.string(), page: z.int().nullable() }))
      .openapi({ description: "The document's text." }),
  })
  .openapi("Import");

export const previewAnswer = z
  .object({
    tasks: z.int(),
    rounds: z.int(),
    undated_rounds: z.int(),
    past: z.boolean().openapi({ description: "The period is over: nobody owes anything, nobody is told." }),
    shares: z.array(
      z.object({
        name: z.string(),
        is_group: z.boolean(),
        is_new: z.boolean().openapi({ description: "The office did not have it before." }),
        leads: z.int(),
        coordinates: z.int(),
        people: z
          .int()
          .nullable()
          .openapi({ description: "Who would be written to today; null for a group." }),
      }),
    ),
  })
  .openapi("PublicationPreview");
