import { z } from "zod";
import { selectEventDeliveryPage } from "../../db/queries/event-delivery-queries.ts";
import { idCursorSchema, type Page, pageOf, pageQuerySchema, readCursor } from "../shared/page.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { EVENT_DELIVERY_STATES, type ShownEventDelivery } from "./event-delivery.ts";
import { showSubscription } from "./list-subscriptions.ts";
import { showEventDeliveries } from "./show-event-deliveries.ts";

export const eventDeliveryFilterSchema = pageQuerySchema.extend({
  state: z.enum(EVENT_DELIVERY_STATES).optional(),
});

/** Newest first. Refuses `not_allowed`, `request_invalid`, `cursor_invalid`, `subscription_not_found`. */
export const listEventDeliveries: UseCase<
  z.input<typeof eventDeliveryFilterSchema> & { readonly subscriptionId: string },
  Page<ShownEventDelivery>
> = async (work, { subscriptionId, ...raw }) => {
  const found = await showSubscription(work, { subscriptionId });
  if (!found.ok) return found;
  const parsed = eventDeliveryFilterSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { limit, cursor, state } = parsed.data;
  const before = cursor === undefined ? null : readCursor(cursor, idCursorSchema);
  if (cursor !== undefined && before === null) return refuse("cursor_invalid");
  const rows = await selectEventDeliveryPage(work.tx, {
    subscriptionId,
    state: state ?? null,
    before: before?.[0] ?? null,
    limit: limit + 1,
  });
  return ok(pageOf(await showEventDeliveries(work, rows), limit, ({ id }) => [id]));
};
