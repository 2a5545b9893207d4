// Copies words of a message. Served as it stands.
import { tell } from "./page-sending.js";
import { words } from "./page-thread.js";

/** Marks the words where they stand, so that the keyboard or a long press copies them. @param {Element} message @param {string} wanted */
const select = (message, wanted) => {
  const text = message.querySelector(".text");
  const walker = text ? document.createTreeWalker(text, NodeFilter.SHOW_TEXT) : null;
  for (let node = walker?.nextNode(); node; node = walker?.nextNode()) {
    const at = (node.textContent ?? "").indexOf(wanted);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + wanted.length);
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    return;
  }
};

/** A page that was opened by plain http from another machine has no clipboard. @param {Element} message @param {string} wanted */
export const copy = async (message, wanted) => {
  try {
    await navigator.clipboard.writeText(wanted);
    tell(words.copied ?? "");
  } catch {
    select(message, wanted);
    tell(words.selected ?? "");
  }
};
