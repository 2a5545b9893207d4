import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { REFUSALS } from "../../api/shared/refusals.ts";
import { LOCALES } from "../../locales/translate.ts";
import { refusalKey, refusalsIn, sayingsIn } from "../support/said-in-code.ts";
import { argumentsOf, FILES, sentencesIn } from "../support/sentence-files.ts";
import { readSources, scanSource } from "../support/source-imports.ts";

/** Keys that code puts together from a value (`role-${role}`), by their beginning. All others stand in full in the code. */
const FAMILIES = [
  "channel-",
  "days-",
  "document-kind-",
  "note-state-",
  "overlay-",
  "refusal-",
  "role-",
  "status-",
  "unit-kind-",
  // Said by locales/translate.ts itself.
  "date-",
  "month-name",
  "weekday-",
];

const FUNCTIONS = ["CAP", "DATE", "DAY", "MONTH", "NUMBER", "SHORTDAY"];

const root = fileURLToPath(new URL("../..", import.meta.url));
const sources = readSources(root, ["api", "bot"]);
const vietnamese = sentencesIn(FILES.get("vi") ?? new Map());
const english = sentencesIn(FILES.get("en") ?? new Map());
const files = LOCALES.flatMap((locale) =>
  [...(FILES.get(locale) ?? [])].map(([name, text]) => ({ name: `${locale}/${name}`, text })),
);

describe("both languages", () => {
  test("have the same files", () => {
    expect([...(FILES.get("en")?.keys() ?? [])]).toEqual([...(FILES.get("vi")?.keys() ?? [])]);
  });

  test("have the same sentences and terms, each in the same file", () => {
    const placed = (sentences: typeof vietnamese) =>
      new Set([...sentences].map(([key, { file }]) => `${file} ${key}`));
    expect(placed(english)).toEqual(placed(vietnamese));
  });

  test("need the same arguments", () => {
    const needs = (sentences: typeof vietnamese) =>
      Object.fromEntries([...sentences.keys()].sort().map((key) => [key, argumentsOf(sentences, key)]));
    expect(needs(english)).toEqual(needs(vietnamese));
  });

  test("include only what there is", () => {
    const missing = [vietnamese, english].flatMap((sentences) =>
      [...sentences].flatMap(([key, sentence]) => [
        ...[...sentence.references].filter((id) => !sentences.has(id)).map((id) => `${key} includes ${id}`),
        ...[...sentence.functions]
          .filter((name) => !FUNCTIONS.includes(name))
          .map((name) => `${key} calls ${name}`),
      ]),
    );
    expect(missing).toEqual([]);
  });
});

describe("sentences and code", () => {
  test("every refusal has its sentence and no sentence is without a refusal", () => {
    const said = [...vietnamese.keys()].filter((key) => key.startsWith("refusal-"));
    expect(new Set(said)).toEqual(new Set(Object.keys(REFUSALS).map(refusalKey)));
  });

  const sayings = sources.flatMap((source) => [...sayingsIn(source), ...refusalsIn(source)]);

  test("every sentence that the code says exists", () => {
    const missing = sayings.filter(({ key }) => !vietnamese.has(key));
    expect(missing.map(({ path, key }) => `${path} says ${key}`)).toEqual([]);
  });

  test("every sentence gets the arguments that it needs", () => {
    const wanting = sayings.flatMap(({ path, key, given }) =>
      given === null
        ? []
        : argumentsOf(vietnamese, key)
            .filter((name) => !given.has(name))
            .map((name) => `${path} says ${key} without ${name}`),
    );
    expect(wanting).toEqual([]);
  });

  test("no unused sentences", () => {
    const included = new Set([...vietnamese.values()].flatMap((sentence) => [...sentence.references]));
    const written = new Set(sources.flatMap((source) => [...source.strings]));
    // `help-command-${command}` uses every sentence that begins so.
    const begun = sources.flatMap((source) => [...source.beginnings]);
    const unused = [...vietnamese.keys()].filter(
      (key) =>
        !included.has(key) &&
        !written.has(key) &&
        ![...FAMILIES, ...begun].some((beginning) => key.startsWith(beginning)),
    );
    expect(unused).toEqual([]);
  });

  test("the scan sees what it should", () => {
    const source = scanSource(
      "bot/messages/say.ts",
      `import { refuse } from "../../api/shared/result.ts";
       const a = { key: "one", args: { title, due: { date } } };
       const b = { key: late ? "two" : "three", style: "heading" };
       const c = { term: "role-head" };
       const d = { key: "four", args };
       const e = { key: "not-a-line", value: 3 };
       const f = { key: \`status-\${status}\` };
       const g = refuse("note_too_long", { max: 1000 });`,
    );
    expect(
      [...sayingsIn(source), ...refusalsIn(source)].map(({ key, given }) => [key, given && [...given]]),
    ).toEqual([
      ["one", ["title", "due"]],
      ["two", []],
      ["three", []],
      ["role-head", []],
      ["four", null],
      ["refusal-note-too-long", ["max"]],
    ]);
  });
});

describe("files", () => {
  test.each(files)("$name is NFC, without tabs, carriage returns and invisible marks", ({ text }) => {
    expect(text).toBe(text.normalize("NFC"));
    expect(text).not.toMatch(/[\t\r\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/);
  });

  test("words are quoted with “ ”", () => {
    const straight = [vietnamese, english].flatMap((sentences) =>
      [...sentences].filter(([, { texts }]) => texts.some((text) => text.includes('"'))).map(([key]) => key),
    );
    expect(straight).toEqual([]);
  });
});
