import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Outline } from "../../../../api/imports/outline.ts";
import { readXlsx } from "../../../../api/imports/readers/read-xlsx.ts";
import { buildXlsx, type XlsxSheet } from "../../../support/build-xlsx.ts";

const outlineOf = async (...sheets: readonly XlsxSheet[]): Promise<Outline> => {
  const read = await readXlsx(buildXlsx(sheets));
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
};

/** "P: …" a paragraph; a table row by row, "^" continued from above, ">2" over two columns. */
const drawn = ({ blocks }: Outline): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [`P: ${block.text}`]
      : block.rows.map(({ cells }) =>
          cells
            .map(
              ({ columns, continued, paragraphs }) =>
                (continued ? "^" : "") +
                (columns > 1 ? `>${columns} ` : "") +
                paragraphs.map(({ text }) => text).join(" / "),
            )
            .join(" | "),
        ),
  );

const HEADER = ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"];

describe("a sheet of an annex", () => {
  const annex: XlsxSheet = {
    name: "Phụ lục",
    rows: [
      ["ỦY BAN NHÂN DÂN\nXÃ MƯỜNG KHOA", null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", null],
      ["DANH MỤC NHIỆM VỤ NĂM 2026"],
      [],
      HEADER,
      ["I", "TUYÊN TRUYỀN", null, null],
      ["1", "Tổ chức hội nghị", "Phòng Kinh tế\nCông an xã", "Quý I/2026"],
      ["2", "Phát thanh hằng tuần", null, null],
      [],
      ["3", "Biên soạn tài liệu", "Văn phòng", "Tháng 5/2026"],
      [],
      ["Nơi nhận:", null, "TM. ỦY BAN NHÂN DÂN"],
    ],
    merges: ["A1:B1", "C1:D1", "A2:D2", "B5:D5", "C6:C7"],
  };
  const inTables = [
    "STT | Nhiệm vụ | Chủ trì | Thời gian",
    "I | >3 TUYÊN TRUYỀN",
    "1 | Tổ chức hội nghị | Phòng Kinh tế / Công an xã | Quý I/2026",
    "2 | Phát thanh hằng tuần | ^Phòng Kinh tế / Công an xã | ",
    "3 | Biên soạn tài liệu | Văn phòng | Tháng 5/2026",
  ];

  it("has a letterhead, a title, a table with merged cells and a signature, drawn or not", async () => {
    const expected = [
      "ỦY BAN NHÂN DÂN / XÃ MƯỜNG KHOA | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "P: DANH MỤC NHIỆM VỤ NĂM 2026",
      ...inTables,
      "Nơi nhận: | TM. ỦY BAN NHÂN DÂN",
    ];
    expect(drawn(await outlineOf(annex))).toEqual(expected);
    expect(drawn(await outlineOf({ ...annex, ruled: [4, 9] }))).toEqual(expected);
  });

  it("gives every line the row and column of its sheet, and every paragraph its line", async () => {
    const outline = await outlineOf(annex);
    const at = outline.lines.findIndex(({ text }) => text === "Tháng 5/2026");
    expect(outline.lines[at]).toMatchObject({ row: 9, cell: 4, page: null });
    expect(outline.lines.find(({ row, cell }) => row === 6 && cell === 3)?.text).toBe(
      "Phòng Kinh tế Công an xã",
    );
    const table = outline.blocks.find((block) => block.kind === "table" && block.columns === 4);
    const last = table?.kind === "table" ? table.rows.at(-1) : undefined;
    expect([last?.from, last?.to]).toEqual([at - 2, at + 1]);
  });

  it("says nothing of what stands under merged cells", async () => {
    const outline = await outlineOf({
      name: "A",
      rows: [["1", "Thấy", "cũ, không ai thấy"]],
      merges: ["B1:C1"],
    });
    expect(drawn(outline)).toEqual(["1 | Thấy"]);
  });
});

describe("numbers as they are seen", () => {
  const shown = async (number: number, format?: string): Promise<string | undefined> => {
    const cell = format === undefined ? { number } : { number, format };
    return (await outlineOf({ name: "A", rows: [[cell]] })).lines[0]?.text;
  };

  it.each([
    [46_188, "dd/mm/yyyy", "15/06/2026"],
    [46_188, "[$-42A]d/m/yyyy;@", "15/06/2026"],
    [46_188, "m/d/yy h:mm", "15/06/2026 00:00"],
    // Typed as "15/6": the year is the program's, not the document's.
    [46_188, "d-mmm", "15/06"],
    [46_188, "mmm-yy", "06/2026"],
    [1.1, "0.00", "1.10"],
    [5, "00", "05"],
    [3, '"Mục "0', "Mục 3"],
    [0.85, "0%", "85%"],
    [12_500, "#,##0", "12.500"],
    [1.1000000000000001, undefined, "1.1"],
    [2026, undefined, "2026"],
  ])("%d as %s is %s", async (number, format, text) => {
    expect(await shown(number, format)).toBe(text);
  });

  it("1.10 that the sheet keeps as 1.1 is 1.10 after 1.9, and is told", async () => {
    const numbers = [1.8, 1.9, 1.1, 1.11, 2.1].map((number, at) => [{ number }, `Nhiệm vụ ${at}`]);
    const outline = await outlineOf({ name: "A", rows: [["STT", "Nhiệm vụ"], ...numbers] });
    expect(drawn(outline).map((row) => row.split(" |")[0])).toEqual([
      "STT",
      "1.8",
      "1.9",
      "1.10",
      "1.11",
      "2.1",
    ]);
    expect(outline.remarks).toEqual([{ code: "number_shortened", line: 7, detail: "1.10" }]);
    expect(outline.lines[6]?.text).toBe("1.1");
  });

  it("a number that falls back without that reason is left and told", async () => {
    const numbers = [1.1, 1.2, 1.1].map((number, at) => [{ number }, `Nhiệm vụ ${at}`]);
    const outline = await outlineOf({ name: "A", rows: [["STT", "Nhiệm vụ"], ...numbers] });
    expect(outline.remarks).toMatchObject([{ code: "number_shortened", detail: "1.1" }]);
    expect(drawn(outline).at(-1)).toBe("1.1 | Nhiệm vụ 2");
  });
});

it("takes a raised figure for a footnote's mark, and m² for what it is", async () => {
  const outline = await outlineOf({
    name: "A",
    rows: [[{ runs: ["dân chủ ở cơ sở", { raised: "1" }, "."] }, { runs: ["100 m", { raised: "2" }] }]],
  });
  const [row] = outline.blocks;
  const cells = row?.kind === "table" ? row.rows[0]?.cells : [];
  expect(cells?.map(({ paragraphs: [words] }) => [words?.text, words?.marks])).toEqual([
    ["dân chủ ở cơ sở.", ["1"]],
    ["100 m2", []],
  ]);
});

it("reads several sheets after their names, hidden ones not, and says so", async () => {
  const outline = await outlineOf(
    { name: "Phụ lục I", rows: [["a"]] },
    { name: "Nháp", state: "veryHidden", rows: [["không đọc"]] },
    { name: "Sheet3", rows: [["b"]] },
    { name: "Trống", rows: [] },
  );
  expect(drawn(outline)).toEqual(["P: Phụ lục I", "P: a", "P: b"]);
  expect(outline.remarks).toEqual([{ code: "hidden_sheet", line: null, detail: "Nháp" }]);
});

describe("files that mean no good", () => {
  const good = buildXlsx([{ name: "A", rows: [["1", "Nhiệm vụ"]] }]);
  const code = async (bytes: Uint8Array): Promise<string> => {
    const read = await readXlsx(bytes);
    return read.ok ? "read" : read.refusal.code;
  };
  const withPart = (name: string, text: string): Uint8Array =>
    zipSync({ ...unzipSync(good), [name]: strToU8(text) });

  it("declares no entities and fetches nothing", async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>';
    expect(await code(withPart("xl/worksheets/sheet1.xml", bomb))).toBe("file_damaged");
    const read = await readXlsx(
      zipSync({
        ...unzipSync(good),
        "xl/vbaProject.bin": new Uint8Array(9),
        "xl/externalLinks/externalLink1.xml": strToU8("<x/>"),
      }),
    );
    expect(read.ok && read.value.remarks.map((remark) => remark.code)).toEqual([
      "macros_ignored",
      "external_ignored",
    ]);
  });

  it("is refused without a workbook, without words, with too many cells", async () => {
    expect(await code(zipSync({ "a.txt": strToU8("x") }))).toBe("file_damaged");
    expect(await code(buildXlsx([{ name: "A", rows: [] }]))).toBe("file_empty");
    expect(await code(buildXlsx([{ name: "A", rows: Array.from({ length: 50_001 }, () => ["x"]) }]))).toBe(
      "file_too_long",
    );
  });

  it("returns on merges over the whole sheet and on cells at its end", async () => {
    const range = "A1:XFD1048576";
    const merges = Array.from({ length: 5_000 }, () => `<mergeCell ref="${range}"/>`).join("");
    const rows = Array.from(
      { length: 2_000 },
      (_, at) => `<row r="${at + 1}"><c t="str"><v>x</v></c></row>`,
    ).join("");
    const far = '<row r="1048576"><c r="XFD1048576" t="str"><v>y</v></c></row>';
    const sheet = `<worksheet><sheetData>${rows}${far}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`;
    expect(await code(withPart("xl/worksheets/sheet1.xml", sheet))).toBe("read");
  });

  it("answers whatever is cut off or changed in it", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.length),
        fc.array(fc.record({ at: fc.nat(good.length - 1), byte: fc.nat(255) }), { maxLength: 5 }),
        async (length, changes) => {
          const bytes = good.slice(0, length);
          for (const { at, byte } of changes) if (at < length) bytes[at] = byte;
          expect(await code(bytes)).toMatch(/^(read|file_[a-z_]+)$/);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("answers a sheet whose writing is changed anywhere", async () => {
    const parts = unzipSync(good);
    const { "xl/worksheets/sheet1.xml": sheet = new Uint8Array() } = parts;
    await fc.assert(
      fc.asyncProperty(fc.nat(sheet.length - 1), fc.string({ maxLength: 12 }), async (at, words) => {
        const changed = Buffer.concat([
          sheet.subarray(0, at),
          strToU8(words),
          sheet.subarray(at + words.length),
        ]);
        expect(await code(zipSync({ ...parts, "xl/worksheets/sheet1.xml": changed }))).toMatch(
          /^(read|file_[a-z_]+)$/,
        );
      }),
      { numRuns: 150 },
    );
  });
});
