import type { LocalDate } from "../shared/local-date.ts";
import type { TimelinessClass } from "../time-frames/judge-timeliness.ts";
import type { TimeFrameKind } from "../time-frames/time-frame.ts";
import type { Assignment } from "./assignment.ts";

/** A task as the version in force says it, with who is assigned. */
export type Task = {
  readonly id: string;
  readonly catalogueId: string;
  /** The document's own path, "3.5.a". */
  readonly number: string;
  readonly position: number;
  readonly sectionTitle: string;
  readonly parentId: string | null;
  readonly shortTitle: string;
  /** The document's words, where an office imported its own file. */
  readonly wording: string | null;
  readonly isHeading: boolean;
  /** The last day in time by the document; null where it names none. */
  readonly dueOn: LocalDate | null;
  readonly hasLadder: boolean;
  readonly withdrawn: boolean;
  readonly timeFrame: { readonly phrase: string | null; readonly kind: TimeFrameKind };
  readonly targets: readonly string[];
  readonly assignments: readonly Assignment[];
  readonly document: {
    readonly id: string;
    readonly kind: string;
    readonly number: string | null;
    readonly title: string;
    readonly restricted: boolean;
  };
  readonly scope: { readonly startOn: LocalDate; readonly endOn: LocalDate };
  readonly searchText: string;
};

/** Where one unit stands with one task: its last standing note and its last claim of completion. */
export type UnitProgress = {
  readonly taskId: string;
  readonly unitId: string;
  readonly lastNote: {
    readonly id: string;
    readonly text: string;
    readonly notedOn: LocalDate;
    readonly state: string | null;
    readonly percent: number | null;
  } | null;
  readonly claim: {
    readonly id: string;
    readonly state: "waiting" | "confirmed" | "returned" | "withdrawn";
    readonly completedOn: LocalDate;
    readonly reason: string | null;
  } | null;
  readonly acknowledged: boolean;
  readonly hasDifficulty: boolean;
};

export type StatusOverlay = "unacknowledged" | "due_soon" | "difficulty" | "returned" | "claimed";

export type TaskStatus = {
  /** Completion was confirmed; a task without a due date keeps its class and is done all the same. */
  readonly done: boolean;
  readonly class: TimelinessClass;
  readonly overlays: readonly StatusOverlay[];
  /** Working days to the last day in time: 0 today, negative late; null without a due date or once it is done. */
  readonly workingDaysLeft: number | null;
  /** By which rule lateness was judged. */
  readonly by: "as_written" | "roll_forward";
};
