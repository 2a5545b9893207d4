import { z } from "zod";
import { selectStandingUpdatesOfMessage } from "../../db/queries/progress-queries.ts";
import { findTask } from "../catalogues/find-task.ts";
import { isPerson } from "../members/member.ts";
import { ok, type Refusal, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { correctProgressUpdate } from "./correct-progress-update.ts";
import { readMessage } from "./read-message.ts";
import type { RecordedNote } from "./recorded-note.ts";
import type { NoteLine } from "./split-notes.ts";

export type CorrectedMessage = {
  readonly corrected: readonly RecordedNote[];
  readonly refused: readonly Refusal[];
  /** Notes of this message whose line is gone: they stand, because leaving out is not withdrawing. */
  readonly kept: readonly { readonly noteId: string; readonly number: string }[];
  /** Numbered lines that no note of this message answers: a number that was mended, a line that was added. */
  readonly unmatched: readonly NoteLine[];
  /** Whether the message has recorded anything before. */
  readonly hadNotes: boolean;
};

/**
 * A messenger's message was edited: each of its notes gets the new words of its own line (by task number; a
 * message with one note needs none). Words under another number never become that note's. A line whose words did not change is left alone; a line that was taken out
 * leaves its note standing, because leaving out is not withdrawing.
 */
export const correctMessage: UseCase<
  { readonly messageKey: string; readonly text: string },
  CorrectedMessage
> = async (work, raw) => {
  const parsed = z.object({ messageKey: z.string().max(200), text: z.string().max(100_000) }).safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  if (!isPerson(work.actor)) return refuse("not_allowed");
  const { messageKey, text } = parsed.data;
  const notes = await selectStandingUpdatesOfMessage(work.tx, work.actor.chatLinkId, messageKey);
  const read = await readMessage(work, { text });
  if (!read.ok) return read;
  const { lines } = read.value;
  const corrected: RecordedNote[] = [];
  const refused: Refusal[] = [];
  const kept: { noteId: string; number: string }[] = [];
  const answered = new Set<NoteLine>();
  for (const note of notes) {
    const found = await findTask(work, note.taskId);
    if (!found.ok) continue;
    const line =
      lines.find(({ number }) => number?.toLowerCase() === found.value.task.number.toLowerCase()) ??
      (notes.length === 1 && lines.length === 1 && lines[0]?.number === null ? lines[0] : undefined);
    if (line === undefined) {
      kept.push({ noteId: note.id, number: found.value.task.number });
      continue;
    }
    answered.add(line);
    if (line.text === note.text) continue;
    const result = await correctProgressUpdate(work, { noteId: note.id, text: line.text, messageKey });
    if (result.ok) corrected.push(result.value);
    else refused.push(result.refusal);
  }
  const unmatched = lines.filter((line) => line.number !== null && !answered.has(line));
  return ok({ corrected, refused, kept, unmatched, hadNotes: notes.length > 0 });
};
