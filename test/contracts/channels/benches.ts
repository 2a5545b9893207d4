import type { ChannelBench } from "../../support/channel-bench.ts";
import { telegramBench } from "../../support/telegram-bench.ts";
import { webChatBench } from "../../support/web-chat-bench.ts";
import { zaloBench } from "../../support/zalo-bench.ts";

/** Every messenger that is held to the contract of `bot/channels/channel.ts`. */
export const BENCHES = [telegramBench, zaloBench, webChatBench].map(
  (bench): readonly [string, ChannelBench] => [bench.title, bench],
);
