import { compareTaskNumbers } from "../catalogues/compare-task-numbers.ts";
import { titleOf } from "../catalogues/title-of-task.ts";
import { may } from "../members/permissions.ts";
import { addDays, type LocalDate, localDate } from "../shared/local-date.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { loadCalendar } from "./load-calendar.ts";

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
    | {
        readonly kind: "round";
        readonly on: LocalDate;
        readonly roundId: string;
        readonly catalogueId: string;
        readonly label: string;
        readonly phrase: string;
      }
  )[];
  /** Rounds that the document names without a day. */
  readonly undated: readonly string[];
};

/** How far ahead the calendar looks. */
const HORIZON_DAYS = 120;

/** What falls due in the next months: the unit's own for a unit's post, everything for those who see all. */
export const listDueDates: UseCase<Readonly<Record<string, never>>, DueDates> = async (work) => {
  if (!may(work.actor, "see-calendar")) return refuse("not_allowed");
  const unit =
    may(work.actor, "see-all-tasks") || work.actor.kind !== "member"
      ? null
      : (work.actor.current?.unit ?? null);
  const until = addDays(work.today, HORIZON_DAYS);
  const { dated, rounds } = await loadCalendar(work, unit === null ? null : [unit]);
  const taskEntries = dated.flatMap(({ task, settled }) =>
    task.dueOn < work.today || task.dueOn > until || settled
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
  const roundEntries = rounds.flatMap((round) =>
    round.due_on === null || round.due_on < work.today || round.due_on > until || round.closed
      ? []
      : [
          {
            kind: "round" as const,
            on: localDate(round.due_on),
            roundId: round.id,
            catalogueId: round.catalogue_id,
            label: round.label,
            phrase: round.phrase,
          },
        ],
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
