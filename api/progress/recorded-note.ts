import type { LocalDate, LocalTime } from "../shared/local-date.ts";
import type { UnderstoodNote } from "./note.ts";

/** What the echo tells: the task, what was understood, and what happens next. */
export type RecordedNote = {
  readonly noteId: string;
  readonly task: { readonly id: string; readonly number: string; readonly title: string };
  readonly unitId: string;
  readonly understood: UnderstoodNote;
  readonly corrected: boolean;
  /** Names of the files that were recorded with it now. */
  readonly files: readonly string[];
  /**
   * The same words stood already, since that time of today: this is the standing note, and nothing was written but
   * `files`. Null for a note that was written now.
   */
  readonly standsSince: LocalTime | null;
  readonly claim: {
    readonly id: string;
    readonly completedOn: LocalDate;
    readonly timeliness: "done_on_time" | "done_late" | "no_due_date";
    /** Nobody confirms itself: the consolidating unit's own claims go to the leader in charge. */
    readonly confirmedBy: "consolidator" | "leader";
    /** The task is overdue and no date was given: the echo asks for it. */
    readonly asksForDate: boolean;
  } | null;
};
