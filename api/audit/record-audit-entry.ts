import { insertAuditEntry, type NewAuditEntry } from "../../db/queries/audit-queries.ts";
import type { TenantTx } from "../../db/scope.ts";
import type { Work } from "../shared/work.ts";
import type { AuditAction } from "./audit-action.ts";

/** Posts and ids only: an entry outlives the person who made it. */
export const auditActor = (actor: Work["actor"]): string => {
  if (actor.kind === "key") return `key:${actor.keyId}`;
  if (actor.kind !== "member") return actor.kind;
  const post = actor.current?.id ?? `member:${actor.memberId}`;
  return actor.keyId === null ? post : `key:${actor.keyId} for ${post}`;
};

/** Written in the use case's own transaction. `details` hold ids, dates and codes, never names or words. */
export const recordAuditEntry = (
  work: Work,
  action: AuditAction,
  subject: { readonly kind: string; readonly id: string | null },
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> =>
  recordEntryWithoutWork(work.tx, {
    at: work.now,
    actor: auditActor(work.actor),
    action,
    subjectKind: subject.kind,
    subjectId: subject.id,
    details,
  });

/** The same where nobody has begun to work yet, or nobody at all does: a code is redeemed, the tick runs. */
export const recordEntryWithoutWork = (
  tx: TenantTx,
  entry: NewAuditEntry & { readonly action: AuditAction },
): Promise<void> => insertAuditEntry(tx, entry);
