import type { Message, MessageArgument, MessageLine } from "../../api/outbox/message.ts";
import { detectCompletionWords } from "../../api/progress/detect-completion-words.ts";
import { EVIDENCE_WORDS } from "../../api/progress/note.ts";
import type { RecordedNote } from "../../api/progress/recorded-note.ts";
import type { WithdrawnNote } from "../../api/progress/withdraw-progress-update.ts";
import { excerpt } from "./excerpt.ts";
import { buttonOnly, choice, detail, grave, heading, joined, line, message } from "./lines.ts";

const ECHO_EXCERPT = 500;
const NAME_EXCERPT = 60;
const BUTTONS_SHOWN = 8;

/** What was recorded and how it was understood, with the way back. */
export const noteEcho = (note: RecordedNote): Message =>
  message(
    [echoLines(note, ECHO_EXCERPT), afterLines(note)],
    [
      [
        buttonOnly(choice(["note-correct", note.noteId], "choice-correct")),
        grave(buttonOnly(choice(["note-withdraw", note.noteId], "choice-withdraw"))),
      ],
    ],
  );

/** Several notes of one message: one line each; which of them stood already, and which were refused. */
export const notesEcho = (notes: readonly RecordedNote[], refused: readonly MessageLine[]): Message =>
  message(
    [
      notes.some(isNew) ? [heading("echo-several", { count: notes.filter(isNew).length })] : [],
      ...notes.map((note) => [
        heading("task-line", { number: note.task.number, title: note.task.title }),
        ...standingLines(note),
        ...wordsLines(note, 120),
        ...(note.claim?.asksForDate ? [line("echo-ask-date-by-number", { number: note.task.number })] : []),
      ]),
      refused,
      notes.slice(0, 1).map(({ task }) => line("echo-several-hint", { number: task.number })),
    ],
    [
      notes.map((note, index) => ({
        ...choice(["note-withdraw", note.noteId], "choice-withdraw-number", { number: note.task.number }),
        shown: index < BUTTONS_SHOWN ? ("with-buttons" as const) : ("in-words" as const),
      })),
    ],
  );

export const withdrawnEcho = (note: WithdrawnNote): Message =>
  message([
    [
      heading("echo-withdrawn", { number: note.task.number, title: note.task.title }),
      line("echo-quote", { text: excerpt(note.text, 200) }),
    ],
  ]);

const echoLines = (note: RecordedNote, length: number): MessageLine[] => {
  const task = { number: note.task.number, title: note.task.title };
  // Whoever sends photo after photo is told of each, not that the house's words for it stood already.
  if (isEvidenceAlone(note)) return [heading("echo-evidence", { ...task, names: namesOf(note) })];
  if (!isNew(note)) return [heading("task-line", task), ...standingLines(note), ...wordsLines(note, length)];
  return [heading(note.corrected ? "echo-corrected" : "echo-recorded", task), ...wordsLines(note, length)];
};

const isNew = ({ standsSince }: RecordedNote): boolean => standsSince === null;

/** A file that came without words. */
const isEvidenceAlone = ({ files, understood }: RecordedNote): boolean =>
  files.length > 0 && understood.text === EVIDENCE_WORDS;

const namesOf = ({ files }: RecordedNote): MessageArgument => ({
  list: files.map((name) => excerpt(name, NAME_EXCERPT)),
});

/** What became of words that stood already. */
const standingLines = (note: RecordedNote): MessageLine[] => [
  ...(note.standsSince === null || isEvidenceAlone(note)
    ? []
    : [line("echo-stands-since", { at: note.standsSince })]),
  ...(note.files.length > 0 && !isNew(note) ? [line("echo-evidence-added", { names: namesOf(note) })] : []),
];

const wordsLines = (note: RecordedNote, length: number): MessageLine[] => [
  ...understoodLine(note),
  detail("echo-quote", { text: excerpt(note.understood.text, length) }),
  ...(detectCompletionWords(note.understood)
    ? [detail("echo-not-completed", { number: note.task.number })]
    : []),
];

const understoodLine = (note: RecordedNote): MessageLine[] => {
  const { understood, claim } = note;
  const facts: MessageArgument[] = [
    ...(claim !== null
      ? [
          {
            term: `echo-completed-${claim.timeliness.replaceAll("_", "-")}`,
            args: { on: { date: claim.completedOn } },
          } as const,
        ]
      : understood.state !== null
        ? [{ term: `note-state-${understood.state.replaceAll("_", "-")}` } as const]
        : []),
    ...(understood.percent !== null
      ? [{ term: "echo-percent", args: { percent: understood.percent } } as const]
      : []),
    ...(understood.documentReference !== null
      ? [{ term: "echo-document", args: { number: understood.documentReference.number } } as const]
      : []),
    ...understood.figures.slice(0, 5).map((figure) => figure.text),
    ...(understood.difficulty !== null
      ? [{ term: "echo-difficulty", args: { text: excerpt(understood.difficulty, 120) } } as const]
      : []),
    ...(note.files.length > 0 && isNew(note)
      ? [{ term: "echo-files", args: { count: note.files.length } } as const]
      : []),
  ];
  return facts.length === 0 ? [] : [detail("echo-understood", { facts: joined(facts) })];
};

const askForDate = (note: RecordedNote): MessageLine => line("echo-ask-date", { number: note.task.number });

const afterLines = (note: RecordedNote): MessageLine[] => [
  ...(note.claim?.asksForDate ? [askForDate(note)] : []),
  ...(note.claim !== null ? [line(`echo-waits-for-${note.claim.confirmedBy}`)] : []),
  line("echo-hint"),
];
