import { z } from "zod";
import { foldVietnamese } from "../../api/shared/normalise-vietnamese.ts";
import { oneLine, refusalMessage } from "../messages/lines.ts";
import { askLeave, ownDataCard } from "../messages/own-data.ts";
import { type Dialogue, type Event, type Step, say } from "./dialogue.ts";

/** Whether to leave was asked, and waits for an answer in so many words. */
export const ownDataStateSchema = z.object({ at: z.literal("leaving") });
export type OwnDataState = z.infer<typeof ownDataStateSchema>;

/** `/dulieucuatoi`: what is held on whoever asks; and the way out, confirmed by a button or its words. */
export const ownDataDialogue: Dialogue<OwnDataState> = (_context, state, event) =>
  event.kind === "result" ? answered(event) : asked(state, event);

const asked = (
  state: OwnDataState | null,
  { input }: Extract<Event, { kind: "input" }>,
): Step<OwnDataState> => {
  if (input.kind === "command" && foldVietnamese(input.rest.slice(0, 60)) === "roi he thong")
    return { state: { at: "leaving" }, say: [say(askLeave(false))] };
  if (input.kind === "command") return { state: null, call: { name: "show-own-data", input: {} } };
  if (input.kind === "button" && input.button[0] === "own-data") {
    // The confirmation of another day does not count.
    return input.button[1] === "leave-now" && state !== null
      ? { state: null, call: { name: "leave-office", input: {} } }
      : { state: { at: "leaving" }, say: [say(askLeave(false))] };
  }
  if (state === null) return { state: null, say: [say(oneLine("button-unknown"))] };
  if (input.kind === "text" && /^(?:khong|thoi|no|o lai)$/.test(foldVietnamese(input.text.slice(0, 40))))
    return { state: null, say: [say(oneLine("cancelled"))] };
  return { state, say: [say(askLeave(true))] };
};

const answered = (event: Extract<Event, { kind: "result" }>): Step<OwnDataState> => {
  if (!event.result.ok) return { state: null, say: [say(refusalMessage(event.result.refusal))] };
  if (event.name === "show-own-data") return { state: null, say: [say(ownDataCard(event.result.value))] };
  if (event.name === "leave-office")
    return { state: null, say: [say(oneLine("left"))], card: null, undo: null };
  return { state: null };
};
