import { z } from "@hono/zod-openapi";
import { dayAnswer, instantAnswer } from "../shared/answers.ts";
import { NOTE_STATES } from "./note.ts";
import { NOTE_MARKS } from "./shown-note.ts";

/** Notes and claims as the API writes them. */

const taskRef = z.object({ id: z.uuid(), number: z.string(), title: z.string() });
const unitRef = z.object({ id: z.uuid(), name: z.string() });

export const CLAIM_STATE = z.enum(["waiting", "confirmed", "returned", "withdrawn"]);

const documentAnswer = z
  .object({ number: z.string(), kind: z.string().nullable(), issued_on: dayAnswer.nullable() })
  .nullable()
  .openapi({ description: "The document that the words name." });
const figuresAnswer = z.array(
  z.object({
    value: z.number(),
    out_of: z.number().nullable(),
    unit: z.string(),
    text: z.string().openapi({ description: "As typed." }),
  }),
);
const stateAnswer = z.enum(NOTE_STATES).nullable().openapi({
  description:
    "What the words say of the task; `nothing_new` (không phát sinh) and `no_change` (giữ nguyên) are answers. Null: they do not say.",
});

export const understoodAnswer = z
  .object({
    task_number: z.string().nullable(),
    text: z.string(),
    state: stateAnswer,
    percent: z.int().nullable(),
    completed_on: dayAnswer
      .nullable()
      .openapi({ description: "The day that the words name; null: the day of the note." }),
    date_problem: z.enum(["in_future", "impossible"]).nullable(),
    planned_on: dayAnswer.nullable().openapi({ description: "Promised, not done." }),
    document_reference: documentAnswer,
    figures: figuresAnswer,
    difficulty: z.string().nullable(),
  })
  .openapi("UnderstoodNote");

export const recordedAnswer = z
  .object({
    note_id: z.uuid(),
    task: taskRef,
    unit_id: z.uuid(),
    understood: understoodAnswer,
    corrected: z.boolean(),
    files: z.array(z.string()),
    stands_since: z.string().nullable().openapi({
      description:
        "The same words of the same person stood already, since that time of today: this is the standing note, and nothing was written.",
      example: "09:30",
    }),
    claim: z
      .object({
        id: z.uuid(),
        completed_on: dayAnswer,
        timeliness: z.enum(["done_on_time", "done_late", "no_due_date"]),
        confirmed_by: z.enum(["consolidator", "leader"]),
        asks_for_date: z
          .boolean()
          .openapi({ description: "Late by the day of the note: when was it really completed?" }),
      })
      .nullable()
      .openapi({ description: "The claim of completion that now waits for somebody else's decision." }),
  })
  .openapi("RecordedNote");

export const noteAnswer = z
  .object({
    id: z.uuid(),
    task: taskRef,
    unit: unitRef,
    appointment: z
      .object({ id: z.uuid(), role: z.string() })
      .openapi({ description: "The post that wrote it." }),
    channel: z.string().openapi({ description: "The messenger, or `api`." }),
    text: z.string(),
    state: stateAnswer,
    percent: z.int().nullable(),
    completed_on: dayAnswer.nullable(),
    planned_on: dayAnswer.nullable(),
    document_reference: documentAnswer,
    figures: figuresAnswer,
    difficulty: z.string().nullable(),
    noted_at: instantAnswer,
    noted_on: dayAnswer.openapi({ description: "On the office's wall: what a round's window asks for." }),
    mark: z.enum(NOTE_MARKS),
    corrects_id: z.uuid().nullable(),
    replaced_by_id: z.uuid().nullable(),
    withdrawn_at: instantAnswer.nullable(),
    files: z.int(),
    claim: z.object({ id: z.uuid(), state: CLAIM_STATE, completed_on: dayAnswer }).nullable(),
  })
  .openapi("ProgressUpdate");

export const withdrawnAnswer = z.object({ note_id: z.uuid(), task: taskRef, text: z.string() });

export const claimAnswer = z
  .object({
    id: z.uuid(),
    task: taskRef,
    unit: unitRef,
    note_id: z.uuid(),
    text: z.string(),
    files: z.int(),
    due_on: dayAnswer.nullable(),
    completed_on: dayAnswer.openapi({ description: "By which timeliness is judged." }),
    noted_on: dayAnswer,
    claimed_at: instantAnswer,
    state: CLAIM_STATE,
    decided_at: instantAnswer.nullable(),
    decided_by: z.uuid().nullable().openapi({ description: "The post that decided." }),
    reason: z.string().nullable(),
    may_decide: z.boolean().openapi({ description: "Whether the caller's post may decide on it now." }),
  })
  .openapi("Claim");

export const settledAnswer = z.object({
  claim_id: z.uuid(),
  decision: z.enum(["confirm", "return"]),
  task: taskRef,
});
