import { describe, expect, it } from "vitest";
import { arrange, paragraphsOf, rowsOf, spacedOut, tableOf } from "./flattened-texts.ts";

/** Đặc khu Hòn Tre, 2026: five columns, a section, an empty cell, a page cut in the middle of a row. */
const FIVE_COLUMNS = `DANH MỤC
Nhiệm vụ công tác dân vận năm 2026 của đặc khu Hòn Tre
I. DANH MỤC NHIỆM VỤ
TT Nhiệm vụ
Cơ quan chủ
trì
Cơ quan
phối hợp
Thời gian
thực hiện
1 CÔNG TÁC TUYÊN TRUYỀN, VẬN ĐỘNG NHÂN DÂN TRÊN ĐỊA BÀN ĐẶC KHU
1.1
Xây dựng kế hoạch tuyên truyền, vận động
ngư dân chấp hành quy định chống khai thác
thủy sản bất hợp pháp theo Quyết định số 57-
QĐ/TU của Tỉnh ủy
Phòng Kinh tế
Đồn Biên phòng;
Các thôn, khu phố
Quý I/2026
1.2
Tổ chức hội nghị đối thoại giữa người đứng
đầu với Nhân dân ở các thôn, khu phố
Văn phòng
HĐND và UBND
Thường xuyên
1.3
Rà soát, công khai thủ tục hành chính; niêm
yết tại nơi tiếp nhận và trên trang thông tin
Trung tâm Phục
vụ hành chính
Các phòng, đơn
Trước ngày
30/6/2026
\fTT Nhiệm vụ
Cơ quan chủ
trì
Cơ quan
phối hợp
Thời gian
thực hiện
điện tử của đặc khu để người dân dễ tra cứu.
công
vị thuộc đặc khu
1.4
Sơ kết, tổng kết công tác dân vận; biểu dương
tập thể, cá nhân có thành tích
Phòng Văn hóa -
Xã hội
Các phòng, đơn
vị thuộc đặc khu
Tháng
11/2026
II. TỔ CHỨC THỰC HIỆN
1. Các đơn vị báo cáo kết quả về Phòng Văn hóa - Xã hội trước ngày 15/11/2026.`;

const FIVE_COLUMN_ROWS = [
  ["1", "CÔNG TÁC TUYÊN TRUYỀN, VẬN ĐỘNG NHÂN DÂN TRÊN ĐỊA BÀN ĐẶC KHU"],
  [
    "1.1",
    "Xây dựng kế hoạch tuyên truyền, vận động ngư dân chấp hành quy định chống khai thác thủy sản bất hợp pháp theo Quyết định số 57-QĐ/TU của Tỉnh ủy",
    "Phòng Kinh tế",
    "Đồn Biên phòng; Các thôn, khu phố",
    "Quý I/2026",
  ],
  [
    "1.2",
    "Tổ chức hội nghị đối thoại giữa người đứng đầu với Nhân dân ở các thôn, khu phố",
    "Văn phòng HĐND và UBND",
    "",
    "Thường xuyên",
  ],
  [
    "1.3",
    "Rà soát, công khai thủ tục hành chính; niêm yết tại nơi tiếp nhận và trên trang thông tin điện tử của đặc khu để người dân dễ tra cứu.",
    "Trung tâm Phục vụ hành chính công",
    "Các phòng, đơn vị thuộc đặc khu",
    "Trước ngày 30/6/2026",
  ],
  [
    "1.4",
    "Sơ kết, tổng kết công tác dân vận; biểu dương tập thể, cá nhân có thành tích",
    "Phòng Văn hóa - Xã hội",
    "Các phòng, đơn vị thuộc đặc khu",
    "Tháng 11/2026",
  ],
];

describe("a table copied out of a PDF", () => {
  it("has its cells again, one visual line after the other", () => {
    expect(rowsOf(arrange(FIVE_COLUMNS))).toEqual(FIVE_COLUMN_ROWS);
  });

  it("has them too when every line is followed by a blank one", () => {
    expect(rowsOf(arrange(spacedOut(FIVE_COLUMNS)))).toEqual(FIVE_COLUMN_ROWS);
  });

  it("ends where the document goes on, and the heading of a section spans its columns", () => {
    const outline = arrange(FIVE_COLUMNS);
    expect(paragraphsOf(outline)).toEqual([
      "DANH MỤC",
      "Nhiệm vụ công tác dân vận năm 2026 của đặc khu Hòn Tre",
      "I. DANH MỤC NHIỆM VỤ",
      "II. TỔ CHỨC THỰC HIỆN",
      "1. Các đơn vị báo cáo kết quả về Phòng Văn hóa - Xã hội trước ngày 15/11/2026.",
    ]);
    const [header, section] = tableOf(outline).rows;
    expect(header?.header).toBe(true);
    expect(section?.cells.map(({ column, columns }) => [column, columns])).toEqual([
      [1, 1],
      [2, 4],
    ]);
  });

  it("is doubted more where lines could belong to two cells", () => {
    const doubts = tableOf(arrange(FIVE_COLUMNS)).rows.map(({ doubt }) => doubt ?? 0);
    for (const doubt of doubts) expect(doubt).toBeGreaterThanOrEqual(0);
    expect(tableOf(arrange(FIVE_COLUMNS)).certainty).toBeLessThan(1);
  });
});

