import { describeDetails } from "../audit/describe-details.ts";

/** A link of the audit chain, as the other system hears of it. */
export type ChainLink = {
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly details: unknown;
};

/** `id` is the same at every attempt, so that whoever gets an event twice knows it. */
export type WebhookEvent = { readonly id: string; readonly body: string };

/** A trial has no place in the chain. */
export const TRIAL_POSITION = 0;
export const TRIAL = "trial";

type Delivery = { readonly id: string; readonly chainPosition: number };

/** `webhook-id`: of a link its place in the chain, of a trial its delivery. */
export const eventIdOf = (organizationId: string, { id, chainPosition }: Delivery): string =>
  chainPosition === TRIAL_POSITION ? `${TRIAL}:${id}` : `${organizationId}:${chainPosition}`;

export const eventOf = (organizationId: string, delivery: Delivery, link: ChainLink): WebhookEvent => ({
  id: eventIdOf(organizationId, delivery),
  body: JSON.stringify({
    type: link.action,
    timestamp: link.at.toISOString(),
    data: {
      organization_id: organizationId,
      position: delivery.chainPosition,
      actor: link.actor,
      subject: { kind: link.subjectKind, id: link.subjectId },
      details: describeDetails(link.details),
    },
  }),
});

export const trialEventOf = (
  organizationId: string,
  delivery: Delivery & { readonly subscriptionId: string; readonly createdAt: Date },
): WebhookEvent => ({
  id: eventIdOf(organizationId, delivery),
  body: JSON.stringify({
    type: TRIAL,
    timestamp: delivery.createdAt.toISOString(),
    data: { organization_id: organizationId, subscription_id: delivery.subscriptionId },
  }),
});
