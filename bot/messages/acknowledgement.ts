import type { Message, MessageLine } from "../../api/outbox/message.ts";
import type { AcknowledgedCatalogue } from "../../api/progress/acknowledge-catalogue.ts";
import { choice, line, message, oneLine } from "./lines.ts";

/** Which tasks the unit has received now, which before, and what could not be recorded. */
export const acknowledged = (
  done: readonly string[],
  before: readonly string[],
  refused: readonly MessageLine[],
): Message =>
  message([
    [
      ...(done.length > 0 ? [line("task-acknowledged", { number: { list: done } })] : []),
      ...(before.length > 0 ? [line("task-acknowledged-before", { number: { list: before } })] : []),
      ...refused,
    ],
  ]);

/** All that a unit leads in a catalogue, in one sentence. */
export const catalogueAcknowledged = ({ document, done, before }: AcknowledgedCatalogue): Message => {
  const { kind, number } = document;
  const name = {
    term: number === null ? "document-name-unnumbered" : "document-name",
    args: { kind: { term: `document-kind-${kind}` }, number: number ?? "" },
  };
  if (done > 0) return oneLine("catalogue-acknowledged", { document: name, done, before });
  return before > 0
    ? oneLine("catalogue-acknowledged-before", { document: name, count: before })
    : oneLine("catalogue-acknowledged-none", { document: name });
};

/** The same number in two catalogues: the person says which task was received. */
export const askWhichReceived = (
  candidates: readonly { readonly taskId: string; readonly title: string; readonly document: string }[],
): Message =>
  message(
    [[line("several-which")]],
    candidates.map(({ taskId, title, document }) => [
      choice(["task-seen", taskId], "several-one", { title, document }),
    ]),
  );
