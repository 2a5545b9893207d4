import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type OfferedChoice, pickByBeginning, pickChoice } from "../../bot/pick-choice.ts";

const words = fc.constantFrom(
  "Phòng Văn hóa - Xã hội",
  "Phòng Kinh tế",
  "Văn phòng",
  "Quá hạn (5)",
  "Có",
  "Không",
  "Đồng ý bàn giao",
  "2.4",
  "2.4  Ban hành kế hoạch",
  "3",
  "Ba",
  "07:30",
  "Trang sau ›",
  "Thu hồi 2.3",
);
const label = fc.oneof(
  words,
  fc.string({ minLength: 1, maxLength: 30 }),
  fc.string({ unit: "binary", maxLength: 20 }),
);
const offered: fc.Arbitrary<readonly OfferedChoice[]> = fc.array(fc.record({ label, hidden: fc.boolean() }), {
  minLength: 1,
  maxLength: 25,
});
const SPELLINGS = [
  (place: number) => `${place}`,
  (place: number) => `${place}.`,
  (place: number) => `số ${place}`,
  (place: number) => `Chọn ${place}`,
];

describe("choices without buttons", () => {
  test("a number picks what stands there, unless it is another one's label: then both are asked about", () => {
    fc.assert(
      fc.property(offered, fc.nat(24), fc.constantFrom(...SPELLINGS), (choices, index, spell) => {
        const numbered = choices.filter(({ hidden }) => hidden !== true);
        const wanted = numbered[index];
        fc.pre(wanted !== undefined);
        const picked = pickChoice(choices, spell(index + 1));
        expect(picked).toContain(wanted);
        if (!choices.some((other) => other !== wanted && /\d|^\W*$/.test(other.label)))
          expect(picked).toEqual([wanted]);
      }),
      { numRuns: 500 },
    );
  });

  test("a label picks its choice, or asks about it among others; never another one alone", () => {
    fc.assert(
      fc.property(offered, fc.nat(24), (choices, index) => {
        const wanted = choices[index];
        fc.pre(wanted !== undefined && wanted.label.replaceAll(/[\s\p{M}\p{Cf}]/gu, "") !== "");
        expect(pickChoice(choices, wanted.label)).toContain(wanted);
      }),
      { numRuns: 500 },
    );
  });

  test("labels that differ in letters, and are no numbers, are each picked alone", () => {
    const distinct = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8} [a-z]{3,8}$/), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(distinct, (labels) => {
        const choices = labels.map((one) => ({ label: one }));
        for (const choice of choices)
          expect(pickChoice(choices, choice.label.toUpperCase())).toEqual([choice]);
      }),
    );
  });

  test("other words pick only what they begin or are, and arbitrary text is read without an exception", () => {
    fc.assert(
      fc.property(offered, fc.string({ unit: "binary", maxLength: 500 }), (choices, text) => {
        for (const found of [...pickChoice(choices, text), ...pickByBeginning(choices, text)])
          expect(choices).toContain(found);
        for (const found of pickByBeginning(choices, text)) expect(found.hidden).not.toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
