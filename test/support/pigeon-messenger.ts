import { z } from "zod";
import { messengerSettings, optional } from "../../api/settings.ts";
import type { Channel, Receive } from "../../bot/channels/channel.ts";
import type { Messenger } from "../../bot/channels/messenger.ts";
import { createChanges } from "./changes.ts";

/** Where letters lie: what people wrote goes to the bot, what the bot wrote waits for its reader. */
export const createLoft = () => {
  const changes = createChanges();
  const letters: { readonly to: string; readonly text: string }[] = [];
  let receive: Receive | null = null;
  let flights = 0;
  return {
    open: (store: Receive | null): void => {
      receive = store;
    },
    leave: (to: string, text: string): string => {
      letters.push({ to, text });
      changes.announce();
      return `letter-${letters.length}`;
    },
    write: async (from: string, text: string): Promise<void> => {
      flights += 1;
      await receive?.([
        {
          updateKey: `flight-${flights}`,
          chatKey: from,
          userKey: from,
          group: false,
          messageKey: `flight-${flights}`,
          replyToKey: null,
          languageCode: null,
          content: { kind: "text", text, edited: false },
          callbackKey: null,
        },
      ]);
    },
    read: (to: string, pattern: RegExp): Promise<string> =>
      changes.until(
        `a letter to ${to} with ${pattern}`,
        () => letters.find((letter) => letter.to === to && pattern.test(letter.text))?.text,
        15_000,
      ),
  };
};
export type Loft = ReturnType<typeof createLoft>;

const settingsSchema = z.object({
  PIGEON_LOFT: optional(z.string().min(3)).describe("where the pigeons live"),
});

/**
 * A messenger that the product has never heard of, as small as one can be: what a folder of `bot/channels` shows to the
 * registry, and nothing else anywhere.
 */
export const pigeonMessenger = (loft: Loft): Messenger =>
  messengerSettings(settingsSchema, ({ PIGEON_LOFT: account }) => {
    if (account === undefined) return null;
    const channel: Channel = {
      name: "pigeon",
      account,
      capabilities: {
        buttons: false,
        textLength: 300,
        fileBytes: 0,
        files: false,
        unasked: true,
        pace: { bot: { everyMs: 1, burst: 10 }, chat: { everyMs: 1, burst: 10 } },
      },
      send: async ({ chatKey }, { text }) => ({
        kind: "delivered",
        messageKeys: [loft.leave(chatKey, text)],
      }),
      download: async () => ({ kind: "gone" }),
      start: async (receive) => loft.open(receive),
      stop: async () => loft.open(null),
      invitationLink: () => null,
    };
    return {
      name: "pigeon",
      official: false,
      mode: "polling",
      open: () => ({
        channel,
        webhook: { header: "x-ring", secret: "a-ring-of-tin", accept: async () => "malformed" },
        identify: async () => true,
      }),
    };
  });
