import {
  insertDigests,
  insertTickAuditEntries,
  lockPlanning,
  lockQueuedDigests,
  moveNudges,
  type NewDigest,
  type NewLedgerRow,
  recordNudges,
  selectLedger,
  setLive,
} from "../../db/queries/system-nudge-queries.ts";
import {
  type PlanningSelection,
  planningCalendarDays,
} from "../../db/queries/system-planning-office-queries.ts";
import type { Database, SystemTx } from "../../db/scope.ts";
import type { AuditAction } from "../audit/audit-action.ts";
import type { WorkingCalendar } from "../calendar/calendar-day.ts";
import type { Policy } from "../organizations/organization.ts";
import { groupBy } from "../shared/group-by.ts";
import { addDays, localDate, localDateAt } from "../shared/local-date.ts";
import { composeCalendars } from "./compose-calendars.ts";
import { composeDigest } from "./compose-digest.ts";
import { decideNudges } from "./decide-nudges.ts";
import { deriveSubjects } from "./derive-subjects.ts";
import { ledgerOf } from "./ledger.ts";
import { daysAround, loadPlanningFacts } from "./load-planning-facts.ts";
import { mergeDigests, type QueuedNudge } from "./merge-digests.ts";
import type { NudgeDecision, SkipDecision } from "./nudge.ts";
import { pickDigestSubject } from "./pick-digest-subject.ts";
import { planRungsOnce } from "./plan-rungs-once.ts";
import type { PlanningFacts } from "./planning-facts.ts";
import { resolveLiveDay } from "./resolve-live-day.ts";
import { withdrawUntrueNudges } from "./withdraw-untrue-nudges.ts";

export type PlanningCounts = {
  readonly queued: number;
  readonly skipped: number;
  readonly withdrawn: number;
};

export type Planner = {
  readonly database: Database;
  readonly now: Date;
  readonly newId: () => string;
  readonly policyOf: (stored: unknown) => Policy;
};

/** So many offices in one transaction: a crash repeats at most that many decisions. */
const OFFICES_AT_ONCE = 100;

/**
 * Plans the offices in sets, each set in one transaction: the ledger, the digests in the outbox and the audit
 * entries are there together or not at all. Run again at the same instant it adds nothing.
 */
export const queueDueNudges = async (
  planner: Planner,
  organizationIds: readonly string[],
): Promise<PlanningCounts> => {
  const ladderOf = planRungsOnce(addDays(localDateAt(planner.now, "UTC"), 2));
  let counts: PlanningCounts = { queued: 0, skipped: 0, withdrawn: 0 };
  for (let at = 0; at < organizationIds.length; at += OFFICES_AT_ONCE) {
    const ids = organizationIds.slice(at, at + OFFICES_AT_ONCE);
    const added = await planner.database.inSystem((tx) => planOffices(tx, planner, ids, ladderOf));
    counts = {
      queued: counts.queued + added.queued,
      skipped: counts.skipped + added.skipped,
      withdrawn: counts.withdrawn + added.withdrawn,
    };
  }
  return counts;
};

