import { and, desc, eq, gte, lt, lte, ne, sql } from "drizzle-orm";
import { eventDelivery } from "../schema/subscriptions.ts";
import type { TenantTx } from "../scope.ts";
import { insertRows } from "./rows.ts";

export type EventDeliveryRow = Omit<typeof eventDelivery.$inferSelect, "organizationId">;

const columns = {
  id: eventDelivery.id,
  subscriptionId: eventDelivery.subscriptionId,
  chainPosition: eventDelivery.chainPosition,
  state: eventDelivery.state,
  attempts: eventDelivery.attempts,
  createdAt: eventDelivery.createdAt,
  notBefore: eventDelivery.notBefore,
  settledAt: eventDelivery.settledAt,
  lastStatus: eventDelivery.lastStatus,
  lastProblem: eventDelivery.lastProblem,
};

const one = (tx: TenantTx, deliveryId: string) =>
  and(eq(eventDelivery.organizationId, tx.organizationId), eq(eventDelivery.id, deliveryId));
const of = (tx: TenantTx, subscriptionId: string) =>
  and(eq(eventDelivery.organizationId, tx.organizationId), eq(eventDelivery.subscriptionId, subscriptionId));

export const insertEventDeliveries = (
  tx: TenantTx,
  deliveries: readonly Pick<
    EventDeliveryRow,
    "id" | "subscriptionId" | "chainPosition" | "createdAt" | "notBefore"
  >[],
): Promise<void> =>
  insertRows(
    tx,
    eventDelivery,
    deliveries.map((delivery) => ({ ...delivery, state: "waiting" as const, attempts: 0 })),
  );

export const selectEventDelivery = async (
  tx: TenantTx,
  deliveryId: string,
): Promise<EventDeliveryRow | null> =>
  (await tx.db.select(columns).from(eventDelivery).where(one(tx, deliveryId)))[0] ?? null;

/** Newest first. */
export const selectEventDeliveryPage = (
  tx: TenantTx,
  page: {
    readonly subscriptionId: string;
    readonly state: EventDeliveryRow["state"] | null;
    readonly before: string | null;
    readonly limit: number;
  },
): Promise<EventDeliveryRow[]> =>
  tx.db
    .select(columns)
    .from(eventDelivery)
    .where(
      and(
        of(tx, page.subscriptionId),
        page.state === null ? undefined : eq(eventDelivery.state, page.state),
        page.before === null ? undefined : lt(eventDelivery.id, page.before),
      ),
    )
    .orderBy(desc(eventDelivery.id))
    .limit(page.limit);

/**
 * Marks an attempt before it is made: of two who want it one gets it, and whoever dies on the way leaves a
 * delivery that is due again at `until`. Null where it is not due.
 */
export const claimEventDelivery = async (
  tx: TenantTx,
  claim: { readonly id: string; readonly now: Date; readonly until: Date },
): Promise<EventDeliveryRow | null> =>
  (
    await tx.db
      .update(eventDelivery)
      .set({ attempts: sql`${eventDelivery.attempts} + 1`, notBefore: claim.until })
      .where(
        and(one(tx, claim.id), eq(eventDelivery.state, "waiting"), lte(eventDelivery.notBefore, claim.now)),
      )
      .returning(columns)
  )[0] ?? null;

/** What became of that attempt; nothing where a later one was begun, or a person has decided meanwhile. */
export const settleEventDelivery = async (
  tx: TenantTx,
  attempt: { readonly id: string; readonly attempts: number },
  outcome: Partial<
    Pick<EventDeliveryRow, "state" | "notBefore" | "settledAt" | "lastStatus" | "lastProblem">
  >,
): Promise<boolean> =>
  (
    await tx.db
      .update(eventDelivery)
      .set(outcome)
      .where(
        and(
          one(tx, attempt.id),
          eq(eventDelivery.state, "waiting"),
          eq(eventDelivery.attempts, attempt.attempts),
        ),
      )
      .returning({ id: eventDelivery.id })
  ).length === 1;

/** From the first attempt on once more. */
export const requeueEventDelivery = async (tx: TenantTx, deliveryId: string, at: Date): Promise<void> => {
  await tx.db
    .update(eventDelivery)
    .set({ state: "waiting", attempts: 0, notBefore: at, settledAt: null })
    .where(one(tx, deliveryId));
};

/** What waits for a subscription may leave at once. */
export const hastenEventDeliveries = async (
  tx: TenantTx,
  subscriptionId: string,
  at: Date,
): Promise<void> => {
  await tx.db
    .update(eventDelivery)
    .set({ notBefore: at })
    .where(and(of(tx, subscriptionId), eq(eventDelivery.state, "waiting")));
};

/** What still waited for a subscription that was ended. */
export const failEventDeliveries = async (
  tx: TenantTx,
  subscriptionId: string,
  at: Date,
  problem: string,
): Promise<void> => {
  await tx.db
    .update(eventDelivery)
    .set({ state: "failed", settledAt: at, lastProblem: problem })
    .where(and(of(tx, subscriptionId), eq(eventDelivery.state, "waiting")));
};

/** Whether anything has arrived there since. */
export const hasDeliveredSince = async (
  tx: TenantTx,
  subscriptionId: string,
  since: Date,
): Promise<boolean> =>
  (
    await tx.db
      .select({ id: eventDelivery.id })
      .from(eventDelivery)
      .where(
        and(
          of(tx, subscriptionId),
          eq(eventDelivery.state, "delivered"),
          gte(eventDelivery.settledAt, since),
        ),
      )
      .limit(1)
  ).length > 0;

/** The log's own age: what was settled before a certain id was made. */
export const deleteSettledDeliveries = async (tx: TenantTx, before: string): Promise<number> =>
  (
    await tx.db
      .delete(eventDelivery)
      .where(
        and(
          eq(eventDelivery.organizationId, tx.organizationId),
          lt(eventDelivery.id, before),
          ne(eventDelivery.state, "waiting"),
        ),
      )
      .returning({ id: eventDelivery.id })
  ).length;
