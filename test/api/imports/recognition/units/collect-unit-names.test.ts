import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NOBODY_KNOWN } from "../../../../../api/imports/known-names.ts";
import { learnUnits } from "../../../../../api/imports/recognition/units/collect-unit-names.ts";
import { startsLikeUnit } from "../../../../../api/imports/recognition/units/match-unit-words.ts";
import { readUnitCell } from "../../../../../api/imports/recognition/units/parse-unit-cell.ts";
import { findUnits } from "../../../../../api/imports/recognition/units/select-unit-mentions.ts";

const learn = (cells: readonly string[], running: readonly string[] = []) =>
  learnUnits({ cells, running }, NOBODY_KNOWN, "Ủy ban nhân dân xã Yên Sơn");
const names = (cells: readonly string[], running: readonly string[] = []) =>
  learn(cells, running).units.map(({ name }) => name);

describe("one unit, several spellings", () => {
  it("merges dashes, tone places, case, level and abbreviation", () => {
    const spellings = [
      "Phòng Văn hóa - Xã hội",
      "Phòng Văn hoá–Xã hội",
      "phòng văn hóa – xã hội xã",
      "Phòng VHXH",
      "VH-XH",
      "Phòng Văn hóa - Xã hội".normalize("NFD"),
    ];
    expect(names(spellings)).toEqual(["Phòng Văn hóa - Xã hội xã"]);
  });

  it("merges the spellings of the only office", () => {
    expect(
      names(["Văn phòng", "Văn phòng UBND", "VP HĐND&UBND"], ["(qua phòng Văn phòng) … bộ phận Văn phòng"]),
    ).toHaveLength(1);
  });

  it("keeps apart what is not the same", () => {
    expect(names(["Ban Xây dựng Đảng", "Ban TG&DV Đảng ủy"])).toHaveLength(2);
    expect(names(["Công an xã", "Ban Chỉ huy Quân sự xã"])).toHaveLength(2);
    expect(names(["Văn phòng Đảng ủy", "Văn phòng HĐND và UBND"])).toHaveLength(2);
    expect(names(["Khu dân cư số 1", "Khu dân cư số 2"])).toHaveLength(2);
  });

  it("writes an abbreviation out by a name of the document", () => {
    expect(names(["Ban Quản lý rừng phòng hộ", "BQLRPH"])).toEqual(["Ban Quản lý rừng phòng hộ"]);
    expect(names(["Phòng XYZ"])).toEqual(["Phòng XYZ"]);
  });

  it("the office's own name wins", () => {
    const { units } = learnUnits(
      { cells: ["Phòng VHXH"], running: [] },
      {
        ...NOBODY_KNOWN,
        units: [{ name: "Phòng Văn hóa và Xã hội", kind: "department", spellings: ["VHXH"] }],
      },
      null,
    );
    expect(units.map(({ name }) => name)).toEqual(["Phòng Văn hóa và Xã hội"]);
  });
});

describe("groups", () => {
  it.each([
    ["Các phòng chuyên môn", "all_departments"],
    ["Các phòng, đơn vị có liên quan", "related_departments"],
    ["ĐVSNCL trực thuộc", "all_service_units"],
    ["Các đơn vị sự nghiệp liên quan", "related_service_units"],
    ["Lực lượng vũ trang", "armed_forces"],
    ["Các thôn, bản", "residential_groups"],
    ["Các ấp", "residential_groups"],
    ["Các hội, đoàn thể", "mass_organisations"],
    ["Các trường học", "other"],
    ["Các cơ quan, tổ chức, doanh nghiệp", "other"],
  ])("%s", (cell, group) => {
    expect(learn([cell]).units).toMatchObject([{ is_group: true, kind: "group", group_of: group }]);
  });

  it("a phrase of two groups is both, and what it says at the end it says of both", () => {
    const lexicon = learn(["Các phòng, ban và ĐVSNCL trực thuộc xã có liên quan"]);
    expect(lexicon.units.map(({ group_of }) => group_of)).toEqual([
      "related_departments",
      "related_service_units",
    ]);
    expect(Object.values(lexicon.composites)).toEqual([lexicon.units.map(({ name }) => name)]);
  });
});

describe("units in running text", () => {
  const lexicon = learn(["Phòng Nội vụ", "Công an xã", "Các thôn"]);
  it("finds each where it stands", () => {
    const text = "Trưởng phòng Nội vụ, Trưởng Công an xã và các thôn chịu trách nhiệm thi hành";
    expect(findUnits(text, lexicon).map(({ name, from, to }) => [name, text.slice(from, to)])).toEqual([
      ["Phòng Nội vụ", "Trưởng phòng Nội vụ"],
      ["Công an xã", "Trưởng Công an xã"],
      ["Các thôn", "các thôn"],
    ]);
  });
  it("takes no part of another word for a unit", () => {
    expect(
      findUnits(
        "Ban hành văn bản về quốc phòng, môi trường nông thôn, phòng chống thiên tai ở cơ sở",
        lexicon,
      ),
    ).toEqual([]);
  });
});

describe("by general words alone", () => {
  it.each([
    ["Phòng Nội vụ Các phòng chức năng", "Phòng Nội vụ"],
    ["Các phòng,", "Các phòng,"],
    ["Phòng Văn hóa-", "Phòng Văn hóa-"],
    ["Ủy ban Mặt trận Tổ", "Ủy ban Mặt trận Tổ"],
    ["BCHQS xã; Công an", "BCHQS xã; Công an"],
    ["Phòng chống tham nhũng", ""],
    ["Ban hành kế hoạch", ""],
    ["Tổ chức hội nghị", ""],
    ["Xây dựng kế hoạch", ""],
    ["Quý I/2027", ""],
  ])("%s", (text, start) => {
    expect(text.slice(0, startsLikeUnit(text))).toBe(start);
  });
});

const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        "Phòng ",
        "các ",
        "UBND&",
        "HĐND",
        ", ",
        "và ",
        "(",
        "-",
        "\n",
        "xã ",
        "1/",
        "chủ trì ",
      ),
      {
        maxLength: 120,
      },
    )
    .map((parts) => parts.join("")),
);

describe("any text at all", () => {
  it("is read, and what is named is in the lexicon", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const lexicon = learn([text], [text]);
        const known = new Set(lexicon.units.map(({ name }) => name));
        for (const name of readUnitCell([text], lexicon).units) expect(known).toContain(name);
        for (const { name, from, to } of findUnits(text, lexicon)) {
          expect(known).toContain(name);
          expect(from < to && to <= text.length).toBe(true);
        }
        expect(startsLikeUnit(text)).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 150 },
    );
  });

  it.each(["UBND&", "VHXH/", "Văn hóa - ", "Phòng Kinh tế, ", "(", "1/", "các ", "trưởng "])(
    "100,000 characters of %j end",
    (part) => {
      const text = part.repeat(100_000 / part.length);
      const lexicon = learn([text], [text]);
      expect(readUnitCell([text], lexicon).confidence).toBeLessThan(1);
    },
    20_000,
  );
});
