import { PERMISSIONS } from "../../api/members/permissions.ts";
import { extractMentions } from "../../api/progress/extract-mentions.ts";
import { normaliseTaskNumber, splitNotes } from "../../api/progress/split-notes.ts";
import { understandNote } from "../../api/progress/understand-note.ts";
import { foldVietnamese } from "../../api/shared/normalise-vietnamese.ts";
import type { Input } from "../dialogues/dialogue.ts";
import { recogniseCourtesy } from "../recognise-courtesy.ts";
import { recogniseAnswer, recogniseQuestion } from "../recognise-question.ts";
import { awaitsDate } from "./current-talk.ts";
import { hearAfresh, type Route, type RoutingFacts, say } from "./route.ts";
import { routeCommand } from "./route-command.ts";

/** Words that no dialogue waits for: about the message that they answer, about the tasks that they number, or neither. */
export const routeWords = (text: string, facts: RoutingFacts): Route => {
  const words: Input = { kind: "text", text, about: facts.about };
  if (facts.about?.kind === "task" || facts.about?.kind === "note") return hearAfresh("notes", words);
  if (facts.about?.kind === "claim") return hearAfresh("claims", words);
  const { lines } = splitNotes(text);
  const [line] = lines;
  if (line?.number != null && lines.length === 1 && asksAbout(line.text, facts))
    return routeCommand("nhiemvu", line.number);
  if (lines.some(({ number }) => number !== null)) return hearAfresh("notes", words);
  if (/^\d{1,3}$/.test(foldVietnamese(text)) && normaliseTaskNumber(text) !== null)
    return routeCommand("nhiemvu", text);
  const courtesy = recogniseCourtesy(text);
  return courtesy === null ? routeUnnumbered(text, facts) : say(`courtesy-${courtesy}`);
};

/** "Các mục còn lại không phát sinh", "tất cả đã xong": of one task this must not be recorded. */
const EVERY_TASK =
  /(?:^|[ ,.])(?:(?:tat ca|toan bo|het|cac|nhung) (?:cac |nhung )?(?:muc|nhiem vu|dau viec)|(?:viec|muc) con lai)(?: |$|[.,!])|^(?:tat ca|toan bo) (?:deu )?(?:khong|ko|k|chua|da|dang|xong|hoan thanh|giu nguyen)(?: |$)/;

/** Words without a number at their head: for the open card where they plainly are, else asked about. */
const routeUnnumbered = (text: string, facts: RoutingFacts): Route => {
  const { card } = facts.conversation;
  const input = { kind: "text", text, about: null } as const;
  const others = othersIn(text, facts);
  const [only] = new Set(others.map(({ number }) => number));
  if (only !== undefined && others.length === 1 && recogniseQuestion(text))
    return routeCommand("nhiemvu", only);
  const answer = only === undefined ? recogniseAnswer(text) : null;
  if (answer !== null) return routeCommand(answer, "");
  const writes = facts.role === null || PERMISSIONS["write-note"].includes(facts.role);
  if (writes && others.some(({ named }) => named)) return say("note-which-task");
  if (writes && EVERY_TASK.test(foldVietnamese(text))) return say("note-name-tasks");
  if (card === null || !/[\p{L}\p{N}]/u.test(text)) return hearAfresh("control", input);
  const { state, percent, difficulty } = understandNote(text, { today: facts.today, taskNumber: null });
  const plain = state !== null || percent !== null || difficulty !== null;
  if (plain && others.length === 0 && !recogniseQuestion(text))
    return hearAfresh("notes", {
      ...input,
      about: { kind: "task", taskId: card.taskId, unitId: card.unitId },
    });
  // "Để chị hỏi lại đã": the day is still awaited.
  return awaitsDate(facts.conversation)
    ? say("note-date-awaited")
    : { dialogue: "notes", ask: { taskId: card.taskId, number: card.number, text } };
};

/** Numbers that may be tasks, the open card's aside. */
const othersIn = (text: string, { conversation }: RoutingFacts): ReturnType<typeof extractMentions> =>
  extractMentions(text).filter(({ number }) => number !== conversation.card?.number);

/** Whether a number may be another task than the open card's. */
export const mentionsOther = (text: string, facts: RoutingFacts): boolean => othersIn(text, facts).length > 0;

/** "2.4 hạn ngày nào?" asks for the task; a note of it would stand for a report. */
const asksAbout = (words: string, { today }: RoutingFacts): boolean => {
  if (!recogniseQuestion(words)) return false;
  const { state, percent, difficulty } = understandNote(words, { today, taskNumber: "" });
  return state === null && percent === null && difficulty === null;
};
