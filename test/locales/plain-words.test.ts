import { describe, expect, test } from "vitest";
import { FILES, sentencesIn } from "../support/sentence-files.ts";

/** The browser's own pages have buttons; the operator's commands are typed in a terminal; programmers read paths. */
const ELSEWHERE = new Set(["web.ftl", "cli.ftl", "reference.ftl"]);
const PRESS = /(?<!\p{L})(?:bấm|nhấn|nút|press|tap|click|button)(?:s|ed|ing)?(?!\p{L})/iu;
/** What may be typed with a slash may be typed without: in a group to the bot by its name. */
const SLASHED = /(?<![\p{L}\p{N}/.:…])\/\p{L}{3,}/u;

describe.each(["vi", "en"] as const)("what a messenger says in %s", (locale) => {
  const sentences = [...sentencesIn(FILES.get(locale) ?? new Map())].filter(
    ([, { file }]) => !ELSEWHERE.has(file),
  );

  test("presses nothing: some messengers have no buttons", () => {
    expect(sentences.length).toBeGreaterThan(300);
    const pressing = sentences.filter(([, { texts }]) => texts.some((text) => PRESS.test(text)));
    expect(pressing.map(([key]) => key)).toEqual([]);
  });

  test("needs no slash", () => {
    const slashed = sentences.filter(([, { texts }]) => texts.some((text) => SLASHED.test(text)));
    expect(slashed.map(([key]) => key)).toEqual([]);
  });

  test("the words that are looked for are found", () => {
    for (const text of ["Bấm nút dưới đây", "nhấn vào", "Press “Log out”", "Tap a button", "clicking"])
      expect(text).toMatch(PRESS);
    for (const text of ["ấn định ngày", "tape"]) expect(text).not.toMatch(PRESS);
    expect("Gõ /nhiemvu để xem").toMatch(SLASHED);
    for (const text of ["12/KH-UBND", "20/3", "https://t.me/abc", "phút/ngày"])
      expect(text).not.toMatch(SLASHED);
  });
});
