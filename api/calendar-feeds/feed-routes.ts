import { Hono } from "hono";
import type { BothTx } from "../../db/scope.ts";
import { namesRevision, revisionOf } from "../http/revision.ts";
import type { Clock } from "../shared/clock.ts";
import { readFeed } from "./read-feed.ts";

/** `GET /feed/TOKEN.ics`: what a calendar program subscribes to; 404 for everything else. */
export const createFeedRoutes = (doors: {
  readonly inBoth: <T>(steps: (both: BothTx) => Promise<T>) => Promise<T>;
  readonly clock: Clock;
  readonly publicUrl: string | undefined;
}): Hono => {
  const routes = new Hono();
  routes.get("/feed/:file", async (context) => {
    const token = /^([\w-]+)\.ics$/.exec(context.req.param("file"))?.[1];
    if (token === undefined) return context.notFound();
    const calendar = await doors.inBoth((both) => readFeed(both, token, doors.clock.now(), doors.publicUrl));
    if (calendar === null) return context.notFound();
    const etag = revisionOf(calendar);
    const headers = {
      etag,
      // Asked for again each time, so that a revoked address is empty at once.
      "cache-control": "private, no-cache",
      "x-robots-tag": "noindex",
      "referrer-policy": "no-referrer",
    };
    const known = context.req.header("if-none-match");
    if (known !== undefined && namesRevision(known, etag)) return context.body(null, 304, headers);
    return context.body(calendar, 200, {
      ...headers,
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="don-doc.ics"',
      "x-content-type-options": "nosniff",
    });
  });
  return routes;
};
