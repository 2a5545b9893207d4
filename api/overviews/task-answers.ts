import { z } from "@hono/zod-openapi";
import { dayAnswer } from "../shared/answers.ts";
import { partsAnswer, statusAnswer, statusFields } from "./status-answers.ts";

const bodyAnswer = z
  .object({
    kind: z.enum(["unit", "group"]),
    id: z.uuid(),
    name: z.string(),
    undetermined: z
      .boolean()
      .openapi({ description: "A group whose members nobody has confirmed: nobody is late for it." }),
  })
  .openapi("TaskBody");
const taskFields = {
  id: z.uuid(),
  number: z.string().openapi({ description: "The document's own", example: "3.5.a" }),
  title: z.string().openapi({ description: "Short title; of a restricted document its number instead." }),
  section: z.string(),
  catalogue_id: z.uuid(),
  document: z.object({ id: z.uuid(), kind: z.string(), number: z.string().nullable() }),
  leads: z.array(bodyAnswer),
  coordinating: z.array(bodyAnswer),
  due_on: dayAnswer.nullable().openapi({ description: "The last day in time." }),
  time_frame: z
    .string()
    .nullable()
    .openapi({ description: "As written in the document", example: "Trước ngày 15/10/2026" }),
  statuses: z
    .array(
      z.object({
        unit_id: z.uuid(),
        unit: z.string(),
        ...statusFields,
        last_noted_on: dayAnswer.nullable(),
      }),
    )
    .openapi({
      description: "One for each unit that leads and that the caller may see, groups expanded.",
    }),
  parts: partsAnswer,
  last_noted_on: dayAnswer
    .nullable()
    .openapi({ description: "The last day on which one of those units wrote a note." }),
};
export const taskAnswer = z.object(taskFields).openapi("Task");

export const shownTaskAnswer = z
  .object({
    ...taskFields,
    wording: z.string().nullable(),
    targets: z.array(z.string()),
    is_heading: z.boolean().openapi({ description: "Only introduces its sub-items: nobody owes it." }),
    children: z.array(z.object({ number: z.string(), title: z.string() })),
    closed: z.boolean().openapi({ description: "Its catalogue is not in force today: read-only." }),
    withdrawn: z.boolean(),
    own: z
      .object({
        unit_id: z.uuid(),
        role: z.enum(["lead", "coordinating", "undetermined"]),
        status: statusAnswer,
        acknowledged: z.boolean(),
        claim: z
          .object({
            id: z.uuid(),
            state: z.string(),
            completed_on: dayAnswer,
            reason: z.string().nullable(),
          })
          .nullable(),
      })
      .nullable()
      .openapi({ description: "The part of the post's own unit; null for a key in nobody's post." }),
    history: z
      .array(
        z.object({
          note_id: z.uuid(),
          unit: z.string(),
          noted_on: dayAnswer,
          text: z.string(),
          percent: z.int().nullable(),
          mark: z.enum(["standing", "replaced", "withdrawn"]),
          files: z.int(),
        }),
      )
      .openapi({ description: "The last thirty notes that the caller may see, the newest first." }),
  })
  .openapi("ShownTask");
