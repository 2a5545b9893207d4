import { z } from "zod";
import { type NotePageRow, selectNotePage } from "../../db/queries/note-page-queries.ts";
import { titleOf } from "../catalogues/title-of-task.ts";
import { may } from "../members/permissions.ts";
import { localDate, localDateSchema, runsBackwards } from "../shared/local-date.ts";
import { searchedWords } from "../shared/normalise-vietnamese.ts";
import { idCursorSchema, type Page, pageOf, pageQuerySchema, readCursor } from "../shared/page.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { loadViewer } from "./load-viewer.ts";
import { understoodNoteSchema } from "./note.ts";
import type { ShownNote } from "./shown-note.ts";

export const noteFilterSchema = pageQuerySchema.extend({
  taskId: z.uuid().optional(),
  unitId: z.uuid().optional(),
  /** Days on the office's wall. */
  from: localDateSchema.optional(),
  to: localDateSchema.optional(),
  /** Beginnings of words, without diacritics. */
  q: z.string().max(200).optional(),
  /** "all" tells replaced and withdrawn ones too. */
  notes: z.enum(["standing", "all"]).default("standing"),
});

/** Notes that the asker may see, newest first. Refuses `not_allowed`, `task_not_found`, `period_invalid`, `cursor_invalid`. */
export const listProgressUpdates: UseCase<z.input<typeof noteFilterSchema>, Page<ShownNote>> = async (
  work,
  raw,
) => {
  const parsed = noteFilterSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { q, notes, limit, cursor, ...filter } = parsed.data;
  if (runsBackwards(filter.from, filter.to)) return refuse("period_invalid");
  const viewer = await loadViewer(work, filter.taskId);
  if (!viewer.ok) return viewer;
  const before = cursor === undefined ? null : readCursor(cursor, idCursorSchema);
  if (cursor !== undefined && before === null) return refuse("cursor_invalid");
  const words = q === undefined ? undefined : searchedWords(q);
  if (words?.length === 0) return ok({ items: [], nextCursor: null });
  const found = await selectNotePage(work.tx, {
    ...filter,
    words,
    viewer: viewer.value,
    standing: notes === "standing",
    before: before?.[0] ?? null,
    limit: limit + 1,
  });
  return ok(pageOf(found.map(describeNote), limit, ({ id }) => [id]));
};

/** One note that the asker may see, whatever became of it. Refuses `not_allowed`, `note_not_found`. */
export const showProgressUpdate: UseCase<{ readonly noteId: string }, ShownNote> = async (work, raw) => {
  const parsed = z.object({ noteId: z.uuid() }).safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  if (!may(work.actor, "see-notes") && !may(work.actor, "see-own-tasks")) return refuse("not_allowed");
  const asked = { noteId: parsed.data.noteId, standing: false, limit: 1 };
  const [note] = await selectNotePage(work.tx, { ...asked, viewer: null });
  if (note === undefined) return refuse("note_not_found");
  const viewer = await loadViewer(work, note.task_id);
  if (!viewer.ok) return viewer;
  const [seen] =
    viewer.value === null ? [note] : await selectNotePage(work.tx, { ...asked, viewer: viewer.value });
  return seen === undefined ? refuse("note_not_found") : ok(describeNote(seen));
};

const claimSchema = z
  .object({
    id: z.string(),
    state: z.enum(["waiting", "confirmed", "returned", "withdrawn"]),
    completedOn: localDateSchema,
  })
  .nullable();

const describeNote = (row: NotePageRow): ShownNote => {
  // Notes of the samples' first days hold less than is understood today.
  const understood = understoodNoteSchema.partial().safeParse(row.understood).data;
  return {
    id: row.id,
    task: {
      id: row.task_id,
      number: row.number,
      title: titleOf({
        shortTitle: row.short_title,
        document: { restricted: row.restricted, number: row.document_number },
      }),
    },
    unit: { id: row.unit_id, name: row.unit_name },
    appointment: { id: row.appointment_id, role: row.role },
    channel: row.channel,
    text: row.text,
    state: row.state,
    percent: row.percent,
    completedOn: row.completed_on === null ? null : localDate(row.completed_on),
    plannedOn: understood?.plannedOn ?? null,
    documentReference: understood?.documentReference ?? null,
    figures: understood?.figures ?? [],
    difficulty: understood?.difficulty ?? null,
    notedAt: new Date(row.noted_at),
    notedOn: localDate(row.noted_on),
    mark: row.withdrawn_at !== null ? "withdrawn" : row.replaced_by_id !== null ? "replaced" : "standing",
    correctsId: row.corrects_id,
    replacedById: row.replaced_by_id,
    withdrawnAt: row.withdrawn_at === null ? null : new Date(row.withdrawn_at),
    files: row.files,
    claim: claimSchema.parse(row.claim),
  };
};
