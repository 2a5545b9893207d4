import { snakeKeys } from "../shared/key-case.ts";

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

export const eventOf = (organizationId: string, position: number, link: ChainLink): WebhookEvent => ({
  id: `${organizationId}:${position}`,
  body: JSON.stringify({
    type: link.action,
    timestamp: link.at.toISOString(),
    data: {
      organization_id: organizationId,
      position,
      actor: link.actor,
      subject: { kind: link.subjectKind, id: link.subjectId },
      details: snakeKeys(link.details),
    },
  }),
});

export const trialEventOf = (
  organizationId: string,
  delivery: { readonly id: string; readonly subscriptionId: string; readonly createdAt: Date },
): WebhookEvent => ({
  id: `trial:${delivery.id}`,
  body: JSON.stringify({
    type: "trial",
    timestamp: delivery.createdAt.toISOString(),
    data: { organization_id: organizationId, subscription_id: delivery.subscriptionId },
  }),
});
