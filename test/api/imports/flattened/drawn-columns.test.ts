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

/** Phường Nhơn Thạnh, 2030: full lines leave one space before the next cell. */
const CLOSE = `TT         Nội dung nhiệm vụ          Đơn vị chủ trì     Đơn vị phối hợp     Thời gian
 1    Rà soát bảng niêm yết thủ       Trung tâm Phục     Các khu phố         Tháng 2/2030
      tục tại bộ phận một cửa         vụ hành chính
                                      công
 2    Vận động hộ kinh doanh nộp phí Phòng Kinh tế       Công an phường      Tháng 3/2030
      vệ sinh đúng hạn
 3    Đo sự hài lòng của người nộp Trung tâm Phục        Phòng Kinh tế       Tháng 4/2030
      hồ sơ tại các khu phố xa     vụ hành chính
                                   công
 4    Tuần tra ban đêm tại chợ và     Công an phường     Các khu phố         Tháng 5/2030
      bến thuyền
 5    Tổ chức chợ phiên cuối tuần,    Phòng Kinh tế      Công an phường      Tháng 6/2030
      hướng dẫn tiểu thương`;

describe("a full line one space before its neighbour", () => {
  it("is cut where the other lines say that the next column begins, and the row is doubted", () => {
    const table = tableOf(arrange(CLOSE));
    expect(rowsOf(arrange(CLOSE)).map(([, title, lead]) => [title, lead])).toEqual([
      ["Rà soát bảng niêm yết thủ tục tại bộ phận một cửa", "Trung tâm Phục vụ hành chính công"],
      ["Vận động hộ kinh doanh nộp phí vệ sinh đúng hạn", "Phòng Kinh tế"],
      ["Đo sự hài lòng của người nộp hồ sơ tại các khu phố xa", "Trung tâm Phục vụ hành chính công"],
      ["Tuần tra ban đêm tại chợ và bến thuyền", "Công an phường"],
      ["Tổ chức chợ phiên cuối tuần, hướng dẫn tiểu thương", "Phòng Kinh tế"],
    ]);
    const doubts = table.rows.filter(({ header }) => !header).map(({ doubt }) => (doubt ?? 0) > 0.2);
    expect(doubts).toEqual([false, true, true, false, false]);
  });

  it("loses no row of which the next page holds the rest, nor one that looks like the note under the page", () => {
    const text = `TT         Nội dung nhiệm vụ          Đơn vị chủ trì     Đơn vị phối hợp     Thời gian
 1    Thăm hỏi gia đình chính sách1   Phòng Kinh tế      Các khu phố         Tháng 7/2030
 2    Dọn vệ sinh bến thuyền          Công an phường     Các khu phố         Tháng 8/2030
 3    Khám sức khỏe cho người cao     Trạm Y tế          Các khu phố         Tháng 9/2030

1 Theo danh sách của phường, gồm người có công, thân nhân liệt sĩ và người hưởng trợ cấp hằng tháng.
\f                                        5
TT         Nội dung nhiệm vụ          Đơn vị chủ trì     Đơn vị phối hợp     Thời gian
      tuổi                            phường
 4    Sơ kết công tác dân vận         Phòng Kinh tế      Công an phường      Tháng 10/2030`;
    expect(rowsOf(arrange(text)).map(([number, title, lead]) => [number, title, lead])).toEqual([
      ["1", "Thăm hỏi gia đình chính sách", "Phòng Kinh tế"],
      ["2", "Dọn vệ sinh bến thuyền", "Công an phường"],
      ["3", "Khám sức khỏe cho người cao tuổi", "Trạm Y tế phường"],
      ["4", "Sơ kết công tác dân vận", "Phòng Kinh tế"],
    ]);
    expect(arrange(text).footnotes.map(({ text: note }) => note)).toEqual([
      "Theo danh sách của phường, gồm người có công, thân nhân liệt sĩ và người hưởng trợ cấp hằng tháng.",
    ]);
  });
});
