import { z } from "zod";
import { attachmentSchema, writeAttachments } from "../attachments/write-attachments.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { openTask } from "../catalogues/find-task.ts";
import { may } from "../members/permissions.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import type { RecordedNote } from "./recorded-note.ts";
import { readNote, writeNote } from "./write-note.ts";

const inputSchema = z.object({
  taskId: z.uuid(),
  text: z.string().max(100_000),
  messageKey: z.string().max(200).nullable(),
  files: z.array(attachmentSchema).max(10).default([]),
});
export type SubmitProgressUpdateInput = z.input<typeof inputSchema>;

/**
 * A unit's note on one of its tasks, recorded at once. The unit must lead, coordinate or be invited.
 * Refuses `not_allowed`, what `openTask` and `readNote` refuse, `task_not_of_unit`, and `task_of_other_post` when
 * the unit of another post of the same person takes part.
 */
export const submitProgressUpdate: UseCase<SubmitProgressUpdateInput, RecordedNote> = async (work, raw) => {
  const { actor } = work;
  if (actor.kind !== "member" || !may(actor, "write-note")) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const input = parsed.data;
  const post = actor.current;
  if (post?.unit == null) return refuse("not_allowed");

  const found = await openTask(work, input.taskId);
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
  const understood = readNote(work, input.text, task.number);
  if (!understood.ok) return understood;

  const recorded = await writeNote(work, actor, found.value, {
    unitId: post.unit.id,
    appointmentId: post.id,
    understood: understood.value,
    messageKey: input.messageKey,
    correctsId: null,
    saidOn: work.today,
  });
  await writeAttachments(work, recorded.noteId, input.files);
  await recordAuditEntry(
    work,
    "note-submitted",
    { kind: "progress_update", id: recorded.noteId },
    {
      taskId: task.id,
      unitId: post.unit.id,
      claimId: recorded.claim?.id ?? null,
      files: input.files.map(({ sha256 }) => sha256),
    },
  );
  return ok({ ...recorded, files: input.files.length });
};
