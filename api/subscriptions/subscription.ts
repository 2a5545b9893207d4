import type { SubscriptionRow } from "../../db/queries/subscription-queries.ts";

export const SUBSCRIPTION_STATES = ["active", "paused", "ended"] as const;
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

export type ShownSubscription = {
  readonly id: string;
  readonly url: string;
  /** Actions of the audit chain; none named: all. */
  readonly actions: readonly string[];
  readonly state: SubscriptionState;
  readonly createdAt: Date;
  readonly pausedAt: Date | null;
  readonly endedAt: Date | null;
};

/** Of an office; each is asked at every link of the chain. */
export const MOST_SUBSCRIPTIONS = 20;

export const shownSubscription = (row: SubscriptionRow): ShownSubscription => ({
  id: row.id,
  url: row.url,
  actions: row.actions,
  state: row.endedAt !== null ? "ended" : row.pausedAt !== null ? "paused" : "active",
  createdAt: row.createdAt,
  pausedAt: row.pausedAt,
  endedAt: row.endedAt,
});
