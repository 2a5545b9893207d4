import { Hono } from "hono";
import type { findPublishedPicture } from "./publish-picture.ts";

type PublishedPicture = Awaited<ReturnType<typeof findPublishedPicture>>;

/** `GET /pictures/KEY`: what was published for a messenger to fetch; 404 for everything else. */
export const createPictureRoutes = (find: (key: string) => Promise<PublishedPicture>): Hono => {
  const routes = new Hono();
  routes.get("/pictures/:key", async (context) => {
    const picture = await find(context.req.param("key"));
    if (picture === null) return context.notFound();
    return context.body(Buffer.from(picture.bytes), 200, {
      "content-type": picture.kind,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "x-robots-tag": "noindex",
    });
  });
  return routes;
};
