import type { MiddlewareHandler } from "hono";
import { MemoryStore, rateLimiter } from "hono-rate-limiter";
import { hashSecret } from "../members/hash-secret.ts";
import { addressOf } from "./address-of-request.ts";
import { refuseRequest } from "./refuse-request.ts";

const WINDOW_MS = 60_000;
/** Whoever shows no key may try this often a minute from one address: logging in, looking at the description. */
export const OPENLY = 60;

/** The library's store hands out the counter itself, which a burst raises before anybody has read it. */
class CountingStore extends MemoryStore {
  override increment(key: string): ReturnType<MemoryStore["increment"]> {
    return { ...super.increment(key) };
  }
}

/**
 * So many requests a minute for each key or session (without one: for each address), told in `RateLimit-*` headers.
 * Counted in this process: several behind one address each grant as many.
 */
export const limitRate = (perMinute: number): MiddlewareHandler =>
  rateLimiter({
    windowMs: WINDOW_MS,
    limit: (c) => (c.req.header("authorization") === undefined ? OPENLY : perMinute),
    standardHeaders: "draft-6",
    store: new CountingStore(),
    // A wrong key is counted too, so that nobody guesses without end; only its hash is kept in memory.
    keyGenerator: (c) => {
      const authorization = c.req.header("authorization");
      return authorization === undefined ? addressOf(c) : hashSecret(authorization);
    },
    handler: (c) => refuseRequest(c, { code: "too_many_requests", args: {} }),
  });
