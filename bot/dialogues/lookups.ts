import { may } from "../../api/members/permissions.ts";
import { feedList, feedMade } from "../messages/calendar-feed.ts";
import { openDrafts } from "../messages/document-draft.ts";
import { documentList } from "../messages/document-list.ts";
import { howToLoad } from "../messages/document-sending.ts";
import { dueDateList } from "../messages/due-date-list.ts";
import { oneLine, refusalMessage } from "../messages/lines.ts";
import { searchResult } from "../messages/search-result.ts";
import type { Button } from "./button.ts";
import { type Dialogue, type Step, say } from "./dialogue.ts";

/** A calendar address: looked for before another is made. */
const fromButton = (button: Button): Step<never> => {
  if (button[0] === "feed-revoke")
    return { state: null, call: { name: "revoke-feed", input: { feedId: button[1] } } };
  if (button[0] !== "feed") return { state: null };
  return button[1] === "new"
    ? { state: null, call: { name: "create-feed", input: {} } }
    : { state: null, call: { name: "list-feeds", input: { of: "own" } } };
};

/** `/lich`, `/tim`, `/vanban`: asked and answered at once, nothing is kept. Who loads catalogues sees the drafts too. */
export const lookupsDialogue: Dialogue<never> = (context, _state, event) => {
  if (event.kind === "input") {
    const { input } = event;
    if (input.kind === "button") return fromButton(input.button);
    if (input.kind !== "command") return { state: null };
    if (input.command === "lich") return { state: null, call: { name: "list-due-dates", input: {} } };
    if (input.command === "vanban") return { state: null, call: { name: "list-documents", input: {} } };
    return { state: null, call: { name: "search-tasks", input: { query: input.rest } } };
  }
  if (!event.result.ok) return { state: null, say: [say(refusalMessage(event.result.refusal))] };
  switch (event.name) {
    case "list-due-dates":
      return { state: null, say: [say(dueDateList(event.result.value, context.pages != null))] };
    case "list-feeds": {
      const { items } = event.result.value;
      return items.length === 0
        ? { state: null, call: { name: "create-feed", input: {} } }
        : { state: null, say: [say(feedList(items, context.organization.timeZone))] };
    }
    case "create-feed":
      return { state: null, say: [say(feedMade(event.result.value, context.pages ?? ""))] };
    case "revoke-feed":
      return { state: null, say: [say(oneLine("calendar-feed-revoked"))] };
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
