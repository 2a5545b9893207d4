import { z } from "zod";
import type { MessageSubject } from "../../api/outbox/subject.ts";
import { splitNotes } from "../../api/progress/split-notes.ts";
import { understandNote } from "../../api/progress/understand-note.ts";
import type { LocalDate } from "../../api/shared/local-date.ts";
import { oneLine, refusalMessage } from "../messages/lines.ts";
import { withdrawnEcho } from "../messages/note-echo.ts";
import type { Button } from "./button.ts";
import {
  type Call,
  type Context,
  type Dialogue,
  type Event,
  type Input,
  type KeptFile,
  type Step,
  say,
} from "./dialogue.ts";
import { editedMessage } from "./edits.ts";
import {
  continueRecording,
  echoOf,
  type PendingNote,
  type Recording,
  startRecording,
} from "./note-recording.ts";

const keptFileSchema = z.object({ sha256: z.string(), kind: z.string(), size: z.number(), name: z.string() });

/** Words that are awaited from one message to the next. */
export const notesStateSchema = z.discriminatedUnion("at", [
  z.object({ at: z.literal("awaiting-words"), taskId: z.uuid(), number: z.string() }),
  z.object({ at: z.literal("awaiting-correction"), noteId: z.uuid() }),
  /** The echo asked on which day an overdue task was done. */
  z.object({ at: z.literal("awaiting-date"), noteId: z.uuid(), text: z.string() }),
  /** Words that may or may not be meant for the open card. */
  z.object({
    at: z.literal("asking-card"),
    taskId: z.uuid(),
    text: z.string(),
    files: z.array(keptFileSchema),
  }),
]);
export type AwaitedWords = z.infer<typeof notesStateSchema>;

/** Which numbers of a message are tasks is being looked up; never outlives its update. */
type Reading = { readonly at: "reading"; readonly files: readonly KeptFile[] };

export type NotesState = AwaitedWords | Recording | Reading;

/** A note by reply, by number, by several numbered lines, by a button; its correction and withdrawal. */
export const notesDialogue: Dialogue<NotesState> = (context, state, event) =>
  event.kind === "result" ? answered(context, state, event) : asked(context, state, event);

const asked = (
  context: Context,
  state: NotesState | null,
  { input }: Extract<Event, { kind: "input" }>,
): Step<NotesState> => {
  switch (input.kind) {
    case "button":
      return byButton(context, state, input.button);
    case "text":
      return byText(context, state, input.text, input.about);
    case "file":
      return byFile(context, state, input);
    case "edited":
      return {
        state: null,
        call: { name: "correct-message", input: { messageKey: input.messageKey, text: input.text } },
      };
    default:
      return { state: null };
  }
};

const byButton = (context: Context, state: NotesState | null, button: Button): Step<NotesState> => {
  switch (button[0]) {
    case "task-note":
      return { state: null, call: { name: "show-task", input: { taskId: button[1] } } };
    case "nothing-new":
      return startRecording(context, [{ number: null, taskId: button[1], text: NOTHING_NEW }], []);
    case "task-seen":
      return { state: null, call: { name: "acknowledge-task", input: { taskId: button[1] } } };
    case "note-correct":
      return {
        state: { at: "awaiting-correction", noteId: button[1] },
        say: [say(oneLine("note-ask-correction"))],
      };
    case "note-withdraw":
      return { state: null, call: { name: "withdraw-progress-update", input: { noteId: button[1] } } };
    case "answer":
      if (state?.at !== "asking-card") return { state: null, say: [say(oneLine("button-unknown"))] };
      return button[1] === "yes"
        ? startRecording(context, [{ number: null, taskId: state.taskId, text: state.text }], state.files)
        : { state: null, say: [say(oneLine("note-not-recorded"))], card: null };
    default:
      return { state: null, say: [say(oneLine("button-unknown"))] };
  }
};

/** What the button "không phát sinh" stands for: the document vocabulary that `understand-note` reads. */
const NOTHING_NEW = "Không phát sinh";

