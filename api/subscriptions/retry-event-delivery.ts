import { requeueEventDelivery, selectEventDelivery } from "../../db/queries/event-delivery-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { may } from "../members/permissions.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { type ShownEventDelivery, shownEventDelivery } from "./event-delivery.ts";
import { showSubscription } from "./list-subscriptions.ts";

/**
 * Once more, now, and from the first pause on if it fails again; one that has arrived too, under the same id.
 * Refuses `not_allowed`, `event_delivery_not_found`, `subscription_ended`, `subscription_paused`.
 */
export const retryEventDelivery: UseCase<{ readonly deliveryId: string }, ShownEventDelivery> = async (
  work,
  { deliveryId },
) => {
  if (!may(work.actor, "manage-subscriptions")) return refuse("not_allowed");
  const delivery = await selectEventDelivery(work.tx, deliveryId);
  if (delivery === null) return refuse("event_delivery_not_found");
  const of = await showSubscription(work, delivery);
  if (!of.ok) return of;
  if (of.value.state === "ended") return refuse("subscription_ended");
  if (of.value.state === "paused") return refuse("subscription_paused");
  await requeueEventDelivery(work.tx, deliveryId, work.now);
  await recordAuditEntry(work, "event-delivery-retried", { kind: "event_delivery", id: deliveryId });
  const after = await selectEventDelivery(work.tx, deliveryId);
  return after === null ? refuse("event_delivery_not_found") : ok(shownEventDelivery(after));
};
