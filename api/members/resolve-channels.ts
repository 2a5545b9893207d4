import type { ChannelName } from "./member.ts";

/** Where a person wants to be written to. Null: no wish, the chat linked last. */
export type ChannelWishes = {
  readonly preferredChannel: ChannelName | null;
  /** Tried when the preferred one fails. */
  readonly fallbackChannel: ChannelName | null;
};

/**
 * What stored wishes amount to while these channels are linked. A wish for a channel that is no longer linked counts
 * as none, and counts again once it is linked again; the fallback then stands in for the preferred channel.
 */
export const resolveChannels = (wishes: ChannelWishes, linked: readonly ChannelName[]): ChannelWishes => {
  const known = (channel: ChannelName | null): ChannelName | null =>
    channel !== null && linked.includes(channel) ? channel : null;
  const preferred = known(wishes.preferredChannel);
  const fallback = known(wishes.fallbackChannel);
  if (wishes.preferredChannel !== null && preferred === null)
    return { preferredChannel: fallback, fallbackChannel: null };
  return { preferredChannel: preferred, fallbackChannel: fallback === preferred ? null : fallback };
};
