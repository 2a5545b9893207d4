import { describe, expect, it } from "vitest";
import { splitParts } from "../../../../../api/imports/recognition/parts/split-parts.ts";
import {
  isReportDuty,
  isReportHeading,
} from "../../../../../api/imports/recognition/reporting/judge-report-duty.ts";
import { typedDocument } from "../typed-document.ts";

describe("a duty to report", () => {
  it.each([
    "Các phòng, ban, đơn vị báo cáo kết quả thực hiện về UBND xã (qua Phòng Nội vụ) trước ngày 12/9/2026.",
    "Yêu cầu các thôn, ấp nghiêm túc triển khai thực hiện và báo cáo về Văn phòng UBND trước ngày 05/6.",
    "Thủ trưởng các cơ quan, đơn vị định kỳ hằng quý báo cáo kết quả gửi Phòng Nội vụ.",
  ])("is told from a task: %s", (text) => {
    expect(isReportDuty(text)).toBe(true);
  });

  it.each([
    "Các thôn xây dựng hương ước, quy ước; báo cáo kết quả về UBND xã trước ngày 15/3/2026.",
    "Các trường học tổ chức hội thi, báo cáo kết quả về Phòng Nội vụ trước ngày 15/3/2026.",
    "Báo cáo kết quả công tác dân vận năm 2026 trước ngày 15/11/2026.",
    "Các phòng, ban, đơn vị báo cáo viên pháp luật.",
  ])("has no work of its own before that word: %s", (text) => {
    expect(isReportDuty(text)).toBe(false);
  });

  it("may have a heading of its own", () => {
    expect(isReportHeading("Chế độ thông tin, báo cáo")).toBe(true);
    expect(isReportHeading("Báo cáo chuyên đề về công tác dân vận")).toBe(false);
  });
});

describe("a report duty among tasks", () => {
  const words = (text: string) => {
    const { catalogues, organisation } = splitParts(typedDocument(text).blocks);
    const said = (blocks: (typeof catalogues)[number]["blocks"]) =>
      blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
    return { tasks: catalogues.flatMap(({ blocks }) => said(blocks)), organisation: said(organisation) };
  };

  it("goes to the organisation with what stands under it; the tasks after it stay tasks", () => {
    const { tasks, organisation } = words(`
      ^KẾ HOẠCH
      ^Công tác dân vận năm 2026
      Ủy ban nhân dân xã ban hành Kế hoạch như sau:
      ^I. NHIỆM VỤ
      1. Tuyên truyền pháp luật trong Nhân dân.
      2. Chế độ báo cáo
      - Đợt 1: trước ngày 10/6/2026;
      - Đợt 2: trước ngày 10/12/2026.
      3. Tiếp công dân định kỳ tại trụ sở.
      ^II. TỔ CHỨC THỰC HIỆN
      1. Văn phòng theo dõi, đôn đốc.
    `);
    expect(tasks).toEqual([
      "1. Tuyên truyền pháp luật trong Nhân dân.",
      "3. Tiếp công dân định kỳ tại trụ sở.",
    ]);
    expect(organisation).toEqual([
      "2. Chế độ báo cáo",
      "- Đợt 1: trước ngày 10/6/2026;",
      "- Đợt 2: trước ngày 10/12/2026.",
      "II. TỔ CHỨC THỰC HIỆN",
      "1. Văn phòng theo dõi, đôn đốc.",
    ]);
  });

  it("does not take the next heading with it when it is a bullet", () => {
    const { tasks, organisation } = words(`
      ^KẾ HOẠCH
      ^Công tác dân vận năm 2026
      Ủy ban nhân dân xã ban hành Kế hoạch như sau:
      ^I. NHIỆM VỤ
      1. Tuyên truyền
      - Biên soạn tài liệu hỏi đáp pháp luật.
      - Các ấp báo cáo kết quả về UBND xã trước ngày 20 hằng tháng.
      2. Tiếp công dân
      - Bố trí phòng tiếp công dân.
    `);
    expect(organisation).toEqual(["- Các ấp báo cáo kết quả về UBND xã trước ngày 20 hằng tháng."]);
    expect(tasks).toHaveLength(4);
  });
});
