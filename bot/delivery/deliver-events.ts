import type { Clock } from "../../api/shared/clock.ts";
import { decideEventSettlement } from "../../api/subscriptions/decide-event-settlement.ts";
import { fullSubscriptions, planEventSends } from "../../api/subscriptions/plan-event-sends.ts";
import type { PostEvent } from "../../api/subscriptions/post-event.ts";
import type { DueEvent, Events } from "../../api/subscriptions/serve-events.ts";
import { signatureOf } from "../../api/subscriptions/webhook-signature.ts";
import type { Log } from "../channels/log.ts";
import { pause } from "../channels/pause.ts";
import { describeError } from "../describe-error.ts";
import { createBell } from "./bell.ts";

const EVERY_MS = 1_000;
const LIMITS = { atOnce: 20, perSubscription: 2 };
/** A system that does not answer is left alone, so that those behind it are not held up. */
const REST_MS = 5_000;

export type EventCounts = { delivered: number; again: number; failed: number };

export type EventDelivery = {
  readonly kick: () => void;
  /** One pass over all that is due. */
  readonly deliverDue: () => Promise<EventCounts>;
  readonly start: () => void;
  /** Ends when what is in flight has been settled. */
  readonly stop: () => Promise<void>;
};

/**
 * Sends events to other systems. Each attempt is marked before it is made and settled afterwards: whoever dies in
 * between leaves a delivery that comes again under the same id; two senders at once share the work.
 */
export const createEventDelivery = (options: {
  readonly events: Events;
  readonly post: PostEvent;
  /** The product's clock: what is due. */
  readonly clock: Clock;
  /** The world's: a receiver refuses what was signed at another time than its own. */
  readonly world: Clock;
  readonly log: Log;
  readonly everyMs?: number;
}): EventDelivery => {
  const { events, post, clock, world, log, everyMs = EVERY_MS } = options;
  const bell = createBell();
  const resting = new Map<string, number>();
  let turn: Promise<unknown> = Promise.resolve();
  let stopping = new AbortController();
  let loop: Promise<void> | null = null;

  const send = async (due: DueEvent, counts: EventCounts): Promise<void> => {
    const claimed = await events.claim(due, clock.now());
    if (claimed === null) return;
    const { event, secret, url } = claimed;
    const second = Math.floor(world.now().getTime() / 1_000);
    const answer = await post({
      url,
      headers: {
        "webhook-id": event.id,
        "webhook-timestamp": String(second),
        "webhook-signature": signatureOf(secret, { id: event.id, second, body: event.body }),
      },
      body: event.body,
    });
    const now = clock.now();
    if (answer.kind === "unanswered") resting.set(due.subscriptionId, now.getTime() + REST_MS);
    const settlement = decideEventSettlement(claimed.attempts, answer, now);
    const became = await events.settle(claimed, settlement, now);
    counts[settlement.kind === "gone" ? "failed" : settlement.kind] += 1;
    if (became !== "goes_on")
      log.warn(
        { organization: due.organizationId, subscription: due.subscriptionId },
        became === "paused" ? "a subscription was paused: nothing arrives there" : "a subscription was ended",
      );
  };

  const pass = async (signal: AbortSignal): Promise<EventCounts> => {
    const counts: EventCounts = { delivered: 0, again: 0, failed: 0 };
    const inFlight = new Map<DueEvent, Promise<void>>();
    let trouble: unknown = null;
    while (!signal.aborted && trouble === null) {
      bell.answer();
      const now = clock.now();
      for (const [id, until] of resting) if (until <= now.getTime()) resting.delete(id);
      const underWay = [...inFlight.keys()];
      const due =
        underWay.length >= LIMITS.atOnce
          ? []
          : await events.due(
              now,
              {
                subscriptionIds: [...resting.keys(), ...fullSubscriptions(underWay, LIMITS)],
                ids: underWay.map(({ id }) => id),
              },
              LIMITS.atOnce,
            );
      const leaving = planEventSends(due, underWay, LIMITS);
      for (const event of leaving) {
        inFlight.set(
          event,
          send(event, counts)
            .catch((error: unknown) => {
              trouble ??= error;
            })
            .finally(() => inFlight.delete(event)),
        );
      }
      if (leaving.length > 0) continue;
      if (underWay.length === 0) break;
      // One ended while it was looked: there may be room now for what was passed over.
      if (inFlight.size < underWay.length) continue;
      // While one system is slow to answer, others may have something new to hear.
      const nap = new AbortController();
      const rung = bell.wait();
      await Promise.race([rung, pause(everyMs, AbortSignal.any([signal, nap.signal])), ...inFlight.values()]);
      nap.abort();
    }
    await Promise.all(inFlight.values());
    if (trouble !== null) throw trouble;
    return counts;
  };

  const inTurn = (signal: AbortSignal): Promise<EventCounts> => {
    const mine = turn.then(() => pass(signal));
    turn = mine.catch(() => undefined);
    return mine;
  };

  const run = async (signal: AbortSignal): Promise<void> => {
    let troubles = 0;
    while (!signal.aborted) {
      try {
        await inTurn(signal);
        troubles = 0;
      } catch (error) {
        troubles += 1;
        if (troubles === 1) log.error(describeError(error), "events could not be sent");
      }
      const nap = new AbortController();
      const ended = AbortSignal.any([signal, nap.signal]);
      if (troubles > 0) await pause(Math.min(everyMs * troubles, 15_000), ended);
      else await Promise.race([bell.wait(), pause(everyMs, ended)]);
      nap.abort();
    }
  };

  return {
    kick: bell.ring,
    deliverDue: () => inTurn(new AbortController().signal),
    start: () => {
      if (loop !== null) return;
      stopping = new AbortController();
      loop = run(stopping.signal);
    },
    stop: async () => {
      stopping.abort();
      bell.stir();
      await loop;
      loop = null;
    },
  };
};
