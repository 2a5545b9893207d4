import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Message } from "../../../api/outbox/message.ts";
import { newId } from "../../../api/shared/ids.ts";
import { renderText } from "../../../bot/messages/render-text.ts";
import { translatorFor } from "../../../locales/translate.ts";
import type { OpenBench } from "../../support/channel-bench.ts";
import { MONDAY } from "../../support/office.ts";
import { BENCHES } from "./benches.ts";

/**
 * The same message on every messenger: each visible sign arrives, in its order, in parts that the messenger takes, none
 * of which begins within a letter or between a task's two lines; and whatever can be chosen can be chosen.
 */

const verbatim = (text: string) => ({ key: "choice-verbatim", args: { text } });
const message = (lines: readonly (readonly Line[])[], labels: readonly string[] = []): Message => ({
  paragraphs: lines.map((paragraph) =>
    paragraph.map(({ text, style }) => ({ ...verbatim(text), ...(style === undefined ? {} : { style }) })),
  ),
  choices: labels.map((label, place) => [{ label: verbatim(label), data: `answer c${place}` }]),
});
type Line = { readonly text: string; readonly style?: "heading" | "detail" };

/** A letter with two marks, one of four people joined, a flag, a keycap: each one sign to the eye. */
const SIGNS = ["ế", "ế".normalize("NFD"), "ự", "👨‍👩‍👧‍👦", "🇻🇳", "5️⃣", "a", "Đ", "2", ".", "ô", "🎉"];
const word = fc
  .array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 12 })
  .map((signs) => signs.join(""));
const words = (longest: number) =>
  fc.array(word, { minLength: 1, maxLength: longest }).map((each) => each.join(" "));

const paragraph: fc.Arbitrary<readonly Line[]> = fc
  .tuple(
    fc.option(words(4)),
    fc.array(fc.tuple(words(12), fc.option(words(8))), { minLength: 1, maxLength: 8 }),
  )
  .map(([title, tasks]) => [
    ...(title === null ? [] : [{ text: title, style: "heading" as const }]),
    ...tasks.flatMap(([text, detail]): Line[] => [
      { text },
      ...(detail === null ? [] : [{ text: `— ${detail}`, style: "detail" as const }]),
    ]),
  ]);

const seen = (text: string): string => text.replaceAll(/\s+/g, "");
const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" });

/** Where in the text each part stands, blanks between them aside. */
const placesOf = (text: string, parts: readonly string[]): readonly { from: number; to: number }[] => {
  let at = 0;
  return parts.map((part) => {
    const from = text.indexOf(part, at);
    expect(from, `a part that is not in the text: ${part}`).toBeGreaterThanOrEqual(at);
    expect(text.slice(at, from).trim()).toBe("");
    at = from + part.length;
    return { from, to: at };
  });
};

