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

/** `webhook-id`: of a link its place in the chain, of a trial its delivery. */
export const eventIdOf = (
  organizationId: string,
  delivery: { readonly id: string; readonly chainPosition: number },
): string =>
  delivery.chainPosition === TRIAL_POSITION
    ? `${TRIAL}:${delivery.id}`
    : `${organizationId}:${delivery.chainPosition}`;

export const eventOf = (organizationId: string, position: number, link: ChainLink): WebhookEvent => ({
  id: eventIdOf(organizationId, { id: "", chainPosition: position }),
  body: JSON.stringify({
    type: link.action,
    timestamp: link.at.toISOString(),
    data: {
      organization_id: organizationId,
      position,
      actor: link.actor,
      subject: { kind: link.subjectKind, id: link.subjectId },
      details: describeDetails(link.details),
    },
  }),
});

export const trialEventOf = (
  organizationId: string,
  delivery: { readonly id: string; readonly subscriptionId: string; readonly createdAt: Date },
): WebhookEvent => ({
  id: eventIdOf(organizationId, { id: delivery.id, chainPosition: TRIAL_POSITION }),
  body: JSON.stringify({
    type: TRIAL,
    timestamp: delivery.createdAt.toISOString(),
    data: { organization_id: organizationId, subscription_id: delivery.subscriptionId },
  }),
});
