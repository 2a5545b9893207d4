import type { Work } from "../api/shared/work.ts";
import type { Conversation } from "./conversation.ts";
import type { Call, CallResult, Context, Event, Said } from "./dialogues/dialogue.ts";
import { DIALOGUES, type DialogueName } from "./dialogues/registry.ts";
import { useCases } from "./use-cases.ts";

/** More calls than any message can need: a dialogue that asks for more goes in a circle. */
const MOST_CALLS = 200;

export type Talked = {
  readonly say: readonly Said[];
  readonly conversation: Conversation;
  /** The language that was chosen just now: what is said above is read in it. */
  readonly locale?: "vi" | "en";
};

const call = async (work: Work, { name, input }: Call): Promise<CallResult> => {
  // Name and input belong together by `Call`; the compiler cannot follow the pair through the table.
  const useCase = useCases[name] as (work: Work, input: unknown) => Promise<CallResult["result"]>;
  return { name, result: await useCase(work, input) } as CallResult;
};

/** A note in between, or a look at one task, and "tiếp" still turns the list; any other talk ends it. */
const leavesPages = ({ dialogue }: Conversation, name: DialogueName): boolean =>
  (dialogue === null || dialogue === "notes") &&
  ["notes", "corrections", "acknowledgements", "tasks"].includes(name);

/** Lets a dialogue hear an event and does what it asks for until it asks no more; all in the update's transaction. */
export const runDialogue = async (
  work: Work,
  context: Context,
  conversation: Conversation,
  name: DialogueName,
  start: { readonly state: unknown; readonly event: Event },
): Promise<Talked> => {
  const say: Said[] = [];
  let { state, event } = start;
  let chosen: Pick<Talked, "locale"> = {};
  let { card, undo } = conversation;
  let { next, previous } = leavesPages(conversation, name) ? conversation : { next: null, previous: null };
  for (let calls = 0; calls <= MOST_CALLS; calls += 1) {
    const step = DIALOGUES[name].step(context, state, event);
    say.push(...(step.say ?? []));
    state = step.state;
    if (step.card !== undefined) card = step.card;
    if (step.undo !== undefined) undo = step.undo;
    if (step.next !== undefined) next = step.next;
    if (step.previous !== undefined) previous = step.previous;
    if (step.call === undefined)
      return {
        say,
        ...chosen,
        conversation: {
          dialogue: state === null ? null : name,
          state,
          card,
          undo,
          next,
          previous,
          choices: [],
        },
      };
    event = { kind: "result", ...(await call(work, step.call)) };
    if (event.name === "change-member-settings" && event.result.ok)
      chosen = { locale: event.result.value.locale };
  }
  throw new Error(`dialogue ${name} goes in a circle`);
};
