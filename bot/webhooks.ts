import { createHash, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Log } from "./channels/log.ts";

/** What a messenger's channel offers to its webhook (`createTelegramChannel(…).webhook`). */
export type WebhookDoor = {
  readonly secret: string;
  readonly accept: (body: unknown) => Promise<"stored" | "malformed">;
};

const LARGEST_BODY = 1024 * 1024;

/** Hashed first, so that neither content nor length of the secret shows in the time taken. */
const sameSecret = (given: string, secret: string): boolean => {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
};

/**
 * The messengers' door: an update is answered with 200 only after it was stored; any other answer makes the
 * messenger deliver it again. grammY's own adapter is not used: it answers before the work and hides errors.
 */
export const createWebhookRoutes = (options: {
  readonly telegram?: WebhookDoor;
  readonly log: Log;
}): Hono => {
  const { telegram, log } = options;
  const routes = new Hono();
  if (telegram === undefined) return routes;

  routes.on(
    "POST",
    "/webhooks/telegram",
    async (context, next) => {
      const given = context.req.header("x-telegram-bot-api-secret-token") ?? "";
      if (!sameSecret(given, telegram.secret)) return context.body(null, 401);
      return next();
    },
    bodyLimit({ maxSize: LARGEST_BODY, onError: (context) => context.body(null, 413) }),
    async (context) => {
      let body: unknown;
      try {
        body = JSON.parse(await context.req.text());
      } catch {
        return context.body(null, 400);
      }
      try {
        return context.body(null, (await telegram.accept(body)) === "stored" ? 200 : 400);
      } catch (error) {
        const { name } = error instanceof Error ? error : { name: "unknown" };
        log.error({ error: name }, "an update could not be stored, telegram will deliver it again");
        return context.body(null, 500);
      }
    },
  );
  routes.all("/webhooks/telegram", (context) => context.body(null, 405, { allow: "POST" }));
  return routes;
};
