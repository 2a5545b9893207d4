import { describe, expect, it } from "vitest";
import { arrange, paragraphsOf, rowsOf, tableOf } from "./flattened-texts.ts";

describe("a plan kept as Markdown", () => {
  const PLAN = `**KẾ HOẠCH**  
**Công tác dân vận năm 2025 của xã Mường Cai**

## **II. NỘI DUNG**

- Thực hiện phong trào “*Dân vận khéo*” ở các bản**

- Phối hợp góp ý theo Quy định *của cấp ủy, tổ chức*

*đảng về tiếp thu ý kiến Nhân dân.*

Đoạn không có gạch đầu dòng.

1. Văn phòng tổng hợp,
báo cáo.

| TT | Nhiệm vụ | Chủ trì |
|----|:--------|---|
| 1 | Tập huấn<br>cán bộ | **Phòng Kinh tế** |
`;

  it("loses its marks and keeps its items", () => {
    expect(paragraphsOf(arrange(PLAN, "markdown"))).toEqual([
      "KẾ HOẠCH",
      "Công tác dân vận năm 2025 của xã Mường Cai",
      "II. NỘI DUNG",
      "Thực hiện phong trào “Dân vận khéo” ở các bản",
      "Phối hợp góp ý theo Quy định của cấp ủy, tổ chức đảng về tiếp thu ý kiến Nhân dân.",
      "Đoạn không có gạch đầu dòng.",
      "1. Văn phòng tổng hợp, báo cáo.",
    ]);
  });

  it("draws its bullets as labels and gives the level of headings", () => {
    const paragraphs = arrange(PLAN, "markdown").blocks.filter((block) => block.kind === "paragraph");
    expect(paragraphs[2]).toMatchObject({ heading: 2, bold: true, label: null });
    expect(paragraphs[3]).toMatchObject({ heading: null, label: "-" });
  });

  it("has true tables", () => {
    const outline = arrange(PLAN, "markdown");
    expect(tableOf(outline).certainty).toBe(1);
    expect(rowsOf(outline)).toEqual([["1", "Tập huấn cán bộ", "Phòng Kinh tế"]]);
  });
});
