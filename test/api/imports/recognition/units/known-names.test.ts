import { describe, expect, it } from "vitest";
import type { KnownNames } from "../../../../../api/imports/known-names.ts";
import { learnUnits } from "../../../../../api/imports/recognition/units/collect-unit-names.ts";
import { readUnitCell } from "../../../../../api/imports/recognition/units/parse-unit-cell.ts";

const OWN = "Ủy ban nhân dân phường Bến Lức";
const known = (...units: readonly (readonly [name: string, ...spellings: string[]])[]): KnownNames => ({
  organization: OWN,
  units: units.map(([name, ...spellings]) => ({ name, kind: "other", spellings })),
  groups: [],
});
const CITY = ["Ủy ban nhân dân thành phố Hải Phòng", "UBND thành phố"] as const;
const PROVINCE = ["Ủy ban nhân dân tỉnh Tây Ninh", "UBND tỉnh"] as const;
const DISTRICT = ["Ủy ban nhân dân huyện Đức Huệ"] as const;
const NEIGHBOUR = ["Ủy ban nhân dân xã Đông Sơn"] as const;
const EVERY_LEVEL = known(CITY, PROVINCE, DISTRICT, NEIGHBOUR);

const read = (cell: string, office: KnownNames, issuer: string | null = OWN, running: string[] = []) =>
  readUnitCell([cell], learnUnits({ cells: [cell], running }, office, issuer)).units;

describe("what the office knows never turns one level or place into another", () => {
  it.each([
    ["UBND phường", OWN],
    ["Ủy ban nhân dân phường Bến Lức", OWN],
    ["UBND thành phố", CITY[0]],
    ["UBND thành phố Hải Phòng", CITY[0]],
    ["UBND tỉnh", PROVINCE[0]],
    ["Ủy ban nhân dân tỉnh Tây Ninh", PROVINCE[0]],
    ["UBND huyện", DISTRICT[0]],
    ["UBND xã Đông Sơn", NEIGHBOUR[0]],
  ])("%s is %s", (cell, name) => {
    expect(read(cell, EVERY_LEVEL)).toEqual([name]);
  });

  it("tells each level apart where the document names all of them", () => {
    const cell = "UBND phường; UBND thành phố; UBND tỉnh; UBND xã Đông Sơn";
    expect(read(cell, EVERY_LEVEL)).toEqual([OWN, CITY[0], PROVINCE[0], NEIGHBOUR[0]]);
  });

  it("leaves another city and another commune what they are", () => {
    expect(read("UBND thành phố Cà Mau", EVERY_LEVEL)).toEqual(["UBND thành phố Cà Mau"]);
    expect(read("Công an xã Tân Kim", known(["Công an phường"]))).toEqual(["Công an xã Tân Kim"]);
    expect(
      learnUnits(
        { cells: ["UBND phường"], running: ["Phối hợp với UBND xã Tân Kim rà soát."] },
        EVERY_LEVEL,
        OWN,
      ).units.map(({ name }) => name),
    ).toEqual([OWN, "UBND xã Tân Kim"]);
  });

  it("takes no notice of a spelling of another level that was once kept by mistake", () => {
    const spoilt = known([...CITY, "UBND phường", "Ủy ban nhân dân"], [...NEIGHBOUR, "UBND xã"]);
    expect(read("UBND phường", spoilt)).toEqual([OWN]);
    expect(read("UBND xã, phường", spoilt)).toEqual([OWN]);
  });

  it("“UBND phường” in another ward's document is that ward's", () => {
    const other = "Ủy ban nhân dân phường Long Hoa";
    const office = known([OWN, "UBND phường"], PROVINCE, ["Phòng Văn hóa - Xã hội"]);
    expect(read("UBND phường; Phòng VHXH", office, other)).toEqual([other, "Phòng Văn hóa - Xã hội"]);
    expect(read("UBND tỉnh", office, other)).toEqual(["UBND tỉnh"]);
    expect(read("UBND phường Bến Lức", office, other)).toEqual([OWN]);
  });

  it("a document of the city's speaks of the ward that has it read", () => {
    expect(read("UBND phường", EVERY_LEVEL, "Ủy ban nhân dân thành phố Hải Phòng")).toEqual([OWN]);
  });
});

describe("spellings kept for next time", () => {
  const aliases = (running: readonly string[], cells: readonly string[] = []) =>
    learnUnits({ cells, running }, known(), OWN).units.map(({ name, aliases: own }) => [name, own]);

  it("are not those of a heading in capitals", () => {
    expect(
      aliases([
        "ỦY BAN NHÂN DÂN THÀNH PHỐ LIÊN QUAN ĐẾN CẢI CÁCH HÀNH CHÍNH",
        "Theo chỉ đạo của UBND thành phố Cần Thơ về cải cách hành chính.",
      ]),
    ).toEqual([["UBND thành phố Cần Thơ", ["UBND thành phố Cần Thơ"]]]);
  });

  it("are not those of a name that a line's end cut off", () => {
    expect(
      aliases(["Căn cứ Kế hoạch của UBND tỉnh Tây", "Theo UBND tỉnh Tây Ninh giao; báo cáo UBND tỉnh."]),
    ).toEqual([["UBND tỉnh Tây Ninh", ["UBND tỉnh", "UBND tỉnh Tây Ninh"]]]);
  });

  it("hold the whole name of a place in which a unit's name seems to begin", () => {
    expect(aliases(["Ủy ban nhân dân thành phố Hải Phòng về việc giao nhiệm vụ."])).toEqual([
      ["Ủy ban nhân dân thành phố Hải Phòng", ["Ủy ban nhân dân thành phố Hải Phòng"]],
    ]);
  });
});
