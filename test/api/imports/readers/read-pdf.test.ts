import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LIMITS, type Outline, type Table } from "../../../../api/imports/outline.ts";
import { readPdf } from "../../../../api/imports/readers/read-pdf.ts";
import { drawPdf, line, PICTURE, text } from "./pdf/drawn-pdf.ts";

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`./${name}`, import.meta.url)));

const read = async (bytes: Uint8Array): Promise<Outline> => {
  const result = await readPdf(bytes);
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
};
const refusalOf = async (bytes: Uint8Array): Promise<string | null> => {
  const result = await readPdf(bytes);
  return result.ok ? null : result.refusal.code;
};

const tablesOf = (outline: Outline): readonly Table[] =>
  outline.blocks.filter((block) => block.kind === "table");
const paragraphsOf = (outline: Outline): readonly string[] =>
  outline.blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
const cellTexts = (table: Table | undefined): readonly (readonly string[])[] =>
  (table?.rows ?? []).map(({ cells }) =>
    cells.map((cell) => cell.paragraphs.map((paragraph) => paragraph.text).join(" ")),
  );

/** Every span lies in the file, and the lines of a row or a paragraph are its own. */
const expectPlaces = (outline: Outline): void => {
  let last = 0;
  for (const block of outline.blocks) {
    for (const part of block.kind === "table" ? block.rows : [block]) {
      expect(part.from).toBe(last + 1);
      expect(part.to).toBeGreaterThanOrEqual(part.from);
      last = part.to;
    }
  }
  expect(last).toBeLessThanOrEqual(outline.lines.length);
};

describe("a landscape annex with merged cells, printed over two pages", () => {
  test("has the cells of the file it was printed from", async () => {
    const outline = await read(fixture("landscape-annex.pdf"));
    const [table, ...others] = tablesOf(outline);
    expect(others).toEqual([]);
    expect(table).toMatchObject({ columns: 6, certainty: 1 });
    const cells = cellTexts(table);
    expect(cells.slice(0, 2)).toEqual([
      ["STT", "Nội dung nhiệm vụ", "Đơn vị thực hiện", "Thời gian", "Lãnh đạo phụ trách"],
      ["STT", "Nội dung nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian", "Lãnh đạo phụ trách"],
    ]);
    expect(cells.map(([number]) => number)).toEqual("STT STT I 1 2 3 4 II 5 6 7 8".split(" "));
    expect(cells[5]).toEqual([
      "3",
      "Xây dựng mô hình “Dân vận khéo” số 3",
      "Phòng Văn hóa - Xã hội",
      "- Các thôn; - Trạm Y tế xã.",
      "Tháng 6 - 8/2026",
      "Phó Chủ tịch UBND xã",
    ]);
  });

  test("says which cells are merged, and that the header is one", async () => {
    const [table] = tablesOf(await read(fixture("landscape-annex.pdf")));
    const [header, second, section, first, next] = table?.rows ?? [];
    expect([header?.header, second?.header, section?.header]).toEqual([true, true, false]);
    expect(header?.cells.map(({ column, columns }) => [column, columns])).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
      [5, 1],
      [6, 1],
    ]);
    expect(section?.cells.map(({ columns }) => columns)).toEqual([1, 5]);
    expect(first?.cells.at(-1)).toMatchObject({ continued: false });
    expect(next?.cells.at(-1)).toMatchObject({ continued: true, column: 6 });
  });

  test("joins the row that the page break cut at the end of a sentence", async () => {
    const [table] = tablesOf(await read(fixture("landscape-annex.pdf")));
    const [, title] = cellTexts(table)[6] ?? [];
    expect(title?.match(/lần 4\./g)).toHaveLength(3);
  });

  test("leaves the page numbers of the footer out and gives every line its page", async () => {
    const outline = await read(fixture("landscape-annex.pdf"));
    expect(outline.lines.filter(({ text: own }) => /Trang/.test(own))).toEqual([]);
    expect(new Set(outline.lines.map(({ page }) => page))).toEqual(
      new Set(Array.from({ length: outline.pages ?? 0 }, (_, at) => at + 1)),
    );
    expectPlaces(outline);
  });
});

