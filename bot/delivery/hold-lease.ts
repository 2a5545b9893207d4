import type { Leases } from "../../api/jobs/take-lease.ts";
import type { Clock } from "../../api/shared/clock.ts";
import type { Log } from "../channels/log.ts";

const LASTS_MS = 20_000;
const RENEW_MS = 5_000;

export type LeaseHolder = {
  readonly start: () => Promise<void>;
  /** Gives the lease back, so that another need not wait for its end. */
  readonly stop: () => Promise<void>;
  /** One look: takes or renews; answers whether the lease is ours. */
  readonly renew: () => Promise<boolean>;
  readonly isHeld: () => boolean;
};

/**
 * Keeps one lease ("deliver", "receive telegram:123") for this process. `taken` is called when it becomes ours,
 * `lost` when it no longer is: taken over by another, or not renewed in time because the database is away. `world`
 * is the world's clock, never the demonstration's.
 */
export const holdLease = (options: {
  readonly leases: Leases;
  readonly name: string;
  readonly holder: string;
  readonly world: Clock;
  readonly log: Log;
  readonly taken: () => Promise<void>;
  readonly lost: () => Promise<void>;
}): LeaseHolder => {
  const { leases, name, holder, world, log } = options;
  let heldUntil: number | null = null;
  let firstTime = true;
  let timer: NodeJS.Timeout | null = null;
  let stopped = true;
  let turn: Promise<unknown> = Promise.resolve();

  const look = async (): Promise<boolean> => {
    const now = world.now();
    const until = new Date(now.getTime() + LASTS_MS);
    let ours: boolean;
    try {
      ours = await leases.take(name, holder, now, until, firstTime);
      firstTime = false;
    } catch (error) {
      log.warn({ lease: name, error: error instanceof Error ? error.name : "unknown" }, "lease not renewed");
      // The old one still runs; stop in time for whoever takes over at its end.
      ours = heldUntil !== null && heldUntil - RENEW_MS > world.now().getTime();
      if (ours) return true;
    }
    const was = heldUntil !== null;
    heldUntil = ours ? until.getTime() : null;
    if (ours && !was) {
      log.info({ lease: name }, "lease taken");
      await options.taken();
    } else if (!ours && was) {
      log.warn({ lease: name }, "lease lost");
      await options.lost();
    }
    return ours;
  };

  const renew = (): Promise<boolean> => {
    const mine = turn.then(look);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const again = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      renew()
        .catch((error: unknown) =>
          log.error({ lease: name, error: error instanceof Error ? error.name : "unknown" }, "lease failed"),
        )
        .finally(again);
    }, RENEW_MS);
    timer.unref();
  };

  return {
    start: async () => {
      stopped = false;
      await renew();
      again();
    },
    stop: async () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await turn;
      if (heldUntil === null) return;
      heldUntil = null;
      await options.lost();
      await leases.end(name, holder);
    },
    renew,
    isHeld: () => heldUntil !== null && heldUntil > world.now().getTime(),
  };
};
