import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitBold } from "../../../../bot/channels/web-chat/render-message.ts";

describe("bold places", () => {
  test("cut the text and lose nothing of it", () => {
    expect(splitBold("QUÁ HẠN\n2.4", [{ offset: 0, length: 7 }])).toEqual([
      { text: "QUÁ HẠN", bold: true },
      { text: "\n2.4", bold: false },
    ]);
    const place = fc.record({ offset: fc.nat(50), length: fc.nat(50) });
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.array(place), (text, bold) => {
        expect(
          splitBold(text, bold)
            .map((part) => part.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});
