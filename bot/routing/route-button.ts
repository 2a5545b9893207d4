import type { Conversation } from "../conversation.ts";
import { type Button, parseButton } from "../dialogues/button.ts";
import { COMMANDS } from "../dialogues/dialogue.ts";
import type { DialogueName } from "../dialogues/registry.ts";
import { dialogueOf } from "./current-talk.ts";
import { type HeardRoute, hearAfresh, type Route, type RoutingFacts, say } from "./route.ts";
import { routeCommand } from "./route-command.ts";

const BUTTON_DIALOGUES: Readonly<Record<Button[0], DialogueName | null>> = {
  command: null,
  tasks: "tasks",
  "unit-tasks": "tasks",
  task: "tasks",
  "task-note": "notes",
  "task-seen": "notes",
  "note-for": "notes",
  "nothing-new": "notes",
  "note-correct": "notes",
  "note-withdraw": "notes",
  "claim-confirm": "claims",
  "claim-return": "claims",
  post: "settings",
  setting: "settings",
  /** An answer belongs to the dialogue that asked. */
  answer: null,
  pick: null,
  "hand-over": "hand-over",
  unlead: "assign",
  uncoordinate: "assign",
  "confirm-group": "assign",
  revoke: "settings",
  "own-data": "own-data",
  "catalogue-seen": "acknowledgements",
  import: "documents",
  "import-amends": "documents",
  "import-publish": "documents",
  "import-doubt": "documents",
  feed: "lookups",
  "feed-revoke": "lookups",
  cancel: "control",
};

/** What a pressed button asks for; data that no button of ours carries is answered as such. */
export const routeButton = (data: string, { conversation }: RoutingFacts): HeardRoute => {
  const button = parseButton(data);
  if (button === null) return hearAfresh("control", { kind: "button", button: ["answer", "unknown"] });
  if (button[0] === "command") {
    const name = COMMANDS.find((known) => known === button[1]);
    return name === undefined ? hearAfresh("control", { kind: "button", button }) : routeCommand(name, "");
  }
  const dialogue = BUTTON_DIALOGUES[button[0]] ?? dialogueOf(conversation) ?? "control";
  return { dialogue, input: { kind: "button", button }, afresh: dialogue !== conversation.dialogue };
};

/** What answers what was asked last; where several choices fit the words, those are asked about. */
export const routeChoice = (
  picked: readonly Conversation["choices"][number][],
  facts: RoutingFacts,
): Route | null => {
  const [only, ...others] = picked;
  if (only === undefined) return null;
  return others.length === 0 ? routeButton(only.data, facts) : say("choice-which", picked);
};
