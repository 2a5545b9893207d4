import { createBackOff } from "../back-off.ts";
import type { Log } from "../log.ts";
import { judgeFailure } from "./judge-answer.ts";

export type Raw = { readonly update_id: number };

/**
 * Asks for updates, stores them, and only then moves the offset that confirms them: whoever is killed between
 * the two is handed the same updates again, and the unique key drops what was stored. grammY's own loop moves
 * first. Ends when it is aborted or when the token is refused.
 */
export const pollUpdates = async (work: {
  /** One long poll; `offset` is absent at the first. */
  readonly ask: (offset: number | undefined, signal: AbortSignal) => Promise<readonly Raw[]>;
  readonly store: (updates: readonly Raw[]) => Promise<void>;
  readonly removeWebhook: () => Promise<void>;
  readonly refused: (code: string) => void;
  readonly signal: AbortSignal;
  readonly log: Log;
  readonly jitter: () => number;
}): Promise<void> => {
  const { signal, log } = work;
  let offset: number | undefined;
  let webhookRemoved = false;
  const { rest, recover } = createBackOff(work);

  while (!signal.aborted) {
    let updates: readonly Raw[];
    try {
      if (!webhookRemoved) await work.removeWebhook();
      webhookRemoved = true;
      updates = await work.ask(offset, signal);
    } catch (error) {
      if (signal.aborted) return;
      const failure = judgeFailure(error);
      if (failure.kind === "unanswered") {
        await rest("telegram is not answering, polling goes on", { code: failure.code });
        continue;
      }
      if (failure.status === 401 || failure.status === 404) {
        work.refused(`telegram_${failure.status}`);
        return;
      }
      if (failure.status === 409) {
        webhookRemoved = !/webhook/i.test(failure.description);
        await rest("another program receives for this bot, waiting for it to end", { status: 409 });
      } else {
        await rest(
          "telegram refuses to hand out updates, polling goes on",
          { status: failure.status },
          (failure.retryAfter ?? 0) * 1000,
        );
      }
      continue;
    }
    try {
      if (updates.length > 0) await work.store(updates);
    } catch (error) {
      await rest("updates could not be stored, they will be asked for again", {
        error: error instanceof Error ? error.name : "unknown",
      });
      continue;
    }
    const failures = recover();
    if (failures > 0) log.info({ failures }, "telegram polling works again");
    offset = updates.reduce((next, { update_id }) => Math.max(next, update_id + 1), offset ?? 0);
  }
};
