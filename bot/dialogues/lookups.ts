import { may } from "../../api/members/permissions.ts";
import { openDrafts } from "../messages/document-draft.ts";
import { documentList } from "../messages/document-list.ts";
import { howToLoad } from "../messages/document-sending.ts";
import { dueDateList } from "../messages/due-date-list.ts";
import { refusalMessage } from "../messages/lines.ts";
import { searchResult } from "../messages/search-result.ts";
import { type Dialogue, say } from "./dialogue.ts";

/** `/lich`, `/tim`, `/vanban`: asked and answered at once, nothing is kept. Who loads catalogues sees the drafts too. */
export const lookupsDialogue: Dialogue<never> = (context, _state, event) => {
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
      return may(context.actor, "load-catalogue")
        ? {
            state: null,
            say: [say(documentList(event.result.value, howToLoad(context)))],
            call: { name: "list-imports", input: {} },
          }
        : { state: null, say: [say(documentList(event.result.value))] };
    case "list-imports": {
      const open = event.result.value.filter(({ state }) => state === "open");
      return { state: null, say: open.length === 0 ? [] : [say(openDrafts(open))] };
    }
    case "search-tasks":
      return { state: null, say: [say(searchResult(event.result.value))] };
    default:
      return { state: null };
  }
};
