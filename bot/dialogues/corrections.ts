import { oneLine, refusalMessage } from "../messages/lines.ts";
import { noteEcho } from "../messages/note-echo.ts";
import { type Dialogue, say } from "./dialogue.ts";

/** "sửa …": new words for the note that was recorded last. */
export const correctionsDialogue: Dialogue<never> = (context, _state, event) => {
  if (event.kind === "input")
    return context.undo === null || event.input.kind !== "text"
      ? { state: null, say: [say(oneLine("note-nothing-to-correct"))] }
      : {
          state: null,
          call: {
            name: "correct-progress-update",
            input: { noteId: context.undo.noteId, text: event.input.text, messageKey: context.messageKey },
          },
        };
  if (!event.result.ok) return { state: null, say: [say(refusalMessage(event.result.refusal))] };
  if (event.name !== "correct-progress-update") return { state: null };
  const note = event.result.value;
  return {
    state: null,
    say: [
      say(noteEcho(note), { kind: "note", noteId: note.noteId, taskId: note.task.id, unitId: note.unitId }),
    ],
    card: { taskId: note.task.id, unitId: note.unitId, number: note.task.number },
    undo: { kind: "note", noteId: note.noteId, number: note.task.number },
  };
};
