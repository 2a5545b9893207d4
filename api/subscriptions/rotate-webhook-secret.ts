import { randomBytes } from "node:crypto";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import { updateSubscription } from "../../db/queries/subscription-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { may } from "../members/permissions.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { showSubscription } from "./list-subscriptions.ts";
import { SECRET_BYTES, secretFrom } from "./webhook-signature.ts";

/**
 * Another secret, shown this once; what is sent from now on is signed by it, repetitions too.
 * Refuses `not_allowed`, `subscription_not_found`, `subscription_ended`.
 */
export const rotateWebhookSecret: UseCase<
  { readonly subscriptionId: string },
  { readonly secret: string }
> = async (work, { subscriptionId }) => {
  if (!may(work.actor, "manage-subscriptions")) return refuse("not_allowed");
  await lockOrganization(work.tx);
  const before = await showSubscription(work, { subscriptionId });
  if (!before.ok) return before;
  if (before.value.state === "ended") return refuse("subscription_ended");
  const secret = secretFrom(randomBytes(SECRET_BYTES));
  await updateSubscription(work.tx, subscriptionId, { secret });
  await recordAuditEntry(work, "subscription-secret-rotated", { kind: "subscription", id: subscriptionId });
  return ok({ secret });
};
