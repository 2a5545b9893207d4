import type { Role } from "../members/member.ts";
import { groupBy } from "../shared/group-by.ts";
import type { LedgerRow } from "./ledger.ts";
import type { NudgeDecision, NudgeReason, Subject } from "./nudge.ts";
import type { PostFacts } from "./planning-facts.ts";

/** A nudge of a digest that has not left yet, as the ledger holds it. */
export type QueuedNudge = LedgerRow & {
  readonly id: string;
  readonly outboxId: string;
  readonly memberId: string;
  readonly role: Role;
  readonly reason: string;
  readonly plannedFor: Date;
};

export type MergedDigest = {
  readonly memberId: string;
  readonly fresh: readonly NudgeDecision[];
  /** From digests that were taken back, and still true. */
  readonly carried: readonly { readonly id: string; readonly nudge: NudgeDecision }[];
};

export type Merge = {
  readonly digests: readonly MergedDigest[];
  readonly withdrawnOutboxIds: readonly string[];
  readonly untrueIds: readonly string[];
  readonly mergedIds: readonly string[];
};

/**
 * New nudges and digests that still wait (nobody opened the page, the messenger rested), made into one digest a
 * person: what has become untrue is taken back, what a later rung says again gives way to it, the rest is carried
 * over. Digests that are still right stay as they are.
 */
export const mergeDigests = (
  fresh: readonly NudgeDecision[],
  queued: readonly QueuedNudge[],
  open: readonly Subject[],
  posts: readonly PostFacts[],
): Merge => {
  const subjects = new Map(
    open.filter(({ settled }) => settled === null).map((subject) => [keyOfSubject(subject), subject]),
  );
  const freshOf = groupBy(fresh, ({ recipient }) => recipient.key);
  const queuedOf = groupBy(queued, ({ memberId }) => memberId);
  const postsOf = groupBy(posts, ({ memberId }) => memberId);

  const digests: MergedDigest[] = [];
  const withdrawnOutboxIds = new Set<string>();
  const untrueIds: string[] = [];
  const mergedIds: string[] = [];
  for (const memberId of new Set([...freshOf.keys(), ...queuedOf.keys()])) {
    const news = freshOf.get(memberId) ?? [];
    const waiting = queuedOf.get(memberId) ?? [];
    const said = new Set(news.map(({ subject }) => keyOfSubject(subject)));
    const carried = new Map<string, { readonly id: string; readonly nudge: NudgeDecision }>();
    const untrue: string[] = [];
    const merged: string[] = [];
    // The latest first: of several that wait, only the last rung of a subject is carried.
    for (const row of waiting.toSorted(
      (one, other) => other.plannedFor.getTime() - one.plannedFor.getTime(),
    )) {
      const key = keyOfRow(row);
      const subject = subjects.get(key);
      const post = postsOf
        .get(memberId)
        ?.find(({ role }) => role === row.role || row.role === "consolidator");
      if (subject === undefined || post === undefined) untrue.push(row.id);
      else if (said.has(key) || carried.has(key)) merged.push(row.id);
      else carried.set(key, { id: row.id, nudge: decisionOf(row, subject, post.unitId) });
    }
    const severalWait = new Set(waiting.map(({ outboxId }) => outboxId)).size > 1;
    if (news.length === 0 && untrue.length === 0 && !severalWait) continue;
    for (const { outboxId } of waiting) withdrawnOutboxIds.add(outboxId);
    untrueIds.push(...untrue);
    mergedIds.push(...merged);
    if (news.length + carried.size > 0)
      digests.push({ memberId, fresh: news, carried: [...carried.values()] });
  }
  return { digests, withdrawnOutboxIds: [...withdrawnOutboxIds], untrueIds, mergedIds };
};

const keyOfSubject = ({ kind, id, unitId, dueOn }: Subject): string => `${kind} ${id} ${unitId} ${dueOn}`;
const keyOfRow = ({ subjectKind, subjectId, unitId, dueOn }: LedgerRow): string =>
  `${subjectKind} ${subjectId} ${unitId} ${dueOn}`;

const REASONS: ReadonlySet<string> = new Set<NudgeReason>([
  "due_soon",
  "last_working_day",
  "overdue",
  "escalated",
  "overdue_at_start",
  "unacknowledged",
]);
const isReason = (reason: string): reason is NudgeReason => REASONS.has(reason);

const decisionOf = (row: QueuedNudge, subject: Subject, unitId: string | null): NudgeDecision => ({
  subject,
  recipient: { key: row.memberId, memberId: row.memberId, role: row.role, unitId },
  rung: row.rung,
  reason: isReason(row.reason) ? row.reason : "overdue",
  plannedFor: row.plannedFor,
});