describe("columns in another order", () => {
  /** Xã Bản Khoang, 2027: time before the units, a product; short rows stand on one line. */
  const TIME_FIRST = `STT Nội dung công việc Thời hạn Đơn vị thực hiện Sản phẩm
1 Ban hành kế hoạch dân vận chính quyền Tháng 01/2027 Văn phòng HĐND và UBND Kế hoạch của UBND xã
2 Tuyên truyền pháp luật về bình đẳng giới, phòng
chống tảo hôn ở các bản vùng cao
Thường xuyên Phòng Văn hóa - Xã hội Báo cáo kết quả
3 Đối thoại với người dân về giải phóng mặt bằng
tuyến đường liên bản
Quý II/2027 Phòng Kinh tế Hội nghị đối thoại`;

  it("are told by the header, and several cells of one line are cut apart", () => {
    expect(rowsOf(arrange(TIME_FIRST))).toEqual([
      [
        "1",
        "Ban hành kế hoạch dân vận chính quyền",
        "Tháng 01/2027",
        "Văn phòng HĐND và UBND",
        "Kế hoạch của UBND xã",
      ],
      [
        "2",
        "Tuyên truyền pháp luật về bình đẳng giới, phòng chống tảo hôn ở các bản vùng cao",
        "Thường xuyên",
        "Phòng Văn hóa - Xã hội",
        "Báo cáo kết quả",
      ],
      [
        "3",
        "Đối thoại với người dân về giải phóng mặt bằng tuyến đường liên bản",
        "Quý II/2027",
        "Phòng Kinh tế",
        "Hội nghị đối thoại",
      ],
    ]);
  });
});

describe("the prose around tables", () => {
  it("is joined over its lines, and numbers cut at a hyphen are whole", () => {
    const text = `Căn cứ Chỉ thị số 12-
CT/TU ngày 05/3/2026 của Ban Thường vụ Tỉnh ủy về công tác dân vận chính quyền các cấp;
1. Phòng Văn hóa -
Xã hội chủ trì theo dõi, đôn đốc các đơn vị thực hiện kế hoạch này trong cả năm 2026 và
tổng hợp kết quả gửi Ủy ban nhân dân xã.
- Thời gian thực hiện: thường xuyên.
- Cơ quan phối hợp: các thôn, các tổ chức chính trị - xã hội, lực lượng vũ trang trên địa
bàn xã và các đơn vị có liên quan.`;
    expect(paragraphsOf(arrange(text))).toEqual([
      "Căn cứ Chỉ thị số 12-CT/TU ngày 05/3/2026 của Ban Thường vụ Tỉnh ủy về công tác dân vận chính quyền các cấp;",
      "1. Phòng Văn hóa - Xã hội chủ trì theo dõi, đôn đốc các đơn vị thực hiện kế hoạch này trong cả năm 2026 và tổng hợp kết quả gửi Ủy ban nhân dân xã.",
      "- Thời gian thực hiện: thường xuyên.",
      "- Cơ quan phối hợp: các thôn, các tổ chức chính trị - xã hội, lực lượng vũ trang trên địa bàn xã và các đơn vị có liên quan.",
    ]);
  });
});

describe("hostile text", () => {
  it.each([
    ["one endless word", "a".repeat(100_000)],
    ["nothing but hyphens", "- ".repeat(50_000)],
    ["nothing but numbers", "1\n".repeat(20_000)],
    ["headers without end", "TT Nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Thời gian\n".repeat(2_000)],
    [
      "a row without end",
      `TT Nhiệm vụ Cơ quan chủ trì Thời gian\n1\n${"Phòng Kinh tế, Quý\n".repeat(8_000)}`,
    ],
    ["marks of emphasis", "*_`**|".repeat(15_000)],
  ])("returns on %s", (_, text) => {
    const lines = text.split("\n").length;
    for (const format of ["text", "markdown"] as const)
      for (const block of arrange(text, format).blocks) {
        expect(block.from).toBeGreaterThanOrEqual(1);
        expect(block.to).toBeLessThanOrEqual(lines);
      }
  });
});
