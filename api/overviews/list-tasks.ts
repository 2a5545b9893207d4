import { z } from "zod";
import { selectUnits, type UnitRow } from "../../db/queries/unit-queries.ts";
import { loadTasksInForce, loadUnitProgress, progressKey } from "../catalogues/load-tasks.ts";
import { may } from "../members/permissions.ts";
import { loadOpenRound } from "../reporting/load-open-round.ts";
import { monthOf, yearOf } from "../shared/local-date.ts";
import { foldMatches } from "../shared/normalise-vietnamese.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import type { UseCase, Work } from "../shared/work.ts";
import { listNamedUnits } from "../units/list-units.ts";
import { matchUnit } from "../units/match-unit.ts";
import { compareTaskItems } from "./compare-task-items.ts";
import { expandTaskItem, roleOf } from "./expand-task-item.ts";
import { TASK_FILTERS, type TaskFilter, type TaskItem, type TaskList } from "./task-list.ts";

const inputSchema = z.object({
  filter: z.enum(TASK_FILTERS),
  keyword: z.string().max(200).nullable(),
  /** Another unit than the asker's own: for those who see all. */
  unitId: z.uuid().nullable(),
  unitName: z.string().max(200).nullable(),
});
export type ListTasksInput = z.input<typeof inputSchema>;

/**
 * The tasks of one unit as of today: its own for a unit's post, any unit's for those who see all.
 * Refuses `not_allowed`, `unit_not_found`, `unit_required` (an overseer named none).
 */
export const listTasks: UseCase<ListTasksInput, TaskList> = async (work, raw) => {
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const input = parsed.data;
  const own = work.actor.kind === "member" ? (work.actor.current?.unit ?? null) : null;
  const asksOther = (input.unitId !== null && input.unitId !== own?.id) || input.unitName !== null;
  if (!may(work.actor, asksOther ? "see-all-tasks" : "see-own-tasks") && !may(work.actor, "see-all-tasks"))
    return refuse("not_allowed");

  const [unit, inForce] = await Promise.all([
    chooseUnit(work, input, own?.id ?? null),
    loadTasksInForce(work),
  ]);
  if (!unit.ok) return unit;

  const { tasks } = inForce;
  const [round, progress] = await Promise.all([
    loadOpenRound(work, inForce, unit.value),
    // Other units' progress is needed for the n/m of group-led tasks.
    loadUnitProgress(
      work,
      tasks.flatMap(({ task, expanded }) => (roleOf(expanded, unit.value.id) === null ? [] : [task.id])),
      null,
    ),
  ]);
  const owedTaskIds = new Set(
    round?.obligation.items.filter(({ met }) => !met).map(({ taskId }) => taskId) ?? [],
  );
  const items = tasks
    .map(({ task, expanded }) =>
      expandTaskItem(task, expanded, unit.value.id, {
        today: work.today,
        calendar: work.calendar,
        lateness: work.organization.policy.lateness,
        progressOf: (taskId, unitId) => progress.get(progressKey(taskId, unitId)) ?? null,
        owedTaskIds,
      }),
    )
    .filter((item) => item !== null);
  const lead = items.filter(({ role }) => role === "lead");
  const coordinating = items.filter(({ role }) => role === "coordinating").length;
  // A unit that only coordinates is shown what it has.
  const filter =
    input.filter === "all" && input.keyword === null && lead.length === 0 && coordinating > 0
      ? "coordinating"
      : input.filter;
  const searchText = new Map(tasks.map(({ task }) => [task.id, `${task.number} ${task.searchText}`]));

  return ok({
    unit: { id: unit.value.id, name: unit.value.name },
    organization: work.organization.name,
    today: work.today,
    filter,
    keyword: input.keyword,
    counts: {
      lead: lead.length,
      overdue: lead.filter(isOverdue).length,
      dueThisMonth: lead.filter(
        ({ dueOn, hasLadder }) =>
          hasLadder &&
          dueOn !== null &&
          monthOf(dueOn) === monthOf(work.today) &&
          yearOf(dueOn) === yearOf(work.today),
      ).length,
      coordinating,
      undetermined: items.filter(({ role }) => role === "undetermined").length,
    },
    round,
    items: items
      // A keyword looks through everything the unit has a part in.
      .filter(input.keyword !== null && filter === "all" ? () => true : passes(filter))
      .filter(
        ({ taskId }) => input.keyword === null || foldMatches(searchText.get(taskId) ?? "", input.keyword),
      )
      .sort(compareTaskItems),
    nothingBecause:
      tasks.length === 0
        ? "no_catalogue"
        : tasks.every(({ task, expanded }) => task.isHeading || expanded.leadUnitIds.length === 0)
          ? "no_lead_units"
          : null,
  });
};

/** Nothing is changed by showing, so one unit that has all the words typed is taken for the one meant. */
const chooseUnit = async (
  work: Work,
  input: { readonly unitId: string | null; readonly unitName: string | null },
  ownId: string | null,
): Promise<Result<UnitRow>> => {
  const units = await selectUnits(work.tx);
  const byId = (id: string): Result<UnitRow> => {
    const unit = units.find((one) => one.id === id);
    return unit === undefined ? refuse("unit_not_found", { candidates: "" }) : ok(unit);
  };
  if (input.unitName === null) {
    const wanted = input.unitId ?? ownId;
    return wanted === null ? refuse("unit_required") : byId(wanted);
  }
  const named = (await listNamedUnits(work.tx)).filter(({ kind }) => kind === "unit");
  const match = matchUnit(input.unitName, named);
  if (match.kind === "found") return byId(match.unit.id);
  const close = match.kind === "ambiguous" ? match.candidates : match.close;
  const [only, another] = close;
  if (only !== undefined && another === undefined) return byId(only.id);
  const candidates = close.map(({ name }) => name).join("; ");
  return refuse(close.length > 1 ? "unit_ambiguous" : "unit_not_found", { candidates });
};

const isOverdue = (item: TaskItem): boolean =>
  item.status.class === "open_overdue" && !item.status.overlays.includes("claimed");

const passes =
  (filter: TaskFilter) =>
  (item: TaskItem): boolean => {
    switch (filter) {
      case "all":
        return item.role === "lead";
      case "overdue":
        return item.role === "lead" && isOverdue(item);
      case "due_soon":
        return item.role === "lead" && item.status.overlays.includes("due_soon");
      case "continuous":
        return item.role === "lead" && item.status.class === "no_due_date";
      case "coordinating":
        return item.role === "coordinating";
      case "undetermined":
        return item.role === "undetermined";
    }
  };
