import { describe, expect, it } from "vitest";
import { arrange, paragraphsOf, rowsOf, spacedOut, tableOf } from "./flattened-texts.ts";

/** Xã Nậm Lúc, 2027: what each form below was copied from. */
const ROWS = [
  ["I", "Công tác tuyên truyền"],
  [
    "1",
    "Phát thanh tin, bài về phòng, chống cháy rừng mùa khô tại các thôn vùng cao",
    "Trung tâm Dịch vụ tổng hợp",
    "Hạt Kiểm lâm; các thôn",
    "Quý I/2027",
  ],
  [
    "2",
    "Vận động các hộ tham gia bảo hiểm y tế tự nguyện",
    "Phòng Văn hóa - Xã hội",
    "- Trạm Y tế - Các thôn",
    "Thường xuyên",
  ],
  [
    "3",
    "Đối thoại giữa Chủ tịch UBND xã với thanh niên",
    "Văn phòng HĐND - UBND xã",
    "",
    "Trước ngày 26/3/2027",
  ],
];

describe("cells apart by tabs", () => {
  const TABBED = `DANH MỤC NHIỆM VỤ
STT\tNội dung công việc\tPhân công thực hiện\tThời hạn
\t\tChủ trì\tPhối hợp\t
I. Công tác tuyên truyền
1\tPhát thanh tin, bài về phòng, chống cháy rừng mùa khô tại các thôn vùng cao\tTrung tâm Dịch vụ tổng hợp\tHạt Kiểm lâm; các thôn\tQuý I/2027
2\tVận động các hộ tham gia bảo hiểm y tế tự nguyện\tPhòng Văn hóa - Xã hội\t- Trạm Y tế
- Các thôn\tThường xuyên
3\tĐối thoại giữa Chủ tịch UBND xã với thanh niên\tVăn phòng HĐND - UBND xã\t\tTrước ngày 26/3/2027
Các đơn vị báo cáo kết quả về Văn phòng HĐND - UBND xã trước ngày 30/11/2027 để tổng hợp.`;

  it("are the cells of the table, a cell of several lines too", () => {
    const [heading, ...rows] = rowsOf(arrange(TABBED));
    expect(heading).toEqual(["I. Công tác tuyên truyền"]);
    expect(rows).toEqual(ROWS.slice(1));
  });

  it("leave what stands under the table to the document", () => {
    expect(paragraphsOf(arrange(TABBED)).at(-1)).toMatch(/^Các đơn vị báo cáo kết quả/);
  });

  it("are doubted where a row has too few of them", () => {
    const short =
      "TT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời gian\n1\tTrồng cây đầu xuân\tĐoàn xã\tTháng 2/2027\n";
    expect(tableOf(arrange(short)).rows[1]?.doubt).toBeGreaterThan(0.2);
  });
});

describe("columns side by side", () => {
  const LAID_OUT = `                      Cơ quan             Cơ quan          Thời gian
TT      Nội dung
                      chủ trì             phối hợp         thực hiện
 I   Công tác tuyên truyền
     Phát thanh tin, bài về
     phòng, chống cháy        Trung tâm        Hạt Kiểm lâm;
1                                                               Quý I/2027
     rừng mùa khô tại các     Dịch vụ tổng hợp các thôn
     thôn vùng cao
     Vận động các hộ tham     Phòng Văn hóa    - Trạm Y tế        Thường
2    gia bảo hiểm y tế
     tự nguyện                - Xã hội         - Các thôn         xuyên
     Đối thoại giữa Chủ       Văn phòng
                                                               Trước ngày
3    tịch UBND xã với         HĐND - UBND
                                                               26/3/2027
     thanh niên               xã
`;

  it("are told by the gaps between them, though the headings stand elsewhere", () => {
    expect(rowsOf(arrange(LAID_OUT)).map((row) => row.filter((cell, at) => at < 2 || cell !== ""))).toEqual(
      ROWS.map((row) => row.filter((cell, at) => at < 2 || cell !== "")),
    );
  });
});

describe("one cell a line", () => {
  const CELLS = `STT
Nội dung công việc
Cơ quan chủ trì
Cơ quan phối hợp
Thời gian
I
Công tác tuyên truyền
1
Phát thanh tin, bài về phòng, chống cháy rừng mùa khô tại các thôn vùng cao
Trung tâm Dịch vụ tổng hợp
Hạt Kiểm lâm; các thôn
Quý I/2027
2
Vận động các hộ tham gia bảo hiểm y tế tự nguyện
Phòng Văn hóa - Xã hội
- Trạm Y tế
- Các thôn
Thường xuyên
3
Đối thoại giữa Chủ tịch UBND xã với thanh niên
Văn phòng HĐND - UBND xã
Trước ngày 26/3/2027`;

  it.each([
    ["line under line", CELLS],
    ["with a blank line after each", spacedOut(CELLS)],
  ])("%s: nothing of one cell goes to the next", (_, text) => {
    const [heading, ...rows] = rowsOf(arrange(text));
    expect(heading?.filter((cell) => cell !== "")).toEqual(ROWS[0]);
    expect(rows).toEqual(ROWS.slice(1));
  });
});
