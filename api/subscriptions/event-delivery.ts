import type { EventDeliveryRow } from "../../db/queries/event-delivery-queries.ts";
import { eventIdOf, TRIAL, TRIAL_POSITION } from "./webhook-event.ts";

export const EVENT_DELIVERY_STATES = ["waiting", "delivered", "failed"] as const;

export type ShownEventDelivery = {
  readonly id: string;
  readonly subscriptionId: string;
  /** The action of the chain, or "trial". */
  readonly type: string;
  /** The header `webhook-id` of each attempt. */
  readonly webhookId: string;
  /** The event's place in the audit chain; null of a trial. */
  readonly position: number | null;
  readonly state: (typeof EVENT_DELIVERY_STATES)[number];
  readonly attempts: number;
  readonly createdAt: Date;
  /** When the next attempt is due; null once it is settled. */
  readonly notBefore: Date | null;
  readonly settledAt: Date | null;
  /** What the other system answered last; null where it did not answer. */
  readonly lastStatus: number | null;
  /** Why there was no answer. */
  readonly lastProblem: string | null;
};

export const shownEventDelivery = (
  organizationId: string,
  { chainPosition, notBefore, ...row }: EventDeliveryRow,
  action: string | undefined,
): ShownEventDelivery => ({
  ...row,
  type: action ?? TRIAL,
  webhookId: eventIdOf(organizationId, { id: row.id, chainPosition }),
  position: chainPosition === TRIAL_POSITION ? null : chainPosition,
  notBefore: row.state === "waiting" ? notBefore : null,
});
