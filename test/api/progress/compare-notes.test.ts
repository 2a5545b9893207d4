import { describe, expect, test } from "vitest";
import { findRepeated, type StandingNote, sameWords } from "../../../api/progress/compare-notes.ts";

const note = (text: string, more: Partial<StandingNote> = {}): StandingNote => ({
  id: text,
  own: true,
  text,
  state: null,
  percent: null,
  claimed: false,
  ...more,
});
const working = (text: string, percent: number | null = null) =>
  note(text, { state: "in_progress", percent });
const done = (text: string) => note(text, { state: "completed", claimed: true });
const found = (words: string, notes: readonly StandingNote[], claim: "waiting" | "returned" | null = null) =>
  findRepeated(words, notes, claim)?.id ?? null;

describe("the very same words", () => {
  test.each([
    ["Đang lấy ý kiến", "dang lay y kien", true],
    ["Đang lấy ý kiến", "  đang  lấy ý kiến\n", true],
    ["đạt 40% – xong", "đạt 40%-xong", true],
    ["đang lấy ý kiến", "đang lấy ý kiến rồi", false],
    ["đạt 40%", "đạt 41%", false],
    ["xong", "xong.", false],
  ])("“%s” and “%s”: %s", (one, other, same) => {
    expect(sameWords(one, other)).toBe(same);
  });
});

describe("what only repeats", () => {
  test("one's own note, whatever stands round it", () => {
    expect(found("Dang lam", [note("khác"), working("đang làm"), note("khác nữa")])).toBe("đang làm");
    expect(found("đang làm", [note("khác")])).toBeNull();
  });
  test("somebody else's words are theirs", () => {
    expect(found("đang làm", [{ ...working("đang làm"), own: false }])).toBeNull();
  });
  test("a claim stands until it is returned", () => {
    expect(found("đã xong", [done("đã xong")], "waiting")).toBe("đã xong");
    expect(found("đã xong", [done("đã xong")], "returned")).toBeNull();
    expect(found("đã xong", [done("đã xong")], null)).toBeNull();
  });
});

describe("what was said otherwise since then is said anew", () => {
  test.each([
    ["working, done", [working("đang làm"), done("đã xong")], "đang làm", null],
    ["40, 60", [working("đạt 40%", 40), working("đạt 60%", 60)], "đạt 40%", null],
    [
      "said by another of the unit",
      [working("đang làm"), { ...done("đã xong"), own: false }],
      "đang làm",
      null,
    ],
    ["working, 40", [working("đang làm"), working("đạt 40%", 40)], "đang làm", "đang làm"],
    ["working, words alone", [working("đang làm"), note("đã họp")], "đang làm", "đang làm"],
    ["done, undone, done", [done("đã xong"), working("còn dở"), done("xong hẳn")], "đã xong", "đã xong"],
  ] as const)("%s", (_name, notes, words, repeated) => {
    expect(found(words, notes, "waiting")).toBe(repeated);
  });
});
