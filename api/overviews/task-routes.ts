import { z } from "@hono/zod-openapi";
import { listUnassigned } from "../catalogues/list-unassigned.ts";
import { type AnyRoute, apiRoute } from "../http/api-route.ts";
import { acknowledgeTask } from "../progress/acknowledge-task.ts";
import { pageAnswer } from "../shared/answers.ts";
import { camelKeys } from "../shared/key-case.ts";
import { localDateSchema } from "../shared/local-date.ts";
import { pageQuerySchema } from "../shared/page.ts";
import { ok } from "../shared/result.ts";
import { listOfficeTasks } from "./list-office-tasks.ts";
import { TIMELINESS_CLASSES } from "./office-task.ts";
import { showOfficeTask } from "./show-office-task.ts";
import { shownTaskAnswer, taskAnswer } from "./task-answers.ts";

const yesOrNo = z.enum(["true", "false"]);
const isYes = (value: "true" | "false" | undefined): boolean | undefined =>
  value === undefined ? undefined : value === "true";
const taskParams = z.object({ task_id: z.uuid() });

const taskQuery = pageQuerySchema.extend({
  catalogue_id: z.uuid().optional(),
  unit_id: z
    .uuid()
    .optional()
    .openapi({ description: "Leads or coordinates, by itself or through a group." }),
  role: z
    .enum(["lead", "coordinating"])
    .optional()
    .openapi({ description: "Of `unit_id`; bodies that are invited coordinate." }),
  status: z
    .enum(TIMELINESS_CLASSES)
    .optional()
    .openapi({ description: "Of `unit_id` where it leads, else of any unit that leads." }),
  overdue: yesOrNo.optional().openapi({ description: "Overdue, and nothing claimed." }),
  due_from: localDateSchema.optional(),
  due_to: localDateSchema.optional(),
  q: z
    .string()
    .max(200)
    .optional()
    .openapi({ description: "Beginnings of words, without diacritics", example: "doi thoai" }),
  in_force: yesOrNo.optional().openapi({ description: "Whether its catalogue covers today." }),
});

/** Tasks with their computed status. */
export const TASK_ROUTES: readonly AnyRoute[] = [
  apiRoute({
    method: "get",
    path: "/tasks",
    name: "list-tasks",
    room: "tasks",
    summary: "Tasks in the documents' order, each with the status of every unit that leads it",
    description:
      "Standing tasks of every catalogue; headings and withdrawn tasks are left out. A key and whoever sees the whole office get all; a unit's post gets what its unit leads or coordinates. Filters narrow each other.",
    scope: "read",
    query: taskQuery,
    status: 200,
    answer: pageAnswer(taskAnswer),
    refusals: ["cursor_invalid", "period_invalid", "unit_required"],
    run: (work, { query: { overdue, in_force, ...query } }) =>
      listOfficeTasks(work, {
        ...camelKeys(query),
        overdue: isYes(overdue),
        inForce: isYes(in_force),
      }),
  }),
  apiRoute({
    method: "get",
    path: "/tasks/unassigned",
    name: "list-unassigned",
    room: "tasks",
    summary: "Tasks that nobody leads, and groups that nobody has confirmed",
    scope: "admin",
    status: 200,
    answer: z.object({
      looked: z.int().openapi({ description: "How many tasks were looked at." }),
      out_of_force: z
        .boolean()
        .openapi({ description: "No catalogue is in force: these are the newest one's." }),
      tasks: z.array(z.object({ id: z.uuid(), number: z.string(), title: z.string() })),
      groups: z.array(z.object({ id: z.uuid(), name: z.string() })),
    }),
    refusals: [],
    run: (work) => listUnassigned(work, {}),
  }),
  apiRoute({
    method: "get",
    path: "/tasks/{task_id}",
    name: "show-task",
    room: "tasks",
    summary: "One task: wording, targets, time frame, statuses and the notes that the caller may see",
    scope: "read",
    params: taskParams,
    status: 200,
    answer: shownTaskAnswer,
    refusals: ["task_not_found"],
    run: (work, { params }) => showOfficeTask(work, camelKeys(params)),
  }),
  apiRoute({
    method: "post",
    path: "/tasks/{task_id}/acknowledgement",
    name: "acknowledge-task",
    room: "tasks",
    summary: "A unit says that it has received a task which it leads",
    description: "In a post of the unit (`Acting-Appointment`). Saying it twice changes nothing.",
    scope: "write",
    params: taskParams,
    status: 204,
    answer: null,
    refusals: [
      "post_required",
      "task_not_found",
      "task_withdrawn",
      "task_has_children",
      "catalogue_closed",
      "task_not_of_unit",
    ],
    run: async (work, { params }) => {
      const received = await acknowledgeTask(work, camelKeys(params));
      return received.ok ? ok(null) : received;
    },
  }),
];
