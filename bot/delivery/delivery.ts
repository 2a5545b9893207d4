import type { Message } from "../../api/outbox/message.ts";
import type { Outbox } from "../../api/outbox/serve-outbox.ts";
import type { Clock } from "../../api/shared/clock.ts";
import type { Capabilities, Channel } from "../channels/channel.ts";
import type { Log } from "../channels/log.ts";
import type { RenderedText } from "../messages/render-text.ts";
import type { Address } from "./choose-link.ts";

export type DeliveryCounts = { sent: number; waiting: number; retried: number; failed: number };

export type Delivery = {
  /** To be called after each commit that may have queued something: an answer leaves at once. */
  readonly kick: () => void;
  /** Somebody opened this chat: what waited for that leaves now. */
  readonly wake: (chat: { readonly channel: Channel["name"] } & Omit<Address, "channel">) => Promise<void>;
  /** One pass over everything that is due at that instant. Only for the holder of the delivery's lease. */
  readonly deliverDue: (now: Date) => Promise<DeliveryCounts>;
  readonly start: () => void;
  /** Ends when what is in flight has been settled. */
  readonly stop: () => Promise<void>;
};

export type DeliveryOptions = {
  readonly outbox: Outbox;
  /** By `${name}:${account}`. */
  readonly channels: ReadonlyMap<string, Channel>;
  readonly render: (message: Message, locale: "vi" | "en", capabilities: Capabilities) => RenderedText;
  /** The product's clock: what is due, and the instants that are written. */
  readonly clock: Clock;
  /** Which process this is; never used twice. */
  readonly holder: string;
  readonly log: Log;
  /** The world's clock: rates are the messengers', not the demonstration's. */
  readonly world?: Clock;
  /** An office's group to which the messenger lets the bot write no more. */
  readonly loseGroup?: (group: Address, at: Date) => Promise<void>;
  /** How often the outbox is looked at without being asked. */
  readonly everyMs?: number;
};
