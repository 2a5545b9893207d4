import type { Context, MiddlewareHandler } from "hono";

type Refuse = (c: Context) => Response;

/**
 * `same-origin`, not `no-referrer`: under the latter browsers send `Origin: null` with a form, and an older phone
 * without Sec-Fetch-Site could not be told from a stranger's page. Nothing leaves for other places either way.
 */
const HEADERS: readonly (readonly [string, string])[] = [
  [
    "Content-Security-Policy",
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
      "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  ],
  ["X-Content-Type-Options", "nosniff"],
  ["X-Frame-Options", "DENY"],
  ["Referrer-Policy", "same-origin"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
  ["Permissions-Policy", "camera=(), microphone=(), geolocation=()"],
];

export const guardHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of HEADERS) c.header(name, value);
  if (c.res.headers.get("Cache-Control") === null) c.header("Cache-Control", "no-store");
};

const hostOf = (url: string | undefined): string | null => {
  if (url === undefined || !URL.canParse(url)) return null;
  return new URL(url).host;
};

/**
 * A page of another place may not act here with the person's cookie. Browsers say where a request comes from by
 * Sec-Fetch-Site or Origin; who says neither is no browser, and holds no cookie that he did not bring himself.
 */
export const isFromHere = (
  headers: { readonly site: string | undefined; readonly origin: string | undefined; readonly host: string },
  publicUrl: string | undefined,
): boolean => {
  if (headers.site !== undefined) return headers.site === "same-origin" || headers.site === "none";
  if (headers.origin === undefined) return true;
  const from = hostOf(headers.origin);
  return from !== null && (from === headers.host || from === hostOf(publicUrl));
};

export const guardOrigin =
  (publicUrl: string | undefined, refuse: Refuse): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return next();
    const headers = {
      site: c.req.header("sec-fetch-site"),
      origin: c.req.header("origin"),
      host: c.req.header("host") ?? new URL(c.req.url).host,
    };
    return isFromHere(headers, publicUrl) ? next() : refuse(c);
  };

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/** A foreign name that was pointed at this machine (DNS rebinding) is not answered. */
export const isLoopbackHost = (host: string): boolean => LOOPBACK.test(host);

export const guardLoopback =
  (refuse: Refuse): MiddlewareHandler =>
  async (c, next) =>
    isLoopbackHost(c.req.header("host") ?? new URL(c.req.url).host) ? next() : refuse(c);