describe("a table without lines", () => {
  test("is read by its gaps, with less certainty", async () => {
    const outline = await read(fixture("borderless-table.pdf"));
    const table = tablesOf(outline).find(({ columns }) => columns === 5);
    expect(table?.certainty).toBeLessThan(0.8);
    const cells = cellTexts(table);
    expect(cells[0]).toEqual(["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]);
    expect(cells.map(([number]) => number)).toEqual(
      "TT 1 1.1 1.2 1.3 1.4 1.5 2 2.1 2.2 2.3 2.4 2.5".split(" "),
    );
    expect(cells[1]).toEqual(["1", "CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO VÀ TUYÊN TRUYỀN, VẬN ĐỘNG NHÂN DÂN NHÓM 1"]);
    expect(cells[5]).toEqual([
      "1.4",
      "Rà soát quy chế số 4",
      "Trung tâm Phục vụ hành chính công",
      "",
      "Năm 2026",
    ]);
    expectPlaces(outline);
  });

  test("keeps what stands before and after it apart", async () => {
    const outline = await read(fixture("borderless-table.pdf"));
    expect(paragraphsOf(outline).slice(0, 2)).toEqual(["DANH MỤC", "TỔ CHỨC THỰC HIỆN"]);
  });
});

describe("a table without lines whose numbers stand in the middle of their rows", () => {
  /** Text of 12 points: each letter 6 wide. */
  const at = (y: number, ...cells: readonly (readonly [x: number, words: string])[]): string =>
    cells.map(([x, words]) => text(x, y, words)).join("");
  const [task, unit, time] = [80, 270, 410];
  const pages = [
    at(760, [40, "TT"], [task, "Nội dung công việc của năm"], [unit, "Đơn vị chủ trì"], [time, "Thời gian"]) +
      at(730, [task, "Phát thanh tin, bài về gương"], [unit, "Phòng Văn hóa"], [time, "Cả năm"]) +
      at(723, [43, "1."]) +
      at(716, [task, "người tốt"], [unit, "- Xã hội"]) +
      at(686, [43, "II"], [task, "Quốc phòng, an ninh trong phường và phong trào"]) +
      at(656, [task, "Vận động thanh niên lên"], [time, "Đến hết tháng"]) +
      at(649, [unit, "Ban Chỉ huy"]) +
      at(642, [43, "2."], [task, "đường nhập ngũ, chấp hành"], [time, "02/2027"]) +
      at(635, [unit, "Quân sự xã"]) +
      at(628, [task, "luật"]) +
      at(598, [43, "3."], [task, "Xây dựng mô hình thôn"], [unit, "Công an xã"], [time, "Quý III/2026"]),
    at(780, [task, "bình yên, xóm không rác"]) +
      at(752, [task, "Tổng kết phong trào, đề nghị"], [unit, "Văn phòng"], [time, "Trước ngày"]) +
      at(745, [43, "4."]) +
      at(738, [task, "khen thưởng"], [unit, "UBND xã"], [time, "30/11/2026"]) +
      at(700, [task, "III. TỔ CHỨC THỰC HIỆN"]) +
      at(680, [60, "1. Các thôn, đơn vị của xã căn cứ nội dung trên để thực hiện và báo cáo về"]) +
      at(664, [40, "Văn phòng trước ngày 05 tháng 6 và trước ngày 05 tháng 11 năm 2026, qua bản giấy"]) +
      at(648, [40, "hoặc thư điện tử."]),
  ];

  test("is cut between its rows, goes on after the page break and ends where running text begins", async () => {
    const outline = await read(drawPdf(pages.map((content) => ({ content }))));
    const [table, ...others] = tablesOf(outline);
    expect(others).toEqual([]);
    expect(cellTexts(table)).toEqual([
      ["TT", "Nội dung công việc của năm", "Đơn vị chủ trì", "Thời gian"],
      ["1.", "Phát thanh tin, bài về gương người tốt", "Phòng Văn hóa - Xã hội", "Cả năm"],
      ["II", "Quốc phòng, an ninh trong phường và phong trào"],
      [
        "2.",
        "Vận động thanh niên lên đường nhập ngũ, chấp hành luật",
        "Ban Chỉ huy Quân sự xã",
        "Đến hết tháng 02/2027",
      ],
      ["3.", "Xây dựng mô hình thôn bình yên, xóm không rác", "Công an xã", "Quý III/2026"],
      ["4.", "Tổng kết phong trào, đề nghị khen thưởng", "Văn phòng UBND xã", "Trước ngày 30/11/2026"],
    ]);
    expect(paragraphsOf(outline)[0]).toBe("III. TỔ CHỨC THỰC HIỆN");
    expect(paragraphsOf(outline)[1]).toMatch(/^1\. Các thôn.* thư điện tử\.$/);
    expectPlaces(outline);
  });
});

describe("a plan with footnotes", () => {
  test("takes the marks out of the text and keeps an exponent", async () => {
    const outline = await read(fixture("plan-with-footnotes.pdf"));
    const marked = outline.blocks.flatMap((block) =>
      block.kind === "paragraph" && block.marks.length > 0 ? [block] : [],
    );
    expect(marked.map(({ marks }) => marks)).toEqual([["1"], ["2"], ["3"]]);
    expect(marked[0]?.text).toBe(
      "Thực hiện Chỉ thị số 33/CT-TTg của Thủ tướng Chính phủ, Ủy ban nhân dân đặc khu ban hành Kế hoạch trên diện tích 120 km2 như sau:",
    );
  });

  test("collects the notes, also the one that goes on on the next page", async () => {
    const { footnotes, lines } = await read(fixture("plan-with-footnotes.pdf"));
    expect(footnotes.map(({ mark }) => mark)).toEqual(["1", "2", "3"]);
    expect(footnotes[0]?.text).toBe("Chỉ thị về công tác dân vận của cơ quan hành chính nhà nước.");
    expect(footnotes[1]?.text.match(/Tuyên truyền, vận động/g)).toHaveLength(6);
    expect(footnotes[1]?.text.endsWith("Hết.")).toBe(true);
    for (const { from, to } of footnotes) expect(lines.slice(from - 1, to)).toHaveLength(to - from + 1);
  });

  test("does not mix office and motto, nor recipients and signature", async () => {
    const [letterhead, signature] = tablesOf(await read(fixture("plan-with-footnotes.pdf")));
    expect(cellTexts(letterhead)[0]?.[0]).toBe("ỦY BAN NHÂN DÂN ĐẶC KHU HÒN NGỌC _______ Số: 09/KH-UBND");
    expect(cellTexts(letterhead)[0]?.[1]).toMatch(/^CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do/);
    expect(cellTexts(signature)).toEqual([
      ["Nơi nhận: - Thường trực Đảng ủy; - Lưu: VT.", "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Phạm Thị Ví Dụ"],
    ]);
  });
});

describe("a page drawn by hand", () => {
  const sentence = text(60, 700, "Giao các phòng chuyên môn của xã Đại Thành thực hiện.");

  test("joins letters and accents that are drawn apart, and takes doubled ones once", async () => {
    const { blocks } = await read(
      drawPdf([
        {
          content:
            sentence +
            text(60, 600, "Kế hoạch số 5") +
            text(60, 600, "Kế hoạch số 5") +
            text(60, 560, "To") +
            text(72, 560, "\u0300") +
            text(78, 560, "trình"),
        },
      ]),
    );
    expect(blocks.map((block) => (block.kind === "paragraph" ? block.text : ""))).toEqual([
      "Giao các phòng chuyên môn của xã Đại Thành thực hiện.",
      "Kế hoạch số 5",
      "Tò trình",
    ]);
  });

  test("reads a page that is stored on its side, or drawn so", async () => {
    const upright = await read(
      drawPdf([{ content: sentence + text(60, 640, "Thời gian: trước ngày 30/6/2026.") }]),
    );
    const drawnUpward =
      text(100, 60, "Giao các phòng chuyên môn của xã Đại Thành thực hiện.", 12, 1) +
      text(160, 60, "Thời gian: trước ngày 30/6/2026.", 12, 1);
    for (const rotate of [0, 90] as const) {
      const turned = await read(drawPdf([{ content: drawnUpward, rotate }]));
      expect(turned.lines.map((own) => own.text)).toEqual(upright.lines.map((own) => own.text));
    }
  });

  test("joins a document number that the line's end cut, and keeps the spaces of a unit's name", async () => {
    const rows = [
      "Thực hiện nghiêm túc các nội dung của Quyết định số 12/2026/QĐ-",
      "UBND của Ủy ban nhân dân tỉnh; giao cho Trưởng phòng Văn hóa -",
      "Xã hội chủ trì, phối hợp các thôn tổ chức thực hiện trong năm nay.",
    ];
    const content = rows.map((row, at) => text(60, 700 - at * 16, row)).join("");
    const { blocks } = await read(drawPdf([{ content }]));
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toMatchObject({
      text: "Thực hiện nghiêm túc các nội dung của Quyết định số 12/2026/QĐ-UBND của Ủy ban nhân dân tỉnh; giao cho Trưởng phòng Văn hóa - Xã hội chủ trì, phối hợp các thôn tổ chức thực hiện trong năm nay.",
    });
  });

  test("tells cells by the drawn lines, though their words nearly touch", async () => {
    const content =
      [60, 160, 260, 360].map((x) => line(x, 600, x, 700)).join("") +
      [600, 650, 700].map((y) => line(60, y, 360, y)).join("") +
      text(62, 670, "Nội dung nhiệm vụ") +
      text(166, 670, "Đơn vị chủ trì") +
      text(262, 670, "Thời gian") +
      text(62, 620, "Tổ chức hội nghị") +
      text(162, 620, "Công an xã Đại X") +
      text(262, 620, "Quý II/2026");
    const [table] = tablesOf(await read(drawPdf([{ content }])));
    expect(cellTexts(table)).toEqual([
      ["Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời gian"],
      ["Tổ chức hội nghị", "Công an xã Đại X", "Quý II/2026"],
    ]);
  });

  test("a page without text is told, a file without any is refused", async () => {
    const { remarks } = await read(drawPdf([{ content: sentence }, { content: PICTURE }]));
    expect(remarks).toEqual([{ code: "page_without_text", line: null, detail: "2" }]);
    expect(await refusalOf(drawPdf([{ content: PICTURE }, { content: PICTURE }]))).toBe("file_scanned");
    expect(await refusalOf(drawPdf([{ content: PICTURE + text(400, 800, "Ký số: 12/02") }]))).toBe(
      "file_scanned",
    );
    expect(await refusalOf(drawPdf([{ content: "" }]))).toBe("file_empty");
  });

  test("more pages than can be read are refused", async () => {
    const pages = Array.from({ length: LIMITS.pages + 1 }, () => ({ content: sentence }));
    expect(await refusalOf(drawPdf(pages))).toBe("file_too_long");
  });
});

describe("what cannot be read", () => {
  test("a file with a password is refused as protected", async () => {
    expect(await refusalOf(fixture("protected.pdf"))).toBe("file_protected");
  });

  test("empty, foreign and cut-off files are refused as such", async () => {
    const whole = fixture("landscape-annex.pdf");
    expect(await refusalOf(new Uint8Array())).toBe("file_empty");
    expect(await refusalOf(new TextEncoder().encode("không phải PDF %%EOF"))).toBe("file_damaged");
    expect(await refusalOf(whole.slice(0, whole.length - 200))).toBe("file_damaged");
  });

  test("a page whose packed text is broken is not read by halves", async () => {
    const bytes = fixture("landscape-annex.pdf");
    const start = Buffer.from(bytes).indexOf("stream\n") + 200;
    bytes[start] = (bytes[start] ?? 0) ^ 0x10;
    expect(await refusalOf(bytes)).toBe("file_damaged");
  });

  test("whatever is cut off or flipped, the answer is a result", async () => {
    const whole = fixture("landscape-annex.pdf");
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: whole.length }),
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })), { maxLength: 12 }),
        async (length, flips) => {
          const bytes = whole.slice(0, length % 3 === 0 ? length : whole.length);
          for (const [at, mask] of flips) if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ mask;
          const result = await readPdf(bytes);
          if (result.ok) expectPlaces(result.value);
          else expect(result.refusal.code).toMatch(/^file_/);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});
