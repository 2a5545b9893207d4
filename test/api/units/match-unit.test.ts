import { describe, expect, it } from "vitest";
import { matchUnit } from "../../../api/units/match-unit.ts";
import type { NamedUnit } from "../../../api/units/unit.ts";

const unit = (name: string, ...others: string[]): NamedUnit => ({
  kind: "unit",
  id: name,
  name,
  spellings: [name, ...others],
});
const units = [
  unit("Phòng Văn hóa - Xã hội", "VHXH"),
  unit("Phòng Kinh tế, Hạ tầng và Đô thị"),
  unit("Văn phòng HĐND và UBND", "Văn phòng", "VP HĐND&UBND"),
  unit("Văn phòng Đảng ủy", "Văn phòng"),
];

describe("a spelling means a unit", () => {
  it.each(["phong van hoa xa hoi", "Phòng Văn hóa–Xã hội", "PHÒNG VĂN HÓA - XÃ HỘI", "vhxh", " VHXH. "])(
    "%s",
    (spelling) => {
      expect(matchUnit(spelling, units)).toMatchObject({
        kind: "found",
        unit: { name: "Phòng Văn hóa - Xã hội" },
      });
    },
  );

  it("or several, and then it asks", () => {
    expect(matchUnit("văn phòng", units)).toMatchObject({
      kind: "ambiguous",
      candidates: [{ name: "Văn phòng HĐND và UBND" }, { name: "Văn phòng Đảng ủy" }],
    });
  });

  it("or none, and then it offers those that have all its words", () => {
    expect(matchUnit("kinh tế", units)).toMatchObject({
      kind: "unknown",
      close: [{ name: "Phòng Kinh tế, Hạ tầng và Đô thị" }],
    });
    expect(matchUnit("phòng tài chính", units)).toEqual({ kind: "unknown", close: [] });
    expect(matchUnit(" 😀 ", units)).toEqual({ kind: "unknown", close: [] });
  });
});
