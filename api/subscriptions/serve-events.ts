import {
  claimEventDelivery,
  type EventDeliveryRow,
  hasDeliveredSince,
  settleEventDelivery,
} from "../../db/queries/event-delivery-queries.ts";
import {
  lockSubscription,
  selectLink,
  selectSigning,
  updateSubscription,
} from "../../db/queries/subscription-queries.ts";
import { type DueEvent, selectDueEvents } from "../../db/queries/system-event-queries.ts";
import { type Database, type TenantTx, tenantScope } from "../../db/scope.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { openWork } from "../organizations/open-work.ts";
import type { EventSettlement } from "./decide-event-settlement.ts";
import { finishSubscription } from "./end-subscription.ts";
import { eventOf, TRIAL_POSITION, trialEventOf, type WebhookEvent } from "./webhook-event.ts";

export type { DueEvent };

/** One attempt that was begun. */
export type ClaimedEvent = DueEvent & {
  readonly attempts: number;
  readonly createdAt: Date;
  readonly url: string;
  readonly secret: string;
  readonly event: WebhookEvent;
};

/** The sender's side of the deliveries: every step is one transaction. */
export type Events = {
  readonly due: (
    now: Date,
    except: { readonly subscriptionIds: readonly string[]; readonly ids: readonly string[] },
    limit: number,
  ) => Promise<readonly DueEvent[]>;
  /** Null: somebody else has it, or it is no longer wanted. */
  readonly claim: (due: DueEvent, now: Date) => Promise<ClaimedEvent | null>;
  /** What became of the subscription by it. */
  readonly settle: (
    claimed: ClaimedEvent,
    settlement: EventSettlement,
    now: Date,
  ) => Promise<"goes_on" | "paused" | "ended">;
};

/** Whoever dies on the way to the other system is waited for that long; longer than any attempt takes. */
const CLAIMED_MS = 60_000;

export const eventsOf = (database: Database): Events => ({
  due: (now, except, limit) => database.inSystem((tx) => selectDueEvents(tx, now, except, limit)),
  claim: (due, now) =>
    database.inTenant(tenantScope(due.organizationId), async (tx) => {
      const signing = await selectSigning(tx, due.subscriptionId);
      if (signing === null) return null;
      const until = new Date(now.getTime() + CLAIMED_MS);
      const claimed = await claimEventDelivery(tx, { id: due.id, now, until });
      if (claimed === null) return null;
      const { attempts, createdAt } = claimed;
      return { ...due, ...signing, attempts, createdAt, event: await loadEvent(tx, claimed) };
    }),
  settle: ({ organizationId, id, attempts, subscriptionId, createdAt }, settlement, now) =>
    database.inTenant(tenantScope(organizationId), async (tx) => {
      const changes = settlement.kind === "gone" || settlement.kind === "failed";
      if (changes) await lockSubscription(tx, subscriptionId);
      const settled = await settleEventDelivery(tx, { id, attempts }, outcomeOf(settlement, now));
      if (!settled) return "goes_on";
      if (settlement.kind === "gone") {
        await finishSubscription(await openWork(tx, { kind: "tick" }, now), subscriptionId, "gone");
        return "ended";
      }
      if (settlement.kind !== "failed" || (await hasDeliveredSince(tx, subscriptionId, createdAt)))
        return "goes_on";
      // For days nothing has arrived: a person looks at it before the office sends on.
      await updateSubscription(tx, subscriptionId, { pausedAt: now });
      const work = await openWork(tx, { kind: "tick" }, now);
      await recordAuditEntry(work, "subscription-paused", { kind: "subscription", id: subscriptionId });
      return "paused";
    }),
});

const loadEvent = async (tx: TenantTx, delivery: EventDeliveryRow): Promise<WebhookEvent> => {
  if (delivery.chainPosition === TRIAL_POSITION) return trialEventOf(tx.organizationId, delivery);
  const link = await selectLink(tx, delivery.chainPosition);
  // The chain is append-only: a delivery without its link is a bug.
  if (link === null) throw new Error("a delivery names a link that is not there");
  return eventOf(tx.organizationId, delivery, link);
};

const outcomeOf = (settlement: EventSettlement, now: Date): Parameters<typeof settleEventDelivery>[2] => {
  switch (settlement.kind) {
    case "delivered":
      return { state: "delivered", settledAt: now, lastStatus: settlement.status, lastProblem: null };
    case "gone":
      return { state: "failed", settledAt: now, lastStatus: settlement.status, lastProblem: null };
    case "again":
      return {
        notBefore: settlement.notBefore,
        lastStatus: settlement.status,
        lastProblem: settlement.problem,
      };
    case "failed":
      return {
        state: "failed",
        settledAt: now,
        lastStatus: settlement.status,
        lastProblem: settlement.problem,
      };
  }
};
