import { describe, expect, it } from "vitest";
import { DOUBTFUL } from "../../../../../api/imports/reading.ts";
import { resolveUnitRoles } from "../../../../../api/imports/recognition/units/resolve-unit-roles.ts";

const side = (...units: readonly (readonly [string, string?])[]) => ({
  units: units.map(([unit]) => unit),
  roles: units.flatMap(([unit, role]) => (role === undefined ? [] : [{ unit, role }])),
  confidence: 0.95,
});

describe("what a cell says against its column", () => {
  it("moves who is asked to coordinate out of the lead cell, less surely", () => {
    const { leading, helping } = resolveUnitRoles(
      side(["Phòng Nội vụ"], ["Hội Nông dân", "đề nghị phối hợp thực hiện"]),
      side(["Công an xã"]),
    );
    expect(leading.units).toEqual(["Phòng Nội vụ"]);
    expect(helping.units).toEqual(["Công an xã", "Hội Nông dân"]);
    expect(helping.roles).toEqual([{ unit: "Hội Nông dân", role: "đề nghị phối hợp thực hiện" }]);
    expect(Math.max(leading.confidence, helping.confidence)).toBeLessThan(DOUBTFUL);
  });

  it("moves who leads out of the coordinating cell", () => {
    const { leading, helping } = resolveUnitRoles(
      side(["Phòng Nội vụ"]),
      side(["Công an xã", "chủ trì nội dung về an ninh"], ["Trạm Y tế"]),
    );
    expect(leading.units).toEqual(["Phòng Nội vụ", "Công an xã"]);
    expect(helping.units).toEqual(["Trạm Y tế"]);
  });

  it("leaves in the coordinating cell who leads one part of the coordinating that the cell shares out", () => {
    const lead = side(["Phòng Nội vụ"]);
    const { leading, helping } = resolveUnitRoles(
      lead,
      side(["Ban Tuyên giáo", "chủ trì nội dung"], ["Đoàn Thanh niên xã", "phối hợp tổ chức"]),
    );
    expect(leading).toBe(lead);
    expect(helping.units).toEqual(["Ban Tuyên giáo", "Đoàn Thanh niên xã"]);
    expect(helping.roles.map(({ role }) => role)).toEqual(["chủ trì nội dung", "phối hợp tổ chức"]);
    expect(helping.confidence).toBeLessThan(DOUBTFUL);
  });

  it("never empties a cell: then the column holds, and a person is asked", () => {
    const { leading, helping } = resolveUnitRoles(side(["Hội Nông dân", "phối hợp"]), side());
    expect(leading.units).toEqual(["Hội Nông dân"]);
    expect(helping.units).toEqual([]);
    expect(leading.confidence).toBeLessThan(DOUBTFUL);
  });

  it("leaves alone what says both, and what says neither", () => {
    const lead = side(["Phòng Nội vụ", "chủ trì, phối hợp"], ["Công an xã", "tổng hợp, theo dõi chung"]);
    expect(resolveUnitRoles(lead, side(["Trạm Y tế"])).leading).toBe(lead);
  });
});
