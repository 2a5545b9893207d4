import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Refusal } from "../shared/result.ts";
import { refuseRequest } from "./refuse-request.ts";

/**
 * Refuses longer bodies. Where a length is told the server holds the body to it, and it is judged alone: to count a
 * body costs a request more than its route does.
 */
export const limitBody = (maxSize: number, tooLarge: Refusal): MiddlewareHandler => {
  const onError = (c: Context): Response => refuseRequest(c, tooLarge);
  const counted = bodyLimit({ maxSize, onError });
  return async (c, next) => {
    const told = c.req.header("content-length");
    if (told === undefined || c.req.header("transfer-encoding") !== undefined) return counted(c, next);
    return Number(told) > maxSize ? onError(c) : next();
  };
};
