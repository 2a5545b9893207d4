import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitPlaces } from "../../../../bot/channels/web-chat/render-message.ts";

describe("bold places and due dates", () => {
  test("cut the text", () => {
    const text = "QUÁ HẠN\n2.4 hạn thứ Ba 31/03, quá";
    const dates = [{ offset: 16, length: 12, date: "2026-03-31" }];
    expect(splitPlaces(text, { bold: [{ offset: 0, length: 7 }], dates })).toEqual([
      { text: "QUÁ HẠN", bold: true },
      { text: "\n2.4 hạn ", bold: false },
      { text: "thứ Ba 31/03", bold: false, date: "2026-03-31" },
      { text: ", quá", bold: false },
    ]);
    expect(splitPlaces(text, { bold: [], dates: [] })).toEqual([{ text, bold: false }]);
    expect(splitPlaces("", { bold: [], dates: [] })).toEqual([]);
  });

  test("a date in a heading is both", () => {
    const dates = [{ offset: 0, length: 3, date: "2026-03-31" }];
    expect(splitPlaces("Ba!", { bold: [{ offset: 0, length: 3 }], dates })).toEqual([
      { text: "Ba!", bold: true, date: "2026-03-31" },
    ]);
  });

  test("lose nothing of the text, wherever they stand", () => {
    const place = fc.record({ offset: fc.nat(50), length: fc.nat(50) });
    const date = place.map((where) => ({ ...where, date: "2026-03-31" }));
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.array(place), fc.array(date), (text, bold, dates) => {
        const parts = splitPlaces(text, { bold, dates });
        expect(parts.map((part) => part.text).join("")).toBe(text);
        expect(parts.every((part) => part.text !== "")).toBe(true);
      }),
    );
  });
});
