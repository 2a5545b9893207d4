import type { AssignedTask } from "../../api/catalogues/assign-task.ts";
import type { Unassigned } from "../../api/catalogues/list-unassigned.ts";
import type { Message, MessageLine } from "../../api/outbox/message.ts";
import type { ShownGroup } from "../../api/units/show-group.ts";
import type { Context } from "../dialogues/dialogue.ts";
import { above, buttonOnly, choice, heading, line, main, message, withoutButtons } from "./lines.ts";
import { type Listed, nameChoices, pageLines } from "./unit-choice.ts";

/** As many as a phone shows; the rest is counted. */
const SHOWN = 12;

export type NamedTask = { readonly id: string; readonly number: string; readonly title: string };

/** What waits for the administrator, and how to say it. */
export const assignmentOverview = (waiting: Unassigned, problem?: MessageLine): Message => {
  const { looked, outOfForce, tasks, groups } = waiting;
  return message(
    [
      above(problem),
      [
        heading("assign-title"),
        ...(outOfForce ? [line("assign-out-of-force")] : []),
        ...(looked === 0 ? [line("assign-no-task")] : waitingLines(waiting)),
      ],
      [
        line("assign-how"),
        line("assign-how-lead"),
        line("assign-how-coordinating"),
        line("assign-how-end"),
        line("assign-how-group"),
      ],
    ],
    [
      ...tasks
        .slice(0, SHOWN)
        .map(({ id, number, title }) => [choice(["pick", id], "choice-task", { number, title })]),
      ...groups.slice(0, SHOWN).map(({ id, name }) => [choice(["pick", id], "choice-group", { name })]),
    ],
  );
};

const waitingLines = ({ tasks, groups }: Unassigned): readonly MessageLine[] => [
  tasks.length === 0
    ? line("assign-all-led")
    : line("assign-without-lead", {
        count: tasks.length,
        numbers: { list: tasks.slice(0, 60).map(({ number }) => number) },
      }),
  groups.length === 0
    ? line("assign-all-groups-confirmed")
    : line("assign-groups-waiting", { count: groups.length }),
];

export const askWhichTask = (
  candidates: readonly { readonly taskId: string; readonly title: string; readonly document: string }[],
): Message =>
  message(
    [[line("several-which")]],
    candidates.map(({ taskId, title, document }) => [
      choice(["pick", taskId], "several-one", { title, document }),
    ]),
  );

export const askAssignedRole = (task: NamedTask, ending: boolean, problem?: MessageLine): Message =>
  message(
    [
      above(problem),
      [
        heading(ending ? "assign-ask-ended-role" : "assign-ask-role", {
          number: task.number,
          title: task.title,
        }),
      ],
    ],
    [[choice(["answer", "lead"], "choice-lead"), choice(["answer", "coordinating"], "choice-coordinate")]],
  );

export const askAssignedUnit = (
  task: NamedTask,
  role: "lead" | "coordinating",
  ending: boolean,
  units: readonly Listed[],
  page: number,
  problem?: MessageLine,
): Message =>
  message(
    [
      above(problem),
      [
        heading(ending ? "assign-ask-ended-unit" : "assign-ask-unit", {
          number: task.number,
          title: task.title,
          role: { term: `assigned-as-${role}` },
        }),
        line("ask-unit-hint"),
      ],
      pageLines(units, page),
    ],
    nameChoices(units, page),
  );

/** What was assigned, from when, who is told, and the way back. */
export const assignedEcho = (context: Context, title: string, done: AssignedTask): Message =>
  message(
    [
      [
        heading("assigned", { number: done.task.number, title }),
        line("assigned-to", { role: { term: `assigned-as-${done.role}` }, unit: done.unit.name }),
        line("assigned-from", { today: { date: context.today } }),
      ],
      [
        done.told > 0 ? line("assigned-told", { count: done.told }) : line("assigned-nobody-told"),
        withoutButtons(line("assigned-take-back")),
      ],
    ],
    [
      [
        buttonOnly(
          choice(
            [done.role === "lead" ? "unlead" : "uncoordinate", done.task.id, done.unit.id],
            "choice-take-back",
          ),
        ),
      ],
    ],
  );

export const endedEcho = (
  context: Context,
  task: NamedTask,
  role: "lead" | "coordinating",
  unit: string,
): Message =>
  message([
    [
      heading("assignment-ended", { number: task.number, title: task.title }),
      line("assignment-ended-of", { role: { term: `assigned-as-${role}` }, unit }),
      line("assignment-ended-from", { today: { date: context.today } }),
    ],
    [line("assignment-ended-notes-stay")],
  ]);

export const groupCard = (group: ShownGroup, problem?: MessageLine): Message =>
  message(
    [
      above(problem),
      [
        heading("group-title", { name: group.name }),
        line(
          group.units.length === 0
            ? "group-empty"
            : group.confirmed
              ? "group-confirmed-units"
              : "group-proposed-units",
        ),
        ...group.units.map(({ name }) => line("group-unit", { name })),
      ],
      [line("group-how")],
    ],
    group.confirmed || group.units.length === 0
      ? []
      : [[main(choice(["confirm-group", group.id], "choice-confirm-group"))]],
  );

export const groupConfirmed = (context: Context, name: string, units: readonly string[]): Message =>
  message([
    [
      heading("group-confirmed", { name, count: units.length, today: { date: context.today } }),
      ...units.map((unit) => line("group-unit", { name: unit })),
    ],
    [line("group-confirmed-after", { name })],
  ]);
