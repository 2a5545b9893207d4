import { randomUUID } from "node:crypto";
import { picturePublisher } from "../../api/attachments/publish-picture.ts";
import { releaseLostGroup } from "../../api/group-chats/release-lost-group.ts";
import { leasesOf } from "../../api/jobs/take-lease.ts";
import { outboxOf } from "../../api/outbox/serve-outbox.ts";
import type { Settings } from "../../api/settings.ts";
import { settableClock, systemClock } from "../../api/shared/clock.ts";
import type { Database } from "../../db/scope.ts";
import { placedTranslatorFor, translatorFor } from "../../locales/translate.ts";
import type { Channel } from "../channels/channel.ts";
import type { Log } from "../channels/log.ts";
import type { ConfiguredBot } from "../channels/messenger.ts";
import { WEB_ACCOUNT } from "../channels/web-chat/visitor.ts";
import { PACE } from "../channels/web-chat/web-chat-channel.ts";
import { channelKey, createDelivery } from "../delivery/deliver.ts";
import type { DeliveryCounts } from "../delivery/delivery.ts";
import { renderText } from "../messages/render-text.ts";

const LEASE = "deliver";
const LEASE_MS = 600_000;
const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The web chat without a page: whatever is meant for it waits until somebody opens one. */
const closedWebChat: Channel = {
  name: "web",
  account: WEB_ACCOUNT,
  capabilities: { buttons: true, textLength: 4_000, fileBytes: 0, files: false, unasked: true, pace: PACE },
  send: () => Promise.resolve({ kind: "waiting" }),
  download: () => Promise.resolve({ kind: "gone" }),
  start: () => Promise.resolve(),
  stop: () => Promise.resolve(),
  invitationLink: () => null,
};

/**
 * Sends everything that is due at an instant, once. Null: another process delivers, and will send what was queued.
 */
export const deliverOnce = async (
  database: Database,
  settings: Settings<ConfiguredBot>,
  at: Date,
): Promise<DeliveryCounts | null> => {
  const leases = leasesOf(database);
  const holder = randomUUID();
  const begun = systemClock.now();
  const until = new Date(begun.getTime() + LEASE_MS);
  if (!(await leases.take(LEASE, holder, begun, until, true))) return null;
  try {
    const bots = settings.messengers.map(({ open }) =>
      open({
        publicUrl: settings.publicUrl,
        log: silent,
        jitter: Math.random,
        words: translatorFor,
        publishPicture: picturePublisher(database, settings.publicUrl, () => at),
      }),
    );
    const channels = [...bots.map(({ channel }) => channel), closedWebChat].map(
      (channel) => [channelKey(channel), channel] as const,
    );
    const delivery = createDelivery({
      outbox: outboxOf(database),
      channels: new Map<string, Channel>(channels),
      render: (message, locale, capabilities) =>
        renderText(message, placedTranslatorFor(locale), capabilities),
      clock: settableClock(at),
      loseGroup: (group, when) =>
        database.inBoth((both) => releaseLostGroup(both, group, "unreachable", when)),
      holder,
      log: silent,
    });
    return await delivery.deliverDue(at);
  } finally {
    await leases.end(LEASE, holder);
  }
};
