import { picturePublisher } from "../../api/attachments/publish-picture.ts";
import { greetLinkedChat } from "../../api/conversations/greet-linked-chat.ts";
import type { DependencyState } from "../../api/http/check-dependencies.ts";
import { runTick } from "../../api/jobs/run-tick.ts";
import { ok } from "../../api/shared/result.ts";
import { translatorFor } from "../../locales/translate.ts";
import type { Channel } from "../channels/channel.ts";
import type { ConfiguredBot, OpenedBot } from "../channels/messenger.ts";
import { watchOutcomes } from "../channels/watch-outcomes.ts";
import { createWebChat, type WebChat } from "../channels/web-chat/web-chat-channel.ts";
import { openWebChatDoors } from "../channels/web-chat/web-doors.ts";
import { channelKey } from "../delivery/deliver.ts";
import type { Delivery } from "../delivery/delivery.ts";
import { describeError } from "../describe-error.ts";
import { linkGreeting } from "../messages/linking.ts";
import type { House } from "./house.ts";

export type RunningBot = OpenedBot & { readonly mode: ConfiguredBot["mode"] };

export type OpenChannels = {
  readonly bots: readonly RunningBot[];
  readonly webChat: WebChat;
  /** All of them by `${name}:${account}`. */
  readonly channels: ReadonlyMap<string, Channel>;
  /** The same, with what each messenger answers written down in `answers`. */
  readonly watched: ReadonlyMap<string, Channel>;
  /** As each messenger's last answer was; one that was sent nothing yet is not among them. */
  readonly answers: ReadonlyMap<string, DependencyState>;
};

/**
 * Every messenger that is switched on and the web chat, opened and not yet started. `delivery` is made after the
 * channels that it sends through: it is asked for only once somebody is there.
 */
export const openChannels = (
  { settings, log, clock, database, demonstration }: House,
  delivery: () => Delivery,
): OpenChannels => {
  const bots = settings.messengers.map(({ mode, open }) => ({
    mode,
    ...open({
      publicUrl: settings.publicUrl,
      log,
      jitter: Math.random,
      words: translatorFor,
      publishPicture: picturePublisher(database, settings.publicUrl, clock.now),
    }),
  }));
  const webChat = createWebChat(
    openWebChatDoors({
      inBoth: database.inBoth,
      clock,
      publicUrl: settings.publicUrl,
      dataDir: settings.dataDir,
      wake: (chatKey) => {
        delivery()
          .wake({ channel: "web", account: webChat.channel.account, chatKey })
          .catch((error: unknown) => log.error(describeError(error), "waiting messages could not be woken"));
      },
      greet: (both, linked) => greetLinkedChat(both, linked, linkGreeting(ok(linked)), clock.now()),
      demonstration:
        demonstration?.door(async (instant) => {
          await runTick(database, instant);
          await delivery().deliverDue(instant);
        }) ?? null,
    }),
  );
  const all = [...bots.map(({ channel }) => channel), webChat.channel];
  const answers = new Map<string, DependencyState>();
  const watch = (channel: Channel): Channel =>
    watchOutcomes(channel, (state) => answers.set(`messenger_${channel.name}`, state));
  return {
    bots,
    webChat,
    channels: new Map(all.map((channel) => [channelKey(channel), channel])),
    watched: new Map(all.map((channel) => [channelKey(channel), watch(channel)])),
    answers,
  };
};
