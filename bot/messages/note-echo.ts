import type { Message, MessageArgument, MessageLine } from "../../api/outbox/message.ts";
import type { RecordedNote } from "../../api/progress/recorded-note.ts";
import type { WithdrawnNote } from "../../api/progress/withdraw-progress-update.ts";
import { excerpt } from "./excerpt.ts";
import { choice, heading, joined, line, message } from "./lines.ts";

const ECHO_EXCERPT = 500;

/** What was recorded and how it was understood, with the way back. */
export const noteEcho = (note: RecordedNote): Message =>
  message(
    [echoLines(note, ECHO_EXCERPT), afterLines(note)],
    [
      [
        choice(["note-correct", note.noteId], "choice-correct"),
        choice(["note-withdraw", note.noteId], "choice-withdraw"),
      ],
    ],
  );

/** Several notes of one message: one line each, refused ones said beside. */
export const notesEcho = (notes: readonly RecordedNote[], refused: readonly MessageLine[]): Message =>
  message(
    [
      notes.length > 0 ? [heading("echo-several", { count: notes.length })] : [],
      ...notes.map((note) => [
        heading("task-line", { number: note.task.number, title: note.task.title }),
        ...wordsLines(note, 120),
        ...(note.claim?.asksForDate ? [line("echo-ask-date-by-number", { number: note.task.number })] : []),
      ]),
      refused,
      notes.length > 0 ? [line("echo-several-hint")] : [],
    ],
    [
      notes
        .slice(0, 8)
        .map((note) =>
          choice(["note-withdraw", note.noteId], "choice-withdraw-number", { number: note.task.number }),
        ),
    ],
  );

export const withdrawnEcho = (note: WithdrawnNote): Message =>
  message([
    [
      heading("echo-withdrawn", { number: note.task.number, title: note.task.title }),
      line("echo-quote", { text: excerpt(note.text, 200) }),
    ],
  ]);

const echoLines = (note: RecordedNote, length: number): MessageLine[] => [
  heading(note.corrected ? "echo-corrected" : "echo-recorded", {
    number: note.task.number,
    title: note.task.title,
  }),
  ...wordsLines(note, length),
];

const wordsLines = (note: RecordedNote, length: number): MessageLine[] => [
  ...understoodLine(note),
  line("echo-quote", { text: excerpt(note.understood.text, length) }),
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
    ...(note.files > 0 ? [{ term: "echo-files", args: { count: note.files } } as const] : []),
  ];
  return facts.length === 0 ? [] : [line("echo-understood", { facts: joined(facts) })];
};

const askForDate = (note: RecordedNote): MessageLine => line("echo-ask-date", { number: note.task.number });

const afterLines = (note: RecordedNote): MessageLine[] => [
  ...(note.claim?.asksForDate ? [askForDate(note)] : []),
  ...(note.claim !== null ? [line(`echo-waits-for-${note.claim.confirmedBy}`)] : []),
  line("echo-hint"),
];
