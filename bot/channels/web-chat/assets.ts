import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const JAVASCRIPT = "text/javascript; charset=utf-8";
const KINDS = {
  "page-copying.js": JAVASCRIPT,
  "page-receiving.js": JAVASCRIPT,
  "page-script.js": JAVASCRIPT,
  "page-sending.js": JAVASCRIPT,
  "page-thread.js": JAVASCRIPT,
  "page-style.css": "text/css; charset=utf-8",
  "seal.svg": "image/svg+xml",
} as const;
export type AssetName = keyof typeof KINDS;

type Asset = { readonly bytes: Uint8Array<ArrayBuffer>; readonly kind: string; readonly version: string };

const load = (name: AssetName): Asset => {
  const bytes = Uint8Array.from(readFileSync(new URL(`./${name}`, import.meta.url)));
  return { bytes, kind: KINDS[name], version: createHash("sha256").update(bytes).digest("hex").slice(0, 12) };
};

const isAsset = (name: string): name is AssetName => Object.hasOwn(KINDS, name);

/** Small files, read once at the start. */
const ASSETS: Readonly<Record<AssetName, Asset>> = {
  "page-copying.js": load("page-copying.js"),
  "page-receiving.js": load("page-receiving.js"),
  "page-script.js": load("page-script.js"),
  "page-sending.js": load("page-sending.js"),
  "page-thread.js": load("page-thread.js"),
  "page-style.css": load("page-style.css"),
  "seal.svg": load("seal.svg"),
};

export const findAsset = (name: string): Asset | null => (isAsset(name) ? ASSETS[name] : null);

/** Changes with any of them: the script's modules name each other without a version, so they share one path. */
const VERSION = createHash("sha256")
  .update(
    Object.values(ASSETS)
      .map(({ version }) => version)
      .join(" "),
  )
  .digest("hex")
  .slice(0, 12);

/** With the version, so that a browser may keep it for a year and still gets tomorrow's. */
export const assetPath = (name: AssetName): string => `/assets/${VERSION}/${name}`;
export const isCurrentVersion = (version: string): boolean => version === VERSION;
