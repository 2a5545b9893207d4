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
  setLookAgain,
  type TickAuditEntry,
} from "../../db/queries/system-nudge-queries.ts";
import {
  type PlanningSelection,
  planningCalendarDays,
} from "../../db/queries/system-planning-office-queries.ts";
import type { Database, SystemTx } from "../../db/scope.ts";
import type { AuditAction } from "../audit/audit-action.ts";
import type { Policy } from "../organizations/organization.ts";
import { groupBy } from "../shared/group-by.ts";
import {
  addDays,
  instantAt,
  type LocalDate,
  localDate,
  localDateAt,
  localTime,
} from "../shared/local-date.ts";
import { composeCalendars } from "./compose-calendars.ts";
import { composeDigest } from "./compose-digest.ts";
import { decideNudges } from "./decide-nudges.ts";
import { deriveSubjects } from "./derive-subjects.ts";
import type { DueWork } from "./find-due-work.ts";
import { ledgerOf } from "./ledger.ts";
import { daysAround, loadPlanningFacts } from "./load-planning-facts.ts";
import { mergeDigests, type QueuedNudge } from "./merge-digests.ts";
import type { NudgeDecision, SkipDecision } from "./nudge.ts";
import { pickDigestSubject } from "./pick-digest-subject.ts";
import { planNextLook } from "./plan-next-look.ts";
import { planRungsOnce } from "./plan-rungs-once.ts";
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

/** So much in one transaction: a crash repeats at most that many decisions. */
const OFFICES_AT_ONCE = 100;
const OFFICES_WITH_TASKS_AT_ONCE = 400;

type Part = Pick<PlanningSelection, "organizationIds" | "tasks">;

/**
 * Plans the offices in sets, each set in one transaction: the ledger, the digests in the outbox and the audit
 * entries are there together or not at all. Run again at the same instant it adds nothing.
 */
export const queueDueNudges = async (planner: Planner, due: DueWork): Promise<PlanningCounts> => {
  const ladderOf = planRungsOnce(addDays(localDateAt(planner.now, "UTC"), 2));
  let counts: PlanningCounts = { queued: 0, skipped: 0, withdrawn: 0 };
  for (const part of partsOf(due)) {
    const added = await planner.database.inSystem((tx) => planOffices(tx, planner, part, ladderOf));
    counts = {
      queued: counts.queued + added.queued,
      skipped: counts.skipped + added.skipped,
      withdrawn: counts.withdrawn + added.withdrawn,
    };
  }
  return counts;
};

const partsOf = function* ({ organizationIds, tasks }: DueWork): Generator<Part> {
  for (let at = 0; at < organizationIds.length; at += OFFICES_AT_ONCE)
    yield { organizationIds: organizationIds.slice(at, at + OFFICES_AT_ONCE), tasks: null };
  for (let at = 0; at < tasks.length; at += OFFICES_WITH_TASKS_AT_ONCE) {
    const offices = tasks.slice(at, at + OFFICES_WITH_TASKS_AT_ONCE);
    yield {
      organizationIds: offices.map(({ organizationId }) => organizationId),
      tasks: offices.flatMap(({ organizationId, taskIds }) => taskIds.map((id) => ({ organizationId, id }))),
    };
  }
};

const planOffices = async (
  tx: SystemTx,
  planner: Planner,
  part: Part,
  ladderOf: ReturnType<typeof planRungsOnce>,
): Promise<PlanningCounts> => {
  await lockPlanning(tx);
  const { now, policyOf } = planner;
  const { organizationIds } = part;
  const near = daysAround(now);
  const selection: PlanningSelection = { ...part, ...near, posts: near };
  const calendars = composeCalendars(await planningCalendarDays(tx, organizationIds), now);
  const offices = await loadPlanningFacts(tx, selection, now, policyOf);
  // Whoever has a digest that waits is judged as a whole.
  const waiting =
    part.tasks === null
      ? new Set((await lockQueuedDigests(tx, organizationIds)).map(({ id }) => id))
      : new Set<string>();
  const ledgers = groupBy(
    await selectLedger(tx, part, instantAt(near.from, localTime("00:00"), "UTC")),
    (row) => row.organizationId,
  );

  const rows: NewLedgerRow[] = [];
  const digests: NewDigest[] = [];
  const entries: (TickAuditEntry & { readonly action: AuditAction })[] = [];
  const moves: { readonly organizationId: string; readonly ids: readonly string[]; readonly to: string }[] =
    [];
  const looks: { readonly organizationId: string; readonly on: LocalDate | null }[] = [];
  let withdrawn = 0;
  for (const office of offices) {
    const { id: organizationId, timeZone, lookAgainOn } = office.organization;
    const today = localDateAt(now, timeZone);
    const facts = resolveLiveDay(office, now);
    const look = (waits: boolean): void => {
      if (office.extent === "tasks" && !waits) return;
      const on = planNextLook(office, today, waits);
      if (on !== lookAgainOn) looks.push({ organizationId, on });
    };
    if (facts === null) {
      look(false);
      continue;
    }
    if (facts !== office) {
      await setLive(tx, organizationId, facts.organization.liveOn ?? near.to);
      entries.push({
        organizationId,
        action: "organization-live",
        ...aboutOffice(organizationId),
      });
    }
    const calendar = calendars.of(organizationId);
    const ledger = (ledgers.get(organizationId) ?? []).map((row) => ({
      ...row,
      dueOn: localDate(row.dueOn),
      plannedFor: new Date(row.plannedFor),
      decidedOn: localDateAt(new Date(row.decidedAt), timeZone),
    }));
    const decided = decideNudges(facts, calendar, now, ledgerOf(ledger), ladderOf);
    look(decided.waits);
    const queued = ledger.filter(
      (row): row is typeof row & QueuedNudge =>
        row.outcome === "queued" &&
        row.memberId !== null &&
        row.outboxId !== null &&
        waiting.has(row.outboxId),
    );
    const open = queued.length === 0 ? [] : deriveSubjects(facts, today);
    const merge = mergeDigests(decided.nudges, queued, open, facts.posts);
    withdrawn += await withdrawUntrueNudges(tx, organizationId, merge);

    rows.push(...decided.skips.map((skip) => ledgerValues(skip, "skipped", null, planner, organizationId)));
    const unitNames = new Map(facts.units.map(({ id, name }) => [id, name]));
    const morning = { today, policy: facts.organization.policy, calendar };
    for (const digest of merge.digests) {
      const outboxId = planner.newId();
      const nudges = [...digest.fresh, ...digest.carried.map(({ nudge }) => nudge)];
      digests.push({
        id: outboxId,
        organizationId,
        memberId: digest.memberId,
        locale: facts.members.find(({ id }) => id === digest.memberId)?.locale ?? "vi",
        message: composeDigest(nudges, unitNames, morning),
        subject: pickDigestSubject(nudges, facts.tasks),
      });
      rows.push(
        ...digest.fresh.map((nudge) => ledgerValues(nudge, "queued", outboxId, planner, organizationId)),
      );
      moves.push({ organizationId, ids: digest.carried.map(({ id }) => id), to: outboxId });
      entries.push({
        organizationId,
        action: "nudges-queued",
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
  await insertDigests(tx, digests, now);
  for (const { organizationId, ids, to } of moves) await moveNudges(tx, organizationId, ids, to);
  await insertTickAuditEntries(tx, entries, now);
  await setLookAgain(tx, looks);
  return { ...written, withdrawn };
};

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
