import { createBackOff } from "../back-off.ts";
import type { Incoming, Receive } from "../channel.ts";
import type { Log } from "../log.ts";
import { pause } from "../pause.ts";
import type { ZaloAnswer, ZaloFailure } from "./judge-answer.ts";

/** Longest rest after a poll that brought nothing: Zalo should have held it for half a minute, but need not have. */
const IDLE_MS = 1_000;

/**
 * Asks for updates and stores them. Zalo hands each out once and hears no acknowledgement: what could not be stored
 * is kept here and stored before the next poll, and what is under way when the process is killed is lost; that is
 * why an office in service uses the webhook. Ends when it is aborted or when the token is refused.
 */
export const pollUpdates = async (work: {
  /** One long poll. */
  readonly ask: (signal: AbortSignal) => Promise<ZaloAnswer>;
  /** Null: not one update came. */
  readonly read: (result: unknown) => readonly Incoming[] | null;
  readonly store: Receive;
  readonly removeWebhook: () => Promise<ZaloFailure | null>;
  /** Is this failure the whole bot's? It is reported then. */
  readonly isDown: (failure: ZaloFailure) => Promise<boolean>;
  readonly signal: AbortSignal;
  readonly log: Log;
  readonly jitter: () => number;
}): Promise<void> => {
  const { signal, log } = work;
  const { rest, recover } = createBackOff(work);
  let webhookRemoved = false;
  let unstored: readonly Incoming[] = [];

  /** The name of what went wrong. */
  const storeNow = async (): Promise<string | null> => {
    try {
      if (unstored.length > 0) await work.store(unstored);
      unstored = [];
      return null;
    } catch (error) {
      return error instanceof Error ? error.name : "unknown";
    }
  };

  const idle = (): Promise<void> => pause(IDLE_MS * (1 - work.jitter() / 2), signal);
  const works = (): void => {
    const failures = recover();
    if (failures > 0) log.info({ failures }, "zalo polling works again");
  };

  /** False: there is no use in going on. */
  const takeFailure = async (failure: ZaloFailure): Promise<boolean> => {
    if (failure.kind === "unanswered") {
      await rest("zalo is not answering, polling goes on", { code: failure.code });
      return true;
    }
    const { status, retryAfter } = failure;
    if (status === 408) {
      works();
      await idle();
      return true;
    }
    if (await work.isDown(failure)) return false;
    // Nothing can be asked for while a webhook is set: somebody may have set it since.
    if (status === 400) webhookRemoved = false;
    await rest(
      "zalo refuses to hand out updates, polling goes on",
      { status },
      retryAfter === null ? 0 : retryAfter * 1000,
    );
    return true;
  };

  /** Null when it is gone, or when Zalo says that there is nothing to remove. */
  const removeWebhook = async (): Promise<ZaloFailure | null> => {
    const failure = await work.removeWebhook();
    if (failure === null || (failure.kind === "refused" && failure.status === 400)) {
      webhookRemoved = true;
      return null;
    }
    return failure;
  };

  while (!signal.aborted) {
    if (unstored.length > 0) {
      const trouble = await storeNow();
      if (trouble === null) works();
      else await rest("updates could not be stored, they are kept and stored again", { error: trouble });
      continue;
    }
    const failed = webhookRemoved ? null : await removeWebhook();
    if (signal.aborted) break;
    const answer = failed ?? (await work.ask(signal));
    if (answer.kind === "done") {
      const updates = work.read(answer.result);
      unstored = updates ?? [];
      if (unstored.length > 0) continue;
      works();
      if (updates === null) await idle();
    } else if (!signal.aborted && !(await takeFailure(answer))) return;
  }
  const trouble = await storeNow();
  if (trouble !== null)
    log.error(
      { updates: unstored.length, error: trouble },
      "zalo stopped before its updates could be stored",
    );
};
