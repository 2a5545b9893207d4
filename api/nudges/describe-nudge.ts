import type { WorkingCalendar } from "../calendar/calendar-day.ts";
import { workingDaysBetween } from "../calendar/working-days.ts";
import type { Policy } from "../organizations/organization.ts";
import type { MessageArgument, MessageLine } from "../outbox/message.ts";
import type { LocalDate } from "../shared/local-date.ts";
import { lastDayInTime } from "../time-frames/judge-timeliness.ts";
import type { NudgeDecision, Subject } from "./nudge.ts";

export type Morning = {
  readonly today: LocalDate;
  readonly policy: Policy;
  readonly calendar: WorkingCalendar;
};

/** So many numbers of missing items are named; the rest are counted. */
const NAMED_ITEMS = 15;

/** Working days to the last day in time: 0 today, negative once it is past. */
const daysLeft = (subject: Subject, { today, policy, calendar }: Morning): number =>
  workingDaysBetween(calendar, today, lastDayInTime(subject.dueOn, policy.lateness, calendar));

export const isOverdue = (subject: Subject, { today, policy, calendar }: Morning): boolean =>
  lastDayInTime(subject.dueOn, policy.lateness, calendar) < today;

const howLong = (subject: Subject, morning: Morning): MessageArgument => {
  const days = daysLeft(subject, morning);
  return isOverdue(subject, morning)
    ? { term: "days-late", args: { days: Math.max(1, -days) } }
    : { term: "days-left", args: { days } };
};

const itemNumbers = (missing: readonly string[]): MessageArgument => {
  const named = missing.slice(0, NAMED_ITEMS);
  const rest = missing.length - named.length;
  return { list: rest > 0 ? [...named, { term: "nudge-other-items", args: { count: rest } }] : named };
};

/**
 * One line to the unit that owes, or to whoever watches over it. Number, short title and dates only: it was not
 * asked for, and others may see the screen.
 */
export const describeNudge = ({ subject, reason }: NudgeDecision, morning: Morning): MessageLine => {
  const due = { date: subject.dueOn, due: true } as const;
  const when = howLong(subject, morning);
  if (subject.kind === "task")
    return { key: "nudge-task", args: { number: subject.label, title: subject.title, due, when } };
  const count = subject.missing.length;
  if (subject.kind === "assignment")
    return {
      key: "nudge-unacknowledged",
      args: { document: subject.title, count, items: itemNumbers(subject.missing) },
    };
  if (reason === "escalated")
    return { key: "nudge-round-of-unit", args: { label: subject.label, due, when, count } };
  const items = itemNumbers(subject.missing);
  if (isOverdue(subject, morning))
    return { key: "nudge-round-late", args: { label: subject.label, due, when, count, items } };
  return daysLeft(subject, morning) === 0
    ? { key: "nudge-round-today", args: { label: subject.label, due, count, items } }
    : { key: "nudge-round-soon", args: { label: subject.label, due, when, count, items } };
};

/** What several units are late with, once, and which units they are: to whoever watches over them. */
export const describeShared = (
  late: readonly NudgeDecision[],
  unitNames: ReadonlyMap<string, string>,
  morning: Morning,
): readonly MessageLine[] => {
  const [first] = late;
  if (first === undefined) return [];
  const { subject } = first;
  const nameOf = ({ unitId }: Subject): string => unitNames.get(unitId) ?? "";
  if (subject.kind !== "round")
    return [
      describeNudge(first, morning),
      {
        key: "nudge-late-units",
        args: { units: { list: late.map((nudge) => nameOf(nudge.subject)) } },
        style: "detail",
      },
    ];
  const missingOf = (of: Subject): MessageArgument => ({
    term: "nudge-unit-missing",
    args: { unit: nameOf(of), count: of.missing.length },
  });
  return [
    {
      key: "nudge-round-of-units",
      args: { label: subject.label, due: { date: subject.dueOn }, when: howLong(subject, morning) },
    },
    {
      key: "nudge-missing-units",
      args: { units: { list: late.map((nudge) => missingOf(nudge.subject)) } },
      style: "detail",
    },
  ];
};
