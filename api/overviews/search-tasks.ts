import { z } from "zod";
import { compareTaskNumbers } from "../catalogues/compare-task-numbers.ts";
import { loadTasksToLookUp } from "../catalogues/load-tasks.ts";
import { titleOf } from "../catalogues/title-of-task.ts";
import { may } from "../members/permissions.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { foldMatches, tidyText } from "../shared/normalise-vietnamese.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";

export type FoundTasks = {
  readonly query: string;
  readonly tasks: readonly {
    readonly taskId: string;
    readonly number: string;
    readonly title: string;
    readonly dueOn: LocalDate | null;
  }[];
};

/**
 * Tasks in force (where there are none, of the newest catalogue) whose title, wording or number holds every word of
 * the query, with or without diacritics: the unit's own for a unit's post, all for those who see all. Refuses `query_empty`.
 */
export const searchTasks: UseCase<{ readonly query: string }, FoundTasks> = async (work, raw) => {
  if (!may(work.actor, "search-tasks")) return refuse("not_allowed");
  const parsed = z.object({ query: z.string().max(20_000) }).safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  // Cut first: tidying mends an emoji that was cut in two.
  const query = tidyText(parsed.data.query.trim().slice(0, 200));
  if (query === "") return refuse("query_empty");
  const unitId = work.actor.kind === "member" ? (work.actor.current?.unit?.id ?? null) : null;
  const seesAll = may(work.actor, "see-all-tasks");
  const { tasks } = await loadTasksToLookUp(work);
  const found = tasks
    .filter(({ task }) => !task.isHeading)
    .filter(
      ({ expanded }) =>
        seesAll ||
        (unitId !== null &&
          ([...expanded.leadUnitIds, ...expanded.coordinatingUnitIds, ...expanded.invitedUnitIds].includes(
            unitId,
          ) ||
            expanded.undeterminedLeadGroupIds.length + expanded.undeterminedOtherGroupIds.length > 0)),
    )
    .filter(({ task }) => foldMatches(`${task.number} ${task.searchText}`, query))
    .map(({ task }) => ({ taskId: task.id, number: task.number, title: titleOf(task), dueOn: task.dueOn }))
    .sort((left, right) => compareTaskNumbers(left.number, right.number));
  return ok({ query, tasks: found });
};
