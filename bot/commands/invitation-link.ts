import { invitationLink } from "../../api/members/invitation-link.ts";
import type { Settings } from "../../api/settings.ts";
import { translatorFor } from "../../locales/translate.ts";
import type { Log } from "../channels/log.ts";
import type { ConfiguredBot } from "../channels/messenger.ts";
import type { Way } from "../dialogues/dialogue.ts";
import { waysInto } from "../ways-into.ts";

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
  return invitationLink(settings.publicUrl ?? `http://${written}:${settings.port}`, code);
};

/** How the code is brought to every configured messenger whose bot answers. */
export const invitationWays = async (
  settings: Settings<ConfiguredBot>,
  code: string,
): Promise<readonly Way[]> => {
  const asked = settings.messengers.map(({ open }) => askWays(open, settings.publicUrl, code));
  return (await Promise.all(asked)).flat();
};

const askWays = async (
  open: ConfiguredBot["open"],
  publicUrl: string | undefined,
  code: string,
): Promise<readonly Way[]> => {
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
  return known ? waysInto([channel], code) : [];
};
