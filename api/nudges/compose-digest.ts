import type { Message, MessageArgument, MessageLine } from "../outbox/message.ts";
import { groupBy } from "../shared/group-by.ts";
import { describeNudge, describeShared, isOverdue, type Morning } from "./describe-nudge.ts";
import type { NudgeDecision, Recipient, Subject } from "./nudge.ts";
import { nearestPost } from "./pick-recipients.ts";

/** One page of a chat, with room for the greeting and the last line. */
const PAGE = 1_650;
/** What a line weighs beside the words of people: fixed words, dates, days. */
const LINE_WEIGHT = 60;

/**
 * All that one person is told that morning, as one message: the rounds, what is overdue, what is due, what nobody
 * has acknowledged, and, for whoever watches over units, which unit is late with what. What does not fit on the
 * page is counted, and stands in the list that the button opens.
 */
export const composeDigest = (
  nudges: readonly NudgeDecision[],
  unitNames: ReadonlyMap<string, string>,
  morning: Morning,
): Message => {
  const own = nudges.filter(({ reason }) => reason !== "escalated");
  const nameOf = ({ subject }: NudgeDecision): string => unitNames.get(subject.unitId) ?? "";
  // Units in the order of what they owe, of whatever else their work consists.
  const watched = inOrder(
    nudges
      .filter(({ reason }) => reason === "escalated")
      .sort((one, other) => numbers.compare(nameOf(one), nameOf(other))),
  );
  // What several units owe alike is said once, with their names.
  const alike = [...groupBy(watched, ({ subject }) => `${subject.kind} ${subject.id} ${subject.dueOn}`)];
  const shared = alike.map(([, late]) => late).filter(({ length }) => length > 1);
  const alone = alike.flatMap(([, late]) => (late.length > 1 ? [] : late));
  const tasks = own.filter(({ subject }) => subject.kind === "task");
  const page = openPage();
  const section = (of: readonly NudgeDecision[], heading?: MessageLine): readonly MessageLine[] =>
    page.take(inOrder(of), heading, (nudge) => describeNudge(nudge, morning));

  const assigned = ofKind(own, "assignment");
  const paragraphs = [
    [greeting(nudges, unitNames)],
    section(ofKind(own, "round")),
    section(
      tasks.filter(({ subject }) => isOverdue(subject, morning)),
      { key: "nudge-overdue-heading", style: "heading" },
    ),
    section(
      tasks.filter(({ subject }) => !isOverdue(subject, morning)),
      { key: "nudge-due-heading", style: "heading" },
    ),
    withHint(section(assigned), howToAcknowledge(assigned)),
    ...shared.map((late) => page.takeWhole(describeShared(late, unitNames, morning), late.length)),
    ...[...groupBy(alone, ({ subject }) => subject.unitId)].map(([unitId, ofUnit]) =>
      section(ofUnit, {
        key: "nudge-late-unit-heading",
        args: { unit: unitNames.get(unitId) ?? "" },
        style: "heading",
      }),
    ),
    page.left() > 0 ? [{ key: "nudge-and-more", args: { count: page.left() } }] : [],
    closing(own, page.left() > 0),
  ];
  return {
    paragraphs: paragraphs.filter((lines) => lines.length > 0),
    // A number would answer what was asked last, not this.
    choices: [[{ label: { key: "nudge-open-list" }, data: "command nhiemvu", shown: "with-buttons" }]],
  };
};

const greeting = (nudges: readonly NudgeDecision[], unitNames: ReadonlyMap<string, string>): MessageLine => {
  const recipient: Recipient | undefined = nearestPost(nudges.map((nudge) => nudge.recipient));
  const role = { term: `role-${recipient?.role ?? "head"}` };
  const unit = recipient?.unitId == null ? undefined : unitNames.get(recipient.unitId);
  return unit === undefined
    ? { key: "nudge-greeting", args: { role } }
    : { key: "nudge-greeting-unit", args: { role, unit } };
};

/** How to answer, with a number of the reader's own. */
const closing = (own: readonly NudgeDecision[], counted: boolean): readonly MessageLine[] => {
  const [first] = [...ofKind(own, "round"), ...ofKind(own, "assignment")].flatMap(
    ({ subject }) => subject.missing,
  );
  const number = first ?? ofKind(own, "task")[0]?.subject.label;
  if (number !== undefined) return [{ key: "nudge-how-to-answer", args: { number } }];
  // What was counted says already how it is seen.
  return counted ? [] : [{ key: "nudge-how-to-see", shown: "without-buttons" }];
};

const withHint = (said: readonly MessageLine[], hint: readonly MessageLine[]): readonly MessageLine[] =>
  said.length === 0 ? [] : [...said, ...hint];

const howToAcknowledge = ([first]: readonly NudgeDecision[]): readonly MessageLine[] => {
  const number = first?.subject.missing[0];
  return number === undefined ? [] : [{ key: "nudge-how-to-acknowledge", args: { number } }];
};

const ofKind = (nudges: readonly NudgeDecision[], kind: Subject["kind"]): readonly NudgeDecision[] =>
  nudges.filter(({ subject }) => subject.kind === kind);

const numbers = new Intl.Collator("vi", { numeric: true });
const inOrder = (nudges: readonly NudgeDecision[]): readonly NudgeDecision[] =>
  nudges.toSorted(
    ({ subject: one }, { subject: other }) =>
      numbers.compare(one.dueOn, other.dueOn) || numbers.compare(one.label, other.label),
  );

const lettersIn = (argument: MessageArgument): number => {
  if (typeof argument === "string") return argument.length;
  if (typeof argument === "object" && "list" in argument)
    return argument.list.reduce<number>((sum, each) => sum + lettersIn(each) + 2, 0);
  return 0;
};
const weigh = ({ args = {} }: MessageLine): number =>
  LINE_WEIGHT + Object.values(args).reduce<number>((sum, each) => sum + lettersIn(each), 0);

const openPage = () => {
  let used = 0;
  let left = 0;
  return {
    left: () => left,
    /** All of these lines, which stand for so many nudges, or none. */
    takeWhole: (lines: readonly MessageLine[], nudges: number): readonly MessageLine[] => {
      const weight = lines.reduce((sum, line) => sum + weigh(line), 0);
      if (used + weight > PAGE) {
        left += nudges;
        return [];
      }
      used += weight;
      return lines;
    },
    take: (
      nudges: readonly NudgeDecision[],
      heading: MessageLine | undefined,
      describe: (nudge: NudgeDecision) => MessageLine,
    ): readonly MessageLine[] => {
      const lines: MessageLine[] = [];
      for (const nudge of nudges) {
        const line = describe(nudge);
        const weight = weigh(line) + (lines.length === 0 && heading !== undefined ? weigh(heading) : 0);
        if (used + weight > PAGE) left += 1;
        else {
          if (lines.length === 0 && heading !== undefined) lines.push(heading);
          lines.push(line);
          used += weight;
        }
      }
      return lines;
    },
  };
};
