import { describe, expect, it } from "vitest";
import {
  parseFieldLine,
  splitLabelledFields,
} from "../../../../../api/imports/recognition/tasks/split-labelled-fields.ts";

const said = (text: string) => parseFieldLine(text)?.map(({ role, value }) => [role, value]) ?? null;

describe("a labelled line under a task", () => {
  it.each([
    ["Cơ quan thực hiện: Phòng Kinh tế", "lead", "Phòng Kinh tế"],
    ["Đơn vị chủ trì, tham mưu: Văn phòng", "lead", "Văn phòng"],
    ["Các cơ quan, đơn vị phối hợp: các xóm.", "coordinating", "các xóm."],
    ["THỜI GIAN HOÀN THÀNH : Quý II/2026", "time_frame", "Quý II/2026"],
    ["Tiến độ thực hiện: trước 30/6", "time_frame", "trước 30/6"],
    ["Hình thức: tin, bài; hội nghị", "method", "tin, bài; hội nghị"],
    ["Sản phẩm: Kế hoạch của UBND xã", "product", "Kế hoạch của UBND xã"],
    ["Lãnh đạo phụ trách: đ/c Phó Chủ tịch", "leader", "đ/c Phó Chủ tịch"],
  ])("%s", (line, role, value) => {
    expect(said(line)).toEqual([[role, value]]);
  });

  it("holds several fields, and commas inside labels and names are no ends", () => {
    expect(
      said(
        "Cơ quan chủ trì: Phòng Kinh tế, Hạ tầng và Đô thị; cơ quan, đơn vị phối hợp: Công an xã; thời gian: tháng 5.",
      ),
    ).toEqual([
      ["lead", "Phòng Kinh tế, Hạ tầng và Đô thị"],
      ["coordinating", "Công an xã"],
      ["time_frame", "tháng 5."],
    ]);
  });

  it.each([
    "Phòng Văn hóa - Xã hội: chủ trì tham mưu kế hoạch",
    "Thực hiện phương châm: “Dân biết, dân bàn”",
    "Tổ chức các hoạt động sau đây:",
    "Phòng Kinh tế chủ trì, phối hợp với Công an xã",
  ])("%s is a task, not a field", (line) => {
    expect(parseFieldLine(line)).toBeNull();
  });

  it("finds the fields in a bracket behind a sentence", () => {
    expect(
      splitLabelledFields("Phát động thi đua (thời gian: hằng quý; đơn vị chủ trì: Hội Nông dân xã).").map(
        ({ role, value }) => [role, value],
      ),
    ).toEqual([
      ["time_frame", "hằng quý"],
      ["lead", "Hội Nông dân xã"],
    ]);
  });
});
