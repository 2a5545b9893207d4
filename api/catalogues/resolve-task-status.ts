import type { WorkingCalendar } from "../calendar/calendar-day.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { judgeTimeliness } from "../time-frames/judge-timeliness.ts";
import type { StatusOverlay, Task, TaskStatus, UnitProgress } from "./task.ts";

/** Working days before the due date within which a task counts as due soon: the first rung of the ladder. */
export const DUE_SOON_WORKING_DAYS = 10;

/** Of a unit's progress, what its status is computed from. */
export type StatusFacts = Pick<UnitProgress, "acknowledged" | "hasDifficulty"> & {
  readonly lastNote: object | null;
  readonly claim: Pick<NonNullable<UnitProgress["claim"]>, "state" | "completedOn"> | null;
};

/**
 * The status of a task for one unit: computed, never typed. Only a confirmed claim makes it done; a claim that
 * waits is an overlay, so that nobody confirms itself.
 */
export const resolveTaskStatus = (
  task: Pick<Task, "dueOn" | "hasLadder">,
  progress: StatusFacts | null,
  at: {
    readonly today: LocalDate;
    readonly calendar: WorkingCalendar;
    readonly lateness: "as_written" | "roll_forward";
  },
): TaskStatus => {
  const claim = progress?.claim ?? null;
  const done = claim?.state === "confirmed";
  const judged = judgeTimeliness({
    dueOn: task.dueOn,
    completedOn: done ? claim.completedOn : null,
    today: at.today,
    policy: at.lateness,
    calendar: at.calendar,
  });
  const { workingDaysLeft } = judged;
  const overlays: StatusOverlay[] = [];
  if (!done && claim?.state === "waiting") overlays.push("claimed");
  if (!done && claim?.state === "returned") overlays.push("returned");
  if (
    !done &&
    claim?.state !== "waiting" &&
    task.hasLadder &&
    judged.class === "open_in_time" &&
    workingDaysLeft !== null &&
    workingDaysLeft <= DUE_SOON_WORKING_DAYS
  )
    overlays.push("due_soon");
  if (!done && progress?.hasDifficulty === true) overlays.push("difficulty");
  if (!done && progress?.acknowledged !== true && progress?.lastNote == null && claim === null)
    overlays.push("unacknowledged");
  return { done, class: judged.class, overlays, workingDaysLeft, by: judged.by };
};
