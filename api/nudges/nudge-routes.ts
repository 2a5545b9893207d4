import { z } from "@hono/zod-openapi";
import { NUDGE_OUTCOMES } from "../../db/queries/nudge-queries.ts";
import { type AnyRoute, apiRoute } from "../http/api-route.ts";
import { ROLES } from "../members/member.ts";
import { dayAnswer, instantAnswer, pageAnswer } from "../shared/answers.ts";
import { camelKeys } from "../shared/key-case.ts";
import { pageQuerySchema } from "../shared/page.ts";
import { forecastFilterSchema, forecastNudges } from "./forecast-nudges.ts";
import { listNudges } from "./list-nudges.ts";
import { NUDGE_REASONS, SKIP_REASONS, WITHDRAWAL_REASONS } from "./shown-nudge.ts";

const subjectAnswer = z
  .object({
    kind: z.enum(["task", "round", "assignment"]),
    id: z.uuid().openapi({ description: "The task, the round, or the catalogue whose assignment is meant." }),
    label: z.string().openapi({ description: "“2.4”, “lần 1”; empty for an assignment.", example: "2.4" }),
    title: z.string().openapi({
      description: "The short title; the document's number where the document is restricted.",
    }),
    unit_id: z.uuid().openapi({ description: "The unit that owes it." }),
    unit_name: z.string(),
    due_on: dayAnswer,
  })
  .openapi("NudgeSubject");

const recipientAnswer = z
  .object({
    role: z.enum(ROLES),
    member_id: z.uuid().nullable().openapi({ description: "Null where nobody of the post can be reached." }),
    name: z.string().nullable().openapi({ description: "Only for a caller who may see people." }),
  })
  .openapi("NudgeRecipient");

const rungAnswer = z.string().openapi({
  description:
    "The step of the ladder: “-10” … “-1” working days before the day to aim for, “0” on it, “+1” … working days " +
    "after the due date, “+5w1” … its weekly repeats; “overdue-at-start”, “unacknowledged”.",
  example: "-3",
});

const nudgeAnswer = z
  .object({
    id: z.uuid(),
    outcome: z.enum(NUDGE_OUTCOMES).openapi({
      description:
        "`waiting`, `sent` or `failed` as its message is; `silent`: deliberately not said; `withdrawn`: taken back " +
        "before it left.",
    }),
    reason: z.enum([...NUDGE_REASONS, ...SKIP_REASONS, ...WITHDRAWAL_REASONS]).openapi({
      description: "Why it was said, why it was not, or why it was taken back.",
    }),
    rung: rungAnswer,
    subject: subjectAnswer,
    recipient: recipientAnswer,
    planned_for: instantAnswer.openapi({
      description: "The rung's day at the person's hour; after an outage the decision comes later.",
    }),
    decided_at: instantAnswer,
    message: z
      .object({
        id: z.uuid(),
        attempts: z.int(),
        failure: z.string().nullable(),
        sent_at: instantAnswer.nullable(),
      })
      .nullable()
      .openapi({ description: "The digest that carries it, as `GET /outbox` lists it; null for a silence." }),
  })
  .openapi("Nudge");

const foreseenAnswer = z
  .object({
    at: z.iso.datetime({ offset: true }).openapi({
      description: "On the office's wall. Rows with the same instant and recipient are one digest.",
      example: "2026-09-14T07:30:00+07:00",
    }),
    outcome: z.enum(["sent", "unlinked", "silent"]).openapi({
      description: "`unlinked`: it would be sent if somebody who holds the post had linked a chat.",
    }),
    reason: z.enum([...NUDGE_REASONS, ...SKIP_REASONS]),
    instead_of: z
      .enum(NUDGE_REASONS)
      .nullable()
      .openapi({ description: "Of a silence: why it would have been said." }),
    rung: rungAnswer,
    subject: subjectAnswer,
    recipient: recipientAnswer,
  })
  .openapi("ForeseenNudge");

const day = (description: string) => z.iso.date().openapi({ description });

/** Reminders: what was said, what was not and why, and what is to come. */
export const NUDGE_ROUTES: readonly AnyRoute[] = [
  apiRoute({
    method: "get",
    path: "/nudges",
    name: "list-nudges",
    room: "nudges",
    summary: "The ledger: each nudge with its reason, and each silence with its own, newest first",
    description:
      "One row for each subject, recipient, rung and due date. A post is named by its role; the person's name is " +
      "there only for a caller who may see people. `task_id` and `round_id` ask for what names that subject itself: " +
      "a round's reminder stands under the round, not under each of its tasks.",
    scope: "read",
    query: pageQuerySchema.extend({
      unit_id: z.uuid().optional().openapi({ description: "The unit that owes." }),
      member_id: z.uuid().optional().openapi({ description: "Whoever was told, or would have been." }),
      task_id: z.uuid().optional(),
      round_id: z.uuid().optional(),
      outcome: z.enum(NUDGE_OUTCOMES).optional(),
      from: day("Decided on this day of the office's wall, or later.").optional(),
      to: day("Decided on this day, or earlier.").optional(),
    }),
    status: 200,
    answer: pageAnswer(nudgeAnswer),
    refusals: ["period_invalid", "cursor_invalid"],
    run: (work, { query }) => listNudges(work, camelKeys(query)),
  }),
  apiRoute({
    method: "get",
    path: "/nudges/forecast",
    name: "forecast-nudges",
    room: "nudges",
    summary: "The nudges that will go out in a period, to whom and why, and the silences",
    description:
      "Played morning by morning by the rule that the reminders themselves follow, as if nothing more were reported. " +
      "Nothing is sent or written. `basis` says from where: `ledger`: the office is live, and what it has been told " +
      "already counts, from this moment on; `rehearsal`: it is not live yet, and is played as if the first day " +
      "asked for were its first. Posts whose holder has linked no chat yet stand there as `unlinked`. At most 400 days.",
    scope: "read",
    query: z.object({
      from: day("The first day."),
      to: day("The last day; with it at most 400."),
      unit_id: z.uuid().optional().openapi({ description: "The unit that owes." }),
      outcome: forecastFilterSchema.shape.outcome,
      limit: forecastFilterSchema.shape.limit,
      cursor: forecastFilterSchema.shape.cursor,
    }),
    status: 200,
    answer: z.object({
      items: z.array(foreseenAnswer),
      next_cursor: z.string().nullable(),
      basis: z.enum(["ledger", "rehearsal"]),
    }),
    refusals: ["period_invalid", "period_too_long", "date_out_of_years", "cursor_invalid"],
    run: (work, { query }, { both }) => forecastNudges(work, both, camelKeys(query)),
  }),
];
