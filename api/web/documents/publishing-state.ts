import type { ShownImport } from "../../imports/show-import.ts";
import type { MessageLine } from "../../outbox/message.ts";

/** What still stands in the way of the publication; null when nothing does. */
export const obstacleOf = ({ draft, amends }: ShownImport): MessageLine | null => {
  const must = draft.doubts.filter(({ blocking }) => blocking).length;
  if (draft.reading.tasks.length === 0) return { key: "review-not-without-tasks" };
  if (must > 0) return { key: "review-not-must", args: { count: must } };
  if (draft.doubts.length > 0) return { key: "review-not-doubts", args: { count: draft.doubts.length } };
  return amends === undefined ? { key: "review-not-amends" } : null;
};
