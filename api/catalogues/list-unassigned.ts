import { may } from "../members/permissions.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { loadTasksToLookUp } from "./load-tasks.ts";
import { titleOf } from "./title-of-task.ts";

export type Unassigned = {
  /** How many tasks were looked at; without any, nothing can be said of them. */
  readonly looked: number;
  /** No catalogue is in force: these are the newest one's. */
  readonly outOfForce: boolean;
  /** Tasks that nobody leads, a group included. */
  readonly tasks: readonly { readonly id: string; readonly number: string; readonly title: string }[];
  /** Groups of those tasks whose members nobody has confirmed: nobody is late for them. */
  readonly groups: readonly { readonly id: string; readonly name: string }[];
};

/** What still waits for the administrator before anybody can be asked for it. Refuses `not_allowed`. */
export const listUnassigned: UseCase<Readonly<Record<string, never>>, Unassigned> = async (work) => {
  if (!may(work.actor, "assign-task")) return refuse("not_allowed");
  const { tasks, groups, outOfForce } = await loadTasksToLookUp(work);
  const owed = tasks.filter(({ task }) => !task.isHeading);
  const undetermined = new Set(
    owed.flatMap(({ expanded }) => [
      ...expanded.undeterminedLeadGroupIds,
      ...expanded.undeterminedOtherGroupIds,
    ]),
  );
  return ok({
    looked: owed.length,
    outOfForce,
    tasks: owed
      .filter(
        ({ expanded }) => expanded.leadUnitIds.length === 0 && expanded.undeterminedLeadGroupIds.length === 0,
      )
      .map(({ task }) => ({ id: task.id, number: task.number, title: titleOf(task) })),
    groups: [...undetermined].map((id) => ({ id, name: groups.get(id)?.name ?? "" })),
  });
};
