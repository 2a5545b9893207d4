import { z } from "zod";
import { selectTaskHistory } from "../../db/queries/progress-queries.ts";
import { selectChildTasks, selectTasksByNumber } from "../../db/queries/task-queries.ts";
import { selectUnitGroups } from "../../db/queries/unit-group-queries.ts";
import { selectUnits } from "../../db/queries/unit-queries.ts";
import { expandAssignments } from "../catalogues/expand-assignments.ts";
import { findTask } from "../catalogues/find-task.ts";
import { loadUnitProgress, progressKey, type TaskInForce } from "../catalogues/load-tasks.ts";
import { readTaskRow, readUnitGroups } from "../catalogues/read-task-row.ts";
import { resolveTaskStatus } from "../catalogues/resolve-task-status.ts";
import type { TaskStatus } from "../catalogues/task.ts";
import { titleOf } from "../catalogues/title-of-task.ts";
import { may } from "../members/permissions.ts";
import { judgeSight, sightReaches } from "../progress/judge-sight.ts";
import { type LocalDate, localDate } from "../shared/local-date.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase, Work } from "../shared/work.ts";

const inputSchema = z.union([
  z.object({ taskId: z.uuid() }),
  z.object({ number: z.string().min(1).max(40) }),
]);
export type ShowTaskInput = z.input<typeof inputSchema>;

export type HistoryNote = {
  readonly noteId: string;
  readonly unit: string;
  readonly notedOn: LocalDate;
  readonly text: string;
  readonly percent: number | null;
  readonly mark: "standing" | "replaced" | "withdrawn";
  readonly files: number;
};

export type TaskCard = {
  readonly taskId: string;
  readonly number: string;
  readonly title: string;
  readonly wording: string | null;
  readonly section: string;
  readonly document: { readonly kind: string; readonly number: string | null; readonly title: string };
  readonly leads: readonly string[];
  readonly coordinating: readonly string[];
  /** Groups that nobody has confirmed: "chưa xác định đơn vị". */
  readonly undetermined: readonly string[];
  readonly timeFrame: string | null;
  readonly dueOn: LocalDate | null;
  readonly targets: readonly string[];
  readonly isHeading: boolean;
  /** Of a heading: the tasks below it. */
  readonly children: readonly { readonly number: string; readonly title: string }[];
  /** The asker's post writes notes. */
  readonly mayNote: boolean;
  readonly closed: boolean;
  readonly withdrawn: boolean;
  /** For the asker's own unit; null where it has no part, or asks for all. */
  readonly own: {
    readonly unitId: string;
    readonly role: "lead" | "coordinating" | "undetermined";
    readonly status: TaskStatus;
    readonly acknowledged: boolean;
    readonly claim: {
      readonly state: string;
      readonly completedOn: LocalDate;
      readonly reason: string | null;
    } | null;
  } | null;
  readonly parts: { readonly done: number; readonly all: number } | null;
  readonly history: readonly HistoryNote[];
};

export type FoundTask =
  | { readonly kind: "one"; readonly card: TaskCard }
  /** The number stands in two catalogues: it is asked about. */
  | {
      readonly kind: "several";
      readonly candidates: readonly {
        readonly taskId: string;
        readonly title: string;
        readonly document: string;
      }[];
    };

/**
 * One task by id or by its number. A number is looked for in the catalogues in force first; past ones are shown
 * when no other has it. Refuses `not_allowed`, `task_not_found`.
 */
export const showTask: UseCase<ShowTaskInput, FoundTask> = async (work, raw) => {
  if (!may(work.actor, "search-tasks")) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  if ("taskId" in parsed.data) {
    const found = await findTask(work, parsed.data.taskId);
    return found.ok ? ok({ kind: "one", card: await cardOf(work, found.value) }) : found;
  }
  const { number } = parsed.data;
  const all = (await selectTasksByNumber(work.tx, number, work.today)).map(readTaskRow);
  const inForce = all.filter(
    ({ scope, withdrawn }) => !withdrawn && scope.startOn <= work.today && work.today <= scope.endOn,
  );
  const candidates = inForce.length > 0 ? inForce : all;
  const [first, second] = candidates;
  if (first === undefined) return refuse("task_not_found", { number });
  if (second !== undefined)
    return ok({
      kind: "several",
      candidates: candidates.slice(0, 8).map((task) => ({
        taskId: task.id,
        title: titleOf(task),
        document: task.document.number ?? publicTitleOf(task.document),
      })),
    });
  const groups = readUnitGroups(await selectUnitGroups(work.tx));
  const expanded = expandAssignments(first.assignments, groups, work.today);
  return ok({ kind: "one", card: await cardOf(work, { task: first, expanded }) });
};

