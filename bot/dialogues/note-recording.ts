import type { MessageLine } from "../../api/outbox/message.ts";
import type { RecordedNote } from "../../api/progress/recorded-note.ts";
import { choice, line, message, refusalLine } from "../messages/lines.ts";
import { noteEcho, notesEcho } from "../messages/note-echo.ts";
import { taskCard } from "../messages/task-card.ts";
import { type Call, type Card, type Context, type Event, type KeptFile, type Step, say } from "./dialogue.ts";
import type { AwaitedWords } from "./notes.ts";

/** A line that is to be recorded: by its number, or for a task that is known already. */
export type PendingNote = {
  readonly number: string | null;
  readonly taskId: string | null;
  readonly text: string;
};

/** Several lines are recorded one after another within one update; this never outlives it. */
export type Recording = {
  readonly at: "recording";
  readonly queue: readonly PendingNote[];
  readonly current: PendingNote | null;
  readonly recorded: readonly RecordedNote[];
  readonly refused: readonly MessageLine[];
  readonly several: boolean;
  readonly files: readonly KeptFile[];
};
type RecordingState = Recording | AwaitedWords;

/** At most so many lines of one message are recorded; the rest is said to be too many. */
const MOST_LINES = 40;

/** Begins recording: each line is looked up by its number, then written. */
export const startRecording = (
  context: Context,
  queue: readonly PendingNote[],
  files: readonly KeptFile[],
): Step<RecordingState> => {
  const state: Recording = {
    at: "recording",
    queue: queue.slice(0, MOST_LINES),
    current: null,
    recorded: [],
    refused: queue.length > MOST_LINES ? [line("notes-too-many", { max: MOST_LINES })] : [],
    several: queue.length > 1,
    files,
  };
  return next(context, state);
};

const next = (context: Context, state: Recording): Step<RecordingState> => {
  const [current, ...queue] = state.queue;
  if (current === undefined) return finished(state);
  const advanced = { ...state, queue, current };
  if (current.taskId !== null)
    return { state: advanced, call: submission(context, current.taskId, current.text, state.files) };
  return { state: advanced, call: { name: "show-task", input: { number: current.number ?? "" } } };
};

const submission = (context: Context, taskId: string, text: string, files: readonly KeptFile[]): Call => ({
  name: "submit-progress-update",
  input: { taskId, text, messageKey: context.messageKey, files: [...files] },
});

/** The next line, or the echo of them all. */
export const continueRecording = (
  context: Context,
  state: Recording,
  event: Extract<Event, { kind: "result" }>,
): Step<RecordingState> => {
  const { current } = state;
  if (!event.result.ok) {
    const refused = refusalLine(event.result.refusal);
    return next(context, { ...state, refused: [...state.refused, refused] });
  }
  if (event.name === "submit-progress-update")
    return next(context, { ...state, recorded: [...state.recorded, event.result.value] });
  if (event.name !== "show-task" || current === null) return { state: null };
  const found = event.result.value;
  if (found.kind === "several" && state.several)
    return next(context, {
      ...state,
      refused: [...state.refused, line("several-skipped", { number: current.number ?? "" })],
    });
  if (found.kind === "several")
    return {
      state: null,
      say: [
        say(
          message(
            [[line("several-which-note", { number: current.number ?? "" })]],
            found.candidates.map(({ taskId, title, document }) => [
              choice(["task-note", taskId], "several-one", { title, document }),
            ]),
          ),
        ),
      ],
    };
  // A number alone asks for the task; with words it is a note.
  if (current.text.trim() === "" && !state.several && state.files.length === 0) {
    const card = found.card;
    const own: Card | null =
      card.own === null ? null : { taskId: card.taskId, unitId: card.own.unitId, number: card.number };
    return {
      state: null,
      say: [
        own === null
          ? say(taskCard(card))
          : say(taskCard(card), { kind: "task", taskId: own.taskId, unitId: own.unitId }),
      ],
      card: own,
    };
  }
  return { state, call: submission(context, found.card.taskId, current.text, state.files) };
};

const finished = (state: Recording): Step<RecordingState> => {
  const { recorded, refused } = state;
  const [only] = recorded;
  if (!state.several && only !== undefined && refused.length === 0) return echoOf(only);
  if (!state.several && recorded.length === 0) return { state: null, say: [say(message([refused]))] };
  return {
    state: null,
    say: [say(notesEcho(recorded, refused))],
    card: null,
    // Of several the person says which.
    undo:
      only === undefined || recorded.length > 1
        ? null
        : { kind: "note", noteId: only.noteId, number: only.task.number },
  };
};

/** What was recorded, with the question for a day where an overdue task was claimed without one. */
export const echoOf = (note: RecordedNote): Step<RecordingState> => ({
  state:
    note.claim?.asksForDate === true
      ? { at: "awaiting-date", noteId: note.noteId, text: note.understood.text }
      : null,
  say: [
    say(noteEcho(note), { kind: "note", noteId: note.noteId, taskId: note.task.id, unitId: note.unitId }),
  ],
  card: { taskId: note.task.id, unitId: note.unitId, number: note.task.number },
  undo: { kind: "note", noteId: note.noteId, number: note.task.number },
});
