import type { Task } from "./task.ts";

/** What stands for the task in a list: a restricted catalogue shows its document's number instead of a title. */
export const titleOf = (task: Pick<Task, "shortTitle" | "document">): string =>
  task.document.restricted ? (task.document.number ?? "…") : task.shortTitle;
