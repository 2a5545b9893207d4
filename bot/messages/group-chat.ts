import type { GroupOutcome } from "../../api/conversations/talk.ts";
import { placeName } from "../../api/organizations/place-name.ts";
import type { Message } from "../../api/outbox/message.ts";
import { heading, line, message, oneLine, refusalMessage } from "./lines.ts";

/** What a group hears when somebody asked to connect or disconnect it. */
export const groupAnswer = ({ kind, result }: GroupOutcome): Message => {
  if (!result.ok) {
    const { code } = result.refusal;
    return code === "not_linked" || code === "not_allowed"
      ? oneLine("group-admin-only")
      : refusalMessage(result.refusal);
  }
  const place = placeName(result.value.organizationName);
  if (kind === "disconnect") return oneLine("group-disconnected", { place });
  const { already, summaryOn, summaryAt } = result.value;
  const next = line("group-next-summary", { time: summaryAt, on: { date: summaryOn } });
  return already
    ? message([[heading("group-connected-already", { place }), next]])
    : message([
        [heading("group-connected", { place }), line("help-what-it-is")],
        [line("group-what-comes"), next],
        [line("group-only-summary"), line("group-how-to-end")],
      ]);
};
