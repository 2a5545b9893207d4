import type { LinkedChat } from "../../api/members/link-chat.ts";
import { PERMISSIONS } from "../../api/members/permissions.ts";
import { placeName } from "../../api/organizations/place-name.ts";
import type { Message } from "../../api/outbox/message.ts";
import type { Result } from "../../api/shared/result.ts";
import { buttonOnly, choice, heading, line, message, oneLine, refusalMessage } from "./lines.ts";

/** What somebody hears whom no organization knows: how to get a code, and nothing else. */
export const strangerAnswer = (): Message => oneLine("stranger");

/** A group's members may sit in other units: one unit's tasks and notes are for its own chat. */
export const groupOnly = (): Message => oneLine("group-only");

export const linkGreeting = (linked: Result<LinkedChat>): readonly Message[] => {
  if (!linked.ok) return [refusalMessage(linked.refusal)];
  const { organizationName, memberName, posts, already } = linked.value;
  return [
    message(
      [
        [
          heading(already ? "linked-already" : "linked", { place: placeName(organizationName) }),
          ...(memberName === null ? [] : [line("linked-greeting", { name: memberName })]),
          ...posts.map(({ role, unit }) =>
            unit === null
              ? line("help-post", { role: { term: `role-${role}` } })
              : line("help-post-unit", { role: { term: `role-${role}` }, unit: unit.name }),
          ),
        ],
        [line("help-what-it-is"), line("help-privacy")],
        [
          line("linked-begin"),
          ...(posts.some(({ role }) => PERMISSIONS["write-note"].includes(role))
            ? [line("linked-begin-note")]
            : []),
        ],
      ],
      [
        [
          buttonOnly(choice(["command", "nhiemvu"], "choice-tasks")),
          buttonOnly(choice(["command", "trogiup"], "choice-help")),
        ],
      ],
    ),
  ];
};
