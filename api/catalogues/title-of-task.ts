import type { Task } from "./task.ts";

/** What stands for the task in a list: a restricted catalogue shows its document's number instead of a title. */
export const titleOf = (task: {
  readonly shortTitle: string;
  readonly document: Pick<Task["document"], "restricted" | "number">;
}): string => (task.document.restricted ? (task.document.number ?? "…") : task.shortTitle);
