import { may } from "../../api/members/permissions.ts";
import { placeName } from "../../api/organizations/place-name.ts";
import type { Message } from "../../api/outbox/message.ts";
import { COMMAND_MENU } from "../command-menu.ts";
import type { Command, Context } from "../dialogues/dialogue.ts";
import { buttonOnly, choice, heading, line, message } from "./lines.ts";

/** Some commands do more for some posts. */
const commandKey = ({ actor }: Context, command: Command): string => {
  if (command === "nhiemvu" && may(actor, "see-all-tasks")) return "help-command-nhiemvu-office";
  if (command === "vanban" && may(actor, "load-catalogue")) return "help-command-vanban-loading";
  return `help-command-${command}`;
};

/** Help for the post the chat speaks for; also the answer to what nobody understood, and to no command of ours. */
export const helpMessage = (
  context: Context,
  because: "help" | "welcome" | "not-understood",
  unknown: string | null = null,
): Message => {
  const { current } = context.actor;
  const writes = may(context.actor, "write-note");
  const commands = COMMAND_MENU.filter(({ roles }) => current !== null && roles.includes(current.role));
  const place = placeName(context.organization.name);
  if (because === "not-understood")
    return message(
      [[line("not-understood"), line(writes ? "not-understood-hint-unit" : "not-understood-hint")]],
      [
        [
          buttonOnly(choice(["command", "nhiemvu"], "choice-tasks")),
          buttonOnly(choice(["command", "trogiup"], "choice-help")),
        ],
      ],
    );
  return message(
    [
      [
        unknown === null
          ? heading(because === "welcome" ? "help-welcome" : "help-title", { place })
          : heading("help-unknown", { command: unknown }),
        line("help-what-it-is"),
        current === null
          ? line("help-no-post")
          : current.unit === null
            ? line("help-post", { role: { term: `role-${current.role}` } })
            : line("help-post-unit", { role: { term: `role-${current.role}` }, unit: current.unit.name }),
      ],
      commands.map(({ command }) => line(commandKey(context, command))),
      writes ? [line("help-notes")] : [],
      [line("help-privacy")],
    ],
    [
      [
        buttonOnly(choice(["command", "nhiemvu"], "choice-tasks")),
        buttonOnly(choice(["command", "lich"], "choice-calendar")),
      ],
    ],
  );
};
