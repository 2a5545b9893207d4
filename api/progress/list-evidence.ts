import { z } from "zod";
import { type EvidenceRow, selectEvidencePage, selectNotePage } from "../../db/queries/note-page-queries.ts";
import { may } from "../members/permissions.ts";
import { idCursorSchema, type Page, pageOf, pageQuerySchema, readCursor } from "../shared/page.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import type { UseCase, Work } from "../shared/work.ts";
import { loadViewer } from "./load-viewer.ts";

/** A file that came with a note; the bytes lie under their hash. */
export type Evidence = {
  readonly id: string;
  readonly noteId: string;
  readonly taskId: string;
  readonly unitId: string;
  readonly name: string;
  readonly kind: string;
  readonly size: number;
  readonly sha256: string;
  readonly receivedAt: Date;
};

export const evidenceFilterSchema = pageQuerySchema.extend({
  noteId: z.uuid().optional(),
  taskId: z.uuid().optional(),
});

/** Files of the notes that the asker may see, newest first. Refuses `not_allowed`, `task_not_found`, `cursor_invalid`. */
export const listEvidence: UseCase<z.input<typeof evidenceFilterSchema>, Page<Evidence>> = async (
  work,
  raw,
) => {
  const parsed = evidenceFilterSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { noteId, limit, cursor } = parsed.data;
  const taskId = parsed.data.taskId ?? (noteId === undefined ? undefined : await taskOfNote(work, noteId));
  const viewer = await loadViewer(work, taskId);
  if (!viewer.ok) return viewer;
  const before = cursor === undefined ? null : readCursor(cursor, idCursorSchema);
  if (cursor !== undefined && before === null) return refuse("cursor_invalid");
  const found = await selectEvidencePage(work.tx, {
    viewer: viewer.value,
    noteId,
    taskId,
    before: before?.[0] ?? null,
    limit: limit + 1,
  });
  return ok(pageOf(found.map(describeEvidence), limit, ({ id }) => [id]));
};

/** Undefined for a note that is not there: no file is found for it either. */
const taskOfNote = async (work: Work, noteId: string): Promise<string | undefined> =>
  (await selectNotePage(work.tx, { viewer: null, noteId, standing: false, limit: 1 }))[0]?.task_id;

/** One file that the asker may see. Refuses `not_allowed`, `attachment_not_found`. */
export const findEvidence = async (work: Work, attachmentId: string): Promise<Result<Evidence>> => {
  if (!may(work.actor, "see-notes") && !may(work.actor, "see-own-tasks")) return refuse("not_allowed");
  const [file] = await selectEvidencePage(work.tx, { viewer: null, attachmentId, limit: 1 });
  if (file === undefined) return refuse("attachment_not_found");
  const viewer = await loadViewer(work, file.task_id);
  if (!viewer.ok) return viewer;
  const [seen] =
    viewer.value === null
      ? [file]
      : await selectEvidencePage(work.tx, { viewer: viewer.value, attachmentId, limit: 1 });
  return seen === undefined ? refuse("attachment_not_found") : ok(describeEvidence(seen));
};

/** The file of a note with that content. Refuses what `findEvidence` refuses. */
export const showEvidenceOf: UseCase<{ readonly noteId: string; readonly sha256: string }, Evidence> = async (
  work,
  { noteId, sha256 },
) => {
  const files = await selectEvidencePage(work.tx, { viewer: null, noteId, sha256, limit: 1 });
  return files[0] === undefined ? refuse("attachment_not_found") : findEvidence(work, files[0].id);
};

const describeEvidence = (row: EvidenceRow): Evidence => ({
  id: row.id,
  noteId: row.note_id,
  taskId: row.task_id,
  unitId: row.unit_id,
  name: row.name,
  kind: row.kind,
  size: row.size,
  sha256: row.sha256,
  receivedAt: new Date(row.received_at),
});
