import type { Command } from "../dialogues/dialogue.ts";
import type { DialogueName } from "../dialogues/registry.ts";
import { recogniseCommand } from "../recognise-command.ts";
import { type HeardRoute, hearAfresh, type RoutingFacts } from "./route.ts";

const COMMAND_DIALOGUES: Readonly<Record<Command, DialogueName>> = {
  start: "control",
  trogiup: "control",
  huy: "control",
  hoantac: "control",
  ketnoi: "control",
  ngatketnoi: "control",
  nhiemvu: "tasks",
  lich: "lookups",
  tim: "lookups",
  vanban: "lookups",
  duyet: "claims",
  moi: "invite",
  bangiao: "hand-over",
  phancong: "assign",
  caidat: "settings",
  dulieucuatoi: "own-data",
};

/** The command as if it had been typed with those words behind it. */
export const routeCommand = (command: Command, rest: string): HeardRoute =>
  hearAfresh(COMMAND_DIALOGUES[command], { kind: "command", command, rest });

/** A command in words; null where there is none. `talking` is the dialogue under way. */
export const routeTypedCommand = (
  text: string,
  facts: RoutingFacts,
  talking: DialogueName | null,
): HeardRoute | null => {
  const command = recogniseCommand(text, facts, talking !== null && talking !== "tasks");
  if (command === null) return null;
  // What is dictated of a document may begin as a command does: "Mời đại biểu dự hội nghị".
  if (talking === "documents" && command.rest !== "" && !text.trim().startsWith("/")) return null;
  const route = routeCommand(command.name, command.rest);
  // What was decided on a document stays: that dialogue says so itself.
  return command.name === "huy" && talking === "documents" ? { ...route, dialogue: talking } : route;
};
