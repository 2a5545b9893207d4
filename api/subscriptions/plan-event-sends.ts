type Waiting = { readonly id: string; readonly subscriptionId: string };

export type SendLimits = {
  /** Over all. */
  readonly atOnce: number;
  /** To one subscription: a slow system holds up nobody else. */
  readonly perSubscription: number;
};

/** Subscriptions to which as many are under way as may be. */
export const fullSubscriptions = (
  inFlight: readonly Waiting[],
  { perSubscription }: SendLimits,
): readonly string[] => {
  const underWay = new Map<string, number>();
  for (const { subscriptionId } of inFlight)
    underWay.set(subscriptionId, (underWay.get(subscriptionId) ?? 0) + 1);
  return [...underWay].flatMap(([id, number]) => (number >= perSubscription ? [id] : []));
};

/** Which of those that wait leave now, in their order. */
export const planEventSends = <Event extends Waiting>(
  waiting: readonly Event[],
  inFlight: readonly Waiting[],
  limits: SendLimits,
): readonly Event[] => {
  const send: Event[] = [];
  for (const event of waiting) {
    const underWay = [...inFlight, ...send];
    if (underWay.length >= limits.atOnce) break;
    if (underWay.some(({ id }) => id === event.id)) continue;
    if (!fullSubscriptions(underWay, limits).includes(event.subscriptionId)) send.push(event);
  }
  return send;
};
