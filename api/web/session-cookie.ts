import { randomBytes } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Clock } from "../shared/clock.ts";

/** A session that was just opened: its secret goes into the browser's cookie and is kept nowhere else. */
export type OpenedSession = { readonly token: string; readonly expiresAt: Date };

/**
 * Lax, so that a link in a mail opens the chat; HttpOnly, so that no script reads it; with https also Secure and
 * with the prefix that keeps neighbours under the same domain from setting it.
 */
export const createSessionCookie = (doors: {
  /** Under which people reach the page; https makes the cookies Secure. */
  readonly publicUrl: string | undefined;
  readonly clock: Clock;
}) => {
  const secure = doors.publicUrl?.startsWith("https:") === true;
  const prefix = secure ? "__Host-" : "";
  const options = { path: "/", httpOnly: true, sameSite: "Lax", secure } as const;
  const session = `${prefix}dondoc_session`;
  const browser = `${prefix}dondoc_browser`;
  const secondsUntil = (instant: Date): number =>
    Math.max(0, Math.floor((instant.getTime() - doors.clock.now().getTime()) / 1000));

  return {
    token: (c: Context): string | null => {
      const token = getCookie(c, session);
      return token === undefined || token === "" || token.length > 200 ? null : token;
    },
    open: (c: Context, opened: OpenedSession): void =>
      setCookie(c, session, opened.token, { ...options, maxAge: secondsUntil(opened.expiresAt) }),
    clear: (c: Context): void => setCookie(c, session, "", { ...options, maxAge: 0 }),
    forgetBrowser: (c: Context): void => setCookie(c, browser, "", { ...options, maxAge: 0 }),
    /** Names the browser before anybody logs in, so that wrong codes are counted for it. */
    browserKey: (c: Context): string => {
      const known = getCookie(c, browser);
      if (known !== undefined && /^[\w-]{22}$/.test(known)) return known;
      const made = randomBytes(16).toString("base64url");
      setCookie(c, browser, made, { ...options, maxAge: 180 * 24 * 3600 });
      return made;
    },
  };
};
export type SessionCookie = ReturnType<typeof createSessionCookie>;
