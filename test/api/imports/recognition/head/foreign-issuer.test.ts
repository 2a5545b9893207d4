import { describe, expect, it } from "vitest";
import { applyDecisions } from "../../../../../api/imports/apply-decisions.ts";
import { NO_DECISIONS } from "../../../../../api/imports/decision.ts";
import { foreignIssuers } from "../../../../../api/imports/recognition/head/foreign-issuer.ts";
import { recogniseCatalogue } from "../../../../../api/imports/recognition/recognise-catalogue.ts";
import { typedDocument } from "../typed-document.ts";

const PLAN = `^ỦY BAN NHÂN DÂN
^XÃ TÂN LẬP
Số: 15/KH-UBND
Tân Lập, ngày 05 tháng 01 năm 2026
^KẾ HOẠCH
^Công tác dân vận chính quyền năm 2026
^II. NHIỆM VỤ
| STT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian hoàn thành |
| 1 | Tiếp công dân định kỳ | UBND xã | Công an xã | Quý X/2026 |
`;
const draftFor = (organization: string | null) => {
  const reading = recogniseCatalogue(typedDocument(PLAN), { organization, units: [], groups: [] });
  return applyDecisions(reading, NO_DECISIONS);
};

describe("a document that another body issued", () => {
  it.each([
    "Ủy ban nhân dân xã Tân Lập",
    "UBND xã Tân Lập",
    "Uỷ ban nhân dân xã Tân lập, tỉnh Thái Nguyên",
    "Đảng ủy xã Tân Lập",
  ])("is not one where %s has it read", (organization) => {
    expect(foreignIssuers(draftFor(organization))).toEqual([]);
  });

  it("is not told where nobody asks for an office", () => {
    expect(foreignIssuers(draftFor(null))).toEqual([]);
  });

  it.each(["Ủy ban nhân dân xã Tân Lập Hạ", "Ủy ban nhân dân phường Tân Lập", "Ủy ban nhân dân xã Đông Sơn"])(
    "is told before every other doubt where %s has it read",
    (organization) => {
      const draft = draftFor(organization);
      expect(draft.doubts.length).toBeGreaterThan(1);
      expect(draft.doubts[0]).toMatchObject({
        key: "document.issuer",
        warnings: [{ code: "issuer-another-office", text: "Ủy ban nhân dân xã Tân Lập" }],
      });
      expect(draft.reading.tasks[0]?.lead_units).toEqual(["Ủy ban nhân dân xã Tân Lập"]);
    },
  );

  it("is no longer told once somebody has looked at it", () => {
    const reading = recogniseCatalogue(typedDocument(PLAN), {
      organization: "Ủy ban nhân dân xã Đông Sơn",
      units: [],
      groups: [],
    });
    expect(foreignIssuers(applyDecisions(reading, { ...NO_DECISIONS, restAccepted: true }))).toEqual([]);
  });
});
