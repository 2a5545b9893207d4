// The page's script: what is typed, chosen and pressed. Served as it stands, with the modules beside it.
import { copy } from "./page-copying.js";
import "./page-receiving.js";
import { deliver, draft, post, sendFile, sendText, tell } from "./page-sending.js";
import { byId, talk, thread, words } from "./page-thread.js";

const limits = { text: Number(talk.dataset.textLength), file: Number(talk.dataset.fileBytes) };
const form = /** @type {HTMLFormElement} */ (byId("write"));
const box = /** @type {HTMLTextAreaElement} */ (byId("text"));
const picker = /** @type {HTMLInputElement} */ (byId("file"));
const chosen = byId("chosen-file");

const growBox = () => {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight + 2, window.innerHeight * 0.4)}px`;
};

const chooseFile = () => {
  const file = picker.files?.[0];
  if (file && file.size > limits.file) {
    picker.value = "";
    tell(words.fileTooLarge ?? "", true);
  }
  chosen.hidden = !picker.files?.length;
  byId("file-name").textContent = picker.files?.[0]?.name ?? "";
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = box.value.trim();
  const file = picker.files?.[0];
  if (text === "" && !file) return box.focus();
  if (text.length > limits.text) return tell(words.textTooLong ?? "", true);
  box.value = "";
  picker.value = "";
  chooseFile();
  growBox();
  box.focus();
  return file ? sendFile(file, text) : sendText(text);
});
box.addEventListener("input", growBox);
box.addEventListener("keydown", (event) => {
  const desktop = window.matchMedia("(hover: hover) and (pointer: fine)").matches;
  // While a Vietnamese input method is composing, Enter ends the word, not the message.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || !desktop) return;
  event.preventDefault();
  form.requestSubmit();
});
picker.addEventListener("change", chooseFile);
byId("attach").addEventListener("click", () => picker.click());
byId("drop-file").addEventListener("click", () => {
  picker.value = "";
  chooseFile();
});
byId("quick").addEventListener("click", (event) => {
  const button = /** @type {HTMLElement} */ (event.target).closest("button");
  if (button) void sendText(button.dataset.text ?? "");
});
thread.addEventListener("click", (event) => {
  const copying = /** @type {HTMLElement} */ (event.target).closest(".copy");
  const copied = copying?.closest(".message");
  if (copying instanceof HTMLElement && copied) void copy(copied, copying.dataset.copied ?? "");
  const button = /** @type {HTMLElement} */ (event.target).closest(".choice");
  const message = button?.closest(".message");
  if (!(button instanceof HTMLElement) || !(message instanceof HTMLElement)) return;
  button.setAttribute("aria-pressed", "true");
  const item = draft(button.textContent ?? "", null);
  void deliver(item, "/chat/button", () =>
    JSON.stringify({ key: item.id, data: button.dataset.data, message: message.dataset.id }),
  );
});
// On a phone the keyboard would cover the thread before anything was read.
if (window.matchMedia("(hover: hover)").matches) box.focus();

// The demonstration's clock.
document.getElementById("demo-moves")?.addEventListener("click", async (event) => {
  const button = /** @type {HTMLElement} */ (event.target).closest("button");
  if (!button) return;
  const buttons = document.querySelectorAll("#demo-moves button");
  for (const each of buttons) each.toggleAttribute("disabled", true);
  tell(words.movingClock ?? "");
  try {
    const answer = await post("/demo/clock", JSON.stringify({ move: button.dataset.move }));
    byId("demo-now").textContent = answer.now;
    tell(answer.message ?? "");
  } catch (error) {
    tell(error instanceof Error && error.cause === "told" ? error.message : (words.failed ?? ""), true);
  }
  for (const each of buttons) each.toggleAttribute("disabled", false);
});
