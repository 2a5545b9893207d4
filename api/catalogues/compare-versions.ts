import { isDeepStrictEqual } from "node:util";
import { countWordPairs, measureContainment, measureLikeness } from "../shared/measure-likeness.ts";
import { foldVietnamese } from "../shared/normalise-vietnamese.ts";
import type { FileTask, TaskChange, VersionComparison, VersionTask } from "./version-task.ts";

/** Less alike than this is another task, whatever its number. */
const ALIKE_WITH_ITS_NUMBER = 0.4;
const ALIKE_ELSEWHERE = 0.7;

/**
 * Which task of the new version is which of the old one, and what changed. The words decide before the number: an
 * amended document renumbers more easily than it rewrites. `bodyOf` gives one key for all spellings of a unit.
 */
export const compareVersions = (
  before: readonly VersionTask[],
  after: readonly FileTask[],
  bodyOf: (name: string) => string,
): VersionComparison => {
  const partners = matchTasks(before, after);
  const matched = new Set([...partners.values()]);
  const tasks = after.map((task) => {
    const old = partners.get(task) ?? null;
    return { before: old, after: task, changes: old === null ? [] : changesOf(old.content, task, bodyOf) };
  });
  return { tasks, removed: before.filter((task) => !matched.has(task)) };
};

/** Two versions that were stored: a task kept its id through whatever changed in it. */
export const compareById = <Said extends VersionTask>(
  before: readonly Said[],
  after: readonly Said[],
  bodyOf: (name: string) => string,
): {
  readonly kept: readonly {
    readonly old: Said;
    readonly task: Said;
    readonly changes: readonly TaskChange[];
  }[];
  readonly added: readonly Said[];
  readonly removed: readonly Said[];
} => {
  const olds = new Map(before.map((task) => [task.id, task]));
  const news = new Set(after.map(({ id }) => id));
  return {
    kept: after.flatMap((task) => {
      const old = olds.get(task.id);
      return old === undefined ? [] : [{ old, task, changes: changesOf(old.content, task.content, bodyOf) }];
    }),
    added: after.filter(({ id }) => !olds.has(id)),
    removed: before.filter(({ id }) => !news.has(id)),
  };
};

/** Words first where both versions have them: an older one may hold short titles alone. */
const textsOf = (one: FileTask, other: FileTask): readonly [string, string] =>
  one.wording !== undefined && other.wording !== undefined
    ? [one.wording, other.wording]
    : [one.short_title, other.short_title];

const matchTasks = (
  before: readonly VersionTask[],
  after: readonly FileTask[],
): ReadonlyMap<FileTask, VersionTask> => {
  const partners = new Map<FileTask, VersionTask>();
  const free = new Set(before);
  const open = (): readonly FileTask[] => after.filter((task) => !partners.has(task));
  const pair = (task: FileTask, old: VersionTask): void => {
    partners.set(task, old);
    free.delete(old);
  };

  const foldOf = remember(foldVietnamese);
  const sameWords = (old: VersionTask, task: FileTask): boolean => {
    const [one, other] = textsOf(old.content, task);
    return foldOf(one) === foldOf(other);
  };
  // The same words: of several, the one with the same number, else the first.
  for (const sameNumber of [true, false])
    for (const task of open())
      for (const old of free)
        if ((!sameNumber || old.content.number === task.number) && sameWords(old, task)) {
          pair(task, old);
          break;
        }

  const pairsOf = remember(countWordPairs);
  const alike = ({ content: old }: VersionTask, task: FileTask): number => {
    if (old.wording === undefined && task.wording !== undefined)
      return measureContainment(pairsOf(old.short_title), pairsOf(task.wording));
    if (old.wording !== undefined && task.wording === undefined)
      return measureContainment(pairsOf(task.short_title), pairsOf(old.wording));
    const [one, other] = textsOf(old, task);
    return measureLikeness(pairsOf(one), pairsOf(other));
  };
  const candidates = open().flatMap((task) =>
    [...free].flatMap((old) => {
      const likeness = alike(old, task);
      const sameNumber = old.content.number === task.number;
      const enough = likeness >= (sameNumber ? ALIKE_WITH_ITS_NUMBER : ALIKE_ELSEWHERE);
      return enough ? [{ task, old, weight: likeness + (sameNumber ? 0.3 : 0) }] : [];
    }),
  );
  for (const { task, old } of candidates.sort((one, other) => other.weight - one.weight))
    if (!partners.has(task) && free.has(old)) pair(task, old);
  return partners;
};

const remember = <Made>(make: (text: string) => Made): ((text: string) => Made) => {
  const known = new Map<string, Made>();
  return (text) => {
    const made = known.get(text) ?? make(text);
    known.set(text, made);
    return made;
  };
};

const changesOf = (
  before: FileTask,
  after: FileTask,
  bodyOf: (name: string) => string,
): readonly TaskChange[] => {
  const bodies = (names: readonly string[]): readonly string[] => names.map(bodyOf).sort();
  const roles = (task: FileTask) =>
    (task.coordination_roles ?? []).map(({ unit, role }) => `${bodyOf(unit)} ${role}`).sort();
  // A short title and the sentence that it shortens do not tell whether anybody changed the sentence.
  const sameWords =
    (before.wording === undefined) !== (after.wording === undefined) ||
    (before.wording === after.wording &&
      (before.wording !== undefined || before.short_title === after.short_title));
  const changed: readonly [TaskChange, boolean][] = [
    ["number", before.number !== after.number],
    ["place", before.section !== after.section || before.parent !== after.parent],
    ["wording", !sameWords || before.is_heading !== after.is_heading],
    ["lead", !isDeepStrictEqual(bodies(before.lead_units), bodies(after.lead_units))],
    [
      "coordinating",
      !isDeepStrictEqual(bodies(before.coordinating_units), bodies(after.coordinating_units)) ||
        !isDeepStrictEqual(roles(before), roles(after)),
    ],
    ["time_frame", !isDeepStrictEqual(before.time_frame, after.time_frame)],
    ["targets", !isDeepStrictEqual(before.targets, after.targets)],
  ];
  return changed.flatMap(([change, isChanged]) => (isChanged ? [change] : []));
};
