import { requeueEventDelivery, selectEventDelivery } from "../../db/queries/event-delivery-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { may } from "../members/permissions.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import type { ShownEventDelivery } from "./event-delivery.ts";
import { showSubscription } from "./list-subscriptions.ts";
import { showEventDeliveries } from "./show-event-deliveries.ts";

/**
 * Once more, now, and from the first pause on if it fails again, under the same id.
 * Refuses `not_allowed`, `event_delivery_not_found`, `event_delivered`, `subscription_ended`, `subscription_paused`.
 */
export const retryEventDelivery: UseCase<{ readonly deliveryId: string }, ShownEventDelivery> = async (
  work,
  { deliveryId },
) => {
  if (!may(work.actor, "manage-subscriptions")) return refuse("not_allowed");
  const delivery = await selectEventDelivery(work.tx, deliveryId);
  if (delivery === null) return refuse("event_delivery_not_found");
  if (delivery.state === "delivered") return refuse("event_delivered");
  const of = await showSubscription(work, delivery);
  if (!of.ok) return of;
  if (of.value.state === "ended") return refuse("subscription_ended");
  if (of.value.state === "paused") return refuse("subscription_paused");
  await requeueEventDelivery(work.tx, deliveryId, work.now);
  await recordAuditEntry(work, "event-delivery-retried", { kind: "event_delivery", id: deliveryId });
  const after = await selectEventDelivery(work.tx, deliveryId);
  const [shown] = await showEventDeliveries(work, after === null ? [] : [after]);
  return shown === undefined ? refuse("event_delivery_not_found") : ok(shown);
};
