// Receives what arrives while the page is open, and says to the server that it did.
import { post, tell } from "./page-sending.js";
import { atBottom, messages, show, talk, toBottom, words } from "./page-thread.js";

/** @typedef {import("./page-thread.js").Item} Item */

const chat = talk.dataset.chat ?? "";

/** @param {Item[]} items */
const acknowledge = (items) => {
  const ids = items.filter((item) => item.from === "bot").map((item) => item.id);
  if (ids.length > 0) post("/chat/ack", JSON.stringify({ ids })).catch(() => undefined);
};

/** A browser opens six connections to one place: of many tabs one listens and tells the others. */
const others = "BroadcastChannel" in window ? new BroadcastChannel(`dondoc-${chat}`) : null;
others?.addEventListener("message", (event) => show(event.data));

const listen = () => {
  const last = messages().findLast((element) => element.dataset.at !== "")?.dataset.id ?? "";
  const source = new EventSource(`/chat/events?after=${encodeURIComponent(last)}`);
  source.addEventListener("items", (event) => {
    /** @type {Item[]} */
    const items = JSON.parse(event.data);
    show(items);
    others?.postMessage(items);
    acknowledge(items);
  });
  source.addEventListener("open", () => tell(""));
  source.addEventListener("error", () => {
    tell(words.reconnecting ?? "");
    // The browser tries again by itself, except after an answer that was no stream: the session may be over.
    if (source.readyState !== EventSource.CLOSED) return;
    fetch("/chat/session")
      .then((answer) => (answer.status === 401 ? location.assign("/") : undefined))
      .catch(() => undefined);
    window.setTimeout(listen, 3000);
  });
  window.addEventListener("pagehide", () => source.close(), { once: true });
};

show(JSON.parse(talk.dataset.items ?? "[]"));
toBottom();
if (navigator.locks) navigator.locks.request(`dondoc-${chat}`, () => new Promise(listen));
else listen();
window.addEventListener("pageshow", (event) => event.persisted && location.reload());
window.visualViewport?.addEventListener("resize", () => atBottom() && toBottom());
