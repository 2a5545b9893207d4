import type { WorkingCalendar } from "../calendar/calendar-day.ts";
import { addWorkingDays, isWorkingDay } from "../calendar/working-days.ts";
import { groupBy } from "../shared/group-by.ts";
import { instantAt, type LocalDate, type LocalTime, localDateAt, localTimeAt } from "../shared/local-date.ts";
import { deriveSubjects } from "./derive-subjects.ts";
import type { Ledger } from "./ledger.ts";
import {
  type Decisions,
  type LadderStart,
  NO_DECISIONS,
  type NudgeDecision,
  type NudgeReason,
  type Recipient,
  type Rung,
  type SkipDecision,
  type SkipReason,
  type Subject,
} from "./nudge.ts";
import { nearestPost, pickRecipients } from "./pick-recipients.ts";
import { planRungs } from "./plan-rungs.ts";
import type { CatalogueFacts, PlanningFacts } from "./planning-facts.ts";

type Told = { readonly recipient: Recipient; readonly rungs: readonly Rung[] };
type Day = { readonly today: LocalDate; readonly time: LocalTime };

/**
 * What is to be said now, and what is not, each with its reason. It comes from state alone: of each subject the
 * latest rung whose hour has come is said once to each person, however late that is; what was missed before it is
 * recorded as superseded. Nothing is decided on a day off or outside a person's hours: it stays for the morning.
 */
export const decideNudges = (
  facts: PlanningFacts,
  calendar: WorkingCalendar,
  now: Date,
  said: Ledger,
  ladderOf: typeof planRungs = planRungs,
): Decisions => {
  const { policy, timeZone, liveOn } = facts.organization;
  const day: Day = { today: localDateAt(now, timeZone), time: localTimeAt(now, timeZone) };
  if (liveOn === null) return NO_DECISIONS;
  const isWorked = isWorkingDay(calendar, day.today);

  const catalogues = new Map(facts.catalogues.map((catalogue) => [catalogue.id, catalogue]));
  const book = pickRecipients(facts);
  const hourOf = ({ memberId }: Recipient): LocalTime =>
    (memberId === null ? null : book.member(memberId)?.digestAt) ?? policy.digestAt;
  const closing = policy.workingHours.reduce((last, [, end]) => (end > last ? end : last), policy.digestAt);
  /** Not before the person's hour, and not in the evening; whose own hour is in the evening means it. */
  const isOpen = (recipient: Recipient): boolean => {
    const hour = hourOf(recipient);
    return isWorked && hour <= day.time && (day.time <= closing || hour >= closing);
  };

  const toldOf = (subject: Subject, catalogue: CatalogueFacts): readonly Told[] => {
    const start = ladderStart(liveOn, catalogue.publishedOn, day.today);
    if (subject.kind === "assignment")
      return book.pick({ unitId: subject.unitId, consolidatingUnitId: null }, ["head"]).map((recipient) => {
        const since = recipient.memberId === null ? null : book.member(recipient.memberId)?.reachableSince;
        const from = since != null && since > start.on && since <= day.today ? since : start.on;
        return {
          recipient,
          rungs: [acknowledgementRung(addWorkingDays(calendar, from, policy.acknowledgeAfter))],
        };
      });
    const rungs = ladderOf({ dueOn: subject.dueOn, start, until: day.today, policy, calendar });
    const owing = { unitId: subject.unitId, consolidatingUnitId: catalogue.consolidatingUnitId };
    const pairs = rungs
      .filter(({ on }) => on <= day.today)
      .flatMap((rung) => book.pick(owing, rung.audience).map((recipient) => ({ rung, recipient })));
    return [...groupBy(pairs, ({ recipient }) => recipient.key).values()].flatMap((ofOne) => {
      const recipient = nearestPost(ofOne.map((pair) => pair.recipient));
      return recipient === undefined ? [] : [{ recipient, rungs: ofOne.map(({ rung }) => rung) }];
    });
  };

  const nudges: NudgeDecision[] = [];
  const skips: SkipDecision[] = [];
  let waits = false;
  for (const subject of deriveSubjects(facts, day.today)) {
    const catalogue = catalogues.get(subject.catalogueId);
    if (catalogue === undefined) continue;
    for (const { recipient, rungs } of toldOf(subject, catalogue)) {
      const opened = isOpen(recipient);
      const member = recipient.memberId === null ? undefined : book.member(recipient.memberId);
      const decision = (rung: Rung) => ({
        subject,
        recipient,
        rung: rung.name,
        plannedFor: instantAt(rung.on, hourOf(recipient), timeZone),
      });
      const skip = (rung: Rung, reason: SkipReason): void => {
        if (said.outcomeOf(subject, recipient.key, rung.name) !== null) return;
        if (opened) skips.push({ ...decision(rung), reason, insteadOf: reasonFor(recipient, rung) });
        else waits ||= rung.on < day.today;
      };

      const come = rungs.filter(({ skip: beforeStart, on }) => beforeStart === null && on <= day.today);
      for (const rung of rungs) if (rung.skip !== null && rung.on <= day.today) skip(rung, rung.skip);
      const latest = come.at(-1);
      if (latest === undefined) continue;
      // The repeats of what is finished would fill the ledger week by week with the same word.
      const isWorthARow = (rung: Rung): boolean => subject.settled === null || !rung.repeated;
      // What came before a person could be reached was not missed by that person: the post's own row says why.
      for (const rung of come.slice(0, -1))
        if (isWorthARow(rung) && (member?.reachableSince == null || rung.on >= member.reachableSince))
          skip(rung, "superseded");

      if (subject.settled !== null) {
        if (isWorthARow(latest)) skip(latest, subject.settled);
      } else if (recipient.memberId === null) skip(latest, "nobody_linked");
      else if (said.outcomeOf(subject, recipient.key, latest.name) !== "queued") {
        if (opened && !said.hasDigest(recipient.memberId, day.today))
          nudges.push({ ...decision(latest), reason: reasonFor(recipient, latest) });
        else waits ||= latest.on < day.today;
      }
    }
  }
  return { nudges, skips, waits };
};

/**
 * What was due before the office was live or the catalogue published is not made up for. A publication that lies
 * ahead was entered by another clock (a demonstration moved back), and moves nothing.
 */
const ladderStart = (liveOn: LocalDate, publishedOn: LocalDate, today: LocalDate): LadderStart =>
  publishedOn > liveOn && publishedOn <= today
    ? { on: publishedOn, reason: "before_publication" }
    : { on: liveOn, reason: "before_go_live" };

/** The unit is reminded; whoever watches over it is told that it is late. */
const reasonFor = ({ role }: Recipient, rung: Rung): NudgeReason =>
  role === "consolidator" || role === "leader" ? "escalated" : rung.reason;

const acknowledgementRung = (on: LocalDate): Rung => ({
  name: "unacknowledged",
  on,
  audience: ["head"],
  reason: "unacknowledged",
  repeated: false,
  skip: null,
});
