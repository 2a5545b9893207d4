import { loadAssets } from "../../../api/web/assets.ts";

const here = (name: string): URL => new URL(`./${name}`, import.meta.url);

/** What the web chat's pages have beside the shared ones. */
export const CHAT_ASSETS = loadAssets({
  "page-copying.js": here("page-copying.js"),
  "page-receiving.js": here("page-receiving.js"),
  "page-script.js": here("page-script.js"),
  "page-sending.js": here("page-sending.js"),
  "page-thread.js": here("page-thread.js"),
  "chat-style.css": here("chat-style.css"),
});
