import { z } from "zod";
import { selectAttachmentHashes } from "../../db/queries/progress-queries.ts";
import { attachmentSchema, type KeptAttachment, writeAttachments } from "../attachments/write-attachments.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase, Work } from "../shared/work.ts";
import { openNote } from "./correct-progress-update.ts";

/** Files that come to a note which stands already. */
export const writeEvidence = async (
  work: Work,
  note: { readonly noteId: string; readonly unitId: string; readonly task: { readonly id: string } },
  files: readonly KeptAttachment[],
): Promise<void> => {
  await writeAttachments(work, note.noteId, files);
  await recordAuditEntry(
    work,
    "evidence-added",
    { kind: "progress_update", id: note.noteId },
    { taskId: note.task.id, unitId: note.unitId, files: files.map(({ sha256 }) => sha256) },
  );
};

/**
 * A file for a note of one's own unit; the same bytes once. Evidence that comes after the decision would change what
 * was decided on: it needs a note of its own. Refuses what `openNote` refuses.
 */
export const addEvidence: UseCase<
  { readonly noteId: string; readonly file: KeptAttachment },
  { readonly noteId: string }
> = async (work, raw) => {
  const parsed = z.object({ noteId: z.uuid(), file: attachmentSchema }).safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { noteId, file } = parsed.data;
  const opened = await openNote(work, noteId);
  if (!opened.ok) return opened;
  if (!(await selectAttachmentHashes(work.tx, noteId)).includes(file.sha256))
    await writeEvidence(
      work,
      { noteId, unitId: opened.value.unit.id, task: { id: opened.value.note.taskId } },
      [file],
    );
  return ok({ noteId });
};
