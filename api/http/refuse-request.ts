import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { LOCALES, type Locale } from "../../locales/translate.ts";
import type { Refusal } from "../shared/result.ts";
import { problemOf, type RequestFault } from "./problem.ts";

/** The first language of the header that this house speaks, else Vietnamese. */
export const localeOfRequest = (c: Context): Locale => {
  const wanted = (c.req.header("accept-language") ?? "").split(",").map((part) => part.trim().slice(0, 2));
  return (
    LOCALES.find((locale) => wanted[0] === locale) ??
    LOCALES.find((locale) => wanted.includes(locale)) ??
    "vi"
  );
};

export const requestIdOf = (c: Context): string => c.res.headers.get("x-request-id") ?? "";

const UNKNOWN_CALLER: readonly string[] = ["key_missing", "key_invalid", "session_invalid"];

/** The problem of a refusal, in the caller's language and with the request's id. */
export const refuseRequest = (c: Context, refusal: Refusal, errors?: readonly RequestFault[]): Response => {
  const locale = localeOfRequest(c);
  const problem = problemOf(refusal, {
    locale,
    requestId: requestIdOf(c),
    ...(errors === undefined ? {} : { errors }),
  });
  return c.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, {
    "content-type": "application/problem+json",
    "content-language": locale,
    "cache-control": "no-store",
    ...(UNKNOWN_CALLER.includes(refusal.code) ? { "www-authenticate": "Bearer" } : {}),
  });
};

export const refused = (code: Refusal["code"], args: Refusal["args"] = {}): Refusal => ({ code, args });
