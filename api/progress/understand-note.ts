import type { LocalDate } from "../shared/local-date.ts";
import { tidyText } from "../shared/normalise-vietnamese.ts";
import { findDifficulty } from "./extract-difficulty.ts";
import { figureOfPercent } from "./extract-figures.ts";
import { judgeNoteState } from "./judge-note-state.ts";
import { NOTE_MAX_LENGTH, type UnderstoodNote } from "./note.ts";
import { placeNoteDates } from "./place-note-dates.ts";
import { splitNotes } from "./split-notes.ts";
import { splitClauses, tokeniseNote } from "./tokenise-note.ts";

export type UnderstandNoteOptions = {
  /** The day on the organization's wall: no completion lies after it. */
  readonly today: LocalDate;
  /** Handed in by a caller that has split the message already; left out, the number is read from the text. */
  readonly taskNumber?: string | null;
  /** Lets a bare integer ("2 đã xong") be a task. */
  readonly knownNumbers?: ReadonlySet<string>;
};

const readTaskNumber = (
  text: string,
  options: UnderstandNoteOptions,
): Pick<UnderstoodNote, "taskNumber" | "text"> => {
  const tidy = tidyText(text);
  if (options.taskNumber !== undefined) return { taskNumber: options.taskNumber, text: tidy };
  const { lines } = splitNotes(tidy, options.knownNumbers);
  const [only] = lines;
  return only !== undefined && lines.length === 1
    ? { taskNumber: only.number, text: only.text }
    : { taskNumber: null, text: tidy };
};

/**
 * Reads one note about one task, in the words officials type: with or without diacritics, in chat spelling.
 * What it is not sure of stays null, and completion above all is never guessed: the caller asks.
 */
export const understandNote = (text: string, options: UnderstandNoteOptions): UnderstoodNote => {
  const { taskNumber, text: words } = readTaskNumber(text, options);
  // A longer text is refused by whoever stores it: reading it would only cost time.
  const tokens = words.length > NOTE_MAX_LENGTH ? [] : tokeniseNote(words);
  const difficulty = findDifficulty(words, tokens);
  const { state, percent, clauses } = judgeNoteState(
    words,
    splitClauses(words, tokens),
    (token) => difficulty !== null && token.start >= difficulty.start && token.start < difficulty.end,
  );
  const figures = clauses.flatMap((one) => [
    ...one.figures.map(({ figure }) => figure),
    ...one.percents.flatMap(({ at, subject, value }) => {
      const isTasks = subject === "task" && Math.floor(value) === percent;
      const figure = isTasks ? null : figureOfPercent(words, one.clause.tokens, at);
      return figure === null ? [] : [figure];
    }),
  ]);
  return {
    taskNumber,
    text: words,
    state,
    percent,
    ...placeNoteDates(clauses, state, options.today),
    figures,
    difficulty: difficulty?.text ?? null,
  };
};
