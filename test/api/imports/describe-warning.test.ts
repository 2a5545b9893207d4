import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { describeWarning } from "../../../api/imports/describe-warning.ts";
import { LOCALES, translate } from "../../../locales/translate.ts";
import { FILES, sentencesIn } from "../../support/sentence-files.ts";
import { readSources } from "../../support/source-imports.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Where warnings are made: whatever is written there with a hyphen between small letters is a warning's code, or … */
const MAKERS = /^api\/imports\/(recognition|flattened)\/|^api\/imports\/(lint|convert-remarks|detect)/;
/** … one of these names that a rule gives to its own cases. */
const OTHER_NAMES = new Set([
  "time-frame",
  "next-quarter",
  "next-year",
  "last-of-quarter",
  "last-of-period",
  "each-month",
]);
/** Written with an underscore where the reader of a file says them. */
const OF_READERS =
  "macros-ignored external-ignored embedded-ignored page-without-text hidden-sheet tracked-changes encoding-converted number-shortened columns-scrambled words-torn";

const CODE = /^[a-z]+(-[a-z]+)+$/;
const used = new Set([
  ...readSources(root, ["api"])
    .filter(({ path }) => MAKERS.test(path))
    .flatMap(({ strings }) => [...strings])
    .filter((text) => CODE.test(text) && !OTHER_NAMES.has(text)),
  ...OF_READERS.split(" "),
]);

it("every warning has its sentence in both languages, and no sentence is without a warning", () => {
  for (const locale of LOCALES) {
    const said = [...sentencesIn(FILES.get(locale) ?? new Map()).keys()]
      .filter((key) => key.startsWith("import-warning-"))
      .map((key) => key.slice("import-warning-".length));
    expect(said.toSorted()).toEqual([...used].toSorted());
  }
});

it("every sentence can be said with what a warning has", () => {
  for (const code of used)
    for (const locale of LOCALES) {
      const { key, args } = describeWarning({
        code,
        number: "1.1",
        field: null,
        line: 1,
        text: "Quý V/2026",
      });
      expect(translate(locale, key, args)).not.toBe("");
    }
});

it("quotes what a person can take in, on one line", () => {
  const { args } = describeWarning({
    code: "text-left-out",
    number: null,
    field: null,
    line: 1,
    text: `Các đơn vị\n  căn cứ ${"kế hoạch ".repeat(60)}`,
  });
  expect(String(args?.text)).toMatch(/^Các đơn vị căn cứ kế hoạch .*…$/);
  expect(String(args?.text).length).toBeLessThanOrEqual(200);
});
