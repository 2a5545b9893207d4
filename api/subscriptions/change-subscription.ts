import { z } from "zod";
import { hastenEventDeliveries } from "../../db/queries/event-delivery-queries.ts";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import { updateSubscription } from "../../db/queries/subscription-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { may } from "../members/permissions.ts";
import { refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { refusalOfUrl, subscriptionFields } from "./create-subscription.ts";
import { judgeUrl } from "./judge-url.ts";
import { showSubscription } from "./list-subscriptions.ts";
import type { ShownSubscription } from "./subscription.ts";

export const changeSubscriptionSchema = z.strictObject({
  url: subscriptionFields.url.optional(),
  actions: subscriptionFields.actions.optional(),
  paused: z.boolean().optional(),
});
export type ChangeSubscriptionInput = z.input<typeof changeSubscriptionSchema> & {
  readonly subscriptionId: string;
};

/**
 * Another address or choice of actions; a pause, or its end. While it is paused nothing is sent and nothing lost:
 * it goes on at the link of the chain where it stopped. Refuses `not_allowed`, `request_invalid`,
 * `webhook_url_invalid`, `webhook_url_insecure`, `webhook_url_forbidden`, `subscription_not_found`,
 * `subscription_ended`.
 */
export const changeSubscription: UseCase<ChangeSubscriptionInput, ShownSubscription> = async (
  work,
  { subscriptionId, ...raw },
) => {
  if (!may(work.actor, "manage-subscriptions")) return refuse("not_allowed");
  const parsed = changeSubscriptionSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { url, actions, paused } = parsed.data;
  const wrong = url === undefined ? null : refusalOfUrl(judgeUrl(url));
  if (wrong !== null) return refuse(wrong);
  await lockOrganization(work.tx);
  const before = await showSubscription(work, { subscriptionId });
  if (!before.ok) return before;
  if (before.value.state === "ended") return refuse("subscription_ended");

  const pauses = paused === true && before.value.state === "active";
  const resumes = paused === false && before.value.state === "paused";
  await updateSubscription(work.tx, subscriptionId, {
    ...(url === undefined ? {} : { url: new URL(url).toString() }),
    ...(actions === undefined ? {} : { actions: [...new Set(actions)].sort() }),
    ...(pauses ? { pausedAt: work.now } : resumes ? { pausedAt: null } : {}),
  });
  if (resumes) await hastenEventDeliveries(work.tx, subscriptionId, work.now);
  const subject = { kind: "subscription", id: subscriptionId };
  const fields = [...(url === undefined ? [] : ["url"]), ...(actions === undefined ? [] : ["actions"])];
  if (fields.length > 0) await recordAuditEntry(work, "subscription-changed", subject, { fields });
  if (pauses) await recordAuditEntry(work, "subscription-paused", subject);
  if (resumes) await recordAuditEntry(work, "subscription-resumed", subject);
  return showSubscription(work, { subscriptionId });
};
