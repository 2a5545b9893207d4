import { createHash, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Log } from "./channels/log.ts";
import type { WebhookDoor } from "./channels/messenger.ts";

const LARGEST_BODY = 1024 * 1024;

/** Hashed first, so that neither content nor length of the secret shows in the time taken. */
const sameSecret = (given: string, secret: string): boolean => {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
};

/**
 * The messengers' doors, `/webhooks/NAME` each: an update is answered with 200 only after it was stored; any other
 * answer makes the messenger deliver it again. An empty body, by whichever method, is a messenger that tries the
 * address: there is nothing in it to protect, and it may come before the secret is known. grammY's own adapter is not used: it
 * answers before the work and hides errors.
 */
export const createWebhookRoutes = (options: {
  readonly doors: ReadonlyMap<string, WebhookDoor>;
  readonly log: Log;
}): Hono => {
  const { log } = options;
  const routes = new Hono();
  for (const [name, door] of options.doors) {
    const path = `/webhooks/${name}`;
    routes.on(
      "POST",
      path,
      bodyLimit({ maxSize: LARGEST_BODY, onError: (context) => context.body(null, 413) }),
      async (context) => {
        const text = await context.req.text();
        if (text.trim() === "") return context.body(null, 200);
        const given = context.req.header(door.header) ?? "";
        if (!sameSecret(given, door.secret)) return context.body(null, 401);
        let body: unknown;
        try {
          body = JSON.parse(text);
        } catch {
          return context.body(null, 400);
        }
        try {
          return context.body(null, (await door.accept(body)) === "stored" ? 200 : 400);
        } catch (error) {
          const { name: kind } = error instanceof Error ? error : { name: "unknown" };
          log.error(
            { channel: name, error: kind },
            "an update could not be stored, the messenger will deliver it again",
          );
          return context.body(null, 500);
        }
      },
    );
    routes.get(path, (context) => context.body(null, 200));
    routes.all(path, (context) => context.body(null, 405, { allow: "GET, HEAD, POST" }));
  }
  return routes;
};
