// The thread of the page: draws messages at their place in time. Served as it stands.
// Whatever a person or the bot wrote becomes text nodes; nothing is ever read as HTML.

/**
 * @typedef {{ text: string, bold: boolean, date?: string }} Part
 * @typedef {{ label: string, data: string, weight?: "main" | "grave" }} Choice
 * @typedef {{ label: string, text: string }} Copy
 * @typedef {{ id: string, from: "bot" | "me", at: string, day: string, time: string, parts: Part[],
 *   choices: Choice[][], copies: Copy[], pictureUrl: string | null, fileName: string | null }} Item
 */

/** @template {HTMLElement} T @param {string} id @returns {T} */
export const byId = (id) => /** @type {T} */ (document.getElementById(id));
export const talk = /** @type {HTMLElement} */ (document.querySelector(".talk"));
/** @type {Record<string, string>} */
export const words = JSON.parse(talk.dataset.words ?? "{}");
export const thread = byId("thread-inner");
export const answering = byId("answering");
const scroller = byId("thread");
const title = document.title;

/** @param {string} tag @param {string} [name] @param {string} [text] */
export const make = (tag, name, text) => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined) element.textContent = text;
  return element;
};

const PATH = /^\/(?:documents|feed)\/[\w.-]+$/;

/**
 * Words in which the addresses of this house can be followed: written as a bare path they are shown whole. Whatever
 * leads elsewhere stays words, for anybody may have written it.
 * @param {string} text
 */
const wordsOf = (text) =>
  text.split(/(\s+)/).map((word) => {
    const { origin } = location;
    const path = word.startsWith(origin) ? word.slice(origin.length) : word;
    if (!PATH.test(path)) return word;
    const link = /** @type {HTMLAnchorElement} */ (make("a", "", origin + path));
    link.href = path;
    return link;
  });

/** @param {Part} part */
const partOf = (part) => {
  if (part.date === undefined && !part.bold) return wordsOf(part.text);
  let words = /** @type {string | HTMLElement} */ (part.text);
  if (part.date !== undefined) {
    const time = /** @type {HTMLTimeElement} */ (make("time", "", part.text));
    time.dateTime = part.date;
    words = time;
  }
  if (!part.bold) return [words];
  const strong = make("strong");
  strong.append(words);
  return [strong];
};

/** @param {Item} item */
const bubbleOf = (item) => {
  const bubble = make("div", "bubble");
  bubble.append(make("span", "unseen", item.from === "me" ? words.me : words.bot));
  if (item.pictureUrl !== null) {
    const picture = /** @type {HTMLImageElement} */ (make("img", "picture"));
    picture.src = item.pictureUrl;
    picture.alt = words.picture ?? "";
    bubble.append(picture);
  }
  if (item.fileName !== null) {
    const name = make("div", "file-name");
    const clip = byId("attach").querySelector("svg")?.cloneNode(true);
    const label = make("span", "", item.fileName);
    label.dir = "auto";
    name.append(...(clip ? [clip] : []), label);
    bubble.append(name);
  }
  const text = make("div", "text");
  text.dir = "auto";
  for (const part of item.parts) text.append(...partOf(part));
  if (item.parts.length > 0) bubble.append(text);
  return bubble;
};

/** @param {Item} item */
const choicesOf = (item) => {
  const rows = make("div", "choices");
  rows.setAttribute("role", "group");
  rows.setAttribute("aria-label", words.choices ?? "");
  for (const row of item.choices) {
    const line = make("div", "choice-row");
    for (const choice of row) {
      const look = choice.weight ? `choice ${choice.weight}` : "choice";
      const button = /** @type {HTMLButtonElement} */ (make("button", look, choice.label));
      button.type = "button";
      button.dataset.data = choice.data;
      button.setAttribute("aria-pressed", "false");
      line.append(button);
    }
    rows.append(line);
  }
  const copies = make("div", "choice-row");
  for (const copy of item.copies) {
    const button = /** @type {HTMLButtonElement} */ (make("button", "copy", copy.label));
    button.type = "button";
    button.dataset.copied = copy.text;
    copies.append(button);
  }
  if (item.copies.length > 0) rows.append(copies);
  return rows;
};

/** @param {Item} item */
export const elementOf = (item) => {
  const element = make("article", item.from === "me" ? "message mine" : "message");
  element.dataset.id = item.id;
  element.dataset.at = item.at;
  element.dataset.day = item.day;
  const meta = make("div", "meta");
  meta.append(make("span", "time", item.time));
  element.append(bubbleOf(item));
  if (item.choices.length + item.copies.length > 0) element.append(choicesOf(item));
  element.append(meta);
  return element;
};

/** @returns {HTMLElement[]} */
export const messages = () => [...thread.querySelectorAll(".message")];
/** @param {string} id */
export const find = (id) => messages().find((element) => element.dataset.id === id);

/** A day's name stands above its first message. */
export const placeDays = () => {
  for (const old of thread.querySelectorAll(".day")) old.remove();
  let day = "";
  for (const element of messages()) {
    if (element.dataset.day !== "" && element.dataset.day !== day) {
      day = element.dataset.day ?? "";
      const name = make("div", "day", day);
      name.setAttribute("role", "separator");
      element.before(name);
    }
  }
  byId("welcome").hidden = messages().length > 0;
};

export const atBottom = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 120;
export const toBottom = () => {
  scroller.scrollTop = scroller.scrollHeight;
};

/** Of an answer longer than the window the beginning is read first. @param {string} id */
const showBeginning = (id) => {
  const above = (find(id)?.getBoundingClientRect().top ?? 0) - scroller.getBoundingClientRect().top;
  if (above < 0) scroller.scrollTop += above - 8;
};

/** Puts items at their place in time; one that is there already is replaced. @param {Item[]} items */
export const show = (items) => {
  const follow = atBottom();
  let news = false;
  for (const item of items) {
    const element = elementOf(item);
    const known = find(item.id);
    if (known) {
      if (known.dataset.at === "") known.remove();
      else continue;
    }
    const later = messages().find((other) => other.dataset.at === "" || (other.dataset.at ?? "") > item.at);
    if (later) later.before(element);
    else answering.before(element);
    if (item.from === "bot") {
      answering.hidden = true;
      news = true;
    }
  }
  placeDays();
  if (follow) toBottom();
  if (follow && items.length === 1) showBeginning(items[0]?.id ?? "");
  if (news && document.hidden) document.title = `● ${title}`;
};
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) document.title = title;
});
