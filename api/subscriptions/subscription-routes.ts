import { z } from "@hono/zod-openapi";
import { type AnyRoute, apiRoute } from "../http/api-route.ts";
import { instantAnswer, pageAnswer } from "../shared/answers.ts";
import { camelKeys } from "../shared/key-case.ts";
import { pageQuerySchema } from "../shared/page.ts";
import { changeSubscription, changeSubscriptionSchema } from "./change-subscription.ts";
import { createSubscription, createSubscriptionSchema } from "./create-subscription.ts";
import { EVENT_PROBLEMS } from "./decide-event-settlement.ts";
import { endSubscription } from "./end-subscription.ts";
import { EVENT_DELIVERY_STATES } from "./event-delivery.ts";
import { eventDeliveryFilterSchema, listEventDeliveries } from "./list-event-deliveries.ts";
import { listSubscriptions, showSubscription } from "./list-subscriptions.ts";
import { queueTrialEvent } from "./queue-trial-event.ts";
import { retryEventDelivery } from "./retry-event-delivery.ts";
import { rotateWebhookSecret } from "./rotate-webhook-secret.ts";
import { SUBSCRIPTION_STATES } from "./subscription.ts";

const secretAnswer = z.string().openapi({
  description: "Signs what is sent, by Standard Webhooks. Shown this once.",
  example: "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
});
const fields = {
  id: z.uuid(),
  url: z.string().openapi({ example: "https://mot-cua.phuong-hai-an.example/hooks/don-doc" }),
  actions: z.array(z.string()).openapi({
    description: "Actions of the audit chain, listed under Webhooks; an empty list means all.",
    example: ["note-submitted"],
  }),
  state: z.enum(SUBSCRIPTION_STATES).openapi({
    description:
      "`paused`: by a person, or because nothing arrived for three days. `ended`: by a person, or by an answer 410.",
  }),
  created_at: instantAnswer,
  paused_at: instantAnswer.nullable(),
  ended_at: instantAnswer.nullable(),
};
const subscriptionAnswer = z.object(fields).openapi("Subscription");
const deliveryAnswer = z
  .object({
    id: z.uuid(),
    subscription_id: z.uuid(),
    type: z.string().openapi({
      description: "The action of the audit chain, or `trial`.",
      example: "note-submitted",
    }),
    webhook_id: z.string().openapi({ description: "The header `webhook-id` of every attempt." }),
    position: z
      .int()
      .nullable()
      .openapi({ description: "The event's place in the audit chain; null of a trial." }),
    state: z.enum(EVENT_DELIVERY_STATES),
    attempts: z.int(),
    created_at: instantAnswer,
    not_before: instantAnswer
      .nullable()
      .openapi({ description: "When the next attempt is due; null once it is settled." }),
    settled_at: instantAnswer.nullable(),
    last_status: z
      .int()
      .nullable()
      .openapi({ description: "What the other system answered last; null where it did not answer." }),
    last_problem: z.enum(EVENT_PROBLEMS).nullable().openapi({ description: "Why there was no answer." }),
  })
  .openapi("EventDelivery");

const subscriptionParams = z.object({ subscription_id: z.uuid() });
const room = "subscriptions";
const URL_REFUSALS = ["webhook_url_invalid", "webhook_url_insecure", "webhook_url_forbidden"] as const;

const WHAT_ARRIVES = `Each link of the office's audit chain is posted to the address as JSON: \`{"type": "note-submitted", "timestamp": "…", "data": {"organization_id", "position", "actor", "subject": {"kind", "id"}, "details"}}\`. It holds ids, dates and codes, never names or anybody's words: what they stand for is asked of this API.

Headers by [Standard Webhooks](https://www.standardwebhooks.com): \`webhook-id\` (the same at every attempt), \`webhook-timestamp\` (seconds), \`webhook-signature\` (\`v1,\` and the base64 of HMAC-SHA256 over \`id.timestamp.body\`; the key is what stands behind \`whsec_\`, decoded).

Answer 2xx within ten seconds. Anything else, redirects too, comes again after 5 seconds, 5 and 30 minutes, 2, 5, 10, 14, 20 and 24 hours, then counts as failed; if nothing at all arrived meanwhile, the subscription is paused. 410 ends it. An event may arrive twice, and not in order: keep \`webhook-id\`, sort by \`position\`. The chain is followed every minute.`;

