import type { Handled } from "../api/conversations/handle-next-update.ts";
import type { Log } from "./channels/log.ts";
import { pause } from "./channels/pause.ts";
import { describeError } from "./describe-error.ts";

const LOOK_AGAIN_MS = 1_000;
const LONGEST_REST_MS = 15_000;

export type UpdateWorker = {
  /** Something was stored; `fileCame` says whether a file may be among it. */
  readonly kick: (fileCame?: boolean) => void;
  readonly start: () => void;
  /** Ends after the updates and the files in hand. */
  readonly stop: () => Promise<void>;
};

/**
 * Handles stored updates, so many at once, each in its own transaction; who comes first and who waits for whom is
 * `handleNext`'s to say. Looks again every second for what another process left behind. `afterEach` wakes the delivery.
 */
export const createUpdateWorker = (options: {
  readonly handleNext: () => Promise<Handled>;
  readonly atOnce: number;
  /**
   * Settle files of waiting updates outside any transaction, each beside the handling: one person's long document
   * keeps nobody waiting. They answer how many were settled.
   */
  readonly fileWork: readonly (() => Promise<number>)[];
  readonly afterEach: (handled: Handled) => void;
  readonly log: Log;
}): UpdateWorker => {
  let stopping = new AbortController();
  let loop: Promise<void> | null = null;
  const hands = new Set<Promise<void>>();
  /** Something was stored while nobody was free, and nobody has looked since. */
  let missed = false;
  let fileCame = false;
  /** The database did not answer the last look: only the clock asks again. */
  let troubled = false;

  /** Handles one after another until nothing is left for it. */
  const handleAll = async (): Promise<void> => {
    for (let count = 0; !stopping.signal.aborted; ) {
      missed = false;
      const handled = await options.handleNext();
      troubled = false;
      if (handled.kind === "none") {
        if (missed) continue;
        return;
      }
      if (handled.kind === "failed")
        options.log.error(
          { update: handled.updateId, final: handled.final, ...describeError(handled.error) },
          "an update could not be handled",
        );
      options.afterEach(handled);
      count += 1;
      // Where one finds a second there is more than it can do alone; what follows in its chat it does itself.
      if (count > 1) lendHand();
    }
  };

  const lendHand = (): void => {
    if (loop === null || stopping.signal.aborted) return;
    if (hands.size >= options.atOnce) {
      missed = true;
      return;
    }
    const hand = handleAll()
      .catch((error: unknown) => {
        if (!troubled) options.log.error(describeError(error), "updates cannot be handled now");
        troubled = true;
      })
      .finally(() => {
        hands.delete(hand);
        // A file may have waited for what was said before it.
        if (hands.size === 0 && fileCame) takeUpFiles();
      });
    hands.add(hand);
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
      if (settled > 0) kick();
    };
    return {
      begin: (): void => {
        running ??= work();
      },
      end: async (): Promise<void> => void (await running),
    };
  });

  const takeUpFiles = (): void => {
    fileCame = false;
    if (loop !== null && !stopping.signal.aborted) for (const lane of lanes) lane.begin();
  };

  const kick = (file = true): void => {
    if (file) {
      takeUpFiles();
      fileCame = true;
    }
    if (!troubled) lendHand();
  };

  const run = async (signal: AbortSignal): Promise<void> => {
    for (let troubles = 0; !signal.aborted; troubles = troubled ? troubles + 1 : 0) {
      takeUpFiles();
      lendHand();
      await pause(Math.min(LOOK_AGAIN_MS * Math.max(troubles, 1), LONGEST_REST_MS), signal);
    }
  };

  return {
    kick,
    start: () => {
      if (loop !== null) return;
      stopping = new AbortController();
      loop = Promise.resolve().then(() => run(stopping.signal));
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(hands);
      await loop;
      loop = null;
      for (const lane of lanes) await lane.end();
    },
  };
};
