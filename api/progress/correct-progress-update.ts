import { z } from "zod";
import {
  isNoteLocked,
  moveAttachments,
  replaceProgressUpdate,
  selectLastClaim,
  selectProgressUpdate,
  updateClaim,
} from "../../db/queries/progress-queries.ts";
import { openTask } from "../catalogues/find-task.ts";
import { may, refusalWithoutPost } from "../members/permissions.ts";
import { localDate } from "../shared/local-date.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import type { UseCase, Work } from "../shared/work.ts";
import type { RecordedNote } from "./recorded-note.ts";
import { readNote, writeNote } from "./write-note.ts";

const inputSchema = z.object({
  noteId: z.uuid(),
  text: z.string().max(100_000),
  messageKey: z.string().max(200).nullable(),
});
export type CorrectProgressUpdateInput = z.input<typeof inputSchema>;

/**
 * A note of one's own unit that may still be changed: it stands, its round is not closed, and its claim is not
 * confirmed. Refuses `not_allowed`, `note_not_found`, `note_of_other_unit`, `note_replaced`, `note_withdrawn`,
 * `note_confirmed`, `note_locked`.
 */
export const openNote = async (work: Work, noteId: string) => {
  const { actor } = work;
  if (actor.kind !== "member" || !may(actor, "write-note") || actor.current?.unit == null)
    return refuse(refusalWithoutPost(actor));
  const note = await selectProgressUpdate(work.tx, noteId);
  if (note === null) return refuse("note_not_found");
  if (note.unitId !== actor.current.unit.id) return refuse("note_of_other_unit");
  if (note.replacedById !== null) return refuse("note_replaced");
  if (note.withdrawnAt !== null) return refuse("note_withdrawn");
  const lastClaim = await selectLastClaim(work.tx, note.taskId, note.unitId);
  const ownClaim = lastClaim?.progressUpdateId === note.id ? lastClaim : null;
  if (ownClaim?.state === "confirmed") return refuse("note_confirmed");
  if (await isNoteLocked(work.tx, note.taskId, note.notedOn)) return refuse("note_locked");
  return ok({
    note,
    claim: ownClaim,
    lastClaim,
    actor,
    unit: actor.current.unit,
    appointmentId: actor.current.id,
  });
};

/** Writes the note's new words beside the old ones, which stay in the history. */
export const correctProgressUpdate: UseCase<CorrectProgressUpdateInput, RecordedNote> = async (
  work,
  raw,
): Promise<Result<RecordedNote>> => {
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const opened = await openNote(work, parsed.data.noteId);
  if (!opened.ok) return opened;
  const { note, claim, lastClaim, actor, unit, appointmentId } = opened.value;
  const found = await openTask(work, note.taskId);
  if (!found.ok) return found;
  const understood = readNote(work, parsed.data.text, found.value.task.number);
  if (!understood.ok) return understood;

  if (claim !== null) await updateClaim(work.tx, claim.id, { state: "withdrawn", decidedAt: work.now });
  const recorded = await writeNote(work, actor, found.value, {
    unitId: unit.id,
    appointmentId,
    understood: understood.value,
    messageKey: parsed.data.messageKey ?? note.messageKey,
    correctsId: note.id,
    // Its own claim has just been taken back; none before it waits or is confirmed.
    lastClaim: claim === null ? lastClaim : null,
    // Completion that was said then is not said later for having been put better.
    saidOn:
      claim === null
        ? work.today
        : note.completedOn === null
          ? localDate(claim.completedOn)
          : localDate(note.notedOn),
    audited: { action: "note-corrected", details: { correctsId: note.id } },
  });
  await replaceProgressUpdate(work.tx, note.id, recorded.noteId);
  await moveAttachments(work.tx, note.id, recorded.noteId);
  return ok(recorded);
};
