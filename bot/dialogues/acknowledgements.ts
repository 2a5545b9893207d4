import type { MessageLine } from "../../api/outbox/message.ts";
import { acknowledged, askWhichReceived, catalogueAcknowledged } from "../messages/acknowledgement.ts";
import { line, refusalLine } from "../messages/lines.ts";
import { type Dialogue, type ReceivedTask, type Step, say } from "./dialogue.ts";

/** Several tasks are acknowledged one after another within one update; this never outlives it. */
type Acknowledging = {
  readonly queue: readonly ReceivedTask[];
  readonly current: ReceivedTask | null;
  /** Said by a sign under a message: only what was changed is worth a word. */
  readonly quiet: boolean;
  readonly several: boolean;
  readonly done: readonly string[];
  readonly before: readonly string[];
  readonly refused: readonly MessageLine[];
};

/** "Đã nhận", in words or by a sign under a message: the unit that leads a task has seen it. */
export const acknowledgementsDialogue: Dialogue<Acknowledging> = (_context, state, event) => {
  if (event.kind === "input") {
    if (event.input.kind === "button" && event.input.button[0] === "catalogue-seen")
      return receiveCatalogue({ catalogueId: event.input.button[1], unitId: null }, false);
    if (event.input.kind === "catalogue-received")
      return receiveCatalogue(
        { catalogueId: event.input.catalogueId, unitId: event.input.unitId },
        event.input.quiet,
      );
    if (event.input.kind !== "received") return { state: null };
    const { tasks, quiet } = event.input;
    return next({ ...NOTHING, queue: tasks, quiet, several: tasks.length > 1 });
  }
  if (state === null) return { state: null };
  const refuse = (refused: MessageLine): Step<Acknowledging> =>
    next({ ...state, refused: [...state.refused, refused] });
  if (!event.result.ok) return refuse(refusalLine(event.result.refusal));
  if (event.name === "acknowledge-catalogue") {
    const received = event.result.value;
    const { catalogueId, unitId, done } = received;
    const answer = say(catalogueAcknowledged(received), { kind: "catalogue", catalogueId, unitId });
    return { state: null, say: state.quiet && done === 0 ? [] : [answer] };
  }
  if (event.name === "acknowledge-task")
    return next({ ...state, done: [...state.done, event.result.value.number] });
  if (event.name !== "show-task") return { state: null };
  const found = event.result.value;
  if (found.kind === "several") {
    const number = state.current !== null && "number" in state.current ? state.current.number : "";
    return state.several
      ? refuse(line("several-skipped", { number }))
      : { state: null, say: [say(askWhichReceived(found.candidates))] };
  }
  const { taskId, number, own } = found.card;
  if (own?.role !== "lead") return refuse(line("acknowledge-not-lead", { number }));
  if (own.acknowledged) return next({ ...state, before: [...state.before, number] });
  return { state, call: { name: "acknowledge-task", input: { taskId } } };
};

const NOTHING: Acknowledging = {
  queue: [],
  current: null,
  quiet: false,
  several: false,
  done: [],
  before: [],
  refused: [],
};

const receiveCatalogue = (
  input: { readonly catalogueId: string; readonly unitId: string | null },
  quiet: boolean,
): Step<Acknowledging> => ({
  state: { ...NOTHING, quiet },
  call: { name: "acknowledge-catalogue", input },
});

const next = (state: Acknowledging): Step<Acknowledging> => {
  const [current, ...queue] = state.queue;
  if (current !== undefined)
    return {
      state: { ...state, queue, current },
      call: { name: "show-task", input: current },
    };
  const { quiet, done, before, refused } = state;
  const silent = quiet && done.length === 0;
  return {
    state: null,
    say: silent ? [] : [say(acknowledged(done, quiet ? [] : before, quiet ? [] : refused))],
  };
};
