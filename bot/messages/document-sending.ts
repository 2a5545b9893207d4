import type { Message, MessageLine } from "../../api/outbox/message.ts";
import type { Refusal } from "../../api/shared/result.ts";
import type { Context } from "../dialogues/dialogue.ts";
import { channelTerm, line, message, oneLine } from "./lines.ts";

type Sending = Pick<Context, "filesElsewhere" | "webAddress">;

/** Where a document can be sent from a chat that does not take it; nothing where this one does. */
const elsewhere = ({ filesElsewhere, webAddress }: Sending): readonly MessageLine[] => {
  if (filesElsewhere == null) return [];
  const channels = { list: filesElsewhere.map(channelTerm) };
  return [
    webAddress == null
      ? line("draft-send-elsewhere", { channels })
      : line("draft-send-elsewhere-web", { channels, url: webAddress }),
  ];
};

/** How a new document is brought in. */
export const howToLoad = (context: Sending): readonly MessageLine[] => {
  const there = elsewhere(context);
  return there.length > 0 ? there : [line("draft-how-to-send")];
};

/** A file that could not be read, and where another goes. */
export const documentRefused = (
  context: Sending,
  { code, args }: { readonly code: string; readonly args: Refusal["args"] },
): Message => message([[line(`refusal-${code.replaceAll("_", "-")}`, args)], elsewhere(context)]);

/** The messenger kept back what somebody sent who may load documents. */
export const sendDocumentElsewhere = (context: Sending): Message => {
  const there = elsewhere(context);
  return there.length > 0 ? message([there]) : oneLine("please-write");
};
