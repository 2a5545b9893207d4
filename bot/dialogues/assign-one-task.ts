import { z } from "zod";
import type { MessageLine } from "../../api/outbox/message.ts";
import type { FoundTask } from "../../api/overviews/show-task.ts";
import { foldVietnamese } from "../../api/shared/normalise-vietnamese.ts";
import type { FoundUnits } from "../../api/units/find-units.ts";
import {
  askAssignedRole,
  askAssignedUnit,
  askWhichTask,
  assignedEcho,
  endedEcho,
} from "../messages/assignment.ts";
import { askCloseUnit } from "../messages/invitation.ts";
import { line, oneLine, refusalMessage } from "../messages/lines.ts";
import { pageOf } from "../messages/unit-choice.ts";
import type { Button } from "./button.ts";
import { matchProblem } from "./describe-match.ts";
import { type Context, type Event, type Step, say } from "./dialogue.ts";

/** An order that is being put together: what was said, and what it turned out to mean. */
export const draftStateSchema = z.object({
  at: z.literal("draft"),
  asking: z.enum(["task", "role", "unit"]).nullable(),
  number: z.string().nullable(),
  taskId: z.uuid().nullable(),
  task: z.object({ id: z.uuid(), number: z.string(), title: z.string() }).nullable(),
  /** Names of the units that lead or coordinate it today: only their part can end. */
  standing: z.object({ lead: z.array(z.string()), coordinating: z.array(z.string()) }),
  role: z.enum(["lead", "coordinating"]).nullable(),
  ending: z.boolean(),
  /** As typed, or an id. */
  unitText: z.string().nullable(),
  unit: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  page: z.number().int().positive(),
});
export type Draft = z.infer<typeof draftStateSchema> & { readonly problem?: MessageLine };

export const NOTHING_SAID: Draft = {
  at: "draft",
  asking: null,
  number: null,
  taskId: null,
  task: null,
  standing: { lead: [], coordinating: [] },
  role: null,
  ending: false,
  unitText: null,
  unit: null,
  page: 1,
};

/** The next question, or the deed when there is none left. A button answers the question that is open. */
export const draftTouched = (draft: Draft, button?: Button): Step<Draft> => {
  if (button === undefined) return advance(draft);
  if (button[0] === "pick" && draft.asking === "task") return advance({ ...draft, taskId: button[1] });
  if (button[0] === "pick" && draft.asking === "unit") return advance({ ...draft, unitText: button[1] });
  if (button[0] === "answer" && draft.asking === "role") {
    if (button[1] === "lead" || button[1] === "coordinating") return advance({ ...draft, role: button[1] });
  }
  const page = button[0] === "answer" && draft.asking === "unit" ? pageOf(button[1]) : null;
  return page === null ? again(draft, line("choice-not-there")) : advance({ ...draft, page });
};

export const draftTyped = (draft: Draft, text: string): Step<Draft> => {
  if (draft.asking === "unit" && !/^\s*\d{0,6}\s*$/.test(text)) return advance({ ...draft, unitText: text });
  const folded = foldVietnamese(text.slice(0, 40));
  if (draft.asking === "role" && folded === "chu tri") return advance({ ...draft, role: "lead" });
  if (draft.asking === "role" && folded === "phoi hop") return advance({ ...draft, role: "coordinating" });
  return again(draft, line("choice-not-there"));
};

const again = (draft: Draft, problem: MessageLine): Step<Draft> =>
  advance({ ...draft, unitText: null, problem });

const advance = (draft: Draft): Step<Draft> => {
  const { task, role, unit } = draft;
  if (task === null)
    return {
      state: draft,
      call: {
        name: "show-task",
        input: draft.taskId === null ? { number: draft.number ?? "?" } : { taskId: draft.taskId },
      },
    };
  const { problem, ...kept } = draft;
  if (role === null)
    return { state: { ...kept, asking: "role" }, say: [say(askAssignedRole(task, draft.ending, problem))] };
  if (unit === null)
    return {
      state: draft,
      call: {
        name: "find-units",
        input: { spellings: draft.unitText === null ? [] : [draft.unitText], among: "units and groups" },
      },
    };
  return {
    state: draft,
    call: {
      name: draft.ending ? "end-assignment" : "assign-task",
      input: { taskId: task.id, role, unit: unit.id },
    },
  };
};

export const draftAnswered = (
  context: Context,
  draft: Draft,
  event: Extract<Event, { kind: "result" }>,
): Step<Draft> => {
  if (!event.result.ok) return { state: null, say: [say(refusalMessage(event.result.refusal))] };
  switch (event.name) {
    case "show-task":
      return taskFound(draft, event.result.value);
    case "find-units":
      return unitFound(draft, event.result.value);
    case "assign-task":
      return { state: null, say: [say(assignedEcho(context, draft.task?.title ?? "", event.result.value))] };
    case "end-assignment":
      return draft.task === null || draft.role === null || draft.unit === null
        ? { state: null }
        : { state: null, say: [say(endedEcho(context, draft.task, draft.role, draft.unit.name))] };
    default:
      return { state: null };
  }
};

const taskFound = (draft: Draft, found: FoundTask): Step<Draft> => {
  if (found.kind === "several")
    return { state: { ...draft, asking: "task" }, say: [say(askWhichTask(found.candidates))] };
  const { taskId, number, title, isHeading, withdrawn, leads, coordinating } = found.card;
  // Said before three more questions are asked in vain.
  if (isHeading) return { state: null, say: [say(refusalMessage({ code: "task_has_children", args: {} }))] };
  if (withdrawn) return { state: null, say: [say(refusalMessage({ code: "task_withdrawn", args: {} }))] };
  return advance({
    ...draft,
    task: { id: taskId, number, title },
    standing: { lead: [...leads], coordinating: [...coordinating] },
  });
};

const unitFound = (draft: Draft, found: FoundUnits): Step<Draft> => {
  const { problem, ...kept } = draft;
  const { task, role, ending, page } = kept;
  if (task === null || role === null) return { state: null, say: [say(oneLine("button-unknown"))] };
  const [typed] = found.matches;
  if (typed?.match.kind === "found") {
    const { id, name } = typed.match.unit;
    return advance({ ...kept, unit: { id, name } });
  }
  const state: Draft = { ...kept, asking: "unit", unitText: null };
  const offered = ending
    ? found.all.filter(({ kind, name }) => kind === "group" || kept.standing[role].includes(name))
    : found.all;
  if (found.all.length === 0) return { state: null, say: [say(oneLine("units-none"))] };
  if (typed === undefined)
    return { state, say: [say(askAssignedUnit(task, role, ending, offered, page, problem))] };
  const { line: unclear, candidates } = matchProblem(typed);
  return {
    state,
    say: [
      say(
        candidates.length > 0
          ? askCloseUnit(candidates, unclear)
          : askAssignedUnit(task, role, ending, offered, 1, unclear),
      ),
    ],
  };
};
