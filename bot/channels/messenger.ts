import type { ConfiguredMessenger, MessengerSettings } from "../../api/settings.ts";
import type { Translate } from "../../locales/translate.ts";
import type { Channel } from "./channel.ts";
import type { Log } from "./log.ts";

/** What a messenger's folder shows to the registry: its settings, from which its bot is opened. */
export type Messenger = MessengerSettings<ConfiguredBot>;

/** A bot that the settings switch on. */
export type ConfiguredBot = ConfiguredMessenger & { readonly open: (tools: ChannelTools) => OpenedBot };

export type OpenedBot = {
  readonly channel: Channel;
  /** What `/webhooks/NAME` hands on. */
  readonly webhook: WebhookDoor;
  /** Asks once who the bot is; afterwards `invitationLink` answers. False when the messenger cannot be asked. */
  readonly identify: () => Promise<boolean>;
};

export type WebhookDoor = {
  /** The header that carries the secret in clear. */
  readonly header: string;
  readonly secret: string;
  /** Stores one update; throws when it could not be stored. */
  readonly accept: (body: unknown) => Promise<"stored" | "malformed">;
};

/** What the house lends to every channel. */
export type ChannelTools = {
  readonly publicUrl: string | undefined;
  readonly log: Log;
  /** From 0 to 1. */
  readonly jitter: () => number;
  readonly words: (locale: "vi" | "en") => Translate;
  /** Lays a picture under a public address for a while; null when this installation has no public address. */
  readonly publishPicture: (picture: {
    readonly kind: string;
    readonly bytes: Uint8Array;
  }) => Promise<string | null>;
};
