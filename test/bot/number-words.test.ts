import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNumberWords } from "../../bot/number-words.ts";

describe("a number in words", () => {
  test.each([
    ["1", 1],
    [" 1. ", 1],
    ["12)", 12],
    ["(3)", 3],
    ["số 1", 1],
    ["So 2", 2],
    ["chọn 1", 1],
    ["Chọn số 3.", 3],
    ["câu 2", 2],
    ["#4", 4],
    ["1 ạ", 1],
    ["một", 1],
    ["Một.", 1],
    ["MỘT", 1],
    ["một".normalize("NFD"), 1],
    ["mot", 1],
    ["hai", 2],
    ["ba", 3],
    ["bốn", 4],
    ["tư", 4],
    ["năm", 5],
    ["nam", 5],
    ["lăm", 5],
    ["sáu", 6],
    ["bảy", 7],
    ["bẩy", 7],
    ["tám", 8],
    ["chín", 9],
    ["mười", 10],
    ["mười một", 11],
    ["muoi lam", 15],
    ["mười lăm", 15],
    ["hai mươi", 20],
    ["hai mươi mốt", 21],
    ["hai mươi tư", 24],
    ["số mười hai", 12],
    ["chọn một nhé", 1],
  ])("%j is %d", (text, number) => {
    expect(readNumberWords(text)).toBe(number);
  });

  test.each([
    "",
    "thứ hai",
    "thứ 2",
    "mục 3",
    "nhiệm vụ 3",
    "2.4",
    "20/3",
    "100",
    "làm",
    "lam",
    "từ",
    "một hai",
    "ba mươi",
    "một việc",
    "số",
    "chọn",
    "đã xong",
    "1 đã xong",
    "số 12/KH-UBND",
  ])("%j is none", (text) => {
    expect(readNumberWords(text)).toBeNull();
  });

  test("any text is read without an exception, a number as itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const read = readNumberWords(text);
        expect(read === null || (Number.isInteger(read) && read >= 0 && read < 100)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom("", "số ", "chọn ", "chọn số "),
        (n, before) => {
          expect(readNumberWords(`${before}${n}`)).toBe(n);
        },
      ),
    );
  });
});
