import { describe, expect, it } from "vitest";
import { matchHeader } from "../../../../../api/imports/recognition/parts/match-header.ts";
import { splitHeader } from "../../../../../api/imports/recognition/parts/split-header.ts";

describe("the role of a column", () => {
  it.each([
    ["STT", "number"],
    ["Số\nTT", "number"],
    ["Nội dung công việc", "task"],
    ["Nhiệm vụ, giải pháp chủ yếu", "task"],
    ["Cơ quan, đơn vị chủ trì", "lead"],
    ["Đơn vị tham mưu", "lead"],
    ["Cơ quan phối hợp thực hiện", "coordinating"],
    ["Lộ trình", "time_frame"],
    ["Thời gian hoàn thành", "time_frame"],
    ["Sản phẩm/Kết quả", "product"],
    ["Lãnh đạo UBND xã phụ trách", "leader"],
    ["Ghi chú", "remarks"],
    ["Phân công thực hiện", null],
    ["Xã Bản Khoang", null],
  ])("%s", (heading, role) => {
    expect(matchHeader(heading)).toBe(role);
  });
});

describe("a header that lost its lines", () => {
  it("is cut at the names of its columns", () => {
    expect(splitHeader("TT Nhiệm vụ cụ thể Lộ trình thực hiện Cơ quan chủ trì Cơ quan phối hợp")).toEqual([
      { role: "number", text: "TT" },
      { role: "task", text: "Nhiệm vụ cụ thể" },
      { role: "time_frame", text: "Lộ trình thực hiện" },
      { role: "lead", text: "Cơ quan chủ trì" },
      { role: "coordinating", text: "Cơ quan phối hợp" },
    ]);
  });

  it("puts the names of a second row under the heading that spans them", () => {
    const roles = splitHeader(
      "STT Nội dung Phân công thực hiện Thời gian hoàn thành Sản phẩm Chủ trì Phối hợp",
    )?.map(({ role }) => role);
    expect(roles).toEqual(["number", "task", "lead", "coordinating", "time_frame", "product"]);
  });

  it("is none when a word belongs to no heading", () => {
    expect(splitHeader("Nhiệm vụ của Phòng Kinh tế")).toBeNull();
  });
});
