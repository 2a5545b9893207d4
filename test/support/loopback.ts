import type { TelegramServer } from "./telegram-server.ts";
import type { ZaloServer } from "./zalo-server.ts";

/** A messenger's server on this machine, as far as the product that stands before it is concerned. */
export type Loopback = {
  /** The settings that lead the product there. */
  readonly settings: (mode: "polling" | "webhook") => Readonly<Record<string, string>>;
  /** How many messages the bot has tried to send. */
  readonly sent: () => number;
  readonly onChange: (listener: () => void) => void;
};

export const telegramLoopback = (server: TelegramServer): Loopback => ({
  settings: (mode) => ({
    TELEGRAM_BOT_TOKEN: server.token,
    TELEGRAM_API_ROOT: server.url,
    TELEGRAM_MODE: mode,
  }),
  sent: () => server.callsOf("sendMessage").length,
  onChange: server.world.changes.onChange,
});

export const zaloLoopback = (server: ZaloServer): Loopback => ({
  settings: (mode) => ({ ZALO_BOT_TOKEN: server.token, ZALO_API_ROOT: server.url, ZALO_MODE: mode }),
  sent: () => server.callsOf("sendMessage").length + server.callsOf("sendPhoto").length,
  onChange: server.world.changes.onChange,
});

/** For those who know one messenger only. */
export const loopbacksOf = (servers: TelegramServer | readonly Loopback[]): readonly Loopback[] =>
  "token" in servers ? [telegramLoopback(servers)] : servers;
