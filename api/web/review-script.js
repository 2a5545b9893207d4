// The review's own touches beside htmx: the lines of what is in hand, and where the keyboard goes on.
const source = document.getElementById("source");
const wide = window.matchMedia("(min-width: 1000px)");
/** @type {Element[]} */
let marked = [];

/** @param {string} lines first and last, "12-14" */
const markLines = (lines) => {
  const [from = 0, to = from] = lines.split("-").map(Number);
  for (const line of marked) line.classList.remove("in-hand");
  marked = [];
  for (const line of document.querySelectorAll(".line.in-hand")) line.classList.remove("in-hand");
  for (let number = from; number <= Math.min(to, from + 400); number += 1) {
    const line = document.getElementById(`line-${number}`);
    if (line === null) continue;
    line.classList.add("in-hand");
    marked.push(line);
  }
  const [first] = marked;
  if (wide.matches && source && first instanceof HTMLElement) {
    // Twice: lines that were not laid out before have another height once they are.
    for (let time = 0; time < 2; time += 1)
      source.scrollTop +=
        first.getBoundingClientRect().top - source.getBoundingClientRect().top - source.clientHeight / 3;
  }
};

/** @param {Event} event */
const takeInHand = (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const holder = target?.closest("[data-lines]");
  const lines = holder?.getAttribute("data-lines");
  if (lines) markLines(lines);
  if (wide.matches && target?.closest("a.line-link") && event.type === "click") event.preventDefault();
};
document.addEventListener("focusin", takeInHand);
document.addEventListener("click", takeInHand);

const first = document.querySelector(".doubt[data-lines]");
if (location.hash === "" && first) markLines(first.getAttribute("data-lines") ?? "");
else {
  const line = document.querySelector(".line.in-hand");
  if (line && wide.matches && source && !location.hash.startsWith("#line-"))
    line.scrollIntoView({ block: "center" });
}

// Requests wait for each other: each goes with the revision that the one before has left.
document.addEventListener("htmx:before:request", (event) => {
  const body = event instanceof CustomEvent ? event.detail?.ctx?.request?.body : null;
  const revision = document.getElementById("counts")?.dataset.revision;
  if (body instanceof URLSearchParams && revision && body.has("revision")) body.set("revision", revision);
});

/** Where the last decision was taken: the keyboard goes on from there. */
let place = "";
document.addEventListener("htmx:before:swap", (event) => {
  const target = event instanceof CustomEvent ? event.detail?.ctx?.target : null;
  if (target instanceof Element && target.contains(document.activeElement)) place = target.id;
});

document.addEventListener("htmx:finally:request", () => {
  if (place === "") return;
  const here = document.getElementById(place);
  place = "";
  const wrong = document.querySelector("#problem, [role=alert]");
  const open = [...document.querySelectorAll(".doubt:not(.settled)")];
  const next = here?.classList.contains("settled")
    ? (open.find((doubt) => here.compareDocumentPosition(doubt) & Node.DOCUMENT_POSITION_FOLLOWING) ??
      open[0])
    : null;
  const heading = (next ?? here)?.querySelector("[tabindex='-1']") ?? document.getElementById("finish-title");
  const goal = wrong ?? heading;
  if (!(goal instanceof HTMLElement)) return;
  goal.focus({ preventScroll: true });
  (next ?? goal).scrollIntoView({ block: next ? "center" : "nearest" });
});
