import { z } from "zod";
import {
  type CatalogueRow,
  selectCatalogues,
  selectCatalogueVersions,
  selectTasksOfVersion,
} from "../../db/queries/catalogue-queries.ts";
import { may } from "../members/permissions.ts";
import { type LocalDate, localDate } from "../shared/local-date.ts";
import { foldVietnamese } from "../shared/normalise-vietnamese.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import type { UseCase, Work } from "../shared/work.ts";
import { listNamedUnits } from "../units/list-units.ts";
import { compareTaskNumbers } from "./compare-task-numbers.ts";
import { compareById } from "./compare-versions.ts";
import { fileTaskSchema } from "./file-task.ts";
import { describeVersion, type ListedVersion } from "./list-versions.ts";
import type { FileTask, TaskChange, VersionTask } from "./version-task.ts";

/** A task as one version says it; names of units are the document's own. */
export type SaidTask = {
  readonly id: string;
  readonly number: string;
  readonly section: string;
  readonly parent: string | null;
  readonly isHeading: boolean;
  /** Short title, or the document's number where the catalogue is restricted. */
  readonly title: string;
  readonly wording: string | null;
  readonly leadUnits: readonly string[];
  readonly coordinatingUnits: readonly string[];
  readonly timeFrame: string | null;
  readonly dueOn: LocalDate | null;
  readonly targets: readonly string[];
};

export type ShownVersion = ListedVersion & { readonly tasks: readonly SaidTask[] };

export type ShownComparison = {
  readonly from: number;
  readonly to: number;
  readonly added: readonly SaidTask[];
  readonly removed: readonly SaidTask[];
  /** Other words, units, time frame or targets. */
  readonly changed: readonly ChangedTask[];
  /** Another number or another place. */
  readonly moved: readonly ChangedTask[];
};

export type ChangedTask = {
  readonly taskId: string;
  readonly changes: readonly TaskChange[];
  readonly before: SaidTask;
  readonly after: SaidTask;
};

const versionNumber = z.coerce.number().int().min(1).max(1_000_000);
const showSchema = z.object({ catalogueId: z.uuid(), number: versionNumber });
const compareSchema = z.object({ catalogueId: z.uuid(), from: versionNumber, to: versionNumber });

/** One version with its tasks. Refuses `not_allowed`, `catalogue_not_found`, `version_not_found`. */
export const showVersion: UseCase<z.input<typeof showSchema>, ShownVersion> = async (work, raw) => {
  if (!may(work.actor, "see-all-tasks")) return refuse("not_allowed");
  const parsed = showSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { catalogueId, number } = parsed.data;
  const loaded = await loadVersion(work, catalogueId, number);
  if (!loaded.ok) return loaded;
  const { version, tasks, say } = loaded.value;
  return ok({ ...version, tasks: tasks.map(say) });
};

/**
 * What one version of a catalogue has changed since another. Tasks are the same by their id.
 * Refuses `not_allowed`, `catalogue_not_found`, `version_not_found`.
 */
export const showComparison: UseCase<z.input<typeof compareSchema>, ShownComparison> = async (work, raw) => {
  if (!may(work.actor, "see-all-tasks")) return refuse("not_allowed");
  const parsed = compareSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { catalogueId, from, to } = parsed.data;
  const before = await loadVersion(work, catalogueId, from);
  if (!before.ok) return before;
  const after = await loadVersion(work, catalogueId, to);
  if (!after.ok) return after;
  const { say } = after.value;
  const bodies = new Map(
    (await listNamedUnits(work.tx)).flatMap(({ id, spellings }) =>
      spellings.map((spelling) => [foldVietnamese(spelling), id] as const),
    ),
  );
  const compared = compareById(
    before.value.tasks,
    after.value.tasks,
    (name) => bodies.get(foldVietnamese(name)) ?? foldVietnamese(name),
  );
  const changed = compared.kept
    .filter(({ changes }) => changes.length > 0)
    .map(({ old, task, changes }) => ({ taskId: task.id, changes, before: say(old), after: say(task) }));
  return ok({
    from,
    to,
    added: compared.added.map(say),
    removed: compared.removed.map(say),
    changed: changed.filter(({ changes }) => changes.some((change) => !MOVES.has(change))),
    moved: changed.filter(({ changes }) => changes.some((change) => MOVES.has(change))),
  });
};

const MOVES: ReadonlySet<TaskChange> = new Set(["number", "place"]);

type SaidVersionTask = VersionTask & { readonly dueOn: LocalDate | null };

const loadVersion = async (
  work: Work,
  catalogueId: string,
  number: number,
): Promise<
  Result<{
    readonly version: ListedVersion;
    readonly tasks: readonly SaidVersionTask[];
    readonly say: (task: SaidVersionTask) => SaidTask;
  }>
> => {
  const [catalogue] = await selectCatalogues(work.tx, { catalogueId, beforeId: null, limit: 1 });
  if (catalogue === undefined) return refuse("catalogue_not_found");
  const [row] = await selectCatalogueVersions(work.tx, catalogueId, { number, below: null, limit: 1 });
  if (row === undefined) return refuse("version_not_found", { number });
  const tasks = (await selectTasksOfVersion(work.tx, catalogueId, number)).map(
    ({ id, due_on, content }): SaidVersionTask => ({
      id,
      dueOn: due_on === null ? null : localDate(due_on),
      content: fileTaskSchema.parse(content),
    }),
  );
  return ok({
    version: describeVersion(row),
    tasks: tasks.sort((one, other) => compareTaskNumbers(one.content.number, other.content.number)),
    say: (task) => sayTask(task.id, task.dueOn, task.content, catalogue),
  });
};

const sayTask = (
  id: string,
  dueOn: LocalDate | null,
  content: FileTask,
  { restricted, number }: CatalogueRow,
): SaidTask => ({
  id,
  number: content.number,
  section: content.section,
  parent: content.parent,
  isHeading: content.is_heading,
  title: restricted ? (number ?? "…") : content.short_title,
  wording: restricted ? null : (content.wording ?? null),
  leadUnits: content.lead_units,
  coordinatingUnits: content.coordinating_units,
  timeFrame: content.time_frame.text,
  dueOn,
  targets: restricted ? [] : content.targets.map(({ text }) => text),
});
