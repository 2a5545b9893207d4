import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { loadAssets } from "./assets.ts";

const here = (name: string): URL => new URL(`./${name}`, import.meta.url);

/** What the browser's pages share. */
export const WEB_ASSETS = loadAssets({
  "page-style.css": here("page-style.css"),
  "seal.svg": here("seal.svg"),
});

/** What the documents' pages have beside it. */
export const DOCUMENT_ASSETS = loadAssets({
  "document-style.css": here("document-style.css"),
  "review-script.js": here("review-script.js"),
  "htmx.min.js": pathToFileURL(createRequire(import.meta.url).resolve("htmx.org/dist/htmx.min.js")),
});

/** What the API's reference has beside it. */
export const REFERENCE_ASSETS = loadAssets({ "reference-style.css": here("reference-style.css") });
