import { describe, expect, it } from "vitest";
import { plainParagraph } from "../../../../../api/imports/readers/shape-paragraph.ts";
import { divideJoinedTitle } from "../../../../../api/imports/recognition/parts/divide-joined-title.ts";

const divided = (text: string) =>
  divideJoinedTitle(plainParagraph(text, 3)).map((block) => (block.kind === "paragraph" ? block.text : ""));

describe("a title to which a reader has joined what stands under it", () => {
  it("is parted from the bracket that says which document it belongs to", () => {
    expect(divided("Nhiệm vụ dân vận năm 2026 của xã Phú Mỹ (Kèm theo Quyết định số 7/QĐ-UBND)")).toEqual([
      "Nhiệm vụ dân vận năm 2026 của xã Phú Mỹ",
      "(Kèm theo Quyết định số 7/QĐ-UBND)",
    ]);
  });

  it("is parted from the basis that opens the text", () => {
    expect(divided("Công tác dân vận năm 2026 Thực hiện Kế hoạch số 9/KH-UBND ngày 05/01/2026")).toEqual([
      "Công tác dân vận năm 2026",
      "Thực hiện Kế hoạch số 9/KH-UBND ngày 05/01/2026",
    ]);
  });

  it.each([
    "Điều 1. Ban hành Danh mục nhiệm vụ (kèm theo Quyết định này) và giao các phòng thực hiện.",
    "Ban hành Danh mục nhiệm vụ. (Kèm theo Quyết định số 7/QĐ-UBND)",
    "Căn cứ Luật Tổ chức chính quyền địa phương; Thực hiện Kế hoạch số 9/KH-UBND",
    "(Kèm theo Quyết định số 7/QĐ-UBND ngày 05/01/2026)",
  ])("stays whole where it is none: %s", (text) => {
    expect(divided(text)).toEqual([text]);
  });
});
