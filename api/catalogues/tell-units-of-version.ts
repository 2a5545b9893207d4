import { selectRecipientsOfUnit } from "../../db/queries/member-queries.ts";
import { nextWorkingMoment } from "../calendar/next-working-moment.ts";
import type { MessageArgument, MessageArguments, MessageLine } from "../outbox/message.ts";
import { queueMessage } from "../outbox/queue-message.ts";
import type { Work } from "../shared/work.ts";
import { compareShares, type ShareChange } from "./compare-shares.ts";
import type { TaskInForce } from "./load-tasks.ts";
import type { VersionComparison } from "./version-task.ts";

/** A list of forty numbers helps nobody; the rest is found in the list of tasks. */
const MOST_NUMBERS = 25;

/**
 * Tells every unit what a published version gives it, or what an amended one changes for it, within working hours.
 * A unit for which nothing changed hears nothing. Returns how many people are written to.
 */
export const tellUnitsOfVersion = async (
  work: Work,
  version: {
    readonly catalogueId: string;
    /** Null for a first version. */
    readonly before: readonly TaskInForce[] | null;
    readonly now: readonly TaskInForce[];
    readonly comparison: VersionComparison | null;
  },
): Promise<number> => {
  const { catalogueId, before, now, comparison } = version;
  const [any] = now;
  // A past catalogue is loaded for its history: nobody owes it.
  if (any === undefined || any.task.scope.endOn < work.today) return 0;
  const name = nameOfDocument(any.task.document);
  let told = 0;
  for (const share of compareShares(before ?? [], now, comparison, work.today)) {
    const changes = before === null ? firstLines(share) : changedLines(share);
    if (changes.length === 0) continue;
    const asked = share.gained.length > 0;
    const lines: readonly MessageLine[] = [
      {
        key: before === null ? "notice-catalogue-published" : "notice-catalogue-amended",
        args: { document: name },
        style: "heading",
      },
      ...changes,
      { key: "notice-catalogue-how" },
      ...(asked ? [{ key: "notice-catalogue-received" }] : []),
    ];
    for (const recipient of await selectRecipientsOfUnit(work.tx, share.unitId, work.today)) {
      await queueMessage(work, recipient, {
        purpose: "notice",
        message: {
          paragraphs: [lines],
          ...(asked && {
            choices: [
              [
                {
                  label: { key: "choice-acknowledge" },
                  data: `catalogue-seen ${catalogueId}`,
                  weight: "main",
                  shown: "with-buttons",
                },
              ],
            ],
          }),
        },
        subject: { kind: "catalogue", catalogueId, unitId: share.unitId },
        notBefore: nextWorkingMoment(work.now, {
          timeZone: work.organization.timeZone,
          workingHours: work.organization.policy.workingHours,
          calendar: work.calendar,
        }),
      });
      told += 1;
    }
  }
  return told;
};

const nameOfDocument = (document: TaskInForce["task"]["document"]): MessageArgument => ({
  term: document.number === null ? "document-name-unnumbered" : "document-name",
  args: { kind: { term: `document-kind-${document.kind}` }, number: document.number ?? "" },
});

const counted = (key: string, numbers: readonly string[]): readonly MessageLine[] => {
  const shown = numbers.slice(0, MOST_NUMBERS);
  const args: MessageArguments = {
    count: numbers.length,
    numbers: { list: [...shown, ...(shown.length < numbers.length ? ["…"] : [])] },
  };
  return numbers.length === 0 ? [] : [{ key, args }];
};

const firstLines = ({ leads, coordinates, firstDue }: ShareChange): readonly MessageLine[] => [
  ...counted("notice-catalogue-leads", leads),
  ...counted("notice-catalogue-coordinates", coordinates),
  ...(firstDue === null
    ? []
    : [
        {
          key: "notice-catalogue-first-due",
          args: { number: firstDue.number, due: { date: firstDue.dueOn, due: true } },
        } as const,
      ]),
];

const changedLines = ({ gained, lost, dueChanged, reworded }: ShareChange): readonly MessageLine[] => [
  ...counted("notice-catalogue-gained", gained),
  ...counted("notice-catalogue-lost", lost),
  ...dueChanged
    .slice(0, MOST_NUMBERS)
    .map(
      ({ number, dueOn }): MessageLine =>
        dueOn === null
          ? { key: "notice-catalogue-due-gone", args: { number } }
          : { key: "notice-catalogue-due-changed", args: { number, due: { date: dueOn, due: true } } },
    ),
  ...counted("notice-catalogue-reworded", reworded),
];
