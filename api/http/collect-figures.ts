import { selectLastTick, selectOutboxTotals } from "../../db/queries/system-metric-queries.ts";
import type { Database } from "../../db/scope.ts";

/** What an operator watches, of all offices together: numbers only. */
export type Figures = {
  readonly outboxWaiting: number;
  /** Given up of what was said within the last day. */
  readonly outboxFailed: number;
  /** How long the oldest that waits has been waiting: a chat page that nobody opens counts too. */
  readonly oldestWaitingSeconds: number;
  /** How long the most delayed message could have left. */
  readonly deliveryDelaySeconds: number;
  readonly lastTick: {
    readonly secondsAgo: number;
    readonly queued: number;
    readonly skipped: number;
    readonly withdrawn: number;
  } | null;
};

const DAY_MS = 86_400_000;

/** `now` is the product's own, which messages and ticks are written by. */
export const collectFigures = (database: Database, now: Date): Promise<Figures> =>
  database.inSystem(async (tx) => {
    const totals = await selectOutboxTotals(tx, now, new Date(now.getTime() - DAY_MS));
    const last = await selectLastTick(tx);
    const since = (epoch: number | null): number =>
      epoch === null ? 0 : Math.max(0, now.getTime() / 1000 - epoch);
    return {
      outboxWaiting: totals.waiting,
      outboxFailed: totals.failed,
      oldestWaitingSeconds: since(totals.oldest_at),
      deliveryDelaySeconds: since(totals.due_at),
      lastTick:
        last === null
          ? null
          : {
              secondsAgo: since(last.at.getTime() / 1000),
              queued: last.queued,
              skipped: last.skipped,
              withdrawn: last.withdrawn,
            },
    };
  });
