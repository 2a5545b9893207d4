import { z } from "zod";
import { lockMember } from "../../db/queries/member-queries.ts";
import {
  isNoteLocked,
  selectAttachmentHashes,
  selectLastClaim,
  selectProgressUpdate,
  selectStandingOfDay,
} from "../../db/queries/progress-queries.ts";
import { attachmentSchema, type KeptAttachment, writeAttachments } from "../attachments/write-attachments.ts";
import { openTask } from "../catalogues/find-task.ts";
import type { TaskInForce } from "../catalogues/load-tasks.ts";
import { titleOf } from "../catalogues/title-of-task.ts";
import type { MemberActor } from "../members/member.ts";
import { may, refusalWithoutPost } from "../members/permissions.ts";
import { localDate, localTimeAt } from "../shared/local-date.ts";
import { foldVietnamese, tidyText } from "../shared/normalise-vietnamese.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase, Work } from "../shared/work.ts";
import { writeEvidence } from "./add-evidence.ts";
import { findRepeated } from "./compare-notes.ts";
import { findOtherTask } from "./find-other-task.ts";
import { EVIDENCE_WORDS, type UnderstoodNote } from "./note.ts";
import type { RecordedNote } from "./recorded-note.ts";
import { describeClaim, readNote, writeNote } from "./write-note.ts";

const inputSchema = z.object({
  taskId: z.uuid(),
  text: z.string().max(100_000),
  messageKey: z.string().max(200).nullable(),
  /** Whether the words were parted among tasks before, as a chat's message is. */
  parted: z.boolean().default(true),
  files: z.array(attachmentSchema).max(10).default([]),
});
export type SubmitProgressUpdateInput = z.input<typeof inputSchema>;

/**
 * A unit's note on one of its tasks, recorded at once. The unit must lead, coordinate or be invited. Words that the
 * same person has written on the same task today, in whichever chat, are not recorded again while they stand: a file
 * that comes with them goes to the note that stands. A file without words is a note of its own.
 * Refuses `not_allowed`, what `openTask` and `readNote` refuse, `task_not_of_unit`, `task_of_other_post` when the unit
 * of another post of the same person takes part, and `note_of_several_tasks`.
 */
export const submitProgressUpdate: UseCase<SubmitProgressUpdateInput, RecordedNote> = async (work, raw) => {
  const { actor } = work;
  if (actor.kind !== "member" || !may(actor, "write-note")) return refuse(refusalWithoutPost(actor));
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const input = parsed.data;
  const post = actor.current;
  if (post?.unit == null) return refuse("not_allowed");

  // Asked in this order and answered in it: the same words of the same person in another chat are seen after the lock.
  const [, found, ofDay] = await Promise.all([
    lockMember(work.tx, actor.memberId),
    openTask(work, input.taskId),
    selectStandingOfDay(work.tx, input.taskId, post.unit.id, work.today),
  ]);
  if (!found.ok) return found;
  const { task, expanded } = found.value;
  const takesPart = (unitId: string): boolean =>
    [...expanded.leadUnitIds, ...expanded.coordinatingUnitIds, ...expanded.invitedUnitIds].includes(unitId);
  if (!takesPart(post.unit.id)) {
    const other = actor.appointments.find(
      (one) => one.unit !== null && takesPart(one.unit.id) && may({ ...actor, current: one }, "write-note"),
    );
    return other?.unit == null
      ? refuse("task_not_of_unit", { number: task.number })
      : refuse("task_of_other_post", { number: task.number, unit: other.unit.name });
  }
  const other = input.parted ? null : await findOtherTask(work, task.number, input.text);
  if (other !== null) return refuse("note_of_several_tasks", { number: other });
  const isWordless = input.files.length > 0 && foldVietnamese(tidyText(input.text)).trim() === "";
  const understood = readNote(work, isWordless ? EVIDENCE_WORDS : input.text, task.number);
  if (!understood.ok) return understood;

  const standing = await findStanding(work, actor, found.value, ofDay, understood.value);
  if (standing !== null) {
    const known = new Set(await selectAttachmentHashes(work.tx, standing.note.noteId));
    const added = input.files.filter(({ sha256 }) => !known.has(sha256));
    // Evidence that comes after the decision is a note of its own: what was decided on stays as it was.
    if (added.length === 0) return ok(standing.note);
    if (standing.open) {
      await writeEvidence(work, standing.note, added);
      return ok({ ...standing.note, files: namesOf(added) });
    }
  }

  const recorded = await writeNote(work, actor, found.value, {
    unitId: post.unit.id,
    appointmentId: post.id,
    understood: understood.value,
    messageKey: input.messageKey,
    correctsId: null,
    saidOn: work.today,
    // One that may be decided on just now is read again under its lock.
    lastClaim:
      ofDay.claim?.state === "waiting" ? await selectLastClaim(work.tx, task.id, post.unit.id) : ofDay.claim,
    audited: { action: "note-submitted", details: { files: input.files.map(({ sha256 }) => sha256) } },
  });
  await writeAttachments(work, recorded.noteId, input.files);
  return ok({ ...recorded, files: namesOf(input.files) });
};

const namesOf = (files: readonly KeptAttachment[]): readonly string[] => files.map(({ name }) => name);

/** The note that these words only repeat, and whether files may still be added to it. */
const findStanding = async (
  work: Work,
  actor: MemberActor,
  { task }: TaskInForce,
  ofDay: Awaited<ReturnType<typeof selectStandingOfDay>>,
  { text }: UnderstoodNote,
): Promise<{ readonly note: RecordedNote; readonly open: boolean } | null> => {
  const repeated = findRepeated(
    text,
    ofDay.notes.map(({ member_id, ...note }) => ({ ...note, own: member_id === actor.memberId })),
    ofDay.claim?.state ?? null,
  );
  const row = repeated === null ? null : await selectProgressUpdate(work.tx, repeated.id);
  // Corrected or withdrawn in another chat meanwhile: the words are new again.
  if (row === null || row.withdrawnAt !== null || row.replacedById !== null) return null;
  const claim = await selectLastClaim(work.tx, row.taskId, row.unitId);
  const understood = readNote(work, row.text, task.number);
  if (!understood.ok) return null;
  const ownClaim = claim?.progressUpdateId === row.id ? claim : null;
  const waiting = ownClaim?.state === "waiting" ? ownClaim : null;
  return {
    note: {
      noteId: row.id,
      task: { id: task.id, number: task.number, title: titleOf(task) },
      unitId: row.unitId,
      understood: understood.value,
      corrected: false,
      files: [],
      standsSince: localTimeAt(row.notedAt, work.organization.timeZone),
      claim:
        waiting === null
          ? null
          : await describeClaim(work, task, row.unitId, {
              id: waiting.id,
              completedOn: localDate(waiting.completedOn),
              understood: understood.value,
            }),
    },
    open: ownClaim?.state !== "confirmed" && !(await isNoteLocked(work.tx, task.id, row.notedOn)),
  };
};
