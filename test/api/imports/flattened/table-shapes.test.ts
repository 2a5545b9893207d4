import { describe, expect, it } from "vitest";
import { arrange, cellsOf, rowsOf, spacedOut, tableOf } from "./flattened-texts.ts";

describe("headers of other hands", () => {
  it.each([
    ["TT NHIỆM VỤ CQ CHỦ TRÌ CQ PHỐI HỢP THỜI GIAN", 5],
    ["Số\nTT\nNội dung công việc\nNgười/bộ phận\ntham mưu, thực\nhiện\nPhối hợp Thời gian", 5],
    ["TT Nội dung công việc Chủ trì Phối hợp Hoàn thành", 5],
    ["STT Nhiệm vụ\nPhân công thực hiện\nThời hạn\nChủ trì Phối hợp", 5],
    ["STT Nhiệm vụ Bộ phận, cá nhân phụ trách\nThời gian\nthực hiện", 4],
  ])("%s", (header, columns) => {
    const text = `${header}\n1\nTổ chức ngày hội đại đoàn kết ở\nkhu dân cư Bãi Sậy\nHội Nông dân xã\nTháng 11/2028`;
    expect(tableOf(arrange(text)).columns).toBe(columns);
  });

  it("keep a heading that no rule knows, as a column of its own", () => {
    const text = `TT Nhiệm vụ
Đơn vị chủ trì
Mức độ ưu tiên
Thời gian
1
Tổ chức ngày hội đại đoàn kết ở
khu dân cư Bãi Sậy
Hội Nông dân xã
Cao
Tháng 11/2028`;
    const [header, row] = tableOf(arrange(text)).rows.map(cellsOf);
    expect(header).toEqual(["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Mức độ ưu tiên", "Thời gian"]);
    expect(row).toEqual([
      "1",
      "Tổ chức ngày hội đại đoàn kết ở khu dân cư Bãi Sậy",
      "Hội Nông dân xã",
      "Cao",
      "Tháng 11/2028",
    ]);
  });

  it("are not made of a sentence that names tasks and units", () => {
    const text = `Nội dung, thời gian và phân công thực hiện theo Phụ lục kèm theo Kế hoạch
này.
1. Các đơn vị phối hợp chặt chẽ, báo cáo kết quả đúng thời hạn.`;
    expect(arrange(text).blocks.every(({ kind }) => kind === "paragraph")).toBe(true);
  });
});

/** Phường Bến Gỗ, 2028. */
const DITTOS = `STT Nội dung công việc
Cơ quan
chủ trì
Cơ quan phối
hợp
Thời hạn
1
Xây dựng kế hoạch cải cách hành
chính năm 2028 của phường
Văn phòng
HĐND&UBND
Các phòng, đơn
vị
Trước
31/01/2028
2
Công khai kết quả giải quyết hồ sơ
của tổ chức, cá nhân hằng tuần
-nt- -nt- -nt-
3
Khảo sát sự hài lòng của người dân
tại bộ phận một cửa của phường
-nt- UBMTTQVN
phường
Quý III/2028`;

describe("cells that point upward", () => {
  it("are cells each, several of them on one line too", () => {
    const rows = rowsOf(arrange(spacedOut(DITTOS)));
    expect(rows[1]?.slice(2)).toEqual(["-nt-", "-nt-", "-nt-"]);
    expect(rows[2]?.slice(2)).toEqual(["-nt-", "UBMTTQVN phường", "Quý III/2028"]);
  });
});

describe("persons in a column of their own", () => {
  const LEADERS = `TT Nhiệm vụ Sản phẩm
Lãnh đạo
phụ trách
Đơn vị chủ
trì
Thời gian
1
Xây dựng quy chế tiếp công dân của
Chủ tịch Ủy ban nhân dân xã
Quyết định
Chủ tịch
UBND xã
Văn phòng
HĐND và
UBND
Quý I/2029
2
Rà soát hộ nghèo, hộ cận nghèo để
hỗ trợ sửa chữa nhà ở trước Tết
Danh sách
PCT Lò Văn
Hặc
P. VHXH Tháng
12/2029`;

  it("take the office that belongs to their post, not the unit behind it", () => {
    expect(rowsOf(arrange(LEADERS)).map((row) => row.slice(2))).toEqual([
      ["Quyết định", "Chủ tịch UBND xã", "Văn phòng HĐND và UBND", "Quý I/2029"],
      ["Danh sách", "PCT Lò Văn Hặc", "P. VHXH", "Tháng 12/2029"],
    ]);
  });
});

describe("a name broken before its hyphen", () => {
  const text = (first: string, second: string) => `TT
Nhiệm vụ
Cơ quan tham mưu
Cơ quan phối hợp
1
Giải quyết tranh chấp đất đai tồn đọng
tại các buôn
${first}
${second}
Tư pháp - Hộ tịch
2
Công khai phương án bồi thường khi thu
hồi đất
${first}
${second}
3
Xét hộ nghèo, hộ cận nghèo của các buôn
vùng xa
Văn hóa - Xã hội
Các buôn`;

  it("goes on with what the unit sees to besides", () => {
    const rows = rowsOf(arrange(text("Địa chính - Xây dựng", "- Đô thị và Môi trường")));
    expect(rows.map((row) => row.slice(2))).toEqual([
      ["Địa chính - Xây dựng - Đô thị và Môi trường", "Tư pháp - Hộ tịch"],
      ["Địa chính - Xây dựng - Đô thị và Môi trường", ""],
      ["Văn hóa - Xã hội", "Các buôn"],
    ]);
  });
});
