import { messageSchema } from "../../api/outbox/message.ts";
import { systemClock } from "../../api/shared/clock.ts";
import type { Channel } from "../channels/channel.ts";
import { pause } from "../channels/pause.ts";
import { createBell } from "./bell.ts";
import { type Address, chooseLinks, orderByHealth } from "./choose-link.ts";
import type { Delivery, DeliveryCounts, DeliveryOptions } from "./delivery.ts";
import { addRest, addRestOfBot, botKey, chatKey, NEW_PACE, type Pace, planSends } from "./plan-sends.ts";
import { createSending, type Job } from "./send-message.ts";

const EVERY_MS = 1_000;
const AT_ONCE = 200;
/** For a chat of a bot that is not there: nothing is sent anyway. */
const UNKNOWN_PACE = { bot: { everyMs: 1_000, burst: 1 }, chat: { everyMs: 1_000, burst: 1 } };

/**
 * The loop that empties the outbox. A message is claimed in one transaction right before it is sent, sent outside
 * of any, and settled in another: whoever is killed in between leaves a claim that `releaseForeign` finds, and
 * what was in flight is repeated at most once. Passes never overlap.
 */
export const createDelivery = (options: DeliveryOptions): Delivery => {
  const { outbox, channels, clock, holder, log, world = systemClock, everyMs = EVERY_MS } = options;
  let pace: Pace = NEW_PACE;
  /** Bots that were refused as a whole, until when they rest. */
  const down = new Map<string, number>();
  let turn: Promise<unknown> = Promise.resolve();
  let stopping = new AbortController();
  let loop: Promise<void> | null = null;
  const bell = createBell();

  const works = (channel: string, account: string): boolean => channels.has(`${channel}:${account}`);
  const shareOf = (to: Address) => channels.get(botKey(to))?.capabilities.pace ?? UNKNOWN_PACE;
  const worldMs = (): number => world.now().getTime();
  const sending = createSending({
    outbox,
    channels,
    holder,
    log,
    render: (message, locale, capabilities) => {
      const parsed = messageSchema.safeParse(message);
      if (!parsed.success) throw new TypeError("no message of ours");
      return options.render(parsed.data, locale, capabilities);
    },
    loseGroup: options.loseGroup ?? (() => Promise.resolve()),
    rest: (to, scope, ms) => {
      const until = worldMs() + ms;
      pace = scope === "bot" ? addRestOfBot(pace, to, until) : addRest(pace, to, until, worldMs());
    },
    refused: (to, ms) => {
      down.set(botKey(to), worldMs() + ms);
    },
  });

  const retarget = (job: Job): Job => {
    const targets = orderByHealth(job.targets, (target) => (down.get(botKey(target)) ?? 0) > worldMs());
    return { ...job, targets, to: targets[0] ?? job.to };
  };

  const read = async (now: Date, counts: DeliveryCounts): Promise<Job[]> => {
    const jobs: Job[] = [];
    for (const message of await outbox.due(now, AT_ONCE)) {
      const targets = chooseLinks(message, works);
      const [to] = targets;
      if (to === undefined) await sending.giveUp(message.id, now, counts);
      else jobs.push({ ...message, targets, to });
    }
    return jobs;
  };

  /** Once a lease: afterwards nobody else delivers who could die. */
  const releaseForeign = async (): Promise<void> => {
    const released = await outbox.releaseForeign(holder);
    if (released > 0) log.warn({ released }, "messages of a dead process were in flight");
  };

  const pass = async (present: () => Date, signal: AbortSignal): Promise<DeliveryCounts> => {
    const counts: DeliveryCounts = { sent: 0, waiting: 0, retried: 0, failed: 0 };
    await sending.finishUnsettled();
    const inFlight = new Map<Job, Promise<void>>();
    let waiting: Job[] = [];
    let troubled: { readonly error: unknown } | null = null;

    const begin = (job: Job): void => {
      const work = sending
        .send(job, present(), counts)
        .then((settled) => {
          // The rest of this chat comes again with the next look, behind the one that has to be repeated.
          if (settled === "again") waiting = waiting.filter(({ to }) => chatKey(to) !== chatKey(job.to));
        })
        .catch((error: unknown) => {
          troubled ??= { error };
        })
        .finally(() => {
          inFlight.delete(job);
          bell.stir();
        });
      inFlight.set(job, work);
    };

    bell.ring();
    let full = false;
    while (troubled === null && !signal.aborted) {
      if (bell.answer() || (waiting.length === 0 && full)) {
        const busy = new Set([...inFlight.keys()].map(({ id }) => id));
        const found = await read(present(), counts);
        waiting = found.filter(({ id }) => !busy.has(id));
        full = found.length === AT_ONCE;
      }
      if (down.size > 0) waiting = waiting.map(retarget);
      const plan = planSends(waiting, [...inFlight.keys()], pace, shareOf, worldMs());
      pace = plan.pace;
      const gone = new Set<string>(plan.send.map(({ id }) => id));
      for (const untilMs of new Set(plan.postpone.map((entry) => entry.untilMs))) {
        const resting = plan.postpone.filter((entry) => entry.untilMs === untilMs);
        const ids = resting.map(({ candidate }) => candidate.id);
        for (const id of ids) gone.add(id);
        counts.retried += ids.length;
        await outbox.postpone(ids, new Date(present().getTime() + untilMs - worldMs()));
      }
      waiting = waiting.filter(({ id }) => !gone.has(id));
      for (const job of plan.send) begin(job);
      if (inFlight.size === 0 && waiting.length === 0 && !full && !bell.rung()) break;
      const rung = bell.wait();
      const nap = new AbortController();
      const until = plan.lookAgainAt === null ? everyMs : Math.max(plan.lookAgainAt - worldMs(), 1);
      await Promise.race([rung, pause(until, AbortSignal.any([signal, nap.signal]))]);
      nap.abort();
    }
    await Promise.all(inFlight.values());
    if (troubled !== null) throw (troubled as { readonly error: unknown }).error;
    return counts;
  };

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  const run = async (signal: AbortSignal): Promise<void> => {
    let troubles = 0;
    let released = false;
    while (!signal.aborted) {
      try {
        await inTurn(async () => {
          if (!released) await releaseForeign();
          released = true;
          await pass(clock.now, signal);
        });
        troubles = 0;
      } catch (error) {
        troubles += 1;
        if (troubles === 1)
          log.error({ error: error instanceof Error ? error.name : "unknown" }, "delivery is interrupted");
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
    wake: async (chat) => {
      await outbox.wake(chat, clock.now());
      bell.ring();
    },
    deliverDue: (now) =>
      inTurn(async () => {
        await releaseForeign();
        return pass(() => now, new AbortController().signal);
      }),
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

export const channelKey = (channel: Channel): string =>
  botKey({ channel: channel.name, account: channel.account });
