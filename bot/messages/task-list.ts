import { placeName } from "../../api/organizations/place-name.ts";
import type { Choice, Message, MessageArgument, MessageLine } from "../../api/outbox/message.ts";
import type { TaskItem, TaskList } from "../../api/overviews/task-list.ts";
import { excerpt } from "./excerpt.ts";
import {
  buttonOnly,
  choice,
  detail,
  dueDate,
  heading,
  joined,
  line,
  message,
  withoutButtons,
} from "./lines.ts";
import { pageFooter, pageTurns } from "./pages.ts";

/** With titles of 80 letters and notes cut short, a page stays within 2,000 characters. */
export const TASKS_PER_PAGE = 7;
const NOTE_EXCERPT = 50;

export const pagesOf = (list: TaskList): number => Math.max(1, Math.ceil(list.items.length / TASKS_PER_PAGE));

/** What turns pages of this very list: "u" of a unit's that an overseer asked for, "k" of what a keyword found. */
export const pageButtonName = (list: Pick<TaskList, "filter" | "keyword">, forOverseer: boolean): string =>
  `${forOverseer ? "u" : list.keyword === null ? "" : "k"}${list.filter}`;

/** One page of a unit's tasks: counts on top of the first, then overdue, due soon, this round, the rest. */
export const taskListPage = (list: TaskList, page: number, forOverseer: boolean): Message => {
  const pages = pagesOf(list);
  const shown = list.items.slice((page - 1) * TASKS_PER_PAGE, page * TASKS_PER_PAGE);
  const name = pageButtonName(list, forOverseer);
  return message(
    [
      page === 1 ? headLines(list) : [heading("tasks-header", headArgs(list))],
      list.filter === "all" ? [] : [heading(`tasks-filter-${list.filter.replaceAll("_", "-")}`)],
      list.keyword === null
        ? []
        : [heading("tasks-keyword", { keyword: excerpt(list.keyword, 60), count: list.items.length })],
      ...(shown.length === 0 ? [[line(emptyKey(list))]] : sectionsOf(shown)),
      footer(list, page, shown[0], forOverseer),
    ],
    [
      forOverseer ? [] : numberButtons(shown),
      pageTurns(page, pages, (to) => ["tasks", name, to]),
      forOverseer ? [] : filterButtons(list),
    ],
  );
};

const headArgs = (list: TaskList) => ({ unit: list.unit.name, place: placeName(list.organization) });

const headLines = (list: TaskList): MessageLine[] => {
  const { counts, round } = list;
  return [
    heading("tasks-header", headArgs(list)),
    line("tasks-summary", {
      today: { date: list.today },
      lead: counts.lead,
      overdue: counts.overdue,
      month: counts.dueThisMonth,
    }),
    ...(counts.coordinating + counts.undetermined > 0
      ? [line("tasks-others", { coordinating: counts.coordinating, undetermined: counts.undetermined })]
      : []),
    ...(round === null
      ? []
      : [
          line(round.obligation.allMet ? "tasks-round-met" : "tasks-round", {
            label: round.label,
            due: dueDate(round.dueOn),
            left: daysTerm(round.workingDaysLeft),
            missing: round.obligation.missing.length,
          }),
        ]),
  ];
};

/** "còn 5 ngày làm việc", "hôm nay là ngày cuối", "quá 3 ngày làm việc". */
export const daysTerm = (workingDaysLeft: number): MessageArgument =>
  workingDaysLeft < 0
    ? { term: "days-late", args: { days: -workingDaysLeft } }
    : { term: "days-left", args: { days: workingDaysLeft } };

const SECTIONS = ["overdue", "due-soon", "round", "rest", "waiting", "done"] as const;
type Section = (typeof SECTIONS)[number];

const sectionOf = (item: TaskItem): Section => {
  const { status } = item;
  if (status.done) return "done";
  if (status.overlays.includes("claimed")) return "waiting";
  // Who coordinates is never marked late: that is the lead unit's affair.
  if (item.role !== "lead") return "rest";
  if (status.class === "open_overdue") return "overdue";
  if (status.overlays.includes("due_soon")) return "due-soon";
  return item.owedInRound ? "round" : "rest";
};

