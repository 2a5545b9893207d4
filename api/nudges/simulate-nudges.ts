import type { WorkingCalendar } from "../calendar/calendar-day.ts";
import { addWorkingDays, nextWorkingDayNotBefore } from "../calendar/working-days.ts";
import type { Role } from "../members/member.ts";
import { instantAt, isoAt, type LocalDate, localDateAt } from "../shared/local-date.ts";
import { decideNudges } from "./decide-nudges.ts";
import { type LedgerRow, ledgerOf } from "./ledger.ts";
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

/**
 * Every nudge of a period, by the same decision that the tick takes, played morning by morning: the state stays as
 * it is, nothing more is reported, the office goes live on the first day.
 */
export const simulateNudges = (
  facts: PlanningFacts,
  calendar: WorkingCalendar,
  period: { readonly from: LocalDate; readonly to: LocalDate },
): readonly RehearsedNudge[] => {
  const { policy, timeZone } = facts.organization;
  const rehearsed: PlanningFacts = {
    ...facts,
    organization: { ...facts.organization, liveOn: period.from },
    // Whatever is published by now is there from the beginning of what is played; the office starts on its first day.
    catalogues: facts.catalogues.map((catalogue) => ({
      ...catalogue,
      publishedOn: catalogue.publishedOn > period.from ? period.from : catalogue.publishedOn,
    })),
    // Whoever is linked by now is linked from the beginning of what is played.
    members: facts.members.map((member) =>
      member.reachableSince !== null && member.reachableSince > period.from
        ? { ...member, reachableSince: period.from }
        : member,
    ),
  };
  const hours = [
    ...new Set([policy.digestAt, ...facts.members.flatMap(({ digestAt }) => digestAt ?? [])]),
  ].sort();
  const ladderOf = planRungsOnce(period.to);
  const units = new Map(facts.units.map(({ id, name }) => [id, name]));
  const said = ledgerOf([]);
  const rows: RehearsedNudge[] = [];

  for (
    let day = nextWorkingDayNotBefore(calendar, period.from);
    day <= period.to;
    day = addWorkingDays(calendar, day, 1)
  )
    for (const hour of hours) {
      const now = instantAt(day, hour, timeZone);
      const { nudges, skips } = decideNudges(rehearsed, calendar, now, said, ladderOf);
      for (const skip of skips) said.add(ledgerRow(skip, "skipped", timeZone, now));
      for (const nudge of nudges) said.add(ledgerRow(nudge, "queued", timeZone, now));
      const unheard = skips.flatMap((skip) =>
        skip.reason === "nobody_linked" ? [{ ...skip, reason: skip.insteadOf }] : [],
      );
      for (const { subject, recipient, rung, reason } of [...nudges, ...unheard])
        rows.push({
          at: isoAt(now, timeZone),
          memberId: recipient.memberId,
          recipient: recipient.key,
          post: recipient.role,
          unit: units.get(subject.unitId) ?? "",
          subjectKind: subject.kind,
          subject: subject.label,
          rung,
          reason,
        });
    }
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
