import { compareTaskNumbers } from "../catalogues/compare-task-numbers.ts";
import type { TaskItem } from "./task-list.ts";

/** Overdue first, then due soon, then what the open round asks for, then the rest; done ones last. */
const rank = (item: TaskItem): number => {
  if (item.status.done) return 4;
  if (item.status.overlays.includes("claimed")) return 3;
  if (item.role !== "lead") return 3;
  if (item.status.class === "open_overdue") return 0;
  if (item.status.overlays.includes("due_soon")) return 1;
  return item.owedInRound ? 2 : 3;
};

export const compareTaskItems = (left: TaskItem, right: TaskItem): number => {
  const byRank = rank(left) - rank(right);
  if (byRank !== 0) return byRank;
  const byDue = rank(left) <= 1 ? (left.dueOn ?? "").localeCompare(right.dueOn ?? "") : 0;
  return byDue !== 0 ? byDue : compareTaskNumbers(left.number, right.number);
};