const planOffices = async (
  tx: SystemTx,
  planner: Planner,
  organizationIds: readonly string[],
  ladderOf: ReturnType<typeof planRungsOnce>,
): Promise<PlanningCounts> => {
  await lockPlanning(tx);
  const { now, policyOf } = planner;
  const near = daysAround(now);
  const selection: PlanningSelection = { organizationIds, ...near, posts: near };
  const calendars = composeCalendars(await planningCalendarDays(tx, organizationIds), now);
  const offices = await loadPlanningFacts(tx, selection, now, policyOf);
  const waiting = new Map(
    (await lockQueuedDigests(tx, organizationIds)).map((row) => [row.id, row.notBefore]),
  );
  const ledgers = groupBy(await selectLedger(tx, organizationIds), (row) => row.organizationId);

  const rows: NewLedgerRow[] = [];
  const digests: NewDigest[] = [];
  const entries: Parameters<typeof insertTickAuditEntries>[1][number][] = [];
  const moves: { readonly organizationId: string; readonly ids: readonly string[]; readonly to: string }[] =
    [];
  let withdrawn = 0;
  for (const office of offices) {
    const { id: organizationId, timeZone } = office.organization;
    const facts = resolveLiveDay(office, now);
    if (facts === null) continue;
    if (facts !== office) {
      await setLive(tx, organizationId, facts.organization.liveOn ?? near.to);
      entries.push({
        organizationId,
        at: now,
        action: "organization-live" satisfies AuditAction,
        ...aboutOffice(organizationId),
      });
    }
    const calendar = calendars.of(organizationId);
    const ledger = (ledgers.get(organizationId) ?? []).map((row) => ({
      ...row,
      dueOn: localDate(row.dueOn),
      decidedOn: localDateAt(row.decidedAt, timeZone),
    }));
    const decided = decideNudges(facts, calendar, now, ledgerOf(ledger), ladderOf);
    const queued = ledger.filter(
      (row): row is typeof row & QueuedNudge =>
        row.outcome === "queued" &&
        row.memberId !== null &&
        row.outboxId !== null &&
        waiting.has(row.outboxId),
    );
    const open = queued.length === 0 ? [] : deriveSubjects(facts, localDateAt(now, timeZone));
    const merge = mergeDigests(decided.nudges, queued, open, facts.posts);
    withdrawn += await withdrawUntrueNudges(tx, organizationId, merge);

    rows.push(...decided.skips.map((skip) => ledgerValues(skip, "skipped", null, planner, organizationId)));
    for (const digest of merge.digests) {
      const outboxId = planner.newId();
      const nudges = [...digest.fresh, ...digest.carried.map(({ nudge }) => nudge)];
      digests.push({
        id: outboxId,
        organizationId,
        memberId: digest.memberId,
        locale: facts.members.find(({ id }) => id === digest.memberId)?.locale ?? "vi",
        message: digestMessage(nudges, facts, calendar, now),
        subject: pickDigestSubject(nudges, facts.tasks),
        createdAt: now,
        notBefore: now,
      });
      rows.push(
        ...digest.fresh.map((nudge) => ledgerValues(nudge, "queued", outboxId, planner, organizationId)),
      );
      moves.push({ organizationId, ids: digest.carried.map(({ id }) => id), to: outboxId });
      entries.push({
        organizationId,
        at: now,
        action: "nudges-queued" satisfies AuditAction,
        subjectKind: "outbox_message",
        subjectId: outboxId,
        details: {
          memberId: digest.memberId,
          nudges: nudges.map(({ subject: { kind, id, unitId }, rung }) => ({ kind, id, unitId, rung })),
        },
      });
    }
  }
  const written = await recordNudges(tx, rows);
  await insertDigests(tx, digests);
  for (const { organizationId, ids, to } of moves) await moveNudges(tx, organizationId, ids, to);
  await insertTickAuditEntries(tx, entries);
  const recorded = rows.filter(({ id }) => written.has(id));
  const queued = recorded.filter(({ outcome }) => outcome === "queued").length;
  return { queued, skipped: recorded.length - queued, withdrawn };
};

const digestMessage = (
  nudges: readonly NudgeDecision[],
  { units, organization }: PlanningFacts,
  calendar: WorkingCalendar,
  now: Date,
) =>
  composeDigest(nudges, new Map(units.map(({ id, name }) => [id, name])), {
    today: localDateAt(now, organization.timeZone),
    policy: organization.policy,
    calendar,
  });

const aboutOffice = (organizationId: string) => ({
  subjectKind: "organization",
  subjectId: organizationId,
  details: {},
});

const ledgerValues = (
  { subject, recipient, rung, reason, plannedFor }: NudgeDecision | SkipDecision,
  outcome: "queued" | "skipped",
  outboxId: string | null,
  { newId, now }: Planner,
  organizationId: string,
): NewLedgerRow => ({
  organizationId,
  id: newId(),
  subjectKind: subject.kind,
  subjectId: subject.id,
  unitId: subject.unitId,
  role: recipient.role,
  recipient: recipient.key,
  memberId: recipient.memberId,
  rung,
  dueOn: subject.dueOn,
  outcome,
  reason,
  plannedFor,
  decidedAt: now,
  outboxId,
});
