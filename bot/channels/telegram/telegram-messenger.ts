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
import { telegramMenus } from "../../command-menu.ts";
import { COMMANDS } from "../../dialogues/dialogue.ts";
import type { Messenger } from "../messenger.ts";
import { createTelegramChannel } from "./telegram-channel.ts";

const OFFICIAL_HOSTS = ["api.telegram.org"];

const settingsSchema = z.object({
  TELEGRAM_BOT_TOKEN: optional(z.string().regex(/^\d+:[\w-]+$/, "setting-not-bot-token")).describe(
    "the bot's token from BotFather",
  ),
  TELEGRAM_API_ROOT: withDefault(httpUrl, "https://api.telegram.org").describe("Bot API server"),
  TELEGRAM_WEBHOOK_SECRET: optional(webhookSecret).describe(
    "secret of the webhook; derived from the token where none is set",
  ),
  TELEGRAM_MODE: withDefault(receivingMode, "polling").describe("how updates arrive"),
});

export const telegram: Messenger = messengerSettings(settingsSchema, (values) => {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, TELEGRAM_MODE: mode } = values;
  if (token === undefined) return null;
  return {
    name: "telegram",
    official: isOneOf(OFFICIAL_HOSTS, apiRoot),
    mode,
    open: (tools) => {
      const channel = createTelegramChannel({
        ...tools,
        token,
        apiRoot,
        mode,
        webhookSecret: values.TELEGRAM_WEBHOOK_SECRET,
        menus: telegramMenus(tools.words),
        commands: COMMANDS,
      });
      return { channel, webhook: channel.webhook, identify: channel.identify };
    },
  };
});
