import type { Settings } from "../../api/settings.ts";
import { translatorFor } from "../../locales/translate.ts";
import type { Log } from "../channels/log.ts";
import type { ConfiguredBot } from "../channels/messenger.ts";

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

/** The first link that a configured messenger has and whose bot answers, else the web page's. */
export const invitationLink = async (settings: Settings<ConfiguredBot>, code: string): Promise<string> => {
  for (const { open } of settings.messengers) {
    const link = await askLink(open, settings.publicUrl, code);
    if (link !== null) return link;
  }
  return webInvitationLink(settings, code);
};

const askLink = async (
  open: ConfiguredBot["open"],
  publicUrl: string | undefined,
  code: string,
): Promise<string | null> => {
  const { channel, identify } = open({
    publicUrl,
    log: silent,
    jitter: () => 0,
    words: translatorFor,
    publishPicture: async () => null,
  });
  const patience = new AbortController();
  const known = await Promise.race([
    identify().catch(() => false),
    new Promise<false>((resolve) => {
      const timer = setTimeout(() => resolve(false), PATIENCE_MS);
      patience.signal.addEventListener("abort", () => clearTimeout(timer));
    }),
  ]);
  patience.abort();
  return known ? channel.invitationLink(code) : null;
};
