import type { Settings } from "../../api/settings.ts";
import type { Log } from "../channels/log.ts";
import { createTelegramChannel } from "../channels/telegram/telegram-channel.ts";

const PATIENCE_MS = 3_000;

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The web page that takes the code, under the address people use. */
export const webInvitationLink = (
  settings: Pick<Settings, "publicUrl" | "host" | "port">,
  code: string,
): string => {
  const { host } = settings;
  const reachable = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  const written = reachable.includes(":") ? `[${reachable}]` : reachable;
  return `${settings.publicUrl ?? `http://${written}:${settings.port}`}/?code=${encodeURIComponent(code)}`;
};

/** Telegram's link where a bot is configured and answers, else the web page's. */
export const invitationLink = async (settings: Settings, code: string): Promise<string> => {
  const { telegram } = settings;
  if (telegram === undefined) return webInvitationLink(settings, code);
  const channel = createTelegramChannel({
    ...telegram,
    publicUrl: settings.publicUrl,
    menus: [],
    commands: [],
    log: silent,
    jitter: () => 0,
  });
  const patience = new AbortController();
  const known = await Promise.race([
    channel.identify().catch(() => false),
    new Promise<false>((resolve) => {
      const timer = setTimeout(() => resolve(false), PATIENCE_MS);
      patience.signal.addEventListener("abort", () => clearTimeout(timer));
    }),
  ]);
  patience.abort();
  return (known ? channel.invitationLink(code) : null) ?? webInvitationLink(settings, code);
};
