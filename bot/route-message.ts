import type { Role } from "../api/members/member.ts";
import { PERMISSIONS } from "../api/members/permissions.ts";
import type { MessageSubject } from "../api/outbox/subject.ts";
import { extractMentions } from "../api/progress/extract-mentions.ts";
import { normaliseTaskNumber, splitNotes } from "../api/progress/split-notes.ts";
import { understandNote } from "../api/progress/understand-note.ts";
import type { LocalDate } from "../api/shared/local-date.ts";
import { foldVietnamese } from "../api/shared/normalise-vietnamese.ts";
import type { Conversation } from "./conversation.ts";
import { type Button, packButton, parseButton } from "./dialogues/button.ts";
import { COMMANDS, type Command, type Input, type KeptFile } from "./dialogues/dialogue.ts";
import { filterOf } from "./dialogues/filter-words.ts";
import { notesStateSchema, statedDate } from "./dialogues/notes.ts";
import { type DialogueName, isDialogueName } from "./dialogues/registry.ts";
import { pickByBeginning, pickChoice } from "./pick-choice.ts";
import { recogniseAcknowledgement } from "./recognise-acknowledgement.ts";
import { type Change, recogniseChange } from "./recognise-change.ts";
import { recogniseCommand } from "./recognise-command.ts";
import { recogniseCourtesy } from "./recognise-courtesy.ts";
import { recogniseAnswer, recogniseQuestion } from "./recognise-question.ts";
import { recogniseStop } from "./recognise-stop.ts";

/** What a person did, before anything was made of it. */
export type Received =
  | { readonly kind: "text"; readonly text: string; readonly edited: boolean }
  | { readonly kind: "button"; readonly data: string }
  | { readonly kind: "file"; readonly file: KeptFile; readonly caption: string }
  | { readonly kind: "document"; readonly importId: string; readonly isNew: boolean };

export type Route =
  | { readonly dialogue: DialogueName; readonly input: Input; readonly afresh: boolean }
  /** Words that may be meant for the open card: asked, not guessed. */
  | {
      readonly dialogue: "notes";
      readonly ask: { readonly taskId: string; readonly number: string; readonly text: string };
    }
  /** One sentence that leaves the talk where it was. The choices shown last once more, because the words fit several of them; none: only the sentence is said. */
  | {
      readonly dialogue: "control";
      readonly say: string;
      readonly choices: readonly Conversation["choices"][number][];
    };

export type RoutingFacts = {
  readonly conversation: Conversation;
  readonly role: Role | null;
  readonly today: LocalDate;
  readonly messageKey: string | null;
  /** What the message is about that this one answers. */
  readonly about: MessageSubject | null;
};

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
  cancel: "control",
};

