import { describe, expect, it } from "vitest";
import { NOBODY_KNOWN } from "../../../../../api/imports/known-names.ts";
import { DOUBTFUL } from "../../../../../api/imports/reading.ts";
import { learnUnits } from "../../../../../api/imports/recognition/units/collect-unit-names.ts";
import { isDitto, readUnitCell } from "../../../../../api/imports/recognition/units/parse-unit-cell.ts";
import { findUnits } from "../../../../../api/imports/recognition/units/select-unit-mentions.ts";
import type { UnitLexicon } from "../../../../../api/imports/recognition/units/unit-lexicon.ts";
import { foldVietnamese } from "../../../../../api/shared/normalise-vietnamese.ts";
import { OFFICE_HABITS } from "./unit-cell-habits.ts";
import { OFFICE_SAMPLES } from "./unit-cell-samples.ts";

const key = (name: string): string =>
  foldVietnamese(name)
    .replace(/[,&]| va /g, " ")
    .replace(/(?:uy ban )?(?:mttq|mat tran to quoc)(?: viet nam)?/g, "mat tran")
    .replace(/ubnd/g, "uy ban nhan dan")
    .replace(/hdnd/g, "hoi dong nhan dan")
    .replace(/\bcac |^cong chuc (?=tu phap)/g, "")
    .replace(/ (phuong|xa|dac khu|thi tran)$/, "")
    .replace(/ +/g, " ");

/** Any spelling that the lexicon has for a unit stands for it. */
const canonical = (lexicon: UnitLexicon, name: string): string =>
  lexicon.units.find((unit) => [unit.name, ...unit.aliases].some((one) => key(one) === key(name)))?.name ??
  `unknown: ${name}`;

const learn = (cells: readonly string[], running: readonly string[] = [], office = "UBND xã Yên Sơn") =>
  learnUnits({ cells, running }, NOBODY_KNOWN, office);
const read = (text: string, ...others: readonly string[]) =>
  readUnitCell(text.split("\n"), learn([text, ...others]));

describe.each([...OFFICE_SAMPLES, ...OFFICE_HABITS])("the cells of $office", ({ office, running, cells }) => {
  const lexicon = learn(
    cells.map(([text]) => text),
    running,
    office,
  );
  it.each(cells.map(([text, ...units]) => ({ text, units })))("$text", ({ text, units }) => {
    const cell = readUnitCell(text.split("\n"), lexicon);
    expect(cell.units).toEqual(units.map((name) => canonical(lexicon, name)));
  });
});

describe("what a cell says beside its units", () => {
  it.each([
    "các khu phố có lễ hội",
    "Các đơn vị được giao chủ trì soạn thảo",
    "Các phòng, trung tâm, đơn vị sự nghiệp công lập",
  ])("which of them “%s” means only the office knows", (text) => {
    expect(read(text).confidence).toBeLessThan(DOUBTFUL);
  });

  it("keeps who leads and who helps inside one cell", () => {
    expect(read("Phòng Nội vụ chủ trì, phối hợp với Công an xã").roles).toEqual([
      { unit: "Phòng Nội vụ", role: "chủ trì" },
      { unit: "Công an xã", role: "phối hợp" },
    ]);
    expect(read("Chủ trì: Phòng Kinh tế\nPhối hợp: Trạm Y tế").roles).toEqual([
      { unit: "Phòng Kinh tế", role: "chủ trì" },
      { unit: "Trạm Y tế", role: "phối hợp" },
    ]);
  });

  it("reads a request as the part of those who are asked", () => {
    const { roles, confidence } = read(
      "Phòng Kinh tế theo dõi chung; đề nghị Hội Nông dân và Hội Phụ nữ phối hợp thực hiện",
    );
    expect(roles).toEqual([
      { unit: "Phòng Kinh tế", role: "theo dõi chung" },
      { unit: "Hội Nông dân", role: "đề nghị phối hợp thực hiện" },
      { unit: "Hội Phụ nữ", role: "đề nghị phối hợp thực hiện" },
    ]);
    expect(confidence).toBeGreaterThanOrEqual(DOUBTFUL);
  });

  it("names a leader as a person and no unit, and is not sure then", () => {
    const cell = read("Đ/c Nguyễn Văn Bình - PCT UBND");
    expect(cell.units).toEqual([]);
    expect(cell.leaders.join(" ")).toContain("Nguyễn Văn Bình");
    expect(cell.confidence).toBeLessThan(DOUBTFUL);
  });
});

