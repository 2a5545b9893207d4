import { describe, expect, it } from "vitest";
import {
  leavesFigures,
  recogniseTargets,
} from "../../../../../api/imports/recognition/tasks/recognise-targets.ts";

const figures = (title: string) =>
  recogniseTargets(title, 2026).map(({ value, unit, by }) => [
    value,
    unit,
    ...(by === undefined ? [] : [by]),
  ]);

describe("figures that a task's sentence aims at", () => {
  it.each([
    ["Bảo đảm 100% đơn thư được giải quyết đúng hạn", [[100, "%"]]],
    ["Giải quyết dứt điểm 95 % kiến nghị của cử tri", [[95, "%"]]],
    ["Tỷ lệ hài lòng đạt ≥ 90%", [[90, "%"]]],
    ["Xây dựng từ 1-2 mô hình “Dân vận khéo”", [["1-2", "mô hình"]]],
    ["Tổ chức ít nhất 02 hội nghị đối thoại", [[2, "hội nghị"]]],
    ["Phấn đấu từ 80% trở lên hồ sơ nộp trực tuyến", [[80, "%"]]],
    ["Cứng hóa 5,5 km đường thôn", [[5.5, "km"]]],
    ["Sửa đổi quy ước, phấn đấu 12/12 khu phố hoàn thành", [["12/12", "khu phố"]]],
    ["Phấn đấu 7/9 thôn đạt chuẩn văn hóa", [["7/9", "thôn"]]],
    ["Hưởng ứng Ngày Chuyển đổi số 10/10 tổ chức tuyên truyền", []],
    ["Xong trước ngày 15/10 thôn nào cũng có tổ công nghệ số", []],
    ["Mở mỗi năm 01 lớp tập huấn", [[1, "lớp tập huấn"]]],
    ["Vận động 1.500 hộ gia đình ký cam kết", [[1500, "hộ gia đình"]]],
    ["Trao 40 suất học bổng cho học sinh nghèo", [[40, "suất học bổng"]]],
    ["Huy động 250 ngày công nạo vét kênh", [[250, "ngày công"]]],
    [
      "Kiểm tra tại 05 ấp và 03 trường học",
      [
        [5, "ấp"],
        [3, "trường học"],
      ],
    ],
    [
      "Đề nghị khen thưởng 04 tập thể, 12 cá nhân",
      [
        [4, "tập thể"],
        [12, "cá nhân"],
      ],
    ],
    ["Phấn đấu đến hết năm 2027, xã đạt chuẩn “Chính quyền thân thiện”", [[null, null, "2027-12-31"]]],
  ])("%s", (title, expected) => {
    expect(figures(title)).toEqual(expected);
  });

  it("tells two aims of one bracket apart, and fills the year of the second", () => {
    expect(
      figures("Xây dựng mô hình (phấn đấu duy trì 100% mô hình cũ, xây dựng mới từ 2-3 mô hình trong năm)"),
    ).toEqual([
      [100, "%"],
      ["2-3", "mô hình", "2026-12-31"],
    ]);
  });

  it.each([
    "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024",
    "Triển khai Điều 15 Luật Thực hiện dân chủ ở cơ sở",
    "Sơ kết 06 tháng đầu năm, tổng kết năm 2026",
    "Chương trình cải cách hành chính giai đoạn 2021 - 2030",
    "Báo cáo 01 năm thực hiện Quyết định số 217-QĐ/TW",
    "Kiện toàn Ban Công tác Mặt trận Khu phố 5",
    "Học tập theo chuyên đề năm 2026",
  ])("none in: %s", (title) => {
    expect(figures(title)).toEqual([]);
  });
});

describe("figures that no rule took for an aim", () => {
  it.each(["Trồng 300 gốc sim ven đường", "Trao 15 chiếc xe đạp và 20 suất quà"])("are told: %s", (title) => {
    expect(leavesFigures(title)).toBe(true);
  });

  it.each([
    "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024",
    "Vận hành chính quyền địa phương 2 cấp",
    "Sơ kết 06 tháng đầu năm, tổng kết năm 2026",
    "Bảo đảm 100% đơn thư được giải quyết đúng hạn",
    "Trồng 2.000 cây xanh",
  ])("are none in: %s", (title) => {
    expect(leavesFigures(title)).toBe(false);
  });
});
