import { placeName } from "../organizations/place-name.ts";
import type { Message, MessageArgument, MessageLine } from "../outbox/message.ts";
import type { DueTask, RoundState, WeekSummary } from "./group-chat.ts";

const TASKS_SHOWN = 10;
const LEADS_NAMED = 2;
/** What the lines of tasks may weigh, so that the whole fits one message of 2,000 letters. */
const PAGE = 1_450;
/** What a task's lines weigh beside the words of people: fixed words and the date. */
const TASK_WEIGHT = 50;

/** The week as one message to the office's group. */
export const composeSummary = (week: WeekSummary): Message => {
  const shown = fittingTasks(week.due);
  const left = week.due.length - shown.length;
  const paragraphs: readonly (readonly MessageLine[])[] = [
    [
      { key: "summary-title", args: { place: placeName(week.organizationName) }, style: "heading" },
      { key: "summary-week", args: { from: { date: week.from }, to: { date: week.to } } },
      {
        key: "summary-counts",
        args: { followed: week.followed, done: week.done, overdue: week.overdue },
      },
    ],
    week.due.length === 0
      ? [{ key: "summary-nothing-due" }]
      : [
          { key: "summary-due-heading", style: "heading" },
          ...shown.flatMap(describeTask),
          ...(left > 0 ? [{ key: "summary-more", args: { count: left } }] : []),
        ],
    week.rounds.map(describeRound),
    [{ key: "summary-in-private" }],
  ];
  return { paragraphs: paragraphs.filter((lines) => lines.length > 0) };
};

const named = (leads: readonly string[]): readonly string[] => leads.slice(0, LEADS_NAMED);

const fittingTasks = (due: readonly DueTask[]): readonly DueTask[] => {
  let used = 0;
  const over = due.findIndex(({ number, title, leads }) => {
    used += TASK_WEIGHT + number.length + title.length + named(leads).join(", ").length;
    return used > PAGE;
  });
  return due.slice(0, Math.min(TASKS_SHOWN, over === -1 ? due.length : over));
};

const describeTask = ({ number, title, leads, dueOn }: DueTask): readonly MessageLine[] => {
  const due = { date: dueOn, due: true } as const;
  const others = leads.length - named(leads).length;
  const units: readonly MessageArgument[] = [
    ...named(leads),
    ...(others > 0 ? [{ term: "summary-other-units", args: { count: others } }] : []),
  ];
  return [
    { key: "summary-task", args: { number, title } },
    leads.length === 0
      ? { key: "summary-task-without-lead", args: { due }, style: "detail" }
      : { key: "summary-task-lead", args: { units: { list: units }, due }, style: "detail" },
  ];
};

const describeRound = ({ label, dueOn, late, workingDaysLeft, complete, asked }: RoundState): MessageLine => {
  const args = { label, due: { date: dueOn, due: true } as const, complete, asked };
  return late
    ? { key: "summary-round-late", args }
    : {
        key: "summary-round",
        args: { ...args, when: { term: "days-left", args: { days: workingDaysLeft } } },
      };
};
