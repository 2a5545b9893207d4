import type { CorrectedMessage } from "../../api/progress/correct-message.ts";
import { buttonOnly, choice, line, message, oneLine, refusalLine } from "../messages/lines.ts";
import { notesEcho } from "../messages/note-echo.ts";
import { type Context, type Said, type Step, say } from "./dialogue.ts";
import { echoOf, type Recording, startRecording } from "./note-recording.ts";
import type { AwaitedWords } from "./notes.ts";

/**
 * What an edited message came to: its notes are corrected; a number that was mended, or a line that was added, is
 * recorded like any new line of that message; a line that is gone leaves its note, and that is said.
 */
export const editedMessage = (
  context: Context,
  outcome: CorrectedMessage,
): Step<Recording | AwaitedWords> => {
  const { unmatched } = outcome;
  const said = saidOf(outcome);
  if (unmatched.length > 0) {
    const recording = startRecording(
      context,
      unmatched.map((one) => ({ ...one, taskId: null })),
      [],
    );
    return { ...recording, say: [...said, ...(recording.say ?? [])] };
  }
  const [only, ...others] = outcome.corrected;
  return only !== undefined && others.length === 0 && outcome.refused.length === 0
    ? { ...echoOf(only), say: said }
    : { state: null, say: said };
};

const saidOf = ({ corrected, refused, kept, unmatched, hadNotes }: CorrectedMessage): readonly Said[] => {
  const [only, ...others] = corrected;
  const echo: readonly Said[] =
    only !== undefined && others.length === 0 && refused.length === 0
      ? (echoOf(only).say ?? [])
      : only !== undefined || refused.length > 0
        ? [say(notesEcho(corrected, refused.map(refusalLine)))]
        : [];
  const stands: readonly Said[] =
    kept.length === 0
      ? []
      : [
          say(
            message(
              [
                [
                  line("edit-kept", {
                    numbers: kept.map(({ number }) => number).join(", "),
                    number: kept[0]?.number ?? "",
                  }),
                ],
              ],
              [
                kept
                  .slice(0, 8)
                  .map(({ noteId, number }) =>
                    buttonOnly(choice(["note-withdraw", noteId], "choice-withdraw-number", { number })),
                  ),
              ],
            ),
          ),
        ];
  const spoken = [...echo, ...stands];
  if (spoken.length > 0 || unmatched.length > 0) return spoken;
  return [say(oneLine(hadNotes ? "edit-nothing-changed" : "edit-without-note"))];
};
