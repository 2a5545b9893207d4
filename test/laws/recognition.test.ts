import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NOBODY_KNOWN } from "../../api/imports/known-names.ts";
import type { Outline } from "../../api/imports/outline.ts";
import { readingSchema } from "../../api/imports/reading.ts";
import { recogniseCatalogue } from "../../api/imports/recognition/recognise-catalogue.ts";
import { type OutlineItem, outlineOf } from "../support/outline-of.ts";

/** Pieces of which documents are made, so that what is arbitrary comes near to what is read. */
const PIECES = [
  "1.",
  "1.1",
  "a)",
  "đ)",
  "- ",
  "+ ",
  "I.",
  "II. NỘI DUNG",
  "III. TỔ CHỨC THỰC HIỆN",
  "PHỤ LỤC I",
  "DANH MỤC",
  "Nhiệm vụ",
  "STT",
  "Cơ quan chủ trì",
  "Cơ quan phối hợp:",
  "Thời gian:",
  "Phòng Kinh tế",
  "và các phòng, đơn vị có liên quan",
  "chủ trì, phối hợp với",
  "trước ngày 31/11/2026",
  "Quý I/2026",
  "-nt-",
  "100%",
  "ít nhất 02",
  "Nơi nhận:",
  "TM. ỦY BAN NHÂN DÂN",
  "Số: 12/KH-UBND",
  "Ghi chú",
  "./.",
] as const;
const words = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: "binary" })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(" ").replace(/[\r\n]/g, " "));
const cell = fc.oneof(words, fc.constantFrom("^", ">", ""));
const item: fc.Arbitrary<OutlineItem> = fc.oneof(
  words,
  words.map((bold) => ({ bold })),
  fc.record({
    rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 8 }),
    certainty: fc.constantFrom(1, 0.7),
  }),
);
const outline = fc
  .tuple(fc.array(item, { maxLength: 25 }), fc.constantFrom("docx", "pdf", "xlsx", "text", "markdown"))
  .map(([items, format]) => outlineOf(items, format));

const spansOf = (reading: ReturnType<typeof recogniseCatalogue>): readonly (readonly [number, number])[] => [
  ...reading.sections.map(({ source_lines }) => source_lines),
  ...reading.tasks.flatMap(({ source_lines, spans }) => [source_lines, ...Object.values(spans)]),
  ...reading.report_rounds.map(({ source_lines }) => source_lines),
];

const holds = (given: Outline): void => {
  const reading = recogniseCatalogue(given, NOBODY_KNOWN);
  expect(readingSchema.safeParse(reading).error).toBeUndefined();
  const last = given.lines.length;
  for (const { line } of reading.warnings) if (line !== null) expect(line).toBeLessThanOrEqual(last);
  for (const [from, to] of spansOf(reading)) {
    expect(from).toBeGreaterThanOrEqual(1);
    expect(to).toBeGreaterThanOrEqual(from);
    expect(to).toBeLessThanOrEqual(last);
  }
};

describe("recognising any outline", () => {
  it("returns a reading that keeps its shape, and every warning and span points inside the file", () => {
    fc.assert(fc.property(outline, holds), { numRuns: 150 });
  });

  it("gives the same reading of the same outline", () => {
    fc.assert(
      fc.property(outline, (given) => {
        expect(recogniseCatalogue(given, NOBODY_KNOWN)).toEqual(recogniseCatalogue(given, NOBODY_KNOWN));
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ["dashes", "-".repeat(100_000)],
    ["open brackets", `1. ${"(".repeat(100_000)}x`],
    ["colons", `1. ${"thời gian: ".repeat(9_000)}`],
    ["figures", `1. ${"ít nhất 02 ".repeat(9_000)}`],
    ["paths", "1.1.1.1.".repeat(12_000)],
    ["commas", `- ${"phối hợp, ".repeat(10_000)}`],
    ["one word", `a) ${"Phòng".repeat(20_000)}`],
    ["dates", `1. trước ngày ${"30/6/2026 ".repeat(10_000)}`],
  ])("returns from a paragraph or a cell of 100,000 characters: %s", (_name, text) => {
    holds(
      outlineOf([
        "II. NỘI DUNG",
        text,
        "PHỤ LỤC",
        {
          rows: [
            ["STT", "Nhiệm vụ", "Cơ quan chủ trì"],
            ["1", text, text],
          ],
        },
      ]),
    );
  });
});
