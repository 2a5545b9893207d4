import type { AssignableTask } from "../../db/queries/assignment-queries.ts";
import { selectRecipientsOfUnit } from "../../db/queries/member-queries.ts";
import { selectGroupMembersOn, selectGroups } from "../../db/queries/unit-queries.ts";
import { nextWorkingMoment } from "../calendar/next-working-moment.ts";
import type { Choice, MessageLine } from "../outbox/message.ts";
import { queueMessage } from "../outbox/queue-message.ts";
import type { Work } from "../shared/work.ts";
import type { NamedUnit } from "../units/unit.ts";
import type { AssignmentRole } from "./assignment.ts";

/** The units that an assignment reaches today: a group's members once they are confirmed. */
const reachedUnits = async (work: Work, body: NamedUnit): Promise<readonly string[]> => {
  if (body.kind === "unit") return [body.id];
  const group = (await selectGroups(work.tx)).find(({ id }) => id === body.id);
  return group === undefined || group.confirmedAt === null
    ? []
    : selectGroupMembersOn(work.tx, body.id, work.today);
};

/** Tells each unit what it was given, within working hours; returns how many people are written to. */
export const tellAssignedUnits = async (
  work: Work,
  given: { readonly task: AssignableTask; readonly role: AssignmentRole; readonly body: NamedUnit },
): Promise<number> => {
  const { task, role, body } = given;
  // A restricted document's words never leave through a messenger.
  const title = task.restricted ? (task.documentNumber ?? "…") : task.shortTitle;
  const lines: MessageLine[] = [
    {
      key: "notice-task-assigned",
      args: { number: task.number, title, role: { term: `assigned-as-${role}` } },
    },
    ...(task.dueOn === null
      ? []
      : [{ key: "notice-task-assigned-due", args: { due: { date: task.dueOn, due: true } } } as const]),
    { key: "notice-task-assigned-how", args: { number: task.number } },
    ...(role === "lead" ? [{ key: "notice-task-assigned-received", args: { number: task.number } }] : []),
  ];
  // Only who leads is asked for a word. The button's data is what the bot packs for it.
  const choices: readonly (readonly Choice[])[] =
    role === "lead"
      ? [
          [
            {
              label: { key: "choice-acknowledge" },
              data: `task-seen ${task.id}`,
              weight: "main",
              shown: "with-buttons",
            },
          ],
        ]
      : [];
  let told = 0;
  for (const unitId of await reachedUnits(work, body))
    for (const recipient of await selectRecipientsOfUnit(work.tx, unitId, work.today)) {
      await queueMessage(work, recipient, {
        purpose: "notice",
        message: { paragraphs: [lines], ...(choices.length > 0 ? { choices } : {}) },
        subject: { kind: "task", taskId: task.id, unitId },
        notBefore: nextWorkingMoment(work.now, {
          timeZone: work.organization.timeZone,
          workingHours: work.organization.policy.workingHours,
          calendar: work.calendar,
        }),
      });
      told += 1;
    }
  return told;
};
