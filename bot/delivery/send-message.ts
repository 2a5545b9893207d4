import type { Outbox, WaitingMessage } from "../../api/outbox/serve-outbox.ts";
import type { Capabilities, Channel, OutgoingMessage, SendOutcome } from "../channels/channel.ts";
import type { Log } from "../channels/log.ts";
import type { RenderedText } from "../messages/render-text.ts";
import type { Address, Target } from "./choose-link.ts";
import { BOT_REST_MS, decideSettlement } from "./decide-settlement.ts";
import type { DeliveryCounts } from "./delivery.ts";
import { botKey } from "./plan-sends.ts";

/** A message with the chats to try; `to` is the first. */
export type Job = WaitingMessage & { readonly targets: readonly Target[]; readonly to: Target };

export const createSending = (options: {
  readonly outbox: Outbox;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly holder: string;
  readonly log: Log;
  readonly render: (message: unknown, locale: "vi" | "en", capabilities: Capabilities) => RenderedText;
  readonly rest: (to: Address, scope: "chat" | "bot", ms: number) => void;
  /** The bot is refused as a whole, until the operator sets it right. */
  readonly refused: (to: Address, ms: number) => void;
  readonly loseGroup: (group: Address, at: Date) => Promise<void>;
}) => {
  const { outbox, channels, holder, log } = options;

  /** A message that cannot be put into words, or a channel with a bug, must not hold up the others. */
  const attempt = async (channel: Channel, to: Target, job: Job): Promise<SendOutcome> => {
    let outgoing: OutgoingMessage;
    try {
      const rendered = options.render(job.message, job.locale, channel.capabilities);
      outgoing = {
        outboxId: job.id,
        ...rendered,
        ...(job.timeZone === null ? {} : { timeZone: job.timeZone }),
      };
    } catch (error) {
      log.error({ message: job.id, error: error instanceof Error ? error.name : "unknown" }, "no words");
      return { kind: "rejected", code: "render_failed" };
    }
    try {
      return await channel.send({ chatKey: to.chatKey }, outgoing);
    } catch (error) {
      log.error({ message: job.id, error: error instanceof Error ? error.name : "unknown" }, "channel threw");
      return { kind: "rejected", code: "channel_failed" };
    }
  };

  /** Settlements that the database did not take: known here, and written as soon as it is back. */
  const unsettled = new Map<string, () => Promise<void>>();
  const settle = async (id: string, write: () => Promise<void>): Promise<void> => {
    unsettled.set(id, write);
    await write();
    unsettled.delete(id);
  };
  const finishUnsettled = async (): Promise<void> => {
    for (const [id, write] of unsettled) await settle(id, write);
  };

  const claim = async (id: string, now: Date): ReturnType<Outbox["claim"]> => {
    try {
      return await outbox.claim({ id, holder, now });
    } catch (error) {
      // The commit may have gone through unheard; nothing was sent, so it is queued as it was.
      unsettled.set(id, () => outbox.unclaim({ id, holder }));
      throw error;
    }
  };

  const closeChat = async (job: Job, { linkId, ...address }: Target, now: Date): Promise<void> => {
    if (job.organizationId === null) return;
    try {
      // What an office says to a bare address, it says to a group.
      if (linkId === null) await options.loseGroup(address, now);
      else await outbox.unreachable({ organizationId: job.organizationId, id: linkId }, now);
    } catch (error) {
      // The next message finds the chat closed again; this one must still be settled.
      log.warn({ error: error instanceof Error ? error.name : "unknown" }, "closed chat not recorded");
    }
  };

  /** Claims, sends, settles. "gone": somebody else has it, or it was withdrawn. */
  const send = async (job: Job, now: Date, counts: DeliveryCounts): Promise<"gone" | "settled" | "again"> => {
    const { id } = job;
    const claimed = await claim(id, now);
    if (claimed === null) return "gone";
    let held: SendOutcome | null = null;
    for (const [index, target] of job.targets.entries()) {
      const channel = channels.get(botKey(target));
      const outcome: SendOutcome =
        channel === undefined
          ? { kind: "rejected", code: "channel_missing" }
          : await attempt(channel, target, job);
      if (outcome.kind === "blocked") await closeChat(job, target, now);
      if (outcome.kind === "channel_down") options.refused(target, BOT_REST_MS);
      const otherLink = index + 1 < job.targets.length;
      const tried = { purpose: job.purpose, ...claimed, linked: target.linkId !== null, otherLink, held };
      const settled = decideSettlement(tried, outcome, now);
      if (settled.kind === "next_link") {
        if (outcome.kind === "channel_down") options.rest(target, "bot", BOT_REST_MS);
        if (outcome.kind === "retry_after")
          options.rest(target, outcome.scope ?? "chat", outcome.seconds * 1000);
        if (["channel_down", "retry_after", "waiting"].includes(outcome.kind)) held ??= outcome;
        continue;
      }
      if (settled.kind === "sent") {
        const { keys } = settled;
        await settle(id, () => outbox.sent({ id, holder, at: now, keys, linkId: target.linkId }));
        counts.sent += 1;
        return "settled";
      }
      if (settled.kind === "failed") {
        const { attempts, failure } = settled;
        await settle(id, () => outbox.failed({ id, holder, attempts, failure }));
        log.warn({ message: id, purpose: job.purpose, failure: settled.failure }, "message failed");
        counts.failed += 1;
        return "settled";
      }
      if (settled.rest !== "none")
        options.rest(target, settled.rest, settled.notBefore.getTime() - now.getTime());
      const { notBefore, attempts, failure } = settled;
      const linkId = outcome.kind === "ambiguous" ? target.linkId : null;
      await settle(id, () => outbox.again({ id, holder, notBefore, attempts, failure, linkId }));
      counts[failure === "waiting" ? "waiting" : "retried"] += 1;
      return "again";
    }
    return "settled";
  };

  /** Nobody is linked, or every chat refused: recorded, so that somebody sees it. */
  const giveUp = async (id: string, now: Date, counts: DeliveryCounts): Promise<void> => {
    const claimed = await claim(id, now);
    if (claimed === null) return;
    const { attempts } = claimed;
    // The one chat that may have it already is closed now.
    const failure = claimed.failure === "ambiguous" ? "ambiguous" : "nobody_reachable";
    await settle(id, () => outbox.failed({ id, holder, attempts, failure }));
    log.warn({ message: id, failure }, "message failed");
    counts.failed += 1;
  };

  return { send, giveUp, finishUnsettled };
};
