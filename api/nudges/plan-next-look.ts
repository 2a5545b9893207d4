import { addDays, type LocalDate } from "../shared/local-date.ts";
import type { PlanningFacts } from "./planning-facts.ts";

/**
 * The next day on which the whole office has to be judged although nobody did anything: today while something waits,
 * else the first on which an assignment, a place in a group or a post begins or ends. Null: no such day.
 */
export const planNextLook = (
  { tasks, groups, posts }: Pick<PlanningFacts, "tasks" | "groups" | "posts">,
  today: LocalDate,
  waits: boolean,
): LocalDate | null => {
  if (waits) return today;
  let next: LocalDate | null = null;
  const consider = (day: LocalDate): void => {
    if (day > today && (next === null || day < next)) next = day;
  };
  for (const { fromOn, toOn } of [
    ...tasks.flatMap(({ assignments }) => assignments),
    ...groups.flatMap(({ memberships }) => memberships),
  ]) {
    consider(fromOn);
    if (toOn !== null) consider(addDays(toOn, 1));
  }
  for (const { toOn } of posts) if (toOn !== null) consider(addDays(toOn, 1));
  return next;
};