const HISTORY_LENGTH = 30;
/** More than any task of one office gathers in a year: what others wrote must not push out what the asker may see. */
const HISTORY_READ = 2_000;

/** Of a restricted document nothing is said but its number. */
const publicTitleOf = (document: TaskInForce["task"]["document"]): string =>
  document.restricted ? "…" : document.title;

const cardOf = async (work: Work, { task, expanded }: TaskInForce): Promise<TaskCard> => {
  const own = work.actor.kind === "member" ? (work.actor.current?.unit ?? null) : null;
  const seesAll = may(work.actor, "see-all-tasks");
  const units = new Map((await selectUnits(work.tx)).map(({ id, name }) => [id, name]));
  const groups = readUnitGroups(await selectUnitGroups(work.tx));
  const progress = await loadUnitProgress(work, [task.id], null);
  const nameOf = (id: string): string => units.get(id) ?? "";
  const groupName = (id: string): string => groups.get(id)?.name ?? "";
  const role =
    own === null
      ? null
      : expanded.leadUnitIds.includes(own.id)
        ? "lead"
        : [...expanded.coordinatingUnitIds, ...expanded.invitedUnitIds].includes(own.id)
          ? "coordinating"
          : expanded.undeterminedLeadGroupIds.length + expanded.undeterminedOtherGroupIds.length > 0
            ? "undetermined"
            : null;
  const ownProgress = own === null ? null : (progress.get(progressKey(task.id, own.id)) ?? null);

  const sight = own === null ? null : judgeSight(task.id, expanded, own.id);
  const sees = (unitId: string): boolean => seesAll || unitId === own?.id || sightReaches(sight, unitId);
  const history = (await selectTaskHistory(work.tx, task.id, HISTORY_READ))
    .filter((note) => sees(note.unit_id))
    // Withdrawn words are seen by their own unit and by those who see all.
    .filter((note) => !(note.withdrawn || note.replaced) || seesAll || note.unit_id === own?.id)
    .slice(0, HISTORY_LENGTH)
    .map((note) => ({
      noteId: note.id,
      unit: note.unit_name,
      notedOn: localDate(note.noted_on),
      text: note.text,
      percent: note.percent,
      mark: note.withdrawn
        ? ("withdrawn" as const)
        : note.replaced
          ? ("replaced" as const)
          : ("standing" as const),
      files: note.files,
    }));

  return {
    taskId: task.id,
    number: task.number,
    title: titleOf(task),
    wording: task.document.restricted ? null : task.wording,
    section: task.document.restricted ? "" : task.sectionTitle,
    document: {
      kind: task.document.kind,
      number: task.document.number,
      title: publicTitleOf(task.document),
    },
    leads: expanded.leadUnitIds.map(nameOf),
    coordinating: [...expanded.coordinatingUnitIds, ...expanded.invitedUnitIds].map(nameOf),
    undetermined: [
      ...new Set([...expanded.undeterminedLeadGroupIds, ...expanded.undeterminedOtherGroupIds]),
    ].map(groupName),
    timeFrame: task.timeFrame.phrase,
    dueOn: task.dueOn,
    targets: task.document.restricted ? [] : task.targets,
    isHeading: task.isHeading,
    children: task.isHeading
      ? (await selectChildTasks(work.tx, task.id)).map(({ number, short_title }) => ({
          number,
          title: titleOf({ shortTitle: short_title, document: task.document }),
        }))
      : [],
    mayNote: may(work.actor, "write-note"),
    closed: work.today < task.scope.startOn || work.today > task.scope.endOn,
    withdrawn: task.withdrawn,
    own:
      own === null || role === null
        ? null
        : {
            unitId: own.id,
            role,
            status: resolveTaskStatus(task, ownProgress, {
              today: work.today,
              calendar: work.calendar,
              lateness: work.organization.policy.lateness,
            }),
            acknowledged: ownProgress?.acknowledged === true || ownProgress?.lastNote != null,
            claim: ownProgress?.claim ?? null,
          },
    parts: expanded.groupLed
      ? {
          done: expanded.leadUnitIds.filter(
            (unitId) => progress.get(progressKey(task.id, unitId))?.claim?.state === "confirmed",
          ).length,
          all: expanded.leadUnitIds.length,
        }
      : null,
    history,
  };
};
