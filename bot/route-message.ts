import { filterOf } from "./dialogues/filter-words.ts";
import { pickByBeginning, pickChoice } from "./pick-choice.ts";
import { recogniseStop } from "./recognise-stop.ts";
import { cardSubject, dialogueOf, lapses } from "./routing/current-talk.ts";
import { hearAfresh, type Received, type Route, type RoutingFacts } from "./routing/route.ts";
import { routeAcknowledgement } from "./routing/route-acknowledgement.ts";
import { routeButton, routeChoice } from "./routing/route-button.ts";
import { routeChange } from "./routing/route-change.ts";
import { routeCommand, routeTypedCommand } from "./routing/route-command.ts";
import { routeTurn } from "./routing/route-turn.ts";
import { mentionsOther, routeWords } from "./routing/route-words.ts";

/** Pure: which dialogue hears this, and as what. */
export const routeMessage = (received: Received, facts: RoutingFacts): Route => {
  const { conversation, messageKey } = facts;
  switch (received.kind) {
    case "button":
      return routeButton(received.data, facts);
    case "document":
      return hearAfresh("documents", received);
    case "file": {
      const { file, caption } = received;
      const about = facts.about ?? (mentionsOther(caption, facts) ? null : cardSubject(conversation));
      return {
        dialogue: "notes",
        input: { kind: "file", file, caption, about },
        afresh: conversation.dialogue !== "notes",
      };
    }
    case "text":
      return received.edited && messageKey !== null
        ? hearAfresh("notes", { kind: "edited", messageKey, text: received.text })
        : routeText(received.text, facts);
  }
};

/** The first reading that fits: each leaves to the next what it does not know. */
const routeText = (text: string, facts: RoutingFacts): Route => {
  const { conversation } = facts;
  const talking = lapses(text, facts) ? null : dialogueOf(conversation);
  const free = talking === null || talking === "tasks";
  return (
    routeAcknowledgement(text, facts) ??
    routeStop(text, facts) ??
    // "Hoàn tác" under what was said last is that button, before it is the command of the same words.
    routePick(text, facts) ??
    routeTypedCommand(text, facts, talking) ??
    routeTurn(text, free, facts) ??
    routeChoice(pickByBeginning(conversation.choices, text), facts) ??
    routeFilter(text, free, facts) ??
    routeChange(text, free, facts) ??
    (free
      ? routeWords(text, facts)
      : { dialogue: talking, input: { kind: "text", text, about: facts.about }, afresh: false })
  );
};

/** "Dừng lại" in the middle of a document's doubts. */
const routeStop = (text: string, { conversation }: RoutingFacts): Route | null =>
  dialogueOf(conversation) === "documents" && recogniseStop(text)
    ? { dialogue: "documents", input: { kind: "text", text, about: null }, afresh: false }
    : null;

const routePick = (text: string, facts: RoutingFacts): Route | null =>
  text.trim().startsWith("/") ? null : routeChoice(pickChoice(facts.conversation.choices, text), facts);

/** "quá hạn" names a list as "nhiệm vụ quá hạn" does; under a card "thường xuyên" may be what is reported. */
const routeFilter = (text: string, free: boolean, { conversation }: RoutingFacts): Route | null =>
  free && conversation.card === null && filterOf(text) !== undefined ? routeCommand("nhiemvu", text) : null;
