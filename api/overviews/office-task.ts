import type { TaskStatus } from "../catalogues/task.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { TimelinessClass } from "../time-frames/judge-timeliness.ts";

export const TIMELINESS_CLASSES = [
  "done_on_time",
  "done_late",
  "open_in_time",
  "open_overdue",
  "no_due_date",
] as const satisfies readonly TimelinessClass[];

/** A unit or a group on a line of a task. */
export type TaskBody = {
  readonly kind: "unit" | "group";
  readonly id: string;
  readonly name: string;
  /** A group whose members nobody has confirmed: nobody is late for it. */
  readonly undetermined: boolean;
};

/** Where one unit stands with a task that it leads. */
export type UnitStatus = TaskStatus & {
  readonly unitId: string;
  readonly unit: string;
  readonly lastNotedOn: LocalDate | null;
};

/** One task as the whole office's list has it. */
export type OfficeTask = {
  readonly id: string;
  readonly number: string;
  /** Short title, or the document's number where the catalogue is restricted. */
  readonly title: string;
  readonly section: string;
  readonly catalogueId: string;
  readonly document: { readonly id: string; readonly kind: string; readonly number: string | null };
  readonly leads: readonly TaskBody[];
  /** Units that coordinate, and bodies that are invited to. */
  readonly coordinating: readonly TaskBody[];
  readonly dueOn: LocalDate | null;
  /** The document's phrase, word for word. */
  readonly timeFrame: string | null;
  /** One for each unit that leads and that the asker may see, groups expanded. */
  readonly statuses: readonly UnitStatus[];
  /** Led through a group: how many units have completed their part, of how many. */
  readonly parts: { readonly done: number; readonly all: number } | null;
  /** The last day on which one of those units wrote a note. */
  readonly lastNotedOn: LocalDate | null;
};

/** Overdue as every list counts it: a claim that waits for its decision is not. */
export const isOverdue = ({ class: judged, overlays }: Pick<TaskStatus, "class" | "overlays">): boolean =>
  judged === "open_overdue" && !overlays.includes("claimed");
