import { updateStore } from "../../api/conversations/store-updates.ts";
import type { Leases } from "../../api/jobs/take-lease.ts";
import type { Channel, Incoming } from "../channels/channel.ts";
import { channelKey } from "../delivery/deliver.ts";
import { holdLease } from "../delivery/hold-lease.ts";
import { describeError } from "../describe-error.ts";
import type { House } from "./house.ts";
import type { RunningBot } from "./open-channels.ts";

/** Keeps what came in through the channel, once each; only then the messenger hears that it was taken. */
export const receiverOf =
  (
    { database, clock }: Pick<House, "database" | "clock">,
    kick: (fileCame: boolean) => void,
  ): ((channel: Channel) => (updates: readonly Incoming[]) => Promise<void>) =>
  (channel) => {
    const store = updateStore(database, { channel: channel.name, account: channel.account }, clock.now);
    return async (updates) => {
      await store(
        updates.map((update) => ({
          updateKey: update.updateKey,
          chatKey: update.chatKey,
          content: update,
        })),
      );
      kick(updates.some(({ content }) => content.kind === "file"));
      for (const update of updates) channel.acknowledge?.(update).catch(() => undefined);
    };
  };

export type Receiving = {
  readonly start: () => Promise<void>;
  /** Gives the leases back; the channels themselves are stopped after it. */
  readonly stop: () => Promise<void>;
};

/** The messengers' bots, each by polling under its lease or through its webhook. */
export const receiveFromBots = (
  { world, holder, log }: Pick<House, "world" | "holder" | "log">,
  bots: readonly RunningBot[],
  leases: Leases,
  receiveOf: ReturnType<typeof receiverOf>,
): Receiving => {
  // Only one process may poll; a webhook is answered by every process.
  const pollers = bots
    .filter(({ mode }) => mode === "polling")
    .map(({ channel, identify }) => ({
      identify,
      lease: holdLease({
        leases,
        name: `receive ${channelKey(channel)}`,
        holder,
        world,
        log,
        taken: () => channel.start(receiveOf(channel)),
        lost: channel.stop,
      }),
    }));
  return {
    start: async () => {
      for (const { lease, identify } of pollers) {
        await lease.start();
        // Whoever does not receive handles updates all the same: invitations tell under which name the bot is found.
        if (!lease.isHeld())
          identify().catch((error: unknown) => log.warn(describeError(error), "no name yet"));
      }
      for (const { mode, channel } of bots) if (mode === "webhook") await channel.start(receiveOf(channel));
    },
    stop: async () => {
      await Promise.all(pollers.map(({ lease }) => lease.stop()));
    },
  };
};
