import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { MiddlewareHandler } from "hono";

const KINDS = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
} as const;
type Ending = keyof typeof KINDS;
type FileName = `${string}${Ending}`;

type Asset = { readonly bytes: Uint8Array<ArrayBuffer>; readonly kind: string };

const ONE_YEAR = "public, max-age=31536000, immutable";

/** Where every set of assets is served. */
export const ASSET_ROUTE = "/assets/:version/:name";

const load = (name: FileName, place: URL): Asset => {
  const ending = Object.keys(KINDS).find((each): each is Ending => name.endsWith(each)) ?? ".js";
  return { bytes: Uint8Array.from(readFileSync(place)), kind: KINDS[ending] };
};

/** Small files of a page, read once at the start. */
export const loadAssets = <Name extends FileName>(places: Readonly<Record<Name, URL>>) => {
  const assets = new Map(
    Object.entries<URL>(places).map(([name, place]) => [name, load(name as FileName, place)] as const),
  );
  const hash = createHash("sha256");
  for (const { bytes } of assets.values()) hash.update(bytes);
  /** Changes with any of them: a script's modules name each other without a version, so they share one path. */
  const version = hash.digest("hex").slice(0, 12);

  /** What is not of this set is the next handler's. */
  const serve: MiddlewareHandler = async (c, next) => {
    const asset = assets.get(c.req.param("name") ?? "");
    if (asset === undefined) return next();
    // Without the version of today a copy must not outlive it.
    const kept = c.req.param("version") === version ? ONE_YEAR : "no-cache";
    return c.body(asset.bytes, 200, { "Content-Type": asset.kind, "Cache-Control": kept });
  };
  return {
    /** With the version, so that a browser may keep it for a year and still gets tomorrow's. */
    path: (name: Name): string => `/assets/${version}/${name}`,
    serve,
  };
};
