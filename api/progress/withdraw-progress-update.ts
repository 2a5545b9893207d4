import { z } from "zod";
import { markProgressUpdateWithdrawn, updateClaim } from "../../db/queries/progress-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { findTask } from "../catalogues/find-task.ts";
import { titleOf } from "../catalogues/title-of-task.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { openNote } from "./correct-progress-update.ts";

export type WithdrawnNote = {
  readonly noteId: string;
  readonly task: { readonly id: string; readonly number: string; readonly title: string };
  readonly text: string;
};

/** Takes a note back: it no longer answers for anything, its words stay in the history. */
export const withdrawProgressUpdate: UseCase<{ readonly noteId: string }, WithdrawnNote> = async (
  work,
  raw,
) => {
  const parsed = z.object({ noteId: z.uuid() }).safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const opened = await openNote(work, parsed.data.noteId);
  if (!opened.ok) return opened;
  const { note, claim, appointmentId } = opened.value;
  const found = await findTask(work, note.taskId);
  if (!found.ok) return found;

  await markProgressUpdateWithdrawn(work.tx, note.id, work.now, appointmentId);
  if (claim !== null) await updateClaim(work.tx, claim.id, { state: "withdrawn", decidedAt: work.now });
  await recordAuditEntry(
    work,
    "note-withdrawn",
    { kind: "progress_update", id: note.id },
    {
      taskId: note.taskId,
      claimId: claim?.id ?? null,
    },
  );
  const { task } = found.value;
  return ok({
    noteId: note.id,
    task: { id: task.id, number: task.number, title: titleOf(task) },
    text: note.text,
  });
};
