import { describe, expect, it } from "vitest";
import { parseBracketedFields } from "../../../../../api/imports/recognition/tasks/parse-bracketed-fields.ts";

describe("the bracket that ends a task", () => {
  it.each([
    [
      "Sửa chữa nhà văn hóa ấp (Phòng Kinh tế chủ trì, phối hợp với Công an xã; hoàn thành trước ngày 30/8/2026).",
      { lead: "Phòng Kinh tế", coordinating: "Công an xã", time_frame: "hoàn thành trước ngày 30/8/2026" },
    ],
    [
      "Cấp đổi giấy tờ (Công an xã chủ trì, Phòng Nội vụ, các ấp phối hợp; thực hiện thường xuyên)",
      { lead: "Công an xã", coordinating: "Phòng Nội vụ, các ấp", time_frame: "thường xuyên" },
    ],
    ["Gặp mặt người cao tuổi (tháng 10/2026).", { time_frame: "tháng 10/2026" }],
    ["Đối thoại với thanh niên (Đoàn Thanh niên phối hợp)", { coordinating: "Đoàn Thanh niên" }],
  ])("says who and when: %s", (title, fields) => {
    const found = parseBracketedFields(title);
    expect({ ...found, coordinating: found.coordinating?.replace(/ phối hợp$/, "") }).toEqual({
      coordinating: undefined,
      ...fields,
    });
  });

  it.each([
    "Kỷ niệm ngày Dân vận (15/10)",
    "Thực hiện chương trình mục tiêu quốc gia (giai đoạn 2026 - 2030)",
    "Nâng cao chỉ số hài lòng của người dân (SIPAS)",
    "Thực hiện phong trào (tháng hành động vì trẻ em)",
    "Phối hợp kiểm tra (Phòng Kinh tế là thành viên) các chợ.",
    "Giải quyết hồ sơ (127 hồ sơ)",
  ])("explains something else: %s", (title) => {
    expect(parseBracketedFields(title)).toEqual({});
  });

  it("is looked for at the end alone, whatever the length", () => {
    expect(parseBracketedFields("(".repeat(100_000))).toEqual({});
    expect(parseBracketedFields(`${"việc ".repeat(20_000)}(tháng 10/2026)`)).toEqual({
      time_frame: "tháng 10/2026",
    });
  });
});
