import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { NOBODY_KNOWN } from "../../../api/imports/known-names.ts";
import { readXlsx } from "../../../api/imports/readers/read-xlsx.ts";
import { readingSchema } from "../../../api/imports/reading.ts";
import { recogniseCatalogue } from "../../../api/imports/recognition/recognise-catalogue.ts";
import { writeTemplate } from "../../../api/imports/write-template.ts";
import { translatorFor } from "../../../locales/translate.ts";
import { fillCells, type TypedCells } from "../../support/fill-template.ts";

const DOCUMENT: TypedCells = {
  B2: "Kế hoạch",
  B3: "Số: 07 /KH-UBND",
  B4: "09/01/2026",
  B5: "Ủy ban nhân dân xã Nghĩa Lộ",
  B6: "Thực hiện công tác dân vận chính quyền năm 2026",
  B7: "KT. CHỦ TỊCH - PHÓ CHỦ TỊCH",
  B8: "311/KH-UBND",
  B9: "22/12/2025",
  B10: "Ủy ban nhân dân tỉnh Lào Cai",
  B11: "01/01/2026",
  B12: "31/12/2026",
  B13: "05/6/2026",
  B14: "20/11/2026",
  B17: "Có",
  B18: "Phòng Văn hóa - Xã hội",
};
const UNITS: TypedCells = {
  A2: "Phòng Văn hóa - Xã hội",
  B2: "VHXH",
  D2: "Phòng chuyên môn",
  A3: "Văn phòng HĐND và UBND",
  C3: "Văn phòng; VP HĐND-UBND",
  D3: "Phòng chuyên môn",
  A4: "Công an xã",
  D4: "Lực lượng vũ trang",
  A5: "Các thôn, tổ dân phố",
  D5: "Nhóm: các tổ dân phố, thôn",
};
const rows = (...tasks: readonly (readonly string[])[]): TypedCells =>
  Object.fromEntries(
    tasks.flatMap((cells, row) =>
      cells.flatMap((text, column) => (text === "" ? [] : [[`${"ABCDEFG"[column]}${row + 2}`, text]])),
    ),
  );
const CATALOGUE = rows(
  ["1", "TUYÊN TRUYỀN, VẬN ĐỘNG"],
  [
    "1.1",
    "Xây dựng chuyên mục dân vận trên trang thông tin điện tử của xã",
    "VHXH",
    "Công an xã; Văn phòng",
    "Trước ngày 15/3/2026",
    "",
    "Mới",
  ],
  ["1.10", "Tuyên truyền phòng, chống thiên tai đến từng hộ dân", "Các thôn, tổ dân phố", "", "Thường xuyên"],
  ["2", "DÂN CHỦ Ở CƠ SỞ"],
  [
    "2.1",
    "Đối thoại giữa Chủ tịch Ủy ban nhân dân xã với Nhân dân",
    "VP HĐND-UBND",
    "Phòng Văn hóa - Xã hội",
    "Quý III/2026",
    "ít nhất 02 cuộc",
  ],
);

const template = await writeTemplate(translatorFor("vi"));
const read = async (bytes: Uint8Array) => {
  const outline = await readXlsx(bytes);
  if (!outline.ok) throw new Error(outline.refusal.code);
  return readingSchema.parse(recogniseCatalogue(outline.value, NOBODY_KNOWN));
};

