import { z } from "zod";
import { may } from "../../api/members/permissions.ts";
import { TASK_FILTERS } from "../../api/overviews/task-list.ts";
import { normaliseTaskNumber } from "../../api/progress/split-notes.ts";
import { tidyText } from "../../api/shared/normalise-vietnamese.ts";
import { oneLine, refusalMessage } from "../messages/lines.ts";
import { officeCounts } from "../messages/office-counts.ts";
import { severalTasks } from "../messages/several-tasks.ts";
import { taskCard } from "../messages/task-card.ts";
import { pageButtonName, pagesOf, taskListPage } from "../messages/task-list.ts";
import { packButton } from "./button.ts";
import { type Context, type Dialogue, type Event, type Step, say } from "./dialogue.ts";
import { filterOf } from "./filter-words.ts";

/** As long as the application reads a unit's name or a keyword; nobody types a longer one. */
const WORDS_LENGTH = 200;

/** Which list is shown, and which page of it, so that the page can be cut when the list arrives. */
export const tasksStateSchema = z.object({
  filter: z.enum(TASK_FILTERS),
  page: z.number().int().positive(),
  overseer: z.boolean(),
  unitId: z.uuid().nullable(),
  /** What a unit's own post looked for; its next page is another page of what was found. */
  keyword: z.string().nullable().default(null),
});
export type TasksState = z.infer<typeof tasksStateSchema>;

/** `/nhiemvu`: the list of a unit, its pages and filters, the counts of an office, and one task. */
export const tasksDialogue: Dialogue<TasksState> = (context, state, event) =>
  event.kind === "result" ? shown(context, state, event) : asked(context, state, event);

const asked = (
  context: Context,
  state: TasksState | null,
  { input }: Extract<Event, { kind: "input" }>,
): Step<TasksState> => {
  const overseer = may(context.actor, "see-all-tasks");
  if (input.kind === "command") return byWords(context, overseer, input.rest.trim());
  if (input.kind === "text") return byWords(context, overseer, input.text.trim());
  if (input.kind !== "button") return { state: null };
  const { button } = input;
  switch (button[0]) {
    case "task":
      return { state: null, call: { name: "show-task", input: { taskId: button[1] } } };
    case "unit-tasks":
      return list({ filter: "all", page: 1, overseer, unitId: button[1], keyword: null }, null);
    case "tasks": {
      const { kind, filter } = readPageName(button[1]);
      const keyword = kind === "k" ? (state?.keyword ?? null) : null;
      // A page of what was looked for once is gone with the words.
      if (filter === null || (kind === "k" && keyword === null))
        return { state: null, say: [say(oneLine("button-unknown"))] };
      const unitId = overseer ? (state?.unitId ?? null) : null;
      return list({ filter, page: button[2], overseer, unitId, keyword }, null);
    }
    default:
      return { state: null, say: [say(oneLine("button-unknown"))] };
  }
};

/** "undetermined" begins with a letter that also marks a list: the longer reading goes first. */
const readPageName = (
  name: string,
): { readonly kind: "" | "u" | "k"; readonly filter: TasksState["filter"] | null } => {
  for (const kind of ["", "u", "k"] as const) {
    const filter = TASK_FILTERS.find((known) => `${kind}${known}` === name);
    if (filter !== undefined) return { kind, filter };
  }
  return { kind: "", filter: null };
};

const byWords = (_context: Context, overseer: boolean, words: string): Step<TasksState> => {
  const number = normaliseTaskNumber(words);
  if (number !== null) return { state: null, call: { name: "show-task", input: { number } } };
  const filter = filterOf(words);
  const state: TasksState = { filter: filter ?? "all", page: 1, overseer, unitId: null, keyword: null };
  const named = words === "" || filter !== undefined ? null : cut(words);
  if (!overseer) return list({ ...state, keyword: named }, null);
  return named === null ? { state: null, call: { name: "count-units", input: {} } } : list(state, named);
};

/** Tidied after the cut, so that no half of an emoji is left. */
const cut = (words: string): string => tidyText(words.slice(0, WORDS_LENGTH));

const list = (state: TasksState, unitName: string | null): Step<TasksState> => ({
  state,
  call: {
    name: "list-tasks",
    input: { filter: state.filter, keyword: state.keyword, unitId: state.unitId, unitName },
  },
});

const shown = (
  context: Context,
  state: TasksState | null,
  event: Extract<Event, { kind: "result" }>,
): Step<TasksState> => {
  if (!event.result.ok) return { state: null, say: [say(refusalMessage(event.result.refusal))] };
  switch (event.name) {
    case "list-tasks": {
      const tasks = event.result.value;
      const page = Math.min(state?.page ?? 1, pagesOf(tasks));
      const overseer = state?.overseer === true;
      const name = pageButtonName(tasks, overseer);
      return {
        // An overseer's next page is another page of the same unit; a search's, of the same search.
        state:
          state !== null && (overseer || tasks.keyword !== null)
            ? { ...state, page, unitId: overseer ? tasks.unit.id : null }
            : null,
        say: [say(taskListPage(tasks, page, overseer))],
        next: page < pagesOf(tasks) ? packButton(["tasks", name, page + 1]) : null,
        previous: page > 1 ? packButton(["tasks", name, page - 1]) : null,
        card: null,
      };
    }
    case "count-units":
      return {
        state: null,
        say: [say(officeCounts(event.result.value))],
        next: null,
        previous: null,
        card: null,
      };
    case "show-task": {
      const found = event.result.value;
      if (found.kind === "several") return { state: null, say: [say(severalTasks(found.candidates))] };
      const { card } = found;
      // What is said under a card is a note only for those who write notes.
      const unitId = card.mayNote ? (card.own?.unitId ?? null) : null;
      return unitId === null || context.actor.current?.unit == null
        ? { state: null, say: [say(taskCard(card))], card: null }
        : {
            state: null,
            say: [say(taskCard(card), { kind: "task", taskId: card.taskId, unitId })],
            card: { taskId: card.taskId, unitId, number: card.number },
          };
    }
    default:
      return { state: null };
  }
};
