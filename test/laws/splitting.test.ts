import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderMessage } from "../../bot/channels/telegram/render-message.ts";
import { splitText } from "../../bot/messages/split-text.ts";
import { outgoing } from "../support/outgoing.ts";

const pieces = fc.constantFrom(
  "a",
  "ệ",
  "e\u0323\u0302",
  "👩‍👩‍👧",
  "🇻🇳",
  "\n",
  "\n\n",
  " ",
  "“",
  "\u202E",
  "🎉",
  "đơn vị ",
);
const texts = fc.array(pieces, { maxLength: 300 }).map((parts) => parts.join(""));
const limits = fc.integer({ min: 2, max: 80 });

describe("splitting", () => {
  test("joined parts are the text, none is too long or empty, no letter is cut", () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: "binary", maxLength: 400 })), limits, (text, limit) => {
        const parts = splitText(text, limit);
        expect(parts.join("")).toBe(text);
        for (const [index, part] of parts.entries()) {
          expect(part.length).toBeLessThanOrEqual(limit);
          expect(part.length > 0 || text === "").toBe(true);
          const next = parts[index + 1] ?? "";
          expect(/[\uD800-\uDBFF]$/.test(part) && /^[\uDC00-\uDFFF]/.test(next)).toBe(false);
        }
      }),
    );
  });

  test("a sign that fits into a part is not cut", () => {
    const signs = (text: string) => [...new Intl.Segmenter("vi").segment(text)].map(({ segment }) => segment);
    fc.assert(
      fc.property(texts, fc.integer({ min: 12, max: 80 }), (text, limit) => {
        fc.pre(signs(text).every((sign) => sign.length <= limit));
        expect(splitText(text, limit).flatMap(signs)).toEqual(signs(text));
      }),
    );
  });

  test("a task's second line is never parted from its first", () => {
    const lists = fc.array(fc.tuple(fc.string({ minLength: 1, maxLength: 30 }), fc.boolean()), {
      minLength: 2,
      maxLength: 60,
    });
    fc.assert(
      fc.property(lists, fc.integer({ min: 70, max: 200 }), (lines, limit) => {
        let text = "";
        const joints: number[] = [];
        // At most two lines belong together, as in a list of tasks.
        for (const [index, [words, wanted]] of lines.entries()) {
          if (index > 0 && wanted && index % 2 === 1) joints.push(text.length);
          if (index > 0) text += "\n";
          text += words.replaceAll(/\s/g, "_");
        }
        let end = 0;
        for (const part of splitText(text, limit, joints)) {
          end += part.length;
          expect(joints).not.toContain(end - 1);
        }
      }),
    );
  });

  test("what Telegram is sent shows every visible letter in order and bold only inside", () => {
    fc.assert(
      fc.property(texts, fc.nat(200), fc.integer({ min: 1, max: 50 }), (text, offset, length) => {
        const long = text.repeat(12);
        const bold = offset + length <= long.length ? [{ offset, length }] : [];
        const parts = renderMessage(outgoing({ text: long, bold }));
        const bare = (shown: string) => shown.replace(/\s/g, "");
        expect(bare(parts.map((part) => part.text).join(""))).toBe(bare(long));
        for (const part of parts) {
          expect(part.text.length).toBeLessThanOrEqual(4096);
          for (const place of part.entities)
            expect(place.offset + place.length).toBeLessThanOrEqual(part.text.length);
        }
      }),
      { numRuns: 50 },
    );
  });
});