const byText = (
  context: Context,
  state: NotesState | null,
  text: string,
  about: MessageSubject | null,
): Step<NotesState> => {
  if (state?.at === "awaiting-correction")
    return { state: null, call: correction(context, state.noteId, text) };
  const { lines, inner } = splitNotes(text);
  if (inner.length > 0) return reading(text, []);
  if (lines.some(({ number }) => number !== null)) return startRecording(context, lines.map(pendingLine), []);
  if (state?.at === "awaiting-words")
    return startRecording(context, [{ number: null, taskId: state.taskId, text }], []);
  const date = state?.at === "awaiting-date" ? statedDate(context.today, text) : null;
  if (state?.at === "awaiting-date" && date !== null)
    return { state: null, call: correction(context, state.noteId, `${state.text}, ${date}`) };
  if (about?.kind === "task" || about?.kind === "note")
    return startRecording(context, [{ number: null, taskId: about.taskId, text }], []);
  return { state: null, say: [say(oneLine("note-which-task"))] };
};

const ONLY_A_DATE = /^(?:ng[aà]y\s+)?(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?)\.?$/iu;

/** The answer to "thực tế hoàn thành ngày nào?": "20/3", or words that hold a day ("xong từ ngày 20/3 rồi"). */
export const statedDate = (today: LocalDate, text: string): string | null => {
  const words = text.normalize("NFC").trim();
  const bare = ONLY_A_DATE.exec(words)?.[1];
  if (bare !== undefined) return `xong ngày ${bare}`;
  for (const said of [words, `xong ${words}`]) {
    const { state, completedOn, dateProblem } = understandNote(said, {
      today,
      taskNumber: "",
    });
    if (state === "completed" && (completedOn !== null || dateProblem !== null)) return said;
  }
  return null;
};

const reading = (text: string, files: readonly KeptFile[]): Step<NotesState> => ({
  state: { at: "reading", files },
  call: { name: "read-message", input: { text } },
});

const pendingLine = (one: { number: string | null; text: string }): PendingNote => ({
  ...one,
  taskId: null,
});

const byFile = (
  context: Context,
  state: NotesState | null,
  input: Extract<Input, { kind: "file" }>,
): Step<NotesState> => {
  const caption = input.caption.trim();
  const { lines, inner } = splitNotes(caption);
  if (inner.length > 0) return reading(caption, [input.file]);
  const [first] = lines;
  if (first?.number != null) return startRecording(context, lines.map(pendingLine), [input.file]);
  const taskId =
    state?.at === "awaiting-words"
      ? state.taskId
      : input.about?.kind === "task" || input.about?.kind === "note"
        ? input.about.taskId
        : null;
  if (taskId === null) return { state: null, say: [say(oneLine("file-which-task"))] };
  return startRecording(context, [{ number: null, taskId, text: caption }], [input.file]);
};

const correction = (context: Context, noteId: string, text: string): Call => ({
  name: "correct-progress-update",
  input: { noteId, text, messageKey: context.messageKey },
});

const answered = (
  context: Context,
  state: NotesState | null,
  event: Extract<Event, { kind: "result" }>,
): Step<NotesState> => {
  if (state?.at === "recording") return continueRecording(context, state, event);
  if (!event.result.ok) return { state: null, say: [say(refusalMessage(event.result.refusal))] };
  switch (event.name) {
    case "show-task": {
      const found = event.result.value;
      if (found.kind !== "one") return { state: null };
      const { card } = found;
      return {
        state: { at: "awaiting-words", taskId: card.taskId, number: card.number },
        say: [say(oneLine("note-ask-words", { number: card.number, title: card.title }))],
        card:
          card.own === null ? null : { taskId: card.taskId, unitId: card.own.unitId, number: card.number },
      };
    }
    case "read-message":
      return startRecording(
        context,
        event.result.value.lines.map(pendingLine),
        state?.at === "reading" ? state.files : [],
      );
    case "acknowledge-task":
      return { state: null, say: [say(oneLine("task-acknowledged", { number: event.result.value.number }))] };
    case "correct-message":
      return editedMessage(context, event.result.value);
    case "correct-progress-update":
      return echoOf(event.result.value);
    case "withdraw-progress-update":
      return { state: null, say: [say(withdrawnEcho(event.result.value))], undo: null };
    default:
      return { state: null };
  }
};
