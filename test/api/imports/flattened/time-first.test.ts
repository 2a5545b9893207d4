import { describe, expect, it } from "vitest";
import { arrange, rowsOf, spacedOut } from "./flattened-texts.ts";

/** Xã Tân Phong, 2031: a quarter stands before the first of the tasks that are due in it. */
const BY_QUARTER = `KẾ HOẠCH
Công tác dân vận năm 2031
Thời gian
STT
Nội dung công việc
Chủ trì thực hiện
Phối hợp
Quý I
1
Ban hành kế hoạch dân vận
năm 2031
Văn phòng HĐND và
UBND
Các thôn
2
Ra quân trồng cây ven đường liên
thôn
Phòng Kinh tế
Hội Nông dân xã
Quý II
3
Khảo sát sự hài lòng của người dân đợt
1
Trung tâm Phục vụ
hành chính công
4
Ký cam kết với hộ nuôi tôm về không
1
Thời gian
STT
Nội dung công việc
Chủ trì thực hiện
Phối hợp
xả thải ra rạch
Công an xã
Các thôn
Thường xuyên
5
Nắm tình hình Nhân dân tại các thôn
ven biển
Công an xã
Các thôn`;

const EXPECTED = [
  ["Quý I", "1", "Ban hành kế hoạch dân vận năm 2031", "Văn phòng HĐND và UBND", "Các thôn"],
  ["Quý I", "2", "Ra quân trồng cây ven đường liên thôn", "Phòng Kinh tế", "Hội Nông dân xã"],
  ["Quý II", "3", "Khảo sát sự hài lòng của người dân đợt 1", "Trung tâm Phục vụ hành chính công", ""],
  ["Quý II", "4", "Ký cam kết với hộ nuôi tôm về không xả thải ra rạch", "Công an xã", "Các thôn"],
  ["Thường xuyên", "5", "Nắm tình hình Nhân dân tại các thôn ven biển", "Công an xã", "Các thôn"],
];

describe("the time in the first column", () => {
  it.each([
    ["line under line", BY_QUARTER],
    ["with a blank line after every line", spacedOut(BY_QUARTER)],
    [
      "with the first cells of a row in one line",
      BY_QUARTER.replaceAll("Thời gian\nSTT\n", "Thời gian STT ").replaceAll(
        /^(Quý II?|Thường xuyên)\n(\d)\n/gmu,
        "$1 $2 ",
      ),
    ],
  ])("holds for all rows down to the next time, over a page's end too: %s", (_, text) => {
    expect(rowsOf(arrange(text))).toEqual(EXPECTED);
  });

  it("holds for no heading, and not behind one", () => {
    const text = `Thời gian\tSTT\tNội dung công việc\tChủ trì\tPhối hợp
Quý I\t1\tTrồng cây đầu xuân tại các thôn\tPhòng Kinh tế\tCác thôn
\t2\tThăm hộ nghèo dịp Tết cổ truyền\tCông an xã\tCác thôn
\tII\tCông tác tổng kết\t\t
\t3\tTổng kết phong trào dân vận khéo\tPhòng Kinh tế\tCác thôn`;
    expect(rowsOf(arrange(text)).map(([time, number]) => [time, number])).toEqual([
      ["Quý I", "1"],
      ["Quý I", "2"],
      ["", "II"],
      ["", "3"],
    ]);
  });
});
