import { z } from "zod";
import type { Unassigned } from "../../api/catalogues/list-unassigned.ts";
import { may } from "../../api/members/permissions.ts";
import type { MessageLine } from "../../api/outbox/message.ts";
import { assignmentOverview } from "../messages/assignment.ts";
import { line, oneLine, refusalMessage } from "../messages/lines.ts";
import {
  confirmShown,
  groupAnswered,
  groupSkipped,
  groupStateSchema,
  groupTyped,
  showGroup,
} from "./assign-group.ts";
import {
  draftAnswered,
  draftStateSchema,
  draftTouched,
  draftTyped,
  NOTHING_SAID,
} from "./assign-one-task.ts";
import { type Dialogue, type Event, type Step, say } from "./dialogue.ts";
import { parseAssignment } from "./parse-assignment.ts";

const overviewSchema = z.object({ at: z.literal("overview") });
export const assignStateSchema = z.union([overviewSchema, draftStateSchema, groupStateSchema]);

/** A problem and a choice that must be looked up live from one call to its result. */
export type AssignState = z.infer<typeof assignStateSchema> & {
  readonly problem?: MessageLine;
  readonly picked?: string;
};

/** `/phancong`: who leads and who coordinates a task, and which units a group holds. */
export const assignDialogue: Dialogue<AssignState> = (context, state, event) => {
  if (!may(context.actor, "assign-task"))
    return { state: null, say: [say(refusalMessage({ code: "not_allowed", args: {} }))] };
  if (event.kind === "input") return asked(state, event);
  if (!event.result.ok) return { state: null, say: [say(refusalMessage(event.result.refusal))] };
  if (event.name === "list-unassigned") return overviewArrived(state, event.result.value);
  if (state?.at === "draft") return draftAnswered(context, state, event);
  return state?.at === "group" ? groupAnswered(context, state, event) : { state: null };
};

const overview = (problem?: MessageLine): Step<AssignState> => ({
  state: problem === undefined ? { at: "overview" } : { at: "overview", problem },
  call: { name: "list-unassigned", input: {} },
});

const asked = (
  state: AssignState | null,
  { input }: Extract<Event, { kind: "input" }>,
): Step<AssignState> => {
  switch (input.kind) {
    case "command":
      return input.rest.trim() === "" ? overview() : fromWords(input.rest);
    case "text": {
      // A whole order may be typed at any step; what is none answers the question that is open.
      const said = parseAssignment(input.text);
      if (said.kind === "group" || (said.kind === "task" && said.role !== null)) return fromWords(input.text);
      if (state?.at === "draft") return draftTyped(state, input.text);
      return state?.at === "group" ? groupTyped(state, input.text) : fromWords(input.text);
    }
    case "button": {
      const { button } = input;
      if (button[0] === "unlead" || button[0] === "uncoordinate")
        return draftTouched({
          ...NOTHING_SAID,
          taskId: button[1],
          unitText: button[2],
          role: button[0] === "unlead" ? "lead" : "coordinating",
          ending: true,
        });
      if (button[0] === "confirm-group")
        return state?.at === "group" ? confirmShown(state, button[1]) : showGroup(button[1]);
      if (button[0] === "pick" && state?.at === "overview")
        return { ...overview(), state: { at: "overview", picked: button[1] } };
      if (state?.at === "draft") return draftTouched(state, button);
      if (state?.at === "group" && button[0] === "pick") return groupTyped(state, button[1]);
      if (state?.at === "group" && button[0] === "answer" && button[1] === "skip") return groupSkipped(state);
      return { state, say: [say(oneLine("button-unknown"))] };
    }
    default:
      return { state, say: [say(oneLine("please-write"))] };
  }
};

const fromWords = (text: string): Step<AssignState> => {
  const said = parseAssignment(text);
  if (said.kind === "unclear") return overview(line("assign-unclear"));
  if (said.kind === "group")
    return groupTyped({ at: "group", group: null, units: [], unclear: [...said.units] }, said.group);
  const { number, role, ending, unit } = said;
  return draftTouched({ ...NOTHING_SAID, number, role, ending, unitText: unit });
};

const overviewArrived = (state: AssignState | null, waiting: Unassigned): Step<AssignState> => {
  const { problem, picked } = state ?? {};
  // From the list of tasks without a lead it is the lead that is looked for.
  if (waiting.tasks.some(({ id }) => id === picked))
    return draftTouched({ ...NOTHING_SAID, taskId: picked ?? null, role: "lead" });
  const group = waiting.groups.find(({ id }) => id === picked);
  if (group !== undefined) return showGroup(group.id);
  const unclear = picked === undefined ? problem : line("choice-not-there");
  return { state: { at: "overview" }, say: [say(assignmentOverview(waiting, unclear))] };
};
