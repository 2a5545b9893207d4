import { z } from "zod";
import { type LocalDate, localDateSchema } from "../shared/local-date.ts";

/** Longer words belong into an attached file. Counted in UTF-16 units of the tidied text. */
export const NOTE_MAX_LENGTH = 4000;

/**
 * The words of a note that consists of a file alone. Not the file's name: that is the phone's ("IMG_2024.jpg"), or says
 * things nobody claimed ("bao cao hoan thanh.docx"); it is kept with the file.
 */
export const EVIDENCE_WORDS = "Gửi tệp minh chứng";

/**
 * What a note says of its task. "nothing_new" (*không phát sinh*) and "no_change" (*giữ nguyên*) are answers;
 * null means the words did not say, and the person is asked rather than guessed at.
 */
export const NOTE_STATES = ["completed", "in_progress", "not_started", "nothing_new", "no_change"] as const;
export type NoteState = (typeof NOTE_STATES)[number];

export const DATE_PROBLEMS = ["in_future", "impossible"] as const;
export type DateProblem = (typeof DATE_PROBLEMS)[number];

export const documentReferenceSchema = z.object({
  /** As typed, without the spaces inside; in capitals where it was typed all in small letters. */
  number: z.string(),
  /** "kế hoạch", "báo cáo" …; null where neither a word nor the number's sign tells. */
  kind: z.string().nullable(),
  issuedOn: localDateSchema.nullable(),
});
export type DocumentReference = z.infer<typeof documentReferenceSchema>;

export const noteFigureSchema = z.object({
  value: z.number(),
  /** The whole where the figure is a share: 60 of "45/60 hộ". */
  outOf: z.number().nullable(),
  /** The unit in its full spelling, whatever was typed; "%" for a share of something smaller than the task. */
  unit: z.string(),
  /** As typed. */
  text: z.string(),
});
export type NoteFigure = z.infer<typeof noteFigureSchema>;

export const understoodNoteSchema = z.object({
  /** In the document's form ("3.5.a"); null where the text begins with none, or with several. */
  taskNumber: z.string().nullable(),
  /** As typed, tidied, without the number in front. */
  text: z.string(),
  state: z.enum(NOTE_STATES).nullable(),
  /** Of the whole task, a whole number (99,9 is 99: rounding must not finish a task). 100 only when completed. */
  percent: z.number().int().min(0).max(100).nullable(),
  /** The day that was stated, else the named document's; null: the caller takes the note's own day. */
  completedOn: localDateSchema.nullable(),
  /** The stated day cannot be taken; it must be asked about before completion is recorded. */
  dateProblem: z.enum(DATE_PROBLEMS).nullable(),
  /** The day by which completion is promised ("dự kiến xong ngày 30/9"): never a completion date. */
  plannedOn: localDateSchema.nullable(),
  documentReference: documentReferenceSchema.nullable(),
  figures: z.array(noteFigureSchema),
  /** What stands in the way, as typed; null also for "không có vướng mắc". */
  difficulty: z.string().nullable(),
});
export type UnderstoodNote = z.infer<typeof understoodNoteSchema>;

/** Completion with a day that can be recorded: the stated one, else the note's. */
export const claimsCompletion = (note: Pick<UnderstoodNote, "state" | "dateProblem">): boolean =>
  note.state === "completed" && note.dateProblem === null;

/** Completion was said and no usable day with it: of an overdue task the day is then asked for. */
export const lacksCompletionDate = (note: Pick<UnderstoodNote, "state" | "completedOn">): boolean =>
  note.state === "completed" && note.completedOn === null;

/** Null where the note claims no completion that can be recorded. */
export const completionDateOf = (
  note: Pick<UnderstoodNote, "state" | "dateProblem" | "completedOn">,
  notedOn: LocalDate,
): LocalDate | null => (claimsCompletion(note) ? (note.completedOn ?? notedOn) : null);
