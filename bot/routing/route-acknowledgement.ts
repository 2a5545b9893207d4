import { recogniseAcknowledgement } from "../recognise-acknowledgement.ts";
import { cardSubject, dialogueOf } from "./current-talk.ts";
import { type HeardRoute, hearAfresh, type RoutingFacts } from "./route.ts";

/** "Đã nhận" under a task or a notice of a catalogue, or with a number; in another dialogue the words are an answer to that. */
export const routeAcknowledgement = (
  text: string,
  { conversation, about }: RoutingFacts,
): HeardRoute | null => {
  const talking = dialogueOf(conversation);
  const numbers = talking === null || talking === "tasks" ? recogniseAcknowledgement(text) : null;
  if (numbers === null) return null;
  if (numbers.length === 0 && about?.kind === "catalogue")
    return hearAfresh("acknowledgements", {
      kind: "catalogue-received",
      catalogueId: about.catalogueId,
      unitId: about.unitId,
      quiet: false,
    });
  const subject = about ?? cardSubject(conversation);
  const tasks =
    numbers.length > 0
      ? numbers.map((number) => ({ number }))
      : subject?.kind === "task" || subject?.kind === "note"
        ? [{ taskId: subject.taskId }]
        : [];
  return tasks.length === 0
    ? null
    : hearAfresh("acknowledgements", { kind: "received", tasks, quiet: false });
};
