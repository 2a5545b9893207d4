import { foldVietnamese, tidyText } from "../shared/normalise-vietnamese.ts";
import type { NoteState } from "./note.ts";

/** A standing note of a unit on one task, as far as a repetition of it is judged. */
export type StandingNote = {
  readonly id: string;
  /** Written from a post of the same person. */
  readonly own: boolean;
  readonly text: string;
  readonly state: NoteState | null;
  readonly percent: number | null;
  /** A claim of completion came of it. */
  readonly claimed: boolean;
};

/** Marks, spaces and capitals aside; nothing else is forgiven. */
export const sameWords = (one: string, other: string): boolean =>
  foldVietnamese(tidyText(one)) === foldVietnamese(tidyText(other));

/** What was said later holds: a note that it contradicts may be said again, and means something again. */
const isOvertaken = (note: StandingNote, later: readonly StandingNote[]): boolean => {
  const state = later.findLast((one) => one.state !== null)?.state ?? null;
  const percent = later.findLast((one) => one.percent !== null)?.percent ?? null;
  return (
    (note.state !== null && state !== null && state !== note.state) ||
    (note.percent !== null && percent !== null && percent !== note.percent)
  );
};

/**
 * The note that these words only repeat: the person's own of the same day, which still says what it said. Null when
 * the words are new, when a later note has said otherwise since ("đang làm", "đã xong", "đang làm" are three notes),
 * or when completion was claimed and the claim returned.
 */
export const findRepeated = (
  words: string,
  /** The unit's standing notes of that day on the task, in the order they were written. */
  notes: readonly StandingNote[],
  claim: "waiting" | "confirmed" | "returned" | "withdrawn" | null,
): StandingNote | null => {
  const claimStands = claim === "waiting" || claim === "confirmed";
  return (
    notes.findLast(
      (note, at) =>
        note.own &&
        sameWords(note.text, words) &&
        (!note.claimed || claimStands) &&
        !isOvertaken(note, notes.slice(at + 1)),
    ) ?? null
  );
};
