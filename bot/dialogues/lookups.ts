import { documentList } from "../messages/document-list.ts";
import { dueDateList } from "../messages/due-date-list.ts";
import { refusalMessage } from "../messages/lines.ts";
import { searchResult } from "../messages/search-result.ts";
import { type Dialogue, say } from "./dialogue.ts";

/** `/lich`, `/tim`, `/vanban`: asked and answered at once, nothing is kept. */
export const lookupsDialogue: Dialogue<never> = (_context, _state, event) => {
  if (event.kind === "input") {
    const { input } = event;
    if (input.kind !== "command") return { state: null };
    if (input.command === "lich") return { state: null, call: { name: "list-due-dates", input: {} } };
    if (input.command === "vanban") return { state: null, call: { name: "list-documents", input: {} } };
    return { state: null, call: { name: "search-tasks", input: { query: input.rest } } };
  }
  if (!event.result.ok) return { state: null, say: [say(refusalMessage(event.result.refusal))] };
  switch (event.name) {
    case "list-due-dates":
      return { state: null, say: [say(dueDateList(event.result.value))] };
    case "list-documents":
      return { state: null, say: [say(documentList(event.result.value))] };
    case "search-tasks":
      return { state: null, say: [say(searchResult(event.result.value))] };
    default:
      return { state: null };
  }
};
