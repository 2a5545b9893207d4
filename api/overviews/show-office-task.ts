import { z } from "zod";
import { selectTaskPage } from "../../db/queries/task-page-queries.ts";
import { may } from "../members/permissions.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { describeOfficeTasks } from "./describe-office-tasks.ts";
import type { OfficeTask } from "./office-task.ts";
import { showTask, type TaskCard } from "./show-task.ts";

export type ShownTask = OfficeTask &
  Pick<
    TaskCard,
    "wording" | "targets" | "isHeading" | "children" | "closed" | "withdrawn" | "own" | "history"
  >;

/**
 * One task with everything that the asker may see of it: as its card in a chat, and where each unit that leads stands.
 * Refuses `not_allowed`, `task_not_found`.
 */
export const showOfficeTask: UseCase<{ readonly taskId: string }, ShownTask> = async (work, raw) => {
  const parsed = z.object({ taskId: z.uuid() }).safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { taskId } = parsed.data;
  const found = await showTask(work, { taskId });
  if (!found.ok) return found;
  const page = await selectTaskPage(work.tx, { on: work.today, taskId, limit: 1 });
  const own = work.actor.kind === "member" ? (work.actor.current?.unit?.id ?? null) : null;
  const [described] = describeOfficeTasks(page, {
    today: work.today,
    calendar: work.calendar,
    lateness: work.organization.policy.lateness,
    viewer: may(work.actor, "see-all-tasks") ? null : { unitId: own },
  });
  if (described === undefined || found.value.kind !== "one")
    return refuse("task_not_found", { number: "none" });
  const { wording, targets, isHeading, children, closed, withdrawn, history, own: mine } = found.value.card;
  return ok({
    ...described.task,
    wording,
    targets,
    isHeading,
    children,
    closed,
    withdrawn,
    own: mine,
    history,
  });
};
