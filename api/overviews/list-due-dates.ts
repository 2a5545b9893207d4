import { type RoundRow, selectRoundsInForce } from "../../db/queries/round-queries.ts";
import { compareTaskNumbers } from "../catalogues/compare-task-numbers.ts";
import {
  loadTasksInForce,
  loadUnitProgress,
  progressKey,
  type TaskInForce,
} from "../catalogues/load-tasks.ts";
import { titleOf } from "../catalogues/title-of-task.ts";
import { may } from "../members/permissions.ts";
import { expandReporters } from "../reporting/expand-reporters.ts";
import { readRoundRow } from "../reporting/read-round-row.ts";
import { isAsked } from "../reporting/resolve-obligation.ts";
import { addDays, type LocalDate, localDate } from "../shared/local-date.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";

export type DueDates = {
  readonly unit: string | null;
  readonly today: LocalDate;
  readonly until: LocalDate;
  readonly entries: readonly (
    | {
        readonly kind: "task";
        readonly on: LocalDate;
        readonly taskId: string;
        readonly number: string;
        readonly title: string;
      }
    | { readonly kind: "round"; readonly on: LocalDate; readonly label: string; readonly phrase: string }
  )[];
  /** Rounds that the document names without a day. */
  readonly undated: readonly string[];
};

/** How far ahead the calendar looks. */
const HORIZON_DAYS = 120;

/** What falls due in the next months: the unit's own for a unit's post, everything for those who see all. */
export const listDueDates: UseCase<Readonly<Record<string, never>>, DueDates> = async (work) => {
  if (!may(work.actor, "see-calendar") || work.actor.kind !== "member") return refuse("not_allowed");
  const unit = may(work.actor, "see-all-tasks") ? null : (work.actor.current?.unit ?? null);
  const until = addDays(work.today, HORIZON_DAYS);
  const { tasks, groups } = await loadTasksInForce(work);
  const progress = await loadUnitProgress(
    work,
    tasks.map(({ task }) => task.id),
    unit?.id ?? null,
  );
  const reports = (taskId: string, unitId: string): boolean =>
    ["waiting", "confirmed"].includes(progress.get(progressKey(taskId, unitId))?.claim?.state ?? "");
  /** Whoever sees all still waits for a part that one unit has not reported. */
  const settled = ({ task, expanded }: TaskInForce): boolean =>
    unit === null
      ? expanded.leadUnitIds.length > 0 && expanded.leadUnitIds.every((id) => reports(task.id, id))
      : reports(task.id, unit.id);

  const taskEntries = tasks.flatMap(({ task, expanded }) =>
    task.isHeading ||
    // "Năm 2026" falls due on no day that anybody plans by.
    !task.hasLadder ||
    task.dueOn === null ||
    task.dueOn < work.today ||
    task.dueOn > until ||
    settled({ task, expanded }) ||
    (unit !== null && !expanded.leadUnitIds.includes(unit.id))
      ? []
      : [
          {
            kind: "task" as const,
            on: task.dueOn,
            taskId: task.id,
            number: task.number,
            title: titleOf(task),
          },
        ],
  );
  /** A unit's calendar holds the rounds that ask it to report; those that name nobody ask whoever leads. */
  const concerns = (row: RoundRow): boolean => {
    if (unit === null) return true;
    const round = readRoundRow(row);
    const reporters = expandReporters(round, groups, work.today);
    const leads = tasks.some(
      ({ task, expanded }) =>
        task.catalogueId === round.catalogueId && !task.isHeading && expanded.leadUnitIds.includes(unit.id),
    );
    return isAsked(unit, round, reporters) && (reporters !== null || leads);
  };
  const rounds = (await selectRoundsInForce(work.tx, work.today)).filter(concerns);
  const roundEntries = rounds.flatMap((round) =>
    round.due_on === null || round.due_on < work.today || round.due_on > until || round.closed
      ? []
      : [{ kind: "round" as const, on: localDate(round.due_on), label: round.label, phrase: round.phrase }],
  );
  return ok({
    unit: unit?.name ?? null,
    today: work.today,
    until,
    entries: [...roundEntries, ...taskEntries].sort(
      (left, right) =>
        left.on.localeCompare(right.on) ||
        (left.kind === "task" && right.kind === "task" ? compareTaskNumbers(left.number, right.number) : 0),
    ),
    undated: rounds.filter((round) => round.due_on === null).map((round) => round.label),
  });
};
