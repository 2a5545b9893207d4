import type { Message, MessageLine } from "../../api/outbox/message.ts";
import type { HistoryNote, TaskCard } from "../../api/overviews/show-task.ts";
import { excerpt } from "./excerpt.ts";
import { buttonOnly, choice, dueDate, heading, line, main, message, withoutButtons } from "./lines.ts";
import { daysTerm } from "./task-list.ts";

const HISTORY_SHOWN = 6;
const HISTORY_EXCERPT = 160;
const WORDING_EXCERPT = 700;
const UNITS_SHOWN = 8;
const CHILDREN_SHOWN = 10;
const CHILD_EXCERPT = 80;

/** One task: wording, document, units, time frame as written, status, history, and what can be done with it. */
export const taskCard = (card: TaskCard): Message =>
  message(
    [
      [
        heading("card-title", { number: card.number, title: card.title }),
        ...(card.wording === null
          ? []
          : [line("card-wording", { text: excerpt(card.wording, WORDING_EXCERPT) })]),
        line("card-document", {
          kind: { term: `document-kind-${card.document.kind}` },
          number: card.document.number ?? card.document.title,
        }),
      ],
      [...unitLines(card), ...timeLines(card), ...childLines(card)],
      stateLines(card),
      card.isHeading && card.history.length === 0 ? [] : historyLines(card.history),
      actionLines(card),
    ],
    mayWrite(card)
      ? [
          [
            buttonOnly(choice(["task-note", card.taskId], "choice-write-note")),
            buttonOnly(choice(["nothing-new", card.taskId], "choice-nothing-new")),
          ],
          awaitsSeen(card)
            ? [main(buttonOnly(choice(["task-seen", card.taskId], "choice-acknowledge")))]
            : [],
        ]
      : [],
  );

const mayWrite = (card: TaskCard): boolean =>
  card.mayNote &&
  card.own !== null &&
  card.own.role !== "undetermined" &&
  !card.closed &&
  !card.withdrawn &&
  !card.isHeading;

const listed = (names: readonly string[]) => ({
  list: names.length > UNITS_SHOWN ? [...names.slice(0, UNITS_SHOWN), "…"] : names,
});

/** Of a heading nobody is asked anything; its parts are. */
const childLines = (card: TaskCard): MessageLine[] =>
  card.children.length === 0
    ? []
    : [
        line("card-children", { count: card.children.length }),
        ...card.children
          .slice(0, CHILDREN_SHOWN)
          .map(({ number, title }) => line("task-line", { number, title: excerpt(title, CHILD_EXCERPT) })),
        ...(card.children.length > CHILDREN_SHOWN
          ? [line("card-children-more", { count: card.children.length - CHILDREN_SHOWN })]
          : []),
      ];

const unitLines = (card: TaskCard): MessageLine[] => [
  ...(card.leads.length > 0
    ? [line("card-leads", { units: listed(card.leads) })]
    : card.isHeading
      ? []
      : [line("card-no-lead")]),
  ...(card.coordinating.length > 0 ? [line("card-coordinating", { units: listed(card.coordinating) })] : []),
  ...(card.undetermined.length > 0 ? [line("card-undetermined", { groups: listed(card.undetermined) })] : []),
];

const timeLines = (card: TaskCard): MessageLine[] => [
  ...(card.isHeading && card.timeFrame === null
    ? []
    : [line("card-time-frame", { phrase: card.timeFrame ?? { term: "card-time-frame-none" } })]),
  ...(card.targets.length > 0 ? [line("card-targets", { targets: card.targets.join("; ") })] : []),
];

const stateLines = (card: TaskCard): MessageLine[] => {
  if (card.withdrawn) return [line("card-withdrawn")];
  if (card.closed) return [line("card-closed")];
  if (card.isHeading) return [];
  const { own, parts, dueOn } = card;
  return [
    ...(own?.role === "lead"
      ? [line("card-status", { status: { term: `status-${own.status.class.replaceAll("_", "-")}` } })]
      : []),
    // A coordinating or invited unit is never marked late.
    ...(own?.role === "coordinating" ? [line("card-own-coordinating")] : []),
    ...(own?.role === "lead" && dueOn !== null && own.status.workingDaysLeft !== null
      ? [
          line(own.status.by === "roll_forward" ? "card-due-rolled" : "card-due", {
            due: dueDate(dueOn),
            left: daysTerm(own.status.workingDaysLeft),
          }),
        ]
      : []),
    ...(own?.claim?.state === "waiting"
      ? [line("card-claim-waiting", { on: { date: own.claim.completedOn } })]
      : []),
    ...(own?.claim?.state === "returned"
      ? [line("card-claim-returned", { reason: own.claim.reason ?? "" })]
      : []),
    ...(own?.claim?.state === "confirmed"
      ? [line("card-claim-confirmed", { on: { date: own.claim.completedOn } })]
      : []),
    ...(parts === null || parts.all === 0 ? [] : [line("card-parts", { done: parts.done, all: parts.all })]),
  ];
};

const historyLines = (history: readonly HistoryNote[]): MessageLine[] =>
  history.length === 0
    ? [line("card-no-history")]
    : [
        heading("card-history"),
        ...history.slice(0, HISTORY_SHOWN).map((note) =>
          line(`card-note-${note.mark}`, {
            on: { date: note.notedOn },
            unit: note.unit,
            text: excerpt(note.text, HISTORY_EXCERPT),
            files: note.files,
          }),
        ),
        ...(history.length > HISTORY_SHOWN
          ? [line("card-history-more", { count: history.length - HISTORY_SHOWN })]
          : []),
      ];

const awaitsSeen = ({ own }: TaskCard): boolean => own?.role === "lead" && !own.acknowledged;

const actionLines = (card: TaskCard): MessageLine[] =>
  mayWrite(card)
    ? [
        line("card-hint", { number: card.number }),
        withoutButtons(line("card-nothing-new-hint")),
        ...(awaitsSeen(card) ? [withoutButtons(line("card-acknowledge-hint"))] : []),
      ]
    : [];
