import { failEventDeliveries } from "../../db/queries/event-delivery-queries.ts";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import { updateSubscription } from "../../db/queries/subscription-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { may } from "../members/permissions.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase, Work } from "../shared/work.ts";
import type { EventProblem } from "./decide-event-settlement.ts";
import { showSubscription } from "./list-subscriptions.ts";

const ENDED: EventProblem = "subscription_ended";

/** What still waits is never sent; the log stays. */
export const finishSubscription = async (
  work: Work,
  subscriptionId: string,
  reason: "asked" | "gone",
): Promise<void> => {
  await updateSubscription(work.tx, subscriptionId, { endedAt: work.now });
  await failEventDeliveries(work.tx, subscriptionId, work.now, ENDED);
  await recordAuditEntry(
    work,
    "subscription-ended",
    { kind: "subscription", id: subscriptionId },
    { reason },
  );
};

/** For good: another one is a new subscription. Refuses `not_allowed`, `subscription_not_found`, `subscription_ended`. */
export const endSubscription: UseCase<{ readonly subscriptionId: string }, null> = async (
  work,
  { subscriptionId },
) => {
  if (!may(work.actor, "manage-subscriptions")) return refuse("not_allowed");
  await lockOrganization(work.tx);
  const before = await showSubscription(work, { subscriptionId });
  if (!before.ok) return before;
  if (before.value.state === "ended") return refuse("subscription_ended");
  await finishSubscription(work, subscriptionId, "asked");
  return ok(null);
};