/** Pure: which dialogue hears this, and as what. */
export const routeMessage = (received: Received, facts: RoutingFacts): Route => {
  const { conversation } = facts;
  if (received.kind === "button") return routeButton(received.data, facts);
  if (received.kind === "document") return { dialogue: "documents", input: received, afresh: true };
  if (received.kind === "file")
    return {
      dialogue: "notes",
      input: {
        kind: "file",
        file: received.file,
        caption: received.caption,
        about: facts.about ?? (mentionsOther(received.caption, facts) ? null : cardSubject(conversation)),
      },
      afresh: conversation.dialogue !== "notes",
    };
  const { text } = received;
  if (received.edited && facts.messageKey !== null)
    return { dialogue: "notes", input: { kind: "edited", messageKey: facts.messageKey, text }, afresh: true };

  const seen = routeAcknowledgement(text, facts);
  if (seen !== null) return seen;
  if (dialogueOf(conversation) === "documents" && recogniseStop(text))
    return { dialogue: "documents", input: { kind: "text", text, about: null }, afresh: false };
  // "Hoàn tác" under what was said last is that button, before it is the command of the same words.
  const picked = text.trim().startsWith("/") ? [] : pickChoice(conversation.choices, text);
  const choice = routeChoice(picked, facts);
  if (choice !== null) return choice;
  const talking = lapses(text, facts) ? null : dialogueOf(conversation);
  const command = routedCommand(text, facts, talking);
  if (command !== null)
    return {
      // What was decided on a document stays: that dialogue says so itself.
      dialogue: command.name === "huy" && talking === "documents" ? talking : COMMAND_DIALOGUES[command.name],
      input: { kind: "command", command: command.name, rest: command.rest },
      afresh: true,
    };
  const free = talking === null || talking === "tasks";
  const folded = foldVietnamese(text);
  const turn = TURNS.find(({ words }) => words.test(folded));
  if (turn !== undefined) {
    const offered = conversation.choices.find(({ turns }) => turns === turn.to)?.data ?? null;
    const page = offered ?? (free || awaitsDate(conversation) ? conversation[turn.to] : null);
    if (page !== null) return routeButton(page, facts);
    if (free) return { dialogue: "control", say: turn.none, choices: [] };
    // "Trước" is no unit's name while units are listed.
    if (conversation.choices.some(({ hidden }) => hidden !== true))
      return { dialogue: "control", say: "pages-none", choices: [] };
  }
  const begun = routeChoice(pickByBeginning(conversation.choices, text), facts);
  if (begun !== null) return begun;
  // "quá hạn" names a list as "nhiệm vụ quá hạn" does; under a card "thường xuyên" may be what is reported.
  if (free && conversation.card === null && filterOf(text) !== undefined)
    return { dialogue: "tasks", input: { kind: "command", command: "nhiemvu", rest: text }, afresh: true };
  const change = recogniseChange(text);
  // Under an echo of some time ago these mean its note, not the last one.
  if (facts.about?.kind === "note" && change !== null) {
    const { noteId } = facts.about;
    if (change.kind === "withdraw" && change.number === null)
      return routeButton(packButton(["note-withdraw", noteId]), facts);
    if (change.kind === "correct" && change.words === null)
      return routeButton(packButton(["note-correct", noteId]), facts);
  }
  const withdrawals = conversation.choices.filter(({ data }) => data.startsWith("note-withdraw "));
  const whichOne = change?.kind === "withdraw" && change.number === null && conversation.undo === null;
  if (whichOne && withdrawals.length > 0)
    return { dialogue: "control", say: "note-which-withdraw", choices: withdrawals };
  // The echo that asks for a date still offers "sửa …" and "thu hồi".
  if (change !== null && (free || awaitsDate(conversation))) {
    const changed = routeChange(change, free, facts);
    if (changed !== null) return changed;
  }
  const words: Input = { kind: "text", text, about: facts.about };
  if (!free) return { dialogue: talking, input: words, afresh: false };

  if (facts.about?.kind === "task" || facts.about?.kind === "note")
    return { dialogue: "notes", input: words, afresh: true };
  if (facts.about?.kind === "claim") return { dialogue: "claims", input: words, afresh: true };
  const { lines } = splitNotes(text);
  const [line] = lines;
  if (line?.number != null && lines.length === 1 && asksAbout(line.text, facts))
    return {
      dialogue: "tasks",
      input: { kind: "command", command: "nhiemvu", rest: line.number },
      afresh: true,
    };
  if (lines.some(({ number }) => number !== null)) return { dialogue: "notes", input: words, afresh: true };
  if (/^\d{1,3}$/.test(folded) && normaliseTaskNumber(text) !== null)
    return { dialogue: "tasks", input: { kind: "command", command: "nhiemvu", rest: text }, afresh: true };
  const courtesy = recogniseCourtesy(text);
  if (courtesy !== null) return { dialogue: "control", say: `courtesy-${courtesy}`, choices: [] };
  return routeUnnumbered(text, facts);
};

