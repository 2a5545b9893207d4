import { selectConsolidatingUnitId } from "../../db/queries/catalogue-queries.ts";
import {
  insertClaim,
  insertProgressUpdate,
  type LastClaim,
  updateClaim,
} from "../../db/queries/progress-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import type { TaskInForce } from "../catalogues/load-tasks.ts";
import { titleOf } from "../catalogues/title-of-task.ts";
import type { MemberActor } from "../members/member.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { foldVietnamese, tidyText } from "../shared/normalise-vietnamese.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import type { Work } from "../shared/work.ts";
import { judgeTimeliness } from "../time-frames/judge-timeliness.ts";
import {
  claimsCompletion,
  completionDateOf,
  lacksCompletionDate,
  NOTE_MAX_LENGTH,
  type UnderstoodNote,
} from "./note.ts";
import type { RecordedNote } from "./recorded-note.ts";
import { tellConfirmers } from "./tell-confirmers.ts";
import { understandNote } from "./understand-note.ts";

/** Reads a note's words. Refuses `note_empty`, `note_too_long`, `date_invalid`, `date_in_future`. */
export const readNote = (work: Work, text: string, number: string): Result<UnderstoodNote> => {
  const tidied = tidyText(text);
  // Folded, what cannot be seen (zero-width spaces, joiners) is gone: such a note would say nothing to anybody.
  if (foldVietnamese(tidied).trim() === "") return refuse("note_empty", { number });
  if (tidied.length > NOTE_MAX_LENGTH) return refuse("note_too_long", { max: NOTE_MAX_LENGTH });
  const understood = understandNote(tidied, { today: work.today, taskNumber: number });
  if (understood.dateProblem === "impossible") return refuse("date_invalid", { number });
  if (understood.dateProblem === "in_future") return refuse("date_in_future", { number });
  return ok(understood);
};

/**
 * Writes one note with its audit entry and, where it claims completion of a task that the unit leads, the claim that
 * waits for confirmation. A note that says the work is still going on takes an earlier waiting claim back.
 */
export const writeNote = async (
  work: Work,
  actor: MemberActor,
  { task, expanded }: TaskInForce,
  what: {
    readonly unitId: string;
    readonly appointmentId: string;
    readonly understood: UnderstoodNote;
    readonly messageKey: string | null;
    readonly correctsId: string | null;
    /** The day that judges timeliness where the words state none. */
    readonly saidOn: LocalDate;
    /** The unit's last claim on the task that is not withdrawn, locked. */
    readonly lastClaim: LastClaim | null;
    readonly audited: {
      readonly action: "note-submitted" | "note-corrected";
      readonly details: Readonly<Record<string, unknown>>;
    };
  },
): Promise<RecordedNote> => {
  const { understood, unitId, lastClaim: last, audited } = what;
  const noteId = work.newId();
  const isDone = claimsCompletion(understood) && expanded.leadUnitIds.includes(unitId);
  const claimId = isDone && last?.state !== "confirmed" ? work.newId() : null;
  // Neither waits for the other: this is the most frequent write of all.
  await Promise.all([
    insertProgressUpdate(work.tx, {
      id: noteId,
      taskId: task.id,
      unitId,
      appointmentId: what.appointmentId,
      channel: actor.channel,
      chatLinkId: actor.chatLinkId,
      messageKey: what.messageKey,
      text: understood.text,
      state: understood.state,
      percent: understood.percent,
      completedOn: understood.completedOn,
      understood,
      notedAt: work.now,
      notedOn: work.today,
      correctsId: what.correctsId,
    }),
    recordAuditEntry(
      work,
      audited.action,
      { kind: "progress_update", id: noteId },
      { taskId: task.id, unitId, claimId, ...audited.details },
    ),
  ]);

  const takesBack = understood.state === "in_progress" || understood.state === "not_started";
  if (last?.state === "waiting" && (isDone || takesBack))
    await updateClaim(work.tx, last.id, { state: "withdrawn", decidedAt: work.now });
  return {
    noteId,
    task: { id: task.id, number: task.number, title: titleOf(task) },
    unitId,
    understood,
    corrected: what.correctsId !== null,
    files: [],
    standsSince: null,
    claim: claimId === null ? null : await writeClaim(work, task, { ...what, claimId, noteId }),
  };
};

const writeClaim = async (
  work: Work,
  task: TaskInForce["task"],
  {
    claimId: id,
    noteId,
    unitId,
    understood,
    saidOn,
  }: {
    readonly claimId: string;
    readonly noteId: string;
    readonly unitId: string;
    readonly understood: UnderstoodNote;
    readonly saidOn: LocalDate;
  },
): Promise<NonNullable<RecordedNote["claim"]>> => {
  const completedOn = completionDateOf(understood, saidOn) ?? saidOn;
  await insertClaim(work.tx, {
    id,
    taskId: task.id,
    unitId,
    progressUpdateId: noteId,
    claimedAt: work.now,
    completedOn,
    state: "waiting",
  });
  const claim = await describeClaim(work, task, unitId, { id, completedOn, understood });
  await tellConfirmers(work, { unitId, confirmedBy: claim.confirmedBy });
  return claim;
};

/** What the echo says of a claim that waits. */
export const describeClaim = async (
  work: Work,
  task: TaskInForce["task"],
  unitId: string,
  {
    id,
    completedOn,
    understood,
  }: { readonly id: string; readonly completedOn: LocalDate; readonly understood: UnderstoodNote },
): Promise<NonNullable<RecordedNote["claim"]>> => {
  const judged = judgeTimeliness({
    dueOn: task.dueOn,
    completedOn,
    today: work.today,
    policy: work.organization.policy.lateness,
    calendar: work.calendar,
  });
  const consolidating = await selectConsolidatingUnitId(work.tx, task.catalogueId);
  return {
    id,
    completedOn,
    timeliness:
      judged.class === "done_late"
        ? "done_late"
        : judged.class === "no_due_date"
          ? "no_due_date"
          : "done_on_time",
    // Nobody confirms itself.
    confirmedBy: consolidating === unitId ? "leader" : "consolidator",
    asksForDate: judged.class === "done_late" && lacksCompletionDate(understood),
  };
};
