import { describe, expect, it } from "vitest";
import {
  parseItemNumber,
  splitItemNumber,
} from "../../../../../api/imports/recognition/parts/parse-item-number.ts";

describe("a cell of the number column", () => {
  it.each([
    ["1", "arabic", [1], "1"],
    ["1.10.", "arabic", [1, 10], "1.10"],
    ["(2)", "arabic", [2], "2"],
    ["IV.", "roman", [4], "IV"],
    ["A", "capital", [1], "A"],
    ["đ)", "letter", [5], "đ"],
    ["3.5.a", "letter", [3, 5, 1], "3.5.a"],
    ["3.5b)", "letter", [3, 5, 2], "3.5b"],
    ["Nhiệm vụ 3:", "arabic", [3], "3"],
    ["–", "bullet", [], "-"],
  ])("reads %s", (cell, style, path, printed) => {
    expect(parseItemNumber(cell)).toMatchObject({ style, path, printed });
  });

  it.each(["2026", "15/6/2026", "Phòng Kinh tế", "100%", "1.500", "", "Ghi chú"])(
    "does not take %s for a number",
    (cell) => {
      expect(parseItemNumber(cell)).toBeNull();
    },
  );

  it("keeps d and đ apart, also where đ comes as d with a stroke of its own", () => {
    expect(parseItemNumber("d")?.path).not.toEqual(parseItemNumber("đ")?.path);
    expect(parseItemNumber("đ".normalize("NFD"))?.path).toEqual(parseItemNumber("đ")?.path);
  });
});

describe("a number at the start of a paragraph", () => {
  it.each([
    ["1. Tuyên truyền pháp luật", "1", "Tuyên truyền pháp luật"],
    ["1.2 Tuyên truyền pháp luật", "1.2", "Tuyên truyền pháp luật"],
    ["b)Tổ chức hội nghị", "b", "Tổ chức hội nghị"],
    ["II- NỘI DUNG", null, null],
    ["2 CÔNG TÁC DÂN CHỦ CƠ SỞ", "2", "CÔNG TÁC DÂN CHỦ CƠ SỞ"],
    ["- Công khai ngân sách", "-", "Công khai ngân sách"],
    ["+ Cơ quan chủ trì: Văn phòng", "+", "Cơ quan chủ trì: Văn phòng"],
    ["• Công khai ngân sách", "•", "Công khai ngân sách"],
    ["Nhiệm vụ 2: Rà soát thủ tục", "2", "Rà soát thủ tục"],
    ["Phần II. Giải pháp", "II", "Giải pháp"],
  ])("splits %s", (text, printed, rest) => {
    const split = splitItemNumber(text);
    expect(split === null ? null : split.number.printed).toBe(printed);
    expect(split?.rest ?? null).toBe(rest);
  });

  it.each([
    "100% hộ nghèo được thăm hỏi",
    "1.500 hộ dân tham gia",
    "15.000 lượt người",
    "06 tháng đầu năm tổ chức sơ kết",
    "30/4 và 1/5 treo cờ",
    "2026 là năm cuối nhiệm kỳ",
    "Tổ chức hội nghị",
  ])("sees none in: %s", (text) => {
    expect(splitItemNumber(text)).toBeNull();
  });
});
