import { randomBytes } from "node:crypto";
import { z } from "zod";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import {
  countSubscriptions,
  insertSubscription,
  selectChainEnd,
} from "../../db/queries/subscription-queries.ts";
import { AUDIT_ACTION_NAMES } from "../audit/audit-action.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { may } from "../members/permissions.ts";
import type { RefusalCode } from "../shared/refusals.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { judgeUrl, type UrlVerdict } from "./judge-url.ts";
import { MOST_SUBSCRIPTIONS, type ShownSubscription, shownSubscription } from "./subscription.ts";
import { SECRET_BYTES, secretFrom } from "./webhook-signature.ts";

export const subscriptionFields = {
  url: z.string().min(1).max(2_000).meta({ example: "https://mot-cua.phuong-hai-an.example/hooks/don-doc" }),
  actions: z.array(z.enum(AUDIT_ACTION_NAMES)).max(100),
};
export const createSubscriptionSchema = z.strictObject({
  url: subscriptionFields.url,
  actions: subscriptionFields.actions.default([]),
});

export type CreatedSubscription = ShownSubscription & {
  /** Shown this once. */
  readonly secret: string;
};

export const refusalOfUrl = (verdict: UrlVerdict): RefusalCode | null =>
  verdict === "allowed"
    ? null
    : verdict === "invalid"
      ? "webhook_url_invalid"
      : verdict === "insecure"
        ? "webhook_url_insecure"
        : "webhook_url_forbidden";

/**
 * Another system hears of what is written to the audit chain from now on. Refuses `not_allowed`, `request_invalid`,
 * `webhook_url_invalid`, `webhook_url_insecure`, `webhook_url_forbidden`, `subscriptions_too_many`.
 */
export const createSubscription: UseCase<
  z.input<typeof createSubscriptionSchema>,
  CreatedSubscription
> = async (work, raw) => {
  if (!may(work.actor, "manage-subscriptions")) return refuse("not_allowed");
  const parsed = createSubscriptionSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const wrong = refusalOfUrl(judgeUrl(parsed.data.url));
  if (wrong !== null) return refuse(wrong);
  await lockOrganization(work.tx);
  if ((await countSubscriptions(work.tx)) >= MOST_SUBSCRIPTIONS)
    return refuse("subscriptions_too_many", { most: MOST_SUBSCRIPTIONS });

  const secret = secretFrom(randomBytes(SECRET_BYTES));
  const row = {
    id: work.newId(),
    url: new URL(parsed.data.url).toString(),
    actions: [...new Set(parsed.data.actions)].sort(),
    followedTo: await selectChainEnd(work.tx),
    createdAt: work.now,
    pausedAt: null,
    endedAt: null,
  };
  await insertSubscription(work.tx, { ...row, secret });
  await recordAuditEntry(
    work,
    "subscription-created",
    { kind: "subscription", id: row.id },
    { actions: row.actions },
  );
  return ok({ ...shownSubscription(row), secret });
};