it("a template filled in by an office is read back word for word, without a doubt", async () => {
  const reading = await read(fillCells(template, { 1: DOCUMENT, 2: UNITS, 3: CATALOGUE }));

  expect(reading.document).toMatchObject({
    kind: "ke_hoach",
    number: "07/KH-UBND",
    issued_on: "2026-01-09",
    issuer: "Ủy ban nhân dân xã Nghĩa Lộ",
    title: "Thực hiện công tác dân vận chính quyền năm 2026",
    parent_documents: [{ number: "311/KH-UBND", date: "2025-12-22", issuer: "Ủy ban nhân dân tỉnh Lào Cai" }],
    scope_years: [2026],
    scope_period: { start_on: "2026-01-01", end_on: "2026-12-31" },
    signer_position: "KT. CHỦ TỊCH - PHÓ CHỦ TỊCH",
  });
  expect(reading.report_rounds.map(({ label, before }) => [label, before])).toEqual([
    ["lần 1", "2026-06-05"],
    ["lần 2", "2026-11-20"],
  ]);
  expect(reading.ad_hoc_reports).toBe(true);
  expect(reading.consolidating_unit).toBe("Phòng Văn hóa - Xã hội");
  expect(reading.sections.map(({ title }) => title)).toEqual(["TUYÊN TRUYỀN, VẬN ĐỘNG", "DÂN CHỦ Ở CƠ SỞ"]);
  expect(
    reading.tasks.map(({ number, lead_units, coordinating_units, time_frame }) => [
      number,
      lead_units,
      coordinating_units,
      time_frame.kind,
      time_frame.date ?? time_frame.end_on,
    ]),
  ).toEqual([
    [
      "1.1",
      ["Phòng Văn hóa - Xã hội"],
      ["Công an xã", "Văn phòng HĐND và UBND"],
      "before_date",
      "2026-03-15",
    ],
    ["1.10", ["Các thôn, tổ dân phố"], [], "continuous", null],
    ["2.1", ["Văn phòng HĐND và UBND"], ["Phòng Văn hóa - Xã hội"], "quarter", "2026-09-30"],
  ]);
  expect(reading.tasks[2]?.product).toBe("ít nhất 02 cuộc");
  expect(reading.tasks[0]?.remarks).toBe("Mới");
  expect(reading.warnings).toEqual([]);
  for (const { confidence } of reading.tasks)
    expect(Math.min(...Object.values(confidence))).toBeGreaterThan(0.8);
});

it("what is no date where a date belongs is told and left empty", async () => {
  const wrong = { ...DOCUMENT, B4: "tháng 1 năm 2026", B13: "31/6/2026", B12: "31/12/2025" };
  const reading = await read(fillCells(template, { 1: wrong, 2: UNITS, 3: CATALOGUE }));
  expect(reading.document.issued_on).toBeNull();
  expect(reading.document.scope_period).toBeNull();
  expect(reading.report_rounds[0]).toMatchObject({ before: null, text: "lần 1 trước ngày 31/6/2026" });
  const outline = await readXlsx(fillCells(template, { 1: wrong, 2: UNITS, 3: CATALOGUE }));
  const lines = outline.ok ? outline.value.lines : [];
  expect(
    reading.warnings.map(({ code, line, text }) => [code, text, lines[(line ?? 0) - 1]?.text]).slice(0, 3),
  ).toEqual([
    ["date-not-understood", "tháng 1 năm 2026", "tháng 1 năm 2026"],
    ["scope-unsure", "31/12/2025", "31/12/2025"],
    ["date-not-understood", "31/6/2026", "31/6/2026"],
  ]);
});

it("an empty template has no tasks, not those of its example", async () => {
  const reading = await read(template);
  expect(reading.tasks).toEqual([]);
  expect(reading.warnings.map(({ code }) => code)).toContain("no-tasks");
});

it("offers the office's own units in the unit columns and takes other words too", () => {
  const { "xl/worksheets/sheet3.xml": sheetXml = new Uint8Array() } = unzipSync(template);
  const sheet = strFromU8(sheetXml);
  const list = /<dataValidation [^>]*sqref="C2:D201">.*?<\/dataValidation>/.exec(sheet)?.[0];
  expect(list).toContain("<formula1>'Đơn vị'!$A$2:$A$61</formula1>");
  expect(list).toContain('showErrorMessage="0"');
  // Programs refuse a sheet whose elements stand in another order.
  expect(sheet.indexOf("<dataValidations")).toBeGreaterThan(sheet.indexOf("</sheetData>"));
  expect(sheet.indexOf("<dataValidations")).toBeLessThan(sheet.indexOf("<pageMargins"));
});

it("is guided in the operator's language; its labels stay Vietnamese", async () => {
  const english = await readXlsx(await writeTemplate(translatorFor("en")));
  const words = english.ok ? english.value.lines.map(({ text }) => text) : [];
  expect(words).toContain("How to fill in the catalogue of mass-mobilisation tasks");
  expect(words).toContain("Cơ quan chủ trì");
});
