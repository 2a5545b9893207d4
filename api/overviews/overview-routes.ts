import { z } from "@hono/zod-openapi";
import { type AnyRoute, apiRoute } from "../http/api-route.ts";
import { dayAnswer } from "../shared/answers.ts";
import { listDueDates } from "./list-due-dates.ts";
import { listTasks } from "./list-tasks.ts";
import { countUnits } from "./list-unit-counts.ts";
import { searchTasks } from "./search-tasks.ts";
import { partsAnswer, statusAnswer } from "./status-answers.ts";
import { TASK_FILTERS } from "./task-list.ts";

const unitTaskAnswer = z.object({
  task_id: z.uuid(),
  number: z.string(),
  title: z.string(),
  role: z.enum(["lead", "coordinating", "undetermined"]),
  due_on: dayAnswer.nullable(),
  phrase: z.string().nullable(),
  has_ladder: z.boolean().openapi({ description: "Its due date has reminders of its own." }),
  status: statusAnswer,
  parts: partsAnswer,
  last_note: z.object({ noted_on: dayAnswer, text: z.string() }).nullable(),
  owed_in_round: z.boolean(),
});

const roundAnswer = z.object({
  round_id: z.uuid(),
  label: z.string(),
  phrase: z.string(),
  due_on: dayAnswer,
  working_days_left: z.int(),
  obligation: z.object({
    items: z.array(z.object({ task_id: z.uuid(), number: z.string(), met: z.boolean() })),
    missing: z.array(z.string()).openapi({ description: "Numbers of the items without an answer." }),
    all_met: z.boolean(),
  }),
});

/** What combines rooms: a unit's list, counts, due dates, search. */
export const OVERVIEW_ROUTES: readonly AnyRoute[] = [
  apiRoute({
    method: "get",
    path: "/units/{unit_id}/tasks",
    name: "list-unit-tasks",
    room: "tasks",
    summary: "One unit's tasks in force as its head sees them: counts, the open round, what is urgent first",
    description: "A unit's post may ask for its own unit; whoever sees the whole office for any.",
    scope: "read",
    params: z.object({ unit_id: z.uuid() }),
    query: z.object({
      filter: z.enum(TASK_FILTERS).default("all").openapi({
        description: "`all` are those that it leads; a unit that only coordinates gets those instead.",
      }),
      q: z.string().max(200).optional().openapi({ description: "Words, without diacritics." }),
    }),
    status: 200,
    answer: z.object({
      unit: z.object({ id: z.uuid(), name: z.string() }),
      organization: z.string(),
      today: dayAnswer,
      filter: z.enum(TASK_FILTERS),
      keyword: z.string().nullable(),
      counts: z.object({
        lead: z.int(),
        overdue: z.int(),
        due_this_month: z.int(),
        coordinating: z.int(),
        undetermined: z.int(),
      }),
      round: roundAnswer.nullable().openapi({ description: "What it has to answer next." }),
      items: z.array(unitTaskAnswer),
      nothing_because: z.enum(["no_catalogue", "no_lead_units"]).nullable(),
    }),
    refusals: ["unit_not_found", "unit_required"],
    run: (work, { params, query }) =>
      listTasks(work, {
        filter: query.filter,
        keyword: query.q ?? null,
        unitId: params.unit_id,
        unitName: null,
      }),
  }),
  apiRoute({
    method: "get",
    path: "/unit-counts",
    name: "count-units",
    room: "tasks",
    summary: "How every unit that leads anything stands: done, overdue, due soon",
    scope: "read",
    status: 200,
    answer: z.object({
      organization: z.string(),
      today: dayAnswer,
      units: z.array(
        z.object({
          unit_id: z.uuid(),
          name: z.string(),
          lead: z.int(),
          done: z.int(),
          overdue: z.int(),
          due_soon: z.int(),
        }),
      ),
      without_lead: z.array(z.string()).openapi({ description: "Numbers of tasks that nobody leads yet." }),
      undetermined_groups: z.array(z.string()),
      in_force: z.int().openapi({ description: "How many tasks are in force." }),
    }),
    refusals: [],
    run: (work) => countUnits(work, {}),
  }),
  apiRoute({
    method: "get",
    path: "/due-dates",
    name: "list-due-dates",
    room: "tasks",
    summary: "What falls due in the next months: tasks and reports",
    description: "A unit's post gets what its unit leads and has to report; everybody else the office's.",
    scope: "read",
    status: 200,
    answer: z.object({
      unit: z.string().nullable(),
      today: dayAnswer,
      until: dayAnswer,
      entries: z.array(
        z.union([
          z.object({
            kind: z.literal("task"),
            on: dayAnswer,
            task_id: z.uuid(),
            number: z.string(),
            title: z.string(),
          }),
          z.object({
            kind: z.literal("round"),
            on: dayAnswer,
            round_id: z.uuid(),
            catalogue_id: z.uuid(),
            label: z.string(),
            phrase: z.string(),
          }),
        ]),
      ),
      undated: z.array(z.string()).openapi({ description: "Rounds that the document names without a day." }),
    }),
    refusals: [],
    run: (work) => listDueDates(work, {}),
  }),
  apiRoute({
    method: "get",
    path: "/search",
    name: "search-tasks",
    room: "tasks",
    summary: "Tasks by words of their number, title or wording, with or without diacritics",
    description:
      "In the catalogues in force; where there are none, in the newest. `GET /tasks?q=` searches all of them, page by page.",
    scope: "read",
    query: z.object({ q: z.string().max(2_000) }),
    status: 200,
    answer: z.object({
      query: z.string(),
      tasks: z.array(
        z.object({
          task_id: z.uuid(),
          number: z.string(),
          title: z.string(),
          due_on: dayAnswer.nullable(),
        }),
      ),
    }),
    refusals: ["query_empty"],
    run: (work, { query }) => searchTasks(work, { query: query.q }),
  }),
];
