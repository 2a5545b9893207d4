import { insertEventDeliveries, selectEventDelivery } from "../../db/queries/event-delivery-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import type { ShownEventDelivery } from "./event-delivery.ts";
import { showSubscription } from "./list-subscriptions.ts";
import { showEventDeliveries } from "./show-event-deliveries.ts";
import { TRIAL_POSITION } from "./webhook-event.ts";

/**
 * An event that says nothing, sent as the others are, so that whoever sets up the other system sees it arrive.
 * Refuses `not_allowed`, `subscription_not_found`, `subscription_ended`, `subscription_paused`.
 */
export const queueTrialEvent: UseCase<{ readonly subscriptionId: string }, ShownEventDelivery> = async (
  work,
  { subscriptionId },
) => {
  const found = await showSubscription(work, { subscriptionId });
  if (!found.ok) return found;
  if (found.value.state === "ended") return refuse("subscription_ended");
  if (found.value.state === "paused") return refuse("subscription_paused");
  const id = work.newId();
  await insertEventDeliveries(work.tx, [
    { id, subscriptionId, chainPosition: TRIAL_POSITION, createdAt: work.now, notBefore: work.now },
  ]);
  await recordAuditEntry(work, "subscription-tried", { kind: "subscription", id: subscriptionId });
  const made = await selectEventDelivery(work.tx, id);
  const [shown] = await showEventDeliveries(work, made === null ? [] : [made]);
  return shown === undefined ? refuse("event_delivery_not_found") : ok(shown);
};
