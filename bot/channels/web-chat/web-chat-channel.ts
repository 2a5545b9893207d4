import type { Hono } from "hono";
import { systemClock } from "../../../api/shared/clock.ts";
import { createSessionCookie } from "../../../api/web/session-cookie.ts";
import type { Channel, Pace, Receive } from "../channel.ts";
import type { Desk } from "./door-context.ts";
import type { WebChatDoors } from "./doors.ts";
import { FILE_BYTES, receivedFiles } from "./keep-received-file.ts";
import { createPageHub } from "./page-hub.ts";
import { TEXT_LENGTH } from "./parse-update.ts";
import { renderMessage } from "./render-message.ts";
import { WEB_ACCOUNT } from "./visitor.ts";
import { createWebChatRoutes } from "./web-chat-routes.tsx";

/** Pages of our own: only one person's flood is held back. */
export const PACE: Pace = { bot: { everyMs: 1, burst: 100 }, chat: { everyMs: 100, burst: 10 } };
/** Proxies cut a silent connection after 30 seconds or more. */
const HEARTBEAT_MS = 20_000;

export type WebChat = {
  readonly channel: Channel;
  /** To be mounted at "/". */
  readonly routes: Hono;
  /** After a session was revoked elsewhere: its open pages end at once. */
  readonly closeSession: (sessionId: string) => void;
};

/**
 * The third messenger: pages of our own. A message is delivered when an open page acknowledged it; without one
 * it waits in the outbox until a page comes (`doors.wake`).
 */
export const createWebChat = (
  doors: WebChatDoors,
  options: { readonly acknowledgedWithinMs?: number } = {},
): WebChat => {
  const hub = createPageHub(options.acknowledgedWithinMs);
  const files = receivedFiles(doors.filesFolder);
  let receive: Receive | null = null;
  let heartbeat: NodeJS.Timeout | undefined;
  const desk: Desk = {
    doors,
    hub,
    files,
    cookie: createSessionCookie(doors),
    receiver: () => receive,
  };

  const channel: Channel = {
    name: "web",
    account: WEB_ACCOUNT,
    capabilities: {
      buttons: true,
      textLength: TEXT_LENGTH,
      fileBytes: FILE_BYTES,
      files: true,
      unasked: true,
      pace: PACE,
    },
    send: async ({ chatKey }, message) => {
      const reader = hub.reader(chatKey);
      if (reader === null) return { kind: "waiting" };
      const { locale, organization } = reader;
      const place = { at: doors.clock.now(), locale, timeZone: organization.timeZone };
      return hub.push(chatKey, renderMessage(message, place));
    },
    download: (file, maxBytes) => files.download(file.fileKey, maxBytes),
    start: async (handler) => {
      receive = handler;
      heartbeat = setInterval(hub.beat, HEARTBEAT_MS);
      heartbeat.unref();
      await files.sweep(systemClock.now().getTime());
    },
    stop: () => {
      receive = null;
      clearInterval(heartbeat);
      hub.closeAll();
      return Promise.resolve();
    },
    invitationLink: (code) =>
      doors.publicUrl === undefined ? null : `${doors.publicUrl}/?code=${encodeURIComponent(code)}`,
  };
  return { channel, routes: createWebChatRoutes(desk), closeSession: hub.closeSession };
};