/** What is dictated of a document may begin as a command does: "Mời đại biểu dự hội nghị". */
const routedCommand = (
  text: string,
  facts: RoutingFacts,
  talking: DialogueName | null,
): ReturnType<typeof recogniseCommand> => {
  const command = recogniseCommand(text, facts, talking !== null && talking !== "tasks");
  const dictated = talking === "documents" && command?.rest !== "" && !text.trim().startsWith("/");
  return dictated ? null : command;
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
    return { dialogue: "tasks", input: { kind: "command", command: "nhiemvu", rest: only }, afresh: true };
  const answer = only === undefined ? recogniseAnswer(text) : null;
  if (answer !== null)
    return {
      dialogue: COMMAND_DIALOGUES[answer],
      input: { kind: "command", command: answer, rest: "" },
      afresh: true,
    };
  const writes = facts.role === null || PERMISSIONS["write-note"].includes(facts.role);
  if (writes && others.some(({ named }) => named))
    return { dialogue: "control", say: "note-which-task", choices: [] };
  if (writes && EVERY_TASK.test(foldVietnamese(text)))
    return { dialogue: "control", say: "note-name-tasks", choices: [] };
  if (card === null || !/[\p{L}\p{N}]/u.test(text)) return { dialogue: "control", input, afresh: true };
  const { state, percent, difficulty } = understandNote(text, { today: facts.today, taskNumber: null });
  const plain = state !== null || percent !== null || difficulty !== null;
  if (plain && others.length === 0 && !recogniseQuestion(text))
    return {
      dialogue: "notes",
      input: { ...input, about: { kind: "task", taskId: card.taskId, unitId: card.unitId } },
      afresh: true,
    };
  // "Để chị hỏi lại đã": the day is still awaited.
  return awaitsDate(facts.conversation)
    ? { dialogue: "control", say: "note-date-awaited", choices: [] }
    : { dialogue: "notes", ask: { taskId: card.taskId, number: card.number, text } };
};

/** Numbers that may be tasks, the open card's aside. */
const othersIn = (text: string, { conversation }: RoutingFacts): ReturnType<typeof extractMentions> =>
  extractMentions(text).filter(({ number }) => number !== conversation.card?.number);

const mentionsOther = (text: string, facts: RoutingFacts): boolean => othersIn(text, facts).length > 0;

/** "2.4 hạn ngày nào?" asks for the task; a note of it would stand for a report. */
const asksAbout = (words: string, { today }: RoutingFacts): boolean => {
  if (!recogniseQuestion(words)) return false;
  const { state, percent, difficulty } = understandNote(words, { today, taskNumber: "" });
  return state === null && percent === null && difficulty === null;
};

/**
 * What a note's dialogue asked is left open by words that do not answer it: they are heard like any others. "Có" and
 * "Không" were picked before.
 */
const lapses = (text: string, { conversation, today }: RoutingFacts): boolean => {
  if (conversation.dialogue !== "notes") return false;
  const awaited = notesStateSchema.safeParse(conversation.state).data;
  return (
    awaited?.at === "asking-card" || (awaited?.at === "awaiting-date" && statedDate(today, text) === null)
  );
};

/** The dialogue under way; null also for one that an older program knew. */
const dialogueOf = ({ dialogue }: Conversation): DialogueName | null =>
  dialogue !== null && isDialogueName(dialogue) ? dialogue : null;

const awaitsDate = ({ dialogue, state }: Conversation): boolean =>
  dialogue === "notes" && notesStateSchema.safeParse(state).data?.at === "awaiting-date";

/** "tiếp" is the word that pages name; the others are what people say. */
const TURNS = [
  { to: "next", none: "pages-no-next", words: /^(?:(?:xem |trang )?tiep(?: theo)?|trang sau|next)\.?$/ },
  {
    to: "previous",
    none: "pages-no-previous",
    words: /^(?:trang )?(?:truoc|quay lai|tro lai|back|previous)\.?$/,
  },
] as const;

