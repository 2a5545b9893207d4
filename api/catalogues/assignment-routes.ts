import { z } from "@hono/zod-openapi";
import { type AnyRoute, apiRoute } from "../http/api-route.ts";
import { dayAnswer } from "../shared/answers.ts";
import { camelKeys } from "../shared/key-case.ts";
import { assignTask } from "./assign-task.ts";
import { ASSIGNMENT_ROLES } from "./assignment.ts";
import { endAssignment } from "./end-assignment.ts";
import { listAssignments } from "./list-assignments.ts";

const taskParams = z.object({ task_id: z.uuid() });
const bodyAnswer = z.object({ kind: z.enum(["unit", "group"]), id: z.uuid(), name: z.string() });
const roleAnswer = z
  .enum(ASSIGNMENT_ROLES)
  .openapi({ description: "A body beside the UBND that coordinates is `invited`: it is never late." });

/** Who leads and who coordinates. */
export const ASSIGNMENT_ROUTES: readonly AnyRoute[] = [
  apiRoute({
    method: "get",
    path: "/tasks/{task_id}/assignments",
    name: "list-assignments",
    room: "assignments",
    summary: "Who leads, coordinates or is invited, ended lines included",
    scope: "read",
    params: taskParams,
    status: 200,
    answer: z.object({
      items: z.array(
        z
          .object({
            id: z.uuid(),
            role: roleAnswer,
            unit: bodyAnswer,
            part: z
              .string()
              .nullable()
              .openapi({ description: "What the document says of this unit's part." }),
            from_on: dayAnswer,
            to_on: dayAnswer.nullable().openapi({ description: "The last day; null while it lasts." }),
          })
          .openapi("Assignment"),
      ),
    }),
    refusals: ["task_not_found"],
    run: (work, { params }) => listAssignments(work, camelKeys(params)),
  }),
  apiRoute({
    method: "post",
    path: "/tasks/{task_id}/assignments",
    name: "assign-task",
    room: "assignments",
    summary: "A unit or a group leads or coordinates the task from today",
    description:
      "It makes a new version of the catalogue and tells the unit's people. A group's members each owe their own part.",
    scope: "admin",
    params: taskParams,
    body: z.strictObject({
      role: z.enum(["lead", "coordinating"]),
      unit: z.string().max(300).openapi({
        description: "A unit or a group: its id, or its name in any spelling that the office knows.",
        example: "Phòng Văn hóa - Xã hội",
      }),
    }),
    status: 201,
    answer: z.object({
      assignment_id: z.uuid(),
      task: z.object({ id: z.uuid(), number: z.string(), short_title: z.string() }),
      unit: bodyAnswer,
      role: roleAnswer,
      version: z.int().openapi({ description: "Of the catalogue." }),
      told: z.int().openapi({ description: "How many people are written to." }),
    }),
    refusals: [
      "task_not_found",
      "task_withdrawn",
      "task_has_children",
      "unit_not_found",
      "unit_ambiguous",
      "assignment_exists",
    ],
    run: (work, { params, body }) => assignTask(work, { ...camelKeys(params), ...body }),
  }),
  apiRoute({
    method: "delete",
    path: "/assignments/{assignment_id}",
    name: "end-assignment",
    room: "assignments",
    summary: "Ends one line: yesterday was its last day, what the unit wrote stays",
    scope: "admin",
    params: z.object({ assignment_id: z.uuid() }),
    status: 200,
    answer: z.object({ version: z.int().openapi({ description: "The catalogue's new version." }) }),
    refusals: ["assignment_not_found", "task_withdrawn", "task_has_children"],
    run: (work, { params }) => endAssignment(work, camelKeys(params)),
  }),
];
