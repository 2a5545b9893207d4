import { z } from "@hono/zod-openapi";
import { DUE_SOON_WORKING_DAYS } from "../catalogues/resolve-task-status.ts";
import { TIMELINESS_CLASSES } from "./office-task.ts";

/** The status of a task for one unit, as the API writes it. */

const classAnswer = z.enum(TIMELINESS_CLASSES).openapi({
  description:
    "Computed, never typed. `done_*` only when a claim of completion was confirmed; a task without a due date stays `no_due_date` and tells by `done`.",
});
export const statusFields = {
  done: z.boolean(),
  class: classAnswer,
  overlays: z.array(z.enum(["unacknowledged", "due_soon", "difficulty", "returned", "claimed"])).openapi({
    description: `\`due_soon\`: open, in time, with a ladder of reminders, at most ${DUE_SOON_WORKING_DAYS} working days left, and no claim that waits. \`unacknowledged\`: neither received nor written about. \`difficulty\`: the last word of the unit names one. \`claimed\`: reported as completed, waiting to be confirmed. \`returned\`: that claim came back.`,
  }),
  working_days_left: z
    .int()
    .nullable()
    .openapi({ description: "To the last day in time: 0 today, negative once it is past." }),
  by: z
    .enum(["as_written", "roll_forward"])
    .openapi({ description: "By which rule of the office lateness was judged." }),
};
export const statusAnswer = z.object(statusFields).openapi("TaskStatus");

export const partsAnswer = z
  .object({ done: z.int(), all: z.int() })
  .nullable()
  .openapi({ description: "Led through a group: how many units have completed their part, of how many." });
