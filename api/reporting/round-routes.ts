import { z } from "@hono/zod-openapi";
import { type AnyRoute, apiRoute } from "../http/api-route.ts";
import { dayAnswer, instantAnswer, pageAnswer } from "../shared/answers.ts";
import { camelKeys } from "../shared/key-case.ts";
import { localDateSchema, paperDateSchema } from "../shared/local-date.ts";
import { pageQuerySchema } from "../shared/page.ts";
import { changeRound } from "./change-round.ts";
import { closeRound } from "./close-round.ts";
import { endExclusion, excludeUnit } from "./exclude-unit.ts";
import { listObligations } from "./list-obligations.ts";
import { listRounds, showRound } from "./list-rounds.ts";
import { openRound } from "./open-round.ts";

const roundAnswer = z
  .object({
    id: z.uuid(),
    catalogue_id: z.uuid(),
    label: z.string(),
    phrase: z.string(),
    ad_hoc: z.boolean(),
    window_start_on: dayAnswer.openapi({ description: "The first day whose notes count." }),
    cut_off_on: dayAnswer.nullable(),
    due_on: dayAnswer.nullable().openapi({
      description: "The last day on which a unit is in time. Null: nothing is owed and nothing sent.",
    }),
    upward_due_on: dayAnswer.nullable(),
    closed_at: instantAnswer.nullable(),
    reporters: z
      .array(z.object({ kind: z.enum(["unit", "group"]), id: z.uuid(), name: z.string() }))
      .openapi({ description: "Empty: every unit that leads a task." }),
    excluded: z.int().openapi({ description: "How many units are excluded." }),
  })
  .openapi("Round");
const obligationAnswer = z
  .object({
    unit: z.object({ id: z.uuid(), name: z.string() }),
    owed: z.int(),
    met: z.int(),
    all_met: z.boolean(),
    items: z.array(z.object({ task_id: z.uuid(), number: z.string(), met: z.boolean() })),
    excluded_reason: z.string().nullable(),
  })
  .openapi("Obligation");

const roundParams = z.object({ round_id: z.uuid() });
const unitParams = z.object({ round_id: z.uuid(), unit_id: z.uuid() });
const reporters = z
  .array(z.union([z.strictObject({ unit_id: z.uuid() }), z.strictObject({ group_id: z.uuid() })]))
  .max(200)
  .openapi({ description: "Empty: every unit that leads a task of the catalogue." });
const label = z.string().trim().min(1).max(200).openapi({ example: "lần 1" });
const dates = {
  cut_off_on: paperDateSchema.nullable().optional().openapi({ example: "2026-09-10" }),
  due_on: paperDateSchema
    .nullable()
    .optional()
    .openapi({ description: 'The last day in time: the day before "trước ngày …".', example: "2026-09-14" }),
  upward_due_on: paperDateSchema.nullable().optional().openapi({ example: "2026-09-16" }),
};

