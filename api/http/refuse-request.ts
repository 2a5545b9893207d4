import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Locale } from "../../locales/translate.ts";
import type { RequestFault } from "../shared/fault.ts";
import type { Refusal } from "../shared/result.ts";
import { problemOf } from "./problem.ts";
import { localeOf } from "./refusal-words.ts";

export const localeOfRequest = (c: Context): Locale => localeOf(c.req.header("accept-language"));

export const requestIdOf = (c: Context): string => c.res.headers.get("x-request-id") ?? "";

const UNKNOWN_CALLER: readonly string[] = ["key_missing", "key_invalid", "session_invalid"];

/** A use case that refuses what its schema let through names no place. */
const SOMEWHERE: readonly RequestFault[] = [{ in: "body", path: "", code: "rule" }];

/** The problem of a refusal, in the caller's language and with the request's id. */
export const refuseRequest = (c: Context, refusal: Refusal, faults?: readonly RequestFault[]): Response => {
  const errors = refusal.code === "request_invalid" ? (faults ?? SOMEWHERE) : undefined;
  const { minutes } = refusal.args;
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
    ...(refusal.code === "invitation_locked" ? { "retry-after": String(60 * Number(minutes)) } : {}),
    ...(UNKNOWN_CALLER.includes(refusal.code) ? { "www-authenticate": "Bearer" } : {}),
  });
};