/** Outgoing webhooks: another system of the office hears what happened. */
export const SUBSCRIPTION_ROUTES: readonly AnyRoute[] = [
  apiRoute({
    method: "get",
    path: "/subscriptions",
    name: "list-subscriptions",
    room,
    summary: "Every subscription of the office, ended ones too",
    scope: "admin",
    query: pageQuerySchema,
    status: 200,
    answer: pageAnswer(subscriptionAnswer),
    refusals: ["cursor_invalid"],
    run: (work, { query }) => listSubscriptions(work, query),
  }),
  apiRoute({
    method: "post",
    path: "/subscriptions",
    name: "create-subscription",
    room,
    summary: "Lets another system hear what happens from now on; the answer shows the secret this once",
    description: WHAT_ARRIVES,
    scope: "admin",
    body: createSubscriptionSchema,
    status: 201,
    answer: z.object({ ...fields, secret: secretAnswer }),
    refusals: [...URL_REFUSALS, "subscriptions_too_many"],
    run: (work, { body }) => createSubscription(work, body),
  }),
  apiRoute({
    method: "get",
    path: "/subscriptions/{subscription_id}",
    name: "show-subscription",
    room,
    summary: "One subscription",
    scope: "admin",
    params: subscriptionParams,
    status: 200,
    answer: subscriptionAnswer,
    refusals: ["subscription_not_found"],
    run: (work, { params }) => showSubscription(work, camelKeys(params)),
  }),
  apiRoute({
    method: "patch",
    path: "/subscriptions/{subscription_id}",
    name: "change-subscription",
    room,
    summary: "Another address or choice of actions; a pause, or its end",
    description: "After a pause it goes on at the link of the chain where it stopped: nothing is lost.",
    scope: "admin",
    params: subscriptionParams,
    body: changeSubscriptionSchema,
    status: 200,
    answer: subscriptionAnswer,
    refusals: [...URL_REFUSALS, "subscription_not_found", "subscription_ended"],
    current: (work, { params }) => showSubscription(work, camelKeys(params)),
    run: (work, { params, body }) => changeSubscription(work, { ...camelKeys(params), ...body }),
  }),
  apiRoute({
    method: "delete",
    path: "/subscriptions/{subscription_id}",
    name: "end-subscription",
    room,
    summary: "Ends a subscription; what still waits is not sent, the log stays",
    scope: "admin",
    params: subscriptionParams,
    status: 204,
    answer: null,
    refusals: ["subscription_not_found", "subscription_ended"],
    run: (work, { params }) => endSubscription(work, camelKeys(params)),
  }),
  apiRoute({
    method: "post",
    path: "/subscriptions/{subscription_id}/secret",
    name: "rotate-webhook-secret",
    room,
    summary: "Another secret; what is sent from now on is signed by it",
    scope: "admin",
    params: subscriptionParams,
    status: 201,
    answer: z.object({ secret: secretAnswer }),
    refusals: ["subscription_not_found", "subscription_ended"],
    run: (work, { params }) => rotateWebhookSecret(work, camelKeys(params)),
  }),
  apiRoute({
    method: "post",
    path: "/subscriptions/{subscription_id}/test",
    name: "queue-trial-event",
    room,
    summary: "Sends an event of type `trial`, signed as the others are",
    scope: "admin",
    params: subscriptionParams,
    status: 202,
    answer: deliveryAnswer,
    refusals: ["subscription_not_found", "subscription_ended", "subscription_paused"],
    run: (work, { params }) => queueTrialEvent(work, camelKeys(params)),
  }),
  apiRoute({
    method: "get",
    path: "/subscriptions/{subscription_id}/deliveries",
    name: "list-event-deliveries",
    room,
    summary: "What became of each event, newest first; kept for 30 days",
    scope: "admin",
    params: subscriptionParams,
    query: eventDeliveryFilterSchema,
    status: 200,
    answer: pageAnswer(deliveryAnswer),
    refusals: ["subscription_not_found", "cursor_invalid"],
    run: (work, { params, query }) => listEventDeliveries(work, { ...camelKeys(params), ...query }),
  }),
  apiRoute({
    method: "post",
    path: "/deliveries/{delivery_id}/retry",
    name: "retry-event-delivery",
    room,
    summary: "Sends an event once more, now, under the same id",
    scope: "admin",
    params: z.object({ delivery_id: z.uuid() }),
    status: 202,
    answer: deliveryAnswer,
    refusals: [
      "event_delivery_not_found",
      "event_delivered",
      "subscription_not_found",
      "subscription_ended",
      "subscription_paused",
    ],
    run: (work, { params }) => retryEventDelivery(work, camelKeys(params)),
  }),
];
