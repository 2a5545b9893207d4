import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Figures } from "./collect-figures.ts";

/** From a read out of memory to what nobody waits for. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export type RequestMetrics = {
  readonly observe: MiddlewareHandler;
  /** The whole page, in the text form that Prometheus reads. */
  readonly write: () => Promise<{ readonly text: string; readonly kind: string }>;
};

/** The route as it is declared, never the path: ids, keys and what somebody tried would each be a series. */
const routeOf = (c: Context): string =>
  matchedRoutes(c)
    .filter(({ path }) => !path.endsWith("*"))
    .at(-1)?.path ?? "none";

/** Counts requests by declared route and status; asks for `figures` when somebody reads. */
export const requestMetrics = (figures: () => Promise<Figures>): RequestMetrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: "dondoc_http_request_duration_seconds",
    help: "Requests answered, by route and status, with the time they took",
    labelNames: ["method", "route", "status"] as const,
    buckets: SECONDS,
    registers,
  });
  const gauge = (name: string, help: string) => new Gauge({ name: `dondoc_${name}`, help, registers });
  const waiting = gauge("outbox_waiting", "Messages that have not left yet");
  const failed = gauge("outbox_failed", "Messages of the last day that were given up");
  const oldest = gauge("outbox_oldest_waiting_seconds", "Age of the oldest message that waits");
  const delay = gauge("outbox_delay_seconds", "How long the most delayed message could have left");
  const tickAge = gauge("tick_age_seconds", "Time since reminders were last planned");
  const nudges = new Gauge({
    name: "dondoc_tick_nudges",
    help: "What the last planning of reminders decided",
    labelNames: ["outcome"] as const,
    registers,
  });
  const up = gauge("figures_up", "1 when the figures of the outbox and of the tick could be read");

  const fill = (read: Figures): void => {
    waiting.set(read.outboxWaiting);
    failed.set(read.outboxFailed);
    oldest.set(read.oldestWaitingSeconds);
    delay.set(read.deliveryDelaySeconds);
    if (read.lastTick === null) return;
    tickAge.set(read.lastTick.secondsAgo);
    nudges.set({ outcome: "queued" }, read.lastTick.queued);
    nudges.set({ outcome: "skipped" }, read.lastTick.skipped);
    nudges.set({ outcome: "withdrawn" }, read.lastTick.withdrawn);
  };

  return {
    observe: async (c, next) => {
      const end = duration.startTimer();
      await next();
      end({ method: c.req.method, route: routeOf(c), status: String(c.res.status) });
    },
    write: async () => {
      const read = await figures().catch(() => null);
      up.set(read === null ? 0 : 1);
      if (read !== null) fill(read);
      return { text: await registry.metrics(), kind: registry.contentType };
    },
  };
};
