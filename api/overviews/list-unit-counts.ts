import { selectUnits } from "../../db/queries/unit-queries.ts";
import { loadTasksInForce, loadUnitProgress, progressKey } from "../catalogues/load-tasks.ts";
import { resolveTaskStatus } from "../catalogues/resolve-task-status.ts";
import { may } from "../members/permissions.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";

export type UnitCounts = {
  readonly unitId: string;
  readonly name: string;
  readonly lead: number;
  readonly done: number;
  readonly overdue: number;
  readonly dueSoon: number;
};

export type OfficeCounts = {
  readonly organization: string;
  readonly today: LocalDate;
  readonly units: readonly UnitCounts[];
  /** Tasks in force that no unit leads yet, and groups that nobody has confirmed. */
  readonly withoutLead: readonly string[];
  readonly undeterminedGroups: readonly string[];
  readonly inForce: number;
};

/** The state of every unit that leads anything, for those who see all. */
export const countUnits: UseCase<Readonly<Record<string, never>>, OfficeCounts> = async (work) => {
  if (!may(work.actor, "see-all-tasks")) return refuse("not_allowed");
  const { tasks, groups } = await loadTasksInForce(work);
  const owed = tasks.filter(({ task }) => !task.isHeading);
  const progress = await loadUnitProgress(
    work,
    owed.map(({ task }) => task.id),
    null,
  );
  const at = {
    today: work.today,
    calendar: work.calendar,
    lateness: work.organization.policy.lateness,
  };
  const units = (await selectUnits(work.tx)).map((unit) => {
    const statuses = owed
      .filter(({ expanded }) => expanded.leadUnitIds.includes(unit.id))
      .map(({ task }) => resolveTaskStatus(task, progress.get(progressKey(task.id, unit.id)) ?? null, at));
    return {
      unitId: unit.id,
      name: unit.name,
      lead: statuses.length,
      done: statuses.filter((status) => status.done).length,
      overdue: statuses.filter(
        (status) => status.class === "open_overdue" && !status.overlays.includes("claimed"),
      ).length,
      dueSoon: statuses.filter((status) => status.overlays.includes("due_soon")).length,
    };
  });
  const undetermined = new Set(
    owed.flatMap(({ expanded }) => [
      ...expanded.undeterminedLeadGroupIds,
      ...expanded.undeterminedOtherGroupIds,
    ]),
  );
  return ok({
    organization: work.organization.name,
    today: work.today,
    units: units.filter(({ lead }) => lead > 0),
    withoutLead: owed
      .filter(
        ({ expanded }) => expanded.leadUnitIds.length === 0 && expanded.undeterminedLeadGroupIds.length === 0,
      )
      .map(({ task }) => task.number),
    undeterminedGroups: [...undetermined].map((id) => groups.get(id)?.name ?? ""),
    inForce: owed.length,
  });
};
