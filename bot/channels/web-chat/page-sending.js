// Sends what the person wrote, shows it at once, and says when it did not arrive.
import { answering, byId, elementOf, find, make, placeDays, show, toBottom, words } from "./page-thread.js";

/** @typedef {import("./page-thread.js").Item} Item */

const state = byId("state");

/** @param {string} sentence @param {boolean} [wrong] */
export const tell = (sentence, wrong = false) => {
  state.textContent = sentence;
  state.hidden = sentence === "";
  state.classList.toggle("wrong", wrong);
};

/** @param {string} path @param {BodyInit} body */
export const post = async (path, body) => {
  const headers = typeof body === "string" ? { "content-type": "application/json" } : {};
  const answer = await fetch(path, { method: "POST", body, headers });
  if (answer.status === 401) location.assign("/");
  const value = await answer.json().catch(() => null);
  if (!answer.ok) throw new Error(value?.message ?? words.failed, { cause: "told" });
  return value;
};

/** A long document takes its time to be read. */
const PATIENCE_MS = { words: 15_000, file: 60_000 };

let hushed = 0;
/** @param {number} patience */
const waitForAnswer = (patience) => {
  answering.hidden = false;
  clearTimeout(hushed);
  hushed = window.setTimeout(() => {
    answering.hidden = true;
  }, patience);
};

/** Shows the words at once and sends them; a second try carries the same key, so that it counts once. */
export const deliver = async (
  /** @type {Item} */ item,
  /** @type {string} */ path,
  /** @type {() => BodyInit} */ body,
) => {
  find(item.id)?.remove();
  const element = elementOf(item);
  answering.before(element);
  placeDays();
  toBottom();
  tell("");
  try {
    // The answer may be here before the post is confirmed.
    waitForAnswer(path === "/chat/file" ? PATIENCE_MS.file : PATIENCE_MS.words);
    const taken = await post(path, body());
    // A button of a message that the thread no longer holds has no words of its own there.
    if (taken.item !== null) show([taken.item]);
  } catch (error) {
    answering.hidden = true;
    const told = error instanceof Error && error.cause === "told";
    tell(told ? error.message : words.failed, true);
    element.classList.add("failed");
    const again = /** @type {HTMLButtonElement} */ (make("button", "", words.again));
    again.type = "button";
    again.addEventListener("click", () => deliver(item, path, body));
    element.querySelector(".meta")?.append(again);
  }
};

/** @param {string} text @param {string | null} fileName @returns {Item} */
export const draft = (text, fileName) => ({
  id: newKey(),
  from: "me",
  at: "",
  day: "",
  time: words.sending ?? "",
  parts: text === "" ? [] : [{ text, bold: false }],
  choices: [],
  copies: [],
  pictureUrl: null,
  fileName,
});

/** `randomUUID` is missing where a page is opened by plain http from another machine. */
const newKey = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

/** @param {string} text */
export const sendText = (text) => {
  const item = draft(text, null);
  return deliver(item, "/chat/message", () => JSON.stringify({ key: item.id, text }));
};

/** @param {File} file @param {string} caption */
export const sendFile = (file, caption) => {
  const item = draft(caption, file.name);
  return deliver(item, "/chat/file", () => {
    const body = new FormData();
    body.set("key", item.id);
    body.set("caption", caption);
    body.set("file", file);
    return body;
  });
};
