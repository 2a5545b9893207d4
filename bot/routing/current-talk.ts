import type { MessageSubject } from "../../api/outbox/subject.ts";
import type { Conversation } from "../conversation.ts";
import { notesStateSchema, statedDate } from "../dialogues/notes.ts";
import { type DialogueName, isDialogueName } from "../dialogues/registry.ts";
import type { RoutingFacts } from "./route.ts";

/** The dialogue under way; null also for one that an older program knew. */
export const dialogueOf = ({ dialogue }: Conversation): DialogueName | null =>
  dialogue !== null && isDialogueName(dialogue) ? dialogue : null;

/** The echo of a note asked on which day the task was completed. */
export const awaitsDate = ({ dialogue, state }: Conversation): boolean =>
  dialogue === "notes" && notesStateSchema.safeParse(state).data?.at === "awaiting-date";

/**
 * What a note's dialogue asked is left open by words that do not answer it: they are heard like any others. "Có" and
 * "Không" were picked before.
 */
export const lapses = (text: string, { conversation, today }: RoutingFacts): boolean => {
  if (conversation.dialogue !== "notes") return false;
  const awaited = notesStateSchema.safeParse(conversation.state).data;
  return (
    awaited?.at === "asking-card" || (awaited?.at === "awaiting-date" && statedDate(today, text) === null)
  );
};

/** The task whose card is open, as what a message is about. */
export const cardSubject = ({ card }: Conversation): MessageSubject | null =>
  card === null ? null : { kind: "task", taskId: card.taskId, unitId: card.unitId };
