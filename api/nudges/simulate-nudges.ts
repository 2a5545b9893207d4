import type { WorkingCalendar } from "../calendar/calendar-day.ts";
import { addWorkingDays, nextWorkingDayNotBefore } from "../calendar/working-days.ts";
import type { Role } from "../members/member.ts";
import { instantAt, isoAt, type LocalDate, localDateAt } from "../shared/local-date.ts";
import { decideNudges } from "./decide-nudges.ts";
import { type Ledger, type LedgerRow, ledgerOf } from "./ledger.ts";
import type { NudgeDecision, NudgeReason, SkipDecision, Subject } from "./nudge.ts";
import { planRungsOnce } from "./plan-rungs-once.ts";
import type { PlanningFacts } from "./planning-facts.ts";

/** One nudge that would go out; rows with the same `at` and recipient are one digest. */
export type RehearsedNudge = {
  readonly at: string;
  /** Null where nobody is linked: the post would be told. */
  readonly memberId: string | null;
  readonly recipient: string;
  readonly post: Role;
  readonly unit: string;
  readonly subjectKind: Subject["kind"];
  /** "2.4", "lần 1"; empty for an assignment. */
  readonly subject: string;
  readonly rung: string;
  readonly reason: NudgeReason;
};

type Period = { readonly from: LocalDate; readonly to: LocalDate };

/** One decision of a morning that was played. */
export type PlayedDecision = { readonly now: Date } & (
  | { readonly kind: "nudge"; readonly decision: NudgeDecision }
  | { readonly kind: "skip"; readonly decision: SkipDecision }
);

/**
 * An office before its first day: live on the first of the period, what is published and who is linked by now there
 * from the beginning of it.
 */
export const beginOffice = (facts: PlanningFacts, from: LocalDate): PlanningFacts => ({
  ...facts,
  organization: { ...facts.organization, liveOn: from },
  catalogues: facts.catalogues.map((catalogue) => ({
    ...catalogue,
    publishedOn: catalogue.publishedOn > from ? from : catalogue.publishedOn,
  })),
  members: facts.members.map((member) =>
    member.reachableSince !== null && member.reachableSince > from
      ? { ...member, reachableSince: from }
      : member,
  ),
});

/**
 * The decisions of a period, by the same rule that the tick follows, played morning by morning: the state stays as
 * it is, nothing more is reported. `said` takes in what was played. Nothing before `since` is decided again.
 */
export const simulateDecisions = (
  facts: PlanningFacts,
  calendar: WorkingCalendar,
  period: Period,
  said: Ledger = ledgerOf([]),
  since: Date | null = null,
): readonly PlayedDecision[] => {
  const { policy, timeZone } = facts.organization;
  const hours = [
    ...new Set([policy.digestAt, ...facts.members.flatMap(({ digestAt }) => digestAt ?? [])]),
  ].sort();
  const ladderOf = planRungsOnce(period.to);
  const played: PlayedDecision[] = [];
  const play = (now: Date): void => {
    const { nudges, skips } = decideNudges(facts, calendar, now, said, ladderOf);
    for (const decision of skips) {
      said.add(ledgerRow(decision, "skipped", timeZone, now));
      played.push({ now, kind: "skip", decision });
    }
    for (const decision of nudges) {
      said.add(ledgerRow(decision, "queued", timeZone, now));
      played.push({ now, kind: "nudge", decision });
    }
  };
  if (since !== null) play(since);
  for (
    let day = nextWorkingDayNotBefore(calendar, period.from);
    day <= period.to;
    day = addWorkingDays(calendar, day, 1)
  )
    for (const hour of hours) {
      const now = instantAt(day, hour, timeZone);
      if (since === null || now > since) play(now);
    }
  return played;
};

/** Every nudge of a period as it would be, if the office went live on its first day. */
export const simulateNudges = (
  facts: PlanningFacts,
  calendar: WorkingCalendar,
  period: Period,
): readonly RehearsedNudge[] => {
  const { timeZone } = facts.organization;
  const units = new Map(facts.units.map(({ id, name }) => [id, name]));
  const rows = simulateDecisions(beginOffice(facts, period.from), calendar, period).flatMap(
    ({ now, kind, decision }): RehearsedNudge[] => {
      const reason = kind === "nudge" ? decision.reason : decision.insteadOf;
      if (kind === "skip" && decision.reason !== "nobody_linked") return [];
      const { subject, recipient, rung } = decision;
      return [
        {
          at: isoAt(now, timeZone),
          memberId: recipient.memberId,
          recipient: recipient.key,
          post: recipient.role,
          unit: units.get(subject.unitId) ?? "",
          subjectKind: subject.kind,
          subject: subject.label,
          rung,
          reason,
        },
      ];
    },
  );
  const order = new Intl.Collator("vi", { numeric: true });
  return rows.sort(
    (one, other) =>
      order.compare(one.at, other.at) ||
      order.compare(one.unit, other.unit) ||
      order.compare(one.subject, other.subject) ||
      order.compare(one.recipient, other.recipient),
  );
};

/** A decision as it stands in the ledger once it was recorded. */
export const ledgerRow = (
  { subject, recipient, rung }: NudgeDecision | SkipDecision,
  outcome: "queued" | "skipped",
  timeZone: string,
  now: Date,
): LedgerRow => ({
  subjectKind: subject.kind,
  subjectId: subject.id,
  unitId: subject.unitId,
  dueOn: subject.dueOn,
  recipient: recipient.key,
  memberId: recipient.memberId,
  rung,
  outcome,
  decidedOn: localDateAt(now, timeZone),
});