/** Reporting rounds and what each unit owes in them. */
export const ROUND_ROUTES: readonly AnyRoute[] = [
  apiRoute({
    method: "get",
    path: "/rounds",
    name: "list-rounds",
    room: "rounds",
    summary: "Reporting rounds by their due date, undated ones last",
    scope: "read",
    query: pageQuerySchema.extend({
      catalogue_id: z.uuid().optional(),
      open: z.enum(["true", "false"]).optional(),
      due_from: localDateSchema.optional(),
      due_to: localDateSchema.optional(),
    }),
    status: 200,
    answer: pageAnswer(roundAnswer),
    refusals: ["cursor_invalid", "period_invalid"],
    run: (work, { query: { open, ...query } }) =>
      listRounds(work, { ...camelKeys(query), open: open === undefined ? undefined : open === "true" }),
  }),
  apiRoute({
    method: "post",
    path: "/rounds",
    name: "open-round",
    room: "rounds",
    summary: "Opens a round of a catalogue",
    description:
      "An ad hoc round (`ad_hoc`, the default) counts notes from today on, or from `window_start_on`, and stands beside the document's rounds. With `ad_hoc: false` it takes its place among them by its due date: its window begins on the due date of the round before, and the next one's on its own. The dates keep their order: window, cut-off, due, upward. Reminders follow by themselves.",
    scope: "admin",
    body: z.strictObject({
      catalogue_id: z.uuid(),
      label,
      phrase: z.string().trim().min(1).max(1_000).optional().openapi({
        description: "The words that ask for it.",
        example: "Báo cáo đột xuất theo Công văn số 15/CV-UBND",
      }),
      ad_hoc: z.boolean().optional(),
      window_start_on: paperDateSchema.optional().openapi({ example: "2026-09-01" }),
      ...dates,
      reporters: reporters.optional(),
    }),
    status: 201,
    answer: roundAnswer,
    refusals: [
      "catalogue_not_found",
      "catalogue_closed",
      "round_date_past",
      "round_date_invalid",
      "unit_not_found",
      "group_not_found",
    ],
    run: (work, { body }) => openRound(work, camelKeys(body)),
  }),
  apiRoute({
    method: "get",
    path: "/rounds/{round_id}",
    name: "show-round",
    room: "rounds",
    summary: "One round",
    scope: "read",
    params: roundParams,
    status: 200,
    answer: roundAnswer,
    refusals: ["round_not_found"],
    run: (work, { params }) => showRound(work, camelKeys(params)),
  }),
  apiRoute({
    method: "patch",
    path: "/rounds/{round_id}",
    name: "change-round",
    room: "rounds",
    summary: "Sets the dates of a round, its name, who reports",
    description:
      'An undated round ("06 tháng, 01 năm") gets its day here; null makes it undated again. What is left out stays. A date that moves moves the windows of the rounds after it.',
    scope: "admin",
    params: roundParams,
    body: z.strictObject({ label: label.optional(), ...dates, reporters: reporters.optional() }),
    status: 200,
    answer: roundAnswer,
    refusals: [
      "round_not_found",
      "round_closed",
      "catalogue_closed",
      "catalogue_not_found",
      "round_date_past",
      "round_date_invalid",
      "unit_not_found",
      "group_not_found",
    ],
    current: (work, { params }) => showRound(work, camelKeys(params)),
    run: (work, { params, body }) => changeRound(work, { ...camelKeys(params), ...camelKeys(body) }),
  }),
  apiRoute({
    method: "post",
    path: "/rounds/{round_id}/closing",
    name: "close-round",
    room: "rounds",
    summary: "Closes a round: its reminders stop, the notes of its window are locked",
    description: "Before its cut-off, today becomes the cut-off. Late notes do not count any more.",
    scope: "admin",
    params: roundParams,
    status: 200,
    answer: roundAnswer,
    refusals: ["round_not_found", "round_closed", "round_undated", "round_not_begun"],
    run: (work, { params }) => closeRound(work, camelKeys(params)),
  }),
  apiRoute({
    method: "get",
    path: "/rounds/{round_id}/obligations",
    name: "list-obligations",
    room: "rounds",
    summary: "What each unit owes in a round, and what of it is met",
    description:
      "One item for each task that the unit leads, met by any standing note in the round's window, \"không phát sinh\" included. A unit's post gets its own.",
    scope: "read",
    params: roundParams,
    query: pageQuerySchema.extend({
      met: z.enum(["true", "false"]).optional().openapi({
        description: "`false`: units that still owe something; excluded ones are not among them.",
      }),
    }),
    status: 200,
    answer: pageAnswer(obligationAnswer),
    refusals: ["round_not_found", "cursor_invalid"],
    run: (work, { params, query }) => listObligations(work, { ...camelKeys(params), ...query }),
  }),
  apiRoute({
    method: "put",
    path: "/rounds/{round_id}/obligations/{unit_id}/exclusion",
    name: "exclude-unit",
    room: "rounds",
    summary: "A unit need not report in a round, always for a reason",
    scope: "admin",
    params: unitParams,
    body: z.strictObject({ reason: z.string().max(100_000).openapi({ example: "Đơn vị mới thành lập" }) }),
    status: 200,
    answer: z.object({ round_id: z.uuid(), unit_id: z.uuid(), reason: z.string() }),
    refusals: ["round_not_found", "round_closed", "unit_not_found", "reason_required", "reason_too_long"],
    run: (work, { params, body }) => excludeUnit(work, { ...camelKeys(params), ...body }),
  }),
  apiRoute({
    method: "delete",
    path: "/rounds/{round_id}/obligations/{unit_id}/exclusion",
    name: "end-exclusion",
    room: "rounds",
    summary: "The unit reports in the round again",
    scope: "admin",
    params: unitParams,
    status: 204,
    answer: null,
    refusals: ["round_not_found", "round_closed", "unit_not_found"],
    run: (work, { params }) => endExclusion(work, camelKeys(params)),
  }),
];
