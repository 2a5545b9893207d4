import type { Handled } from "../api/conversations/handle-next-update.ts";
import type { Log } from "./channels/log.ts";
import { pause } from "./channels/pause.ts";
import { createBell } from "./delivery/bell.ts";
import { describeError } from "./describe-error.ts";

const LOOK_AGAIN_MS = 1_000;
const LONGEST_REST_MS = 15_000;

export type UpdateWorker = {
  /** Something was stored. */
  readonly kick: () => void;
  readonly start: () => void;
  /** Ends after the update in hand. */
  readonly stop: () => Promise<void>;
  /** Handles everything that waits now. */
  readonly drain: () => Promise<void>;
};

/**
 * Handles stored updates one after another, each in its own transaction, and looks again every second for what
 * another process left behind. `afterEach` wakes the delivery.
 */
export const createUpdateWorker = (options: {
  readonly handleNext: () => Promise<Handled>;
  /** Lays files of waiting updates aside, outside any transaction. */
  readonly fetchFiles: () => Promise<unknown>;
  readonly afterEach: (handled: Handled) => void;
  readonly log: Log;
}): UpdateWorker => {
  const bell = createBell();
  let stopping = new AbortController();
  let loop: Promise<void> | null = null;

  const drain = async (): Promise<void> => {
    await options.fetchFiles();
    for (;;) {
      const handled = await options.handleNext();
      if (handled.kind === "none") return;
      if (handled.kind === "failed")
        options.log.error(
          { update: handled.updateId, final: handled.final, ...describeError(handled.error) },
          "an update could not be handled",
        );
      options.afterEach(handled);
      if (stopping.signal.aborted) return;
    }
  };

  const run = async (signal: AbortSignal): Promise<void> => {
    let troubles = 0;
    while (!signal.aborted) {
      bell.answer();
      try {
        await drain();
        troubles = 0;
      } catch (error) {
        troubles += 1;
        if (troubles === 1) options.log.error(describeError(error), "updates cannot be handled now");
      }
      const nap = new AbortController();
      const ended = AbortSignal.any([signal, nap.signal]);
      if (troubles > 0) await pause(Math.min(LOOK_AGAIN_MS * troubles, LONGEST_REST_MS), ended);
      else await Promise.race([bell.wait(), pause(LOOK_AGAIN_MS, ended)]);
      nap.abort();
    }
  };

  return {
    kick: bell.ring,
    drain,
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