/** "thu hồi", "sửa …" after a note; null when there is nothing that the words could be about. */
const routeChange = (change: Change, free: boolean, facts: RoutingFacts): Route | null => {
  const { undo } = facts.conversation;
  const only = (say: string): Route => ({ dialogue: "control", say, choices: [] });
  switch (change.kind) {
    case "mistaken":
      return undo === null ? null : only("note-mistaken");
    case "withdraw":
      if (undo !== null && [null, undo.number.toLowerCase()].includes(change.number))
        return routeButton(`note-withdraw ${undo.noteId}`, facts);
      return free ? only("note-nothing-to-withdraw") : null;
    case "correct":
      if (undo === null) return free && change.words === null ? only("note-nothing-to-correct") : null;
      return change.words === null
        ? routeButton(`note-correct ${undo.noteId}`, facts)
        : routeCorrection(change.words, undo.number);
  }
};

/** "sửa 2.4 …" after a note on 3.1 is about 2.4. */
const routeCorrection = (words: string, undone: string): Route => {
  const { lines } = splitNotes(words);
  const [only] = lines.filter(({ number }) => number !== null);
  const ofUndone = only?.number?.toLowerCase() === undone.toLowerCase() && lines.length === 1;
  return only === undefined || ofUndone
    ? {
        dialogue: "corrections",
        input: { kind: "text", text: only === undefined ? words : only.text, about: null },
        afresh: true,
      }
    : { dialogue: "notes", input: { kind: "text", text: words, about: null }, afresh: true };
};

/** "Đã nhận" under a task or a notice of a catalogue, or with a number; in another dialogue the words are an answer to that. */
const routeAcknowledgement = (text: string, { conversation, about }: RoutingFacts): Route | null => {
  const talking = dialogueOf(conversation);
  const numbers = talking === null || talking === "tasks" ? recogniseAcknowledgement(text) : null;
  if (numbers === null) return null;
  if (numbers.length === 0 && about?.kind === "catalogue")
    return {
      dialogue: "acknowledgements",
      input: {
        kind: "catalogue-received",
        catalogueId: about.catalogueId,
        unitId: about.unitId,
        quiet: false,
      },
      afresh: true,
    };
  const subject = about ?? cardSubject(conversation);
  const tasks =
    numbers.length > 0
      ? numbers.map((number) => ({ number }))
      : subject?.kind === "task" || subject?.kind === "note"
        ? [{ taskId: subject.taskId }]
        : [];
  return tasks.length === 0
    ? null
    : { dialogue: "acknowledgements", input: { kind: "received", tasks, quiet: false }, afresh: true };
};

const cardSubject = ({ card }: Conversation): MessageSubject | null =>
  card === null ? null : { kind: "task", taskId: card.taskId, unitId: card.unitId };

const routeButton = (data: string, { conversation }: RoutingFacts): Route => {
  const button = parseButton(data);
  if (button === null)
    return { dialogue: "control", input: { kind: "button", button: ["answer", "unknown"] }, afresh: true };
  if (button[0] === "command") {
    const name = COMMANDS.find((known) => known === button[1]);
    return name === undefined
      ? { dialogue: "control", input: { kind: "button", button }, afresh: true }
      : {
          dialogue: COMMAND_DIALOGUES[name],
          input: { kind: "command", command: name, rest: "" },
          afresh: true,
        };
  }
  const dialogue = BUTTON_DIALOGUES[button[0]] ?? dialogueOf(conversation) ?? "control";
  return { dialogue, input: { kind: "button", button }, afresh: dialogue !== conversation.dialogue };
};

/** What answers what was asked last; where several choices fit the words, those are asked about. */
const routeChoice = (
  picked: readonly Conversation["choices"][number][],
  facts: RoutingFacts,
): Route | null => {
  const [only, ...others] = picked;
  if (only === undefined) return null;
  return others.length === 0
    ? routeButton(only.data, facts)
    : { dialogue: "control", say: "choice-which", choices: picked };
};
