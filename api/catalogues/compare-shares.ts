import type { LocalDate } from "../shared/local-date.ts";
import { compareTaskNumbers } from "./compare-task-numbers.ts";
import type { TaskInForce } from "./load-tasks.ts";
import type { VersionComparison } from "./version-task.ts";

/** What a new version means for one unit; numbers are those of the new version, of `lost` those of the old one. */
export type ShareChange = {
  readonly unitId: string;
  /** Every task that it leads now, coordinates now. */
  readonly leads: readonly string[];
  readonly coordinates: readonly string[];
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  readonly dueChanged: readonly { readonly number: string; readonly dueOn: LocalDate | null }[];
  /** Led before and now, with other words, numbers or targets. */
  readonly reworded: readonly string[];
  /** The first due date from today on of a task that it leads. */
  readonly firstDue: { readonly number: string; readonly dueOn: LocalDate } | null;
};

const led = (tasks: readonly TaskInForce[], unitId: string): ReadonlyMap<string, TaskInForce> =>
  new Map(
    tasks
      .filter(({ task, expanded }) => !task.isHeading && expanded.leadUnitIds.includes(unitId))
      .map((one) => [one.task.id, one]),
  );

const numbersOf = (tasks: Iterable<TaskInForce>): readonly string[] =>
  [...tasks].map(({ task }) => task.number).sort(compareTaskNumbers);

/** Of every unit that leads or coordinates something before or after; `comparison` is null for a first version. */
export const compareShares = (
  before: readonly TaskInForce[],
  now: readonly TaskInForce[],
  comparison: VersionComparison | null,
  today: LocalDate,
): readonly ShareChange[] => {
  const changesById = new Map(
    (comparison?.tasks ?? []).flatMap(({ before: old, changes }) =>
      old === null ? [] : [[old.id, changes] as const],
    ),
  );
  const others = ({ expanded }: TaskInForce) => [...expanded.coordinatingUnitIds, ...expanded.invitedUnitIds];
  const unitIds = new Set(
    [...before, ...now].flatMap((one) => [...one.expanded.leadUnitIds, ...others(one)]),
  );
  return [...unitIds].map((unitId): ShareChange => {
    const had = led(before, unitId);
    const has = led(now, unitId);
    const both = [...has.values()].filter(({ task }) => had.has(task.id));
    const firstDue = [...has.values()]
      .flatMap(({ task: { number, dueOn } }) => (dueOn === null || dueOn < today ? [] : [{ number, dueOn }]))
      .sort((one, other) => one.dueOn.localeCompare(other.dueOn))[0];
    return {
      unitId,
      leads: numbersOf(has.values()),
      coordinates: numbersOf(now.filter((one) => !one.task.isHeading && others(one).includes(unitId))),
      gained: numbersOf([...has.values()].filter(({ task }) => !had.has(task.id))),
      lost: numbersOf([...had.values()].filter(({ task }) => !has.has(task.id))),
      dueChanged: both
        .filter(({ task }) => had.get(task.id)?.task.dueOn !== task.dueOn)
        .map(({ task: { number, dueOn } }) => ({ number, dueOn }))
        .sort((one, other) => compareTaskNumbers(one.number, other.number)),
      reworded: numbersOf(
        both.filter(({ task }) =>
          changesById
            .get(task.id)
            ?.some((change) => change === "wording" || change === "targets" || change === "number"),
        ),
      ),
      firstDue: firstDue ?? null,
    };
  });
};