describe.each(BENCHES)("%s", (_title, { open }) => {
  let bench: OpenBench;
  beforeAll(async () => {
    bench = await open();
  });
  afterAll(async () => {
    await bench?.close();
  });

  /** Puts it into words as delivery does, sends it, and answers what came of it. */
  const show = async (said: Message, more: { readonly picture?: Uint8Array } = {}) => {
    const before = bench.arrived().length;
    const { capabilities } = bench.channel;
    const rendered = renderText(said, translatorFor("vi"), capabilities);
    const picture =
      more.picture === undefined ? {} : { picture: { kind: "image/png" as const, bytes: more.picture } };
    const outgoing = { outboxId: newId(MONDAY), ...rendered, ...picture };
    const outcome = await bench.channel.send({ chatKey: bench.me }, outgoing);
    const parts = bench.arrived().slice(before);
    expect(outcome).toMatchObject({ kind: "delivered" });
    expect(outcome.kind === "delivered" ? outcome.messageKeys : []).toHaveLength(parts.length);
    return { rendered, parts };
  };
  const holds = async (said: Message, labels: readonly string[]): Promise<void> => {
    const { rendered, parts } = await show(said);
    const { text, joints } = rendered;
    const { textLength, buttons } = bench.channel.capabilities;
    expect(seen(parts.map((part) => part.text).join(""))).toBe(seen(text));
    const signs = graphemes.segment(text);
    const isEdge = (at: number): boolean => at === text.length || signs.containing(at)?.index === at;
    const places = placesOf(
      text,
      parts.map((part) => part.text),
    );
    for (const { from, to } of places) {
      expect(to - from).toBeLessThanOrEqual(textLength);
      expect([isEdge(from), isEdge(to)], text.slice(from, to)).toEqual([true, true]);
    }
    for (const { to } of places.slice(0, -1)) expect(joints.includes(to), text.slice(0, to)).toBe(false);
    expect(parts.slice(0, -1).flatMap((part) => (buttons ? part.labels : []))).toEqual([]);
    expect(parts.flatMap((part) => part.labels)).toEqual(labels);
  };

  test("headings, tasks of two lines and choices, of any length", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(paragraph, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 9 }),
        async (paragraphs, choices) => {
          const labels = Array.from({ length: choices }, (_, place) => `Đơn vị số ${place + 1}`);
          // Blank lines that are somebody's words cannot be told from those between paragraphs.
          await holds(message(paragraphs, labels), labels);
        },
      ),
      { numRuns: 15 },
    );
  });

  test.each([1, 1_999, 2_000, 2_001, 4_095, 4_096, 4_097, 10_000])(
    "%i characters in one line",
    async (length) => {
      await holds(
        message([
          [
            {
              text: "chữ "
                .repeat(length)
                .slice(0, length - 1)
                .concat("x"),
            },
          ],
        ]),
        [],
      );
      await holds(message([[{ text: "x".repeat(length) }]]), []);
    },
  );

  test("10,000 characters of tasks: no task is torn from its second line", async () => {
    const tasks = Array.from({ length: 70 }, (_, place): Line[] => [
      {
        text: `2.${place}  Ban hành kế hoạch “Chính quyền thân thiện” và tổ chức thực hiện ở các tổ dân phố`,
      },
      { text: "— hạn thứ Ba 31/03, quá 109 ngày làm việc · ghi gần nhất 12/03", style: "detail" },
    ]).flat();
    await holds(message([[{ text: "QUÁ HẠN", style: "heading" }, ...tasks]], ["Trang sau ›"]), [
      "Trang sau ›",
    ]);
  });

  test("nothing in the words is taken for a mark: what was typed is what is read", async () => {
    const odd = "2.4 <b>*đậm*</b> _nghiêng_ `mã` [liên kết](x) & &amp; \\ # > | ~";
    await holds(message([[{ text: odd }]]), []);
  });

  test("labels of choices are whole, and each can be told from the others", async () => {
    const labels = [
      "Phòng Văn hóa - Xã hội",
      "1. Văn phòng",
      "Công an phường",
      "Sửa",
      "Đồng ý, xóa dữ liệu của tôi",
    ];
    const { parts } = await show(message([[{ text: "Chọn đơn vị" }]], labels));
    expect(parts.flatMap((part) => part.labels)).toEqual(labels);
    const { buttons } = bench.channel.capabilities;
    expect(parts.every(({ press }) => (press !== null) === buttons)).toBe(true);
    expect(parts.at(-1)?.text.includes("1. Phòng Văn hóa")).toBe(!buttons);
  });

  test("a date and words to copy stand in the text, whatever the messenger makes of them", async () => {
    const before = bench.arrived().length;
    const text = "Chậm nhất thứ Hai 14/09/2026. Mã: 7KQ2M-9XDHA";
    await bench.channel.send(
      { chatKey: bench.me },
      {
        outboxId: newId(MONDAY),
        text,
        bold: [{ offset: 0, length: 9 }],
        dates: [{ offset: 19, length: 10, date: "2026-09-14" }],
        joints: [],
        buttons: [],
        copies: [{ label: "Sao chép mã", text: "7KQ2M-9XDHA" }],
      },
    );
    expect(
      bench
        .arrived()
        .slice(before)
        .map((part) => part.text),
    ).toEqual([text]);
  });

  test.each(["Mã mời của đồng chí", "chữ ".repeat(1_500).trim()])(
    "a picture with its words: %.20s",
    async (text) => {
      const picture = Uint8Array.from(Buffer.from(PNG, "base64"));
      const { parts, rendered } = await show(message([[{ text }]]), { picture });
      expect(parts.filter((part) => part.picture)).toHaveLength(1);
      expect(parts[0]?.picture).toBe(true);
      expect(seen(parts.map((part) => part.text).join(""))).toBe(seen(rendered.text));
    },
  );
});

const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