const sectionsOf = (items: readonly TaskItem[]): MessageLine[][] =>
  SECTIONS.flatMap((section) => {
    const members = items.filter((item) => sectionOf(item) === section);
    return members.length === 0 ? [] : [[heading(`tasks-section-${section}`), ...members.flatMap(itemLines)]];
  });

const itemLines = (item: TaskItem): MessageLine[] => {
  const due = dueTerm(item);
  const parts = item.parts !== null && item.parts.all > 0 ? item.parts : null;
  const details: MessageArgument[] = [
    ...(due === null ? [] : [due]),
    ...(parts === null ? [] : [{ term: "task-parts", args: { done: parts.done, all: parts.all } } as const]),
    ...(item.lastNote === null
      ? []
      : [
          {
            term: "task-last-note",
            args: { on: { date: item.lastNote.notedOn }, text: excerpt(item.lastNote.text, NOTE_EXCERPT) },
          } as const,
        ]),
  ];
  return [
    line("task-line", { number: item.number, title: item.title }),
    ...(details.length === 0 ? [] : [detail("task-detail", { details: joined(details) })]),
  ];
};

const dueTerm = (item: TaskItem): MessageArgument | null => {
  const { status, dueOn } = item;
  if (status.done && status.class === "no_due_date") return { term: "status-done" };
  if (status.done) return { term: status.class === "done_late" ? "status-done-late" : "status-done-on-time" };
  if (status.overlays.includes("claimed")) return { term: "overlay-claimed" };
  if (item.role !== "lead" || dueOn === null || !item.hasLadder || status.workingDaysLeft === null)
    return item.phrase === null ? null : { term: "task-phrase", args: { phrase: item.phrase } };
  return {
    term: status.overlays.includes("returned") ? "task-due-returned" : "task-due",
    args: { due: dueDate(dueOn), left: daysTerm(status.workingDaysLeft) },
  };
};

const emptyKey = (list: TaskList): string => {
  if (list.nothingBecause === "no_catalogue") return "tasks-no-catalogue";
  if (list.nothingBecause === "no_lead_units") return "tasks-no-lead-units";
  return "tasks-none";
};

const footer = (
  list: TaskList,
  page: number,
  example: TaskItem | undefined,
  forOverseer: boolean,
): readonly MessageLine[] => {
  const pages = [
    ...pageFooter(page, pagesOf(list)),
    ...(example === undefined ? [] : [withoutButtons(line("tasks-number-hint", { number: example.number }))]),
  ];
  if (forOverseer) return pages;
  return [
    ...pages,
    ...(example === undefined ? [] : [line("tasks-hint", { number: example.number })]),
    ...filterWords(list),
  ];
};

/** The labels of the other lists: typed, they choose. */
const filterWords = (list: TaskList): readonly MessageLine[] => {
  const labels = filterButtons(list).map(({ label }) => ({ term: label.key, args: label.args ?? {} }));
  return labels.length === 0 ? [] : [withoutButtons(line("tasks-other-lists", { lists: { list: labels } }))];
};

const numberButtons = (items: readonly TaskItem[]) =>
  items.map((item) => buttonOnly(choice(["task", item.taskId], "choice-number", { number: item.number })));

const filterButtons = (list: TaskList): readonly Choice[] =>
  filterChoices(list).map((offered) => buttonOnly(offered));

const filterChoices = (list: TaskList) => [
  ...(list.filter !== "all" && list.counts.lead > 0 ? [choice(["tasks", "all", 1], "choice-all")] : []),
  ...(list.filter !== "overdue" && list.counts.overdue > 0
    ? [choice(["tasks", "overdue", 1], "choice-overdue", { count: list.counts.overdue })]
    : []),
  ...(list.filter !== "coordinating" && list.counts.coordinating > 0
    ? [choice(["tasks", "coordinating", 1], "choice-coordinating", { count: list.counts.coordinating })]
    : []),
  ...(list.filter !== "undetermined" && list.counts.undetermined > 0
    ? [choice(["tasks", "undetermined", 1], "choice-undetermined", { count: list.counts.undetermined })]
    : []),
];
