import { may } from "../../api/members/permissions.ts";
import { helpMessage } from "../messages/help.ts";
import { oneLine, refusalMessage } from "../messages/lines.ts";
import { withdrawnEcho } from "../messages/note-echo.ts";
import { type Dialogue, say } from "./dialogue.ts";

/** `/trogiup`, `/start` in a linked chat, `/huy`, `/hoantac`, what belongs into a group, and whatever nothing else understood. */
export const controlDialogue: Dialogue<never> = (context, _state, event) => {
  if (event.kind === "result") {
    if (!event.result.ok) return { state: null, say: [say(refusalMessage(event.result.refusal))] };
    if (event.name === "withdraw-progress-update")
      return { state: null, say: [say(withdrawnEcho(event.result.value))], undo: null };
    return { state: null };
  }
  const { input } = event;
  if (input.kind === "button")
    return {
      state: null,
      say: [say(oneLine(input.button[0] === "cancel" ? "cancelled" : "button-unknown"))],
    };
  if (input.kind !== "command") return { state: null, say: [say(helpMessage(context, "not-understood"))] };
  switch (input.command) {
    case "huy":
      return {
        state: null,
        say: [say(oneLine(context.talking ? "cancelled" : "nothing-to-cancel"))],
        card: null,
      };
    case "hoantac":
      return context.undo === null
        ? { state: null, say: [say(refusalMessage({ code: "nothing_to_undo", args: {} }))] }
        : { state: null, call: { name: "withdraw-progress-update", input: { noteId: context.undo.noteId } } };
    case "ketnoi":
    case "ngatketnoi":
      return {
        state: null,
        say: [
          say(
            may(context.actor, "connect-group")
              ? oneLine("group-how-to-connect")
              : refusalMessage({ code: "not_allowed", args: {} }),
          ),
        ],
      };
    default:
      return {
        state: null,
        say: [
          say(helpMessage(context, input.command === "start" ? "welcome" : "help", unknownIn(input.rest))),
        ],
      };
  }
};

const unknownIn = (rest: string): string | null => (rest.startsWith("/") ? rest : null);
