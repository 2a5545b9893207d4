import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { NOBODY_KNOWN } from "../../api/imports/known-names.ts";
import { LIMITS, type Outline, type Paragraph } from "../../api/imports/outline.ts";
import { readOutline } from "../../api/imports/read-outline.ts";
import { readingSchema } from "../../api/imports/reading.ts";
import { recogniseCatalogue } from "../../api/imports/recognition/recognise-catalogue.ts";
import { drawPdf, line, text } from "../api/imports/readers/pdf/drawn-pdf.ts";
import { buildDocx } from "../support/build-docx.ts";
import { buildXlsx } from "../support/build-xlsx.ts";

/** Files tried of each format and kind of harm; `READING_RUNS=5000` before a release. */
const RUNS = Number(process.env.READING_RUNS ?? "50");

const ROWS = [
  ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian"],
  ["1", "Tổ chức đối thoại với Nhân dân", "Phòng Kinh tế xã Tân Lập", "Quý II/2027"],
  ["2", "Tuyên truyền về đất đai", "Công an xã; Trạm Y tế", "trước ngày 31/11/2027"],
] as const;
const HEAD = [
  "ỦY BAN NHÂN DÂN XÃ TÂN LẬP",
  "Số: 15/KH-UBND",
  "KẾ HOẠCH",
  "Công tác dân vận năm 2027",
] as const;

const drawn = (): Uint8Array => {
  const head = HEAD.map((words, at) => text(60, 800 - 20 * at, words)).join("");
  const rows = ROWS.flatMap((cells, row) => [
    ...cells.map((words, column) => text(65 + 120 * column, 700 - 30 * row, words, 7)),
    line(60, 715 - 30 * row, 540, 715 - 30 * row),
  ]);
  const rulings = [60, 180, 300, 420, 540].map((x) => line(x, 625, x, 715)).join("");
  return drawPdf([{ content: `${head}${rows.join("")}${line(60, 625, 540, 625)}${rulings}` }]);
};

const FILES: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  [
    "a.docx",
    buildDocx([
      ...HEAD.map((words) => ({ text: words, bold: true, centred: true })),
      { runs: ["Thực hiện chỉ thị", { footnote: "Chỉ thị số 33" }], list: { id: 1 } },
      {
        rows: ROWS.map((cells, at) => ({
          header: at === 0,
          cells: [...cells.slice(0, 3), { text: cells[3], merge: at === 1 ? "first" : "next" } as const],
        })),
      },
    ]),
  ],
  [
    "a.xlsx",
    buildXlsx(
      [{ name: "Danh mục", rows: [["KẾ HOẠCH_x0000_ _xD83D_"], ...ROWS], merges: ["A1:D1"], ruled: [2, 4] }],
      {
        "[Content_Types].xml": strToU8("<Types/>"),
      },
    ),
  ],
  ["a.pdf", drawn()],
  ["a.txt", strToU8([...HEAD, ...ROWS.flat()].join("\n\n"))],
  [
    "a.md",
    strToU8(`# ${HEAD.join("\n\n**")}**\n\n${ROWS.map((cells) => `|${cells.join("|")}|`).join("\n")}`),
  ],
];

const paragraphsIn = ({ blocks }: Outline): readonly Paragraph[] =>
  blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [block]
      : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs)),
  );

/** Read or refused within the bounds, and everything that is said of the file points into it. */
const holds = async (bytes: Uint8Array, name: string): Promise<void> => {
  const outlined = await readOutline(bytes, name);
  if (!outlined.ok) {
    expect(outlined.refusal.code).toMatch(/^file_/);
    return;
  }
  const { lines, remarks, footnotes, blocks } = outlined.value;
  const last = lines.length;
  expect(last).toBeLessThanOrEqual(LIMITS.lines);
  // The database would refuse a NUL and half of a letter.
  const said = [...lines, ...paragraphsIn(outlined.value), ...footnotes].map(({ text: words }) => words);
  expect(said.filter((words) => /[\0\p{Surrogate}]/u.test(words))).toEqual([]);
  const reading = recogniseCatalogue(outlined.value, NOBODY_KNOWN);
  expect(readingSchema.safeParse(reading).error).toBeUndefined();
  for (const { line: at } of [...reading.warnings, ...remarks])
    if (at !== null) expect({ at, inside: at >= 1 && at <= last }).toEqual({ at, inside: true });
  const spans = [
    ...[...blocks, ...footnotes, ...paragraphsIn(outlined.value)].map(({ from, to }) => [from, to] as const),
    ...reading.tasks.flatMap(({ source_lines, spans }) => [source_lines, ...Object.values(spans)]),
    ...reading.sections.map(({ source_lines }) => source_lines),
    ...reading.report_rounds.map(({ source_lines }) => source_lines),
  ];
  expect(spans.filter(([from, to]) => from < 1 || from > to || to > last)).toEqual([]);
};

type Harm = { readonly at: number; readonly length: number; readonly kind: string; readonly mask: number };

/** Places are parts of a thousand, so that one harm fits files of any size. */
const harms: fc.Arbitrary<readonly Harm[]> = fc.array(
  fc.record({
    at: fc.nat(999),
    length: fc.nat(60),
    kind: fc.constantFrom("cut off", "flip", "flip", "lose", "double", "move", "fill"),
    mask: fc.integer({ min: 1, max: 255 }),
  }),
  { minLength: 1, maxLength: 4 },
);

const harmed = (bytes: Uint8Array, { at, length, kind, mask }: Harm): Uint8Array => {
  const place = Math.floor((bytes.length * at) / 1000);
  const [before, piece, after] = [
    bytes.subarray(0, place),
    bytes.subarray(place, place + length),
    bytes.subarray(place + length),
  ];
  switch (kind) {
    case "cut off":
      return before;
    case "lose":
      return Buffer.concat([before, after]);
    case "double":
      return Buffer.concat([before, piece, piece, after]);
    case "move":
      return Buffer.concat([piece, before, after]);
    case "fill":
      return Buffer.concat([before, new Uint8Array(length).fill(mask), after]);
    default: {
      const flipped = new Uint8Array(bytes);
      if (place < flipped.length) flipped[place] = (flipped[place] ?? 0) ^ mask;
      return flipped;
    }
  }
};

describe.each(FILES)("whatever happens to %s", (name, bytes) => {
  it("is read as it stands", async () => {
    const read = await readOutline(bytes, name);
    expect(read.ok && read.value.lines.some(({ text: words }) => words.includes(ROWS[1][1]))).toBe(true);
    await holds(bytes, name);
  });

  it("in its bytes, it is read or refused, and nothing points outside", async () => {
    await fc.assert(
      fc.asyncProperty(harms, (changes) => holds(changes.reduce(harmed, bytes), name)),
      { numRuns: RUNS },
    );
  });
});

/** What is packed is guarded by checksums; so the harm is done before packing. */
describe.each(FILES.slice(0, 2))("whatever happens in a part of %s", (name, bytes) => {
  const parts = Object.entries(unzipSync(bytes));
  it("is read or refused, and nothing points outside", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(parts.length - 1), harms, (which, changes) =>
        holds(
          zipSync(
            Object.fromEntries(
              parts.map(([part, content], at) => [
                part,
                at === which ? new Uint8Array(changes.reduce(harmed, content)) : content,
              ]),
            ),
          ),
          name,
        ),
      ),
      { numRuns: RUNS * 2 },
    );
  });
});
