import { z } from "zod";
import {
  httpUrl,
  isOneOf,
  messengerSettings,
  optional,
  receivingMode,
  webhookSecret,
  withDefault,
} from "../../../api/settings.ts";
import { systemClock } from "../../../api/shared/clock.ts";
import type { Messenger } from "../messenger.ts";
import { createZaloChannel } from "./zalo-channel.ts";

/** The second is the older name of the first. */
const OFFICIAL_HOSTS = ["bot-api.zaloplatforms.com", "bot-api.zapps.me"];

const rate = z.coerce.number("setting-not-rate").min(0.1, "setting-not-rate").max(30, "setting-not-rate");

const settingsSchema = z.object({
  // Zalo does not say of what form it is; as a part of an address it can have no other signs.
  ZALO_BOT_TOKEN: optional(
    z.string().regex(/^([\w.~-]{1,64}:)?[\w.~-]{8,512}$/, "setting-not-bot-token"),
  ).describe("the bot's token from the Zalo Bot Platform"),
  ZALO_API_ROOT: withDefault(httpUrl, "https://bot-api.zaloplatforms.com").describe("Bot Platform server"),
  ZALO_WEBHOOK_SECRET: optional(webhookSecret).describe(
    "secret of the webhook; derived from the token where none is set",
  ),
  ZALO_MODE: withDefault(receivingMode, "polling").describe(
    "how updates arrive; polling is for trying, an office in service needs webhook",
  ),
  ZALO_RATE: withDefault(rate, 1).describe("messages a second over all, 0.1 to 30"),
});

export const zalo: Messenger = messengerSettings(settingsSchema, (values) => {
  const { ZALO_BOT_TOKEN: token, ZALO_API_ROOT: apiRoot, ZALO_MODE: mode } = values;
  if (token === undefined) return null;
  return {
    name: "zalo",
    official: isOneOf(OFFICIAL_HOSTS, apiRoot),
    mode,
    open: (tools) => {
      const channel = createZaloChannel({
        ...tools,
        token,
        apiRoot,
        mode,
        webhookSecret: values.ZALO_WEBHOOK_SECRET,
        rate: values.ZALO_RATE,
        now: systemClock.now,
      });
      return { channel, webhook: channel.webhook, identify: channel.identify };
    },
  };
});
