import { and, asc, count, eq, gt, inArray, isNull, max } from "drizzle-orm";
import { auditEntry } from "../schema/audit.ts";
import { subscription } from "../schema/subscriptions.ts";
import type { TenantTx } from "../scope.ts";

/** Without its secret, which only what signs may read. */
export type SubscriptionRow = Omit<typeof subscription.$inferSelect, "organizationId" | "secret">;

const columns = {
  id: subscription.id,
  url: subscription.url,
  actions: subscription.actions,
  followedTo: subscription.followedTo,
  createdAt: subscription.createdAt,
  pausedAt: subscription.pausedAt,
  endedAt: subscription.endedAt,
};

const one = (tx: TenantTx, subscriptionId: string) =>
  and(eq(subscription.organizationId, tx.organizationId), eq(subscription.id, subscriptionId));

export const insertSubscription = async (
  tx: TenantTx,
  row: Omit<typeof subscription.$inferInsert, "organizationId">,
): Promise<void> => {
  await tx.db.insert(subscription).values({ ...row, organizationId: tx.organizationId });
};

export const selectSubscription = async (
  tx: TenantTx,
  subscriptionId: string,
): Promise<SubscriptionRow | null> =>
  (await tx.db.select(columns).from(subscription).where(one(tx, subscriptionId)))[0] ?? null;

export const selectSubscriptionPage = (
  tx: TenantTx,
  page: { readonly after: string | null; readonly limit: number },
): Promise<SubscriptionRow[]> =>
  tx.db
    .select(columns)
    .from(subscription)
    .where(
      and(
        eq(subscription.organizationId, tx.organizationId),
        page.after === null ? undefined : gt(subscription.id, page.after),
      ),
    )
    .orderBy(asc(subscription.id))
    .limit(page.limit);

/** Those that were not ended, paused ones too. */
export const countSubscriptions = async (tx: TenantTx): Promise<number> =>
  (
    await tx.db
      .select({ standing: count() })
      .from(subscription)
      .where(and(eq(subscription.organizationId, tx.organizationId), isNull(subscription.endedAt)))
  )[0]?.standing ?? 0;

export const updateSubscription = async (
  tx: TenantTx,
  subscriptionId: string,
  change: Partial<
    Pick<
      typeof subscription.$inferSelect,
      "url" | "actions" | "secret" | "pausedAt" | "endedAt" | "followedTo"
    >
  >,
): Promise<void> => {
  if (Object.keys(change).length === 0) return;
  await tx.db.update(subscription).set(change).where(one(tx, subscriptionId));
};

/** Whoever settles events that change it comes one after the other, before any of its deliveries is touched. */
export const lockSubscription = async (
  tx: TenantTx,
  subscriptionId: string,
): Promise<SubscriptionRow | null> =>
  (await tx.db.select(columns).from(subscription).where(one(tx, subscriptionId)).for("update"))[0] ?? null;

/** Where an event goes and what signs it; null while nothing is sent there. */
export const selectSigning = async (
  tx: TenantTx,
  subscriptionId: string,
): Promise<{ readonly url: string; readonly secret: string } | null> =>
  (
    await tx.db
      .select({ url: subscription.url, secret: subscription.secret })
      .from(subscription)
      .where(and(one(tx, subscriptionId), isNull(subscription.pausedAt), isNull(subscription.endedAt)))
  )[0] ?? null;

/** The office's subscriptions that follow the chain, locked: two ticks at once make one delivery. */
export const lockFollowers = (tx: TenantTx): Promise<SubscriptionRow[]> =>
  tx.db
    .select(columns)
    .from(subscription)
    .where(
      and(
        eq(subscription.organizationId, tx.organizationId),
        isNull(subscription.pausedAt),
        isNull(subscription.endedAt),
      ),
    )
    .orderBy(asc(subscription.id))
    .for("update");

/** The end of the office's chain; 0 before the first link. */
export const selectChainEnd = async (tx: TenantTx): Promise<number> =>
  (
    await tx.db
      .select({ end: max(auditEntry.chainPosition) })
      .from(auditEntry)
      .where(eq(auditEntry.organizationId, tx.organizationId))
  )[0]?.end ?? 0;

/** Links behind a position, in their order. */
export const selectLinksAfter = async (
  tx: TenantTx,
  after: number,
  limit: number,
): Promise<{ readonly position: number; readonly action: string }[]> =>
  (
    await tx.db
      .select({ position: auditEntry.chainPosition, action: auditEntry.action })
      .from(auditEntry)
      .where(and(eq(auditEntry.organizationId, tx.organizationId), gt(auditEntry.chainPosition, after)))
      .orderBy(asc(auditEntry.chainPosition))
      .limit(limit)
  ).flatMap(({ position, action }) => (position === null ? [] : [{ position, action }]));

/** What the links at these places of the chain tell of. */
export const selectActionsAt = (
  tx: TenantTx,
  positions: readonly number[],
): Promise<{ readonly position: number | null; readonly action: string }[]> =>
  tx.db
    .select({ position: auditEntry.chainPosition, action: auditEntry.action })
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.organizationId, tx.organizationId),
        inArray(auditEntry.chainPosition, [...positions]),
      ),
    );

export const selectLink = async (tx: TenantTx, position: number) =>
  (
    await tx.db
      .select({
        at: auditEntry.at,
        actor: auditEntry.actor,
        action: auditEntry.action,
        subjectKind: auditEntry.subjectKind,
        subjectId: auditEntry.subjectId,
        details: auditEntry.details,
      })
      .from(auditEntry)
      .where(and(eq(auditEntry.organizationId, tx.organizationId), eq(auditEntry.chainPosition, position)))
  )[0] ?? null;
