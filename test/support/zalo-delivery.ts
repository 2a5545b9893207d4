import type { QueuedUpdate, Webhook, ZaloUpdate, ZaloWorld } from "./zalo-world.ts";

/** One call of the webhook, written down when it has ended. */
export type Delivery = {
  readonly kind: "update" | "probe";
  /** Null for a probe. */
  readonly update: ZaloUpdate | null;
  readonly chatId: string | null;
  /** From 1 on, for each time an update is queued. */
  readonly attempt: number;
  readonly at: Date;
  /** Null when nobody answered in time. */
  readonly status: number | null;
  /** Until the whole answer was there or Zalo stopped waiting. */
  readonly ms: number;
};
export type DeliveryOptions = {
  readonly redeliverAfterMs: number;
  readonly webhookTimeoutMs: number;
  readonly attempts: number;
};

/**
 * Delivers to the webhook: one lane per chat keeps its order; an update that was refused or not acknowledged in
 * time comes again a few times and is lost after that.
 */
export const startDelivery = (world: ZaloWorld, options: DeliveryOptions) => {
  const deliveries: Delivery[] = [];
  const busy = new Set<string>();

  const attempt = async (hook: Webhook, queued: QueuedUpdate | null, nth: number): Promise<boolean> => {
    const at = world.clock.now();
    const started = performance.now();
    const named = queued !== null || world.quirks.probe === "with_secret";
    const headers = {
      "content-type": "application/json",
      ...(named ? { "x-bot-api-secret-token": hook.secret } : {}),
    };
    const body = queued === null ? {} : { body: JSON.stringify(world.wrap(queued.update)) };
    const status = await world.network
      .call(hook.url, { method: "POST", headers, ...body }, options.webhookTimeoutMs)
      .then(
        ({ response }) => response.status,
        () => null,
      );
    if (world.network.isStopped()) return false;
    deliveries.push({
      kind: queued === null ? "probe" : "update",
      update: queued?.update ?? null,
      chatId: queued?.lane ?? null,
      attempt: nth,
      at,
      status,
      ms: performance.now() - started,
    });
    world.changes.announce();
    return status !== null && status >= 200 && status < 300;
  };

  const deliver = async (hook: Webhook, queued: QueuedUpdate): Promise<void> => {
    const wanted = (): boolean => world.webhook() === hook && world.ready().includes(queued);
    for (let nth = 1; wanted(); nth += 1) {
      if ((await attempt(hook, queued, nth)) || (nth >= options.attempts && wanted())) {
        world.settle(queued);
        return;
      }
      await world.changes.wait(() => (wanted() ? undefined : true), options.redeliverAfterMs);
    }
  };

  const pump = (): void => {
    const hook = world.webhook();
    if (hook?.probe !== "done" || world.changes.isClosed() || !world.network.reaches(hook.url)) return;
    for (const queued of world.ready()) {
      if (busy.has(queued.lane)) continue;
      busy.add(queued.lane);
      deliver(hook, queued)
        .catch(() => undefined)
        .finally(() => {
          busy.delete(queued.lane);
          pump();
        });
    }
  };
  world.changes.onChange(pump);

  return {
    deliveries,
    /** For the door to call when setWebhook was answered: only then does Zalo try the address. */
    probe: (): void => {
      const hook = world.webhook();
      if (hook?.probe !== "due") return;
      hook.probe = "running";
      const probed = world.network.reaches(hook.url) ? attempt(hook, null, 1) : Promise.resolve(false);
      probed
        .catch(() => undefined)
        .finally(() => {
          hook.probe = "done";
          world.changes.announce();
        });
    },
    isProbing: (): boolean => (world.webhook()?.probe ?? "done") !== "done",
  };
};
