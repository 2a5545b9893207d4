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
  /** Ends after the update and the files in hand. */
  readonly stop: () => Promise<void>;
};

/**
 * Handles stored updates one after another, each in its own transaction, and looks again every second for what
 * another process left behind. `afterEach` wakes the delivery.
 */
export const createUpdateWorker = (options: {
  readonly handleNext: () => Promise<Handled>;
  /**
   * Settle files of waiting updates outside any transaction, each beside the handling: one person's long document
   * keeps nobody waiting. They answer how many were settled.
   */
  readonly fileWork: readonly (() => Promise<number>)[];
  readonly afterEach: (handled: Handled) => void;
  readonly log: Log;
}): UpdateWorker => {
  const bell = createBell();
  let stopping = new AbortController();
  let loop: Promise<void> | null = null;

  /** Everything that can be handled now; answers how much that was. */
  const drain = async (): Promise<number> => {
    for (let count = 0; ; count += 1) {
      const handled = await options.handleNext();
      if (handled.kind === "none") return count;
      if (handled.kind === "failed")
        options.log.error(
          { update: handled.updateId, final: handled.final, ...describeError(handled.error) },
          "an update could not be handled",
        );
      options.afterEach(handled);
      if (stopping.signal.aborted) return count + 1;
    }
  };

  /** Each of them once at a time. */
  const lanes = options.fileWork.map((settle) => {
    let running: Promise<void> | null = null;
    let troubles = 0;
    const work = async (): Promise<void> => {
      let settled = 0;
      try {
        settled = await settle();
        troubles = 0;
      } catch (error) {
        troubles += 1;
        if (troubles === 1) options.log.error(describeError(error), "files cannot be taken up now");
      }
      running = null;
      if (settled > 0) bell.ring();
    };
    return {
      begin: (): void => {
        running ??= work();
      },
      end: async (): Promise<void> => void (await running),
    };
  });

  const run = async (signal: AbortSignal): Promise<void> => {
    let troubles = 0;
    while (!signal.aborted) {
      bell.answer();
      for (const lane of lanes) lane.begin();
      try {
        // A file may have waited for what was said before it.
        if ((await drain()) > 0) for (const lane of lanes) lane.begin();
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
      for (const lane of lanes) await lane.end();
    },
  };
};
