import type { z } from "zod";
import { selectSubscription, selectSubscriptionPage } from "../../db/queries/subscription-queries.ts";
import { may } from "../members/permissions.ts";
import { idCursorSchema, type Page, pageOf, pageQuerySchema, readCursor } from "../shared/page.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { type ShownSubscription, shownSubscription } from "./subscription.ts";

/** Ended ones too, as they were made. Refuses `not_allowed`, `request_invalid`, `cursor_invalid`. */
export const listSubscriptions: UseCase<z.input<typeof pageQuerySchema>, Page<ShownSubscription>> = async (
  work,
  raw,
) => {
  if (!may(work.actor, "manage-subscriptions")) return refuse("not_allowed");
  const parsed = pageQuerySchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { limit, cursor } = parsed.data;
  const after = cursor === undefined ? null : readCursor(cursor, idCursorSchema);
  if (cursor !== undefined && after === null) return refuse("cursor_invalid");
  const rows = await selectSubscriptionPage(work.tx, { after: after?.[0] ?? null, limit: limit + 1 });
  return ok(pageOf(rows.map(shownSubscription), limit, ({ id }) => [id]));
};

/** Refuses `not_allowed`, `subscription_not_found`. */
export const showSubscription: UseCase<{ readonly subscriptionId: string }, ShownSubscription> = async (
  work,
  { subscriptionId },
) => {
  if (!may(work.actor, "manage-subscriptions")) return refuse("not_allowed");
  const row = await selectSubscription(work.tx, subscriptionId);
  return row === null ? refuse("subscription_not_found") : ok(shownSubscription(row));
};
