import { timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import { hashSecret } from "../members/hash-secret.ts";
import { refusalOf } from "../shared/result.ts";
import { isLoopbackHost } from "../web/guard-request.ts";
import { addressOf } from "./address-of-request.ts";
import type { Readiness } from "./check-dependencies.ts";
import { refuseRequest } from "./refuse-request.ts";
import type { RequestMetrics } from "./request-metrics.ts";

export type MachineDoors = {
  readonly readiness: () => Promise<Readiness>;
  readonly metrics: RequestMetrics;
  /** Without it only this machine reads the figures. */
  readonly metricsToken: string | undefined;
};

const FORWARDING = [
  "forwarded",
  "via",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
];
const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;

/** A connection of this machine that nobody passes on: a proxy here would speak for the whole world. */
const isDirectLoopback = (c: Context): boolean =>
  LOOPBACK.test(addressOf(c)) &&
  isLoopbackHost(c.req.header("host") ?? new URL(c.req.url).host) &&
  FORWARDING.every((header) => c.req.header(header) === undefined);

const equals = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(hashSecret(one)), Buffer.from(hashSecret(other)));

/** Doors for whatever watches the product: whether it can do its work, and its figures. */
export const createMachineRoutes = ({ readiness, metrics, metricsToken }: MachineDoors): Hono => {
  const app = new Hono();
  let looking: Promise<Readiness> | null = null;
  /** Many who ask at once cost one look. */
  const look = (): Promise<Readiness> => {
    looking ??= readiness().finally(() => {
      looking = null;
    });
    return looking;
  };

  app.get("/readyz", async (c) => {
    const found = await look();
    return c.json(found, found.status === "unavailable" ? 503 : 200, { "cache-control": "no-store" });
  });
  app.get("/metrics", async (c) => {
    if (metricsToken === undefined) {
      if (!isDirectLoopback(c)) return refuseRequest(c, refusalOf("not_found"));
    } else {
      const shown = /^Bearer (\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
      if (shown === undefined) return refuseRequest(c, refusalOf("key_missing"));
      if (!equals(shown, metricsToken)) return refuseRequest(c, refusalOf("key_invalid"));
    }
    const { text, kind } = await metrics.write();
    return c.body(text, 200, { "content-type": kind, "cache-control": "no-store" });
  });
  return app;
};
