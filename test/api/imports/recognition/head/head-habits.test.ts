import { describe, expect, it } from "vitest";
import { NOBODY_KNOWN } from "../../../../../api/imports/known-names.ts";
import { recogniseHead } from "../../../../../api/imports/recognition/head/recognise-head.ts";
import { recogniseScope } from "../../../../../api/imports/recognition/head/recognise-scope.ts";
import { splitParts } from "../../../../../api/imports/recognition/parts/split-parts.ts";
import { typedDocument } from "../typed-document.ts";

const head = (under: string) => {
  const outline = typedDocument(`
    ỦY BAN NHÂN DÂN
    PHƯỜNG NHƠN BÌNH
    Số: 31/KH-UBND
    Nhơn Bình, ngày 18 tháng 8 năm 2025
    KẾ HOẠCH
    ${under}
    I. MỤC ĐÍCH, YÊU CẦU
    1. Nâng cao nhận thức của cán bộ.
    II. NỘI DUNG
    1. Đối thoại với Nhân dân.
  `);
  return recogniseHead(outline, splitParts(outline.blocks), NOBODY_KNOWN);
};
const BASIS =
  "Kế hoạch số 88/KH-UBND ngày 05/8/2025 của UBND tỉnh Gia Lai về công tác dân vận chính quyền năm 2025";
const ACTS = "UBND phường Nhơn Bình ban hành Kế hoạch như sau:";

describe("a title of loose lines", () => {
  it.each([
    [
      "ends before the bases, though it begins with the same words",
      `Thực hiện công tác dân vận chính quyền năm 2025\nTriển khai thực hiện ${BASIS}, ${ACTS}`,
      "Thực hiện công tác dân vận chính quyền năm 2025",
    ],
    [
      "ends before the bases that are joined to it",
      `Triển khai công tác dân vận chính quyền năm 2025 Thực hiện ${BASIS}, ${ACTS}`,
      "Triển khai công tác dân vận chính quyền năm 2025",
    ],
    [
      "ends before a visual line that breaks off in the bases",
      `Công tác dân vận chính quyền\nnăm 2025 trên địa bàn phường Nhơn Bình\nThực hiện Kế hoạch số 88/KH-UBND ngày 05/8/2025 của UBND tỉnh\nGia Lai về công tác dân vận chính quyền năm 2025, ${ACTS}`,
      "Công tác dân vận chính quyền năm 2025 trên địa bàn phường Nhơn Bình",
    ],
    [
      "ends before the aim of the bases",
      `Công tác dân vận của chính quyền năm 2025\nĐể triển khai thực hiện ${BASIS}, ${ACTS}`,
      "Công tác dân vận của chính quyền năm 2025",
    ],
    [
      "ends before a law that is joined to it",
      `Thực hiện dân chủ ở cơ sở năm 2025 Căn cứ Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15;\nCăn cứ ${BASIS};\n${ACTS}`,
      "Thực hiện dân chủ ở cơ sở năm 2025",
    ],
  ])("%s", (_name, under, title) => {
    const { document } = head(under);
    expect(document.title).toBe(title);
    expect(document.parent_documents).toMatchObject([{ number: "88/KH-UBND", date: "2025-08-05" }]);
  });

  it.each([
    "Triển khai thực hiện Kế hoạch số 88/KH-UBND ngày 05/8/2025 của UBND tỉnh Gia Lai",
    "Tổ chức thực hiện Kế hoạch số 88/KH-UBND ngày 05/8/2025 của UBND tỉnh Gia Lai",
  ])("may itself be to carry out a numbered plan: %s", (title) => {
    const { document } = head(`${title}\nUBND phường Nhơn Bình ban hành Kế hoạch như sau:`);
    expect(document.title).toBe(title);
    expect(document.parent_documents).toMatchObject([{ number: "88/KH-UBND" }]);
  });

  it("that says no first month begins with the month of its issue, and asks", () => {
    const { document, warnings } = head(
      `Công tác dân vận chính quyền các tháng cuối năm 2025\nCăn cứ ${BASIS};\n${ACTS}`,
    );
    expect(document.scope_period).toMatchObject({ start_on: "2025-08-01", end_on: "2025-12-31" });
    expect(warnings.map(({ code }) => code)).toContain("scope-unsure");
  });

  it("covers both periods that stand side by side", () => {
    const { document } = head(
      `Công tác dân vận chính quyền 5 tháng cuối năm 2025 và năm 2026\nThực hiện ${BASIS}, ${ACTS}`,
    );
    expect(document).toMatchObject({
      scope_years: [2025, 2026],
      scope_period: { start_on: "2025-08-01", end_on: "2026-12-31" },
    });
  });
});

describe("the span of time of a title", () => {
  it.each([
    ["quý IV năm 2025 và năm 2026", "2025-10-01", "2026-12-31"],
    ["từ tháng 8/2025 đến hết năm 2026", "2025-08-01", "2026-12-31"],
    ["từ tháng 9 năm 2025 đến tháng 6 năm 2026", "2025-09-01", "2026-06-30"],
    ["nhiệm kỳ 2025-2030", "2025-01-01", "2030-12-31"],
    ["6 tháng đầu năm 2026", "2026-01-01", "2026-06-30"],
    ["năm 2025 và 6 tháng đầu năm 2026", "2025-01-01", "2026-06-30"],
    ["các tháng cuối năm 2025 và năm 2026", "2025-01-01", "2026-12-31"],
    ["năm 2026, trọng tâm là cải cách hành chính", "2026-01-01", "2026-12-31"],
    ["giai đoạn 2021-2030 năm 2026", "2026-01-01", "2026-12-31"],
  ])("%s", (text, start, end) => {
    expect(recogniseScope(`Công tác dân vận chính quyền ${text}`)?.period).toMatchObject({
      start_on: start,
      end_on: end,
    });
  });
});