describe("no name where a longer word only holds one", () => {
  it.each([
    "Kiểm tra việc thực hiện văn hoá công sở",
    "Sửa chữa trụ sở xã, nâng cấp nhà văn hoá ở cơ sở",
    "Xây dựng nền văn hoá xã hội chủ nghĩa",
    "Giữ gìn đội ngũ cốt cán các thôn, tổ chức hội họp các bản",
  ])("%s", (text) => {
    const named = findUnits(text, learn(["Phòng Văn hóa - Xã hội", "Sở Nội vụ"], [text]));
    expect(named.map(({ name }) => name).filter((name) => !/thôn|bản/.test(name))).toEqual([]);
  });

  it("keeps the end of a sentence apart from the leaders behind it", () => {
    const cell = read("chấn chỉnh văn hoá công sở Lãnh đạo UBND xã", "Lãnh đạo UBND xã");
    expect(cell.units).toEqual(["Lãnh đạo Ủy ban nhân dân xã"]);
    expect(cell.unread.join(" ")).toContain("văn hoá công sở");
    expect(cell.confidence).toBeLessThan(DOUBTFUL);
  });
});

describe("doubt", () => {
  it.each([
    "Trung tâm lọc nước sạch trước tháng 6",
    "Phòng Kinh tế hoàn thành quý II",
    "Hội đăng ký mô hình",
    "hội làm đẹp ngõ xóm",
    "Văn hóa",
    "Xyz Abc",
    "Tổ",
    "trung tâm xanh quê hương",
  ])("asks about %s", (text) => {
    expect(read(text).confidence).toBeLessThan(DOUBTFUL);
  });

  it.each([
    "phòng nội vụ",
    "Tổ hòa giải ở cơ sở",
    "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên",
    "Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội xã; Công an xã",
    "Hội đồng Nghĩa vụ quân sự xã",
    "Khu phố Năm",
  ])("is sure about %s, or asks at most about its end", (text) => {
    expect(read(text).unread).toEqual([]);
    expect(read(text).confidence).toBeGreaterThanOrEqual(text.includes(",") ? 0.7 : DOUBTFUL);
  });

  it("keeps words that no rule understands, and is not sure", () => {
    const cell = read("Phòng Kinh tế; xyz abc");
    expect(cell.units).toEqual(["Phòng Kinh tế"]);
    expect(cell.unread).toEqual(["xyz abc"]);
    expect(cell.confidence).toBeLessThan(DOUBTFUL);
  });

  it("takes a slip of a letter for the unit, but asks", () => {
    const cell = read("Trung tâm Phục vụ hành chínhh công", "Trung tâm Phục vụ hành chính công");
    expect(cell.units).toEqual(["Trung tâm Phục vụ hành chính công"]);
    expect(cell.confidence).toBeLessThan(DOUBTFUL);
  });

  it.each(["-nt-", "nt", "Như trên", '"'])("knows %s as a repetition", (text) => {
    expect(isDitto(text)).toBe(true);
    expect(read(text)).toMatchObject({ units: [], confidence: 0.6 });
  });

  it("does not take a name for a repetition", () => {
    expect(isDitto("Phòng Nội vụ")).toBe(false);
  });

  it("an empty cell is empty for sure", () => {
    expect(readUnitCell(["", " - "], learn([]))).toEqual({
      units: [],
      roles: [],
      leaders: [],
      unread: [],
      glued: false,
      confidence: 1,
    });
  });

  it("what is too long for a cell is kept as unread", () => {
    const cell = readUnitCell(["Phòng Nội vụ; ".repeat(5_000)], learn(["Phòng Nội vụ"]));
    expect(cell.units).toEqual(["Phòng Nội vụ"]);
    expect(cell.unread.length).toBeGreaterThan(0);
  });
});
