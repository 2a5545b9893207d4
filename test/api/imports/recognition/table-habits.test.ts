import { describe, expect, it } from "vitest";
import { NOBODY_KNOWN } from "../../../../api/imports/known-names.ts";
import { DOUBTFUL, type Reading, readingSchema } from "../../../../api/imports/reading.ts";
import { recogniseCatalogue } from "../../../../api/imports/recognition/recognise-catalogue.ts";
import { type OutlineItem, outlineOf } from "../../../support/outline-of.ts";

const HEAD = [
  "ỦY BAN NHÂN DÂN",
  "XÃ SUỐI MƠ",
  "Số: 31/KH-UBND",
  "Suối Mơ, ngày 08 tháng 01 năm 2026",
  "KẾ HOẠCH",
  "Công tác dân vận chính quyền năm 2026",
];
const read = (...items: readonly OutlineItem[]): Reading => {
  const reading = recogniseCatalogue(outlineOf([...HEAD, ...items]), NOBODY_KNOWN);
  expect(readingSchema.safeParse(reading).error).toBeUndefined();
  return reading;
};
const numbers = ({ tasks }: Reading) => tasks.map(({ number }) => number);
const COLUMNS = ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian"];
const row = (number: string, title: string) => [number, title, "Công an xã", "Quý II/2026"];

describe("headings over the rows of a table", () => {
  const under = (first: string, second: string) =>
    read("II. NỘI DUNG", {
      rows: [
        COLUMNS,
        [first, ">", ">", ">"],
        row("1", "Tuyên truyền phòng cháy, chữa cháy"),
        row("2", "Tuần tra khu vực chợ"),
        [second, ">", ">", ">"],
        row("1", "Đối thoại với thanh niên"),
      ],
    });

  it.each([
    ["I Nhóm việc làm thường xuyên", "II Nhóm việc trong năm", ["I.1", "I.2", "II.1"]],
    ["A Tuyên truyền, vận động", "B Cải cách hành chính", ["A.1", "A.2", "B.1"]],
    ["I. Tuyên truyền, vận động", "II. Cải cách hành chính", ["I.1", "I.2", "II.1"]],
  ])("“%s” is numbered, whether a sign stands behind the numeral or none", (first, second, expected) => {
    const reading = under(first, second);
    expect(numbers(reading)).toEqual(expected);
    expect(reading.tasks.every(({ confidence }) => confidence.number >= DOUBTFUL)).toBe(true);
  });

  it("without a number, what stands under them has a number of ours in its own: a person sees it", () => {
    const { tasks, sections } = under("Tuyên truyền, vận động", "Cải cách hành chính");
    expect(sections.map(({ number_in_document: printed }) => printed)).toEqual([null, null]);
    expect(tasks.map(({ number }) => number)).toEqual(["1.1", "1.2", "2.1"]);
    expect(tasks.every(({ confidence }) => confidence.number < DOUBTFUL)).toBe(true);
  });
});

it("a table without numbers keeps what begins with “Công”, “Tổng” or “Cộng”; only its sum is left out", () => {
  const { tasks, warnings } = read("II. NỘI DUNG", {
    rows: [
      ["Đơn vị chủ trì", "Công việc", "Thời hạn"],
      ["Phòng Kinh tế", "Công khai mức đóng góp làm đường", "Quý I/2026"],
      ["Công an xã", "Tổng rà soát nhân khẩu tạm trú", "Quý II/2026"],
      ["Phòng Văn hóa - Xã hội", "Tổng kết phong trào", "Tháng 12/2026"],
      ["", "Cộng: 3 việc", ""],
    ],
  });
  expect(tasks.map(({ title }) => title)).toEqual([
    "Công khai mức đóng góp làm đường",
    "Tổng rà soát nhân khẩu tạm trú",
    "Tổng kết phong trào",
  ]);
  expect(warnings.filter(({ code }) => code === "row-left-out")).toHaveLength(1);
});

it("headings that send to two annexes are the sections of what stands there", () => {
  const { sections, tasks } = read(
    { bold: "II. NHIỆM VỤ" },
    "1. Việc làm thường xuyên: theo Phụ lục I.",
    "2. Việc có thời hạn (chi tiết tại Phụ lục II kèm theo).",
    { bold: "III. TỔ CHỨC THỰC HIỆN" },
    "Phòng Văn hóa - Xã hội tổng hợp, báo cáo Ủy ban nhân dân xã trước ngày 15/11/2026./.",
    "TM. ỦY BAN NHÂN DÂN",
    "CHỦ TỊCH",
    { bold: "Phụ lục I" },
    { bold: "VIỆC LÀM THƯỜNG XUYÊN" },
    "(Kèm theo Kế hoạch số 31/KH-UBND ngày 08/01/2026 của UBND xã Suối Mơ)",
    { rows: [COLUMNS, row("1", "Tuần tra khu vực chợ"), row("2", "Tiếp công dân")] },
    { bold: "Phụ lục II" },
    { bold: "VIỆC CÓ THỜI HẠN" },
    "(Kèm theo Kế hoạch số 31/KH-UBND ngày 08/01/2026 của UBND xã Suối Mơ)",
    { rows: [COLUMNS, row("1", "Đối thoại với thanh niên")] },
  );
  expect(sections.map(({ number, title }) => [number, title])).toEqual([
    ["1", "Việc làm thường xuyên"],
    ["2", "Việc có thời hạn"],
  ]);
  expect(tasks.map(({ number, section }) => [number, section])).toEqual([
    ["PL1.1", "1"],
    ["PL1.2", "1"],
    ["PL2.1", "2"],
  ]);
});

it("“2. Chế độ báo cáo” between two groups of tasks ends nothing", () => {
  const reading = read(
    { bold: "I. MỤC ĐÍCH, YÊU CẦU" },
    "Nâng cao hiệu quả công tác dân vận của xã.",
    { bold: "II. NHIỆM VỤ" },
    "1. Tuyên truyền, vận động",
    "a) Phòng Văn hóa - Xã hội phát thanh 12 tin, bài về gương người tốt.",
    "2. Chế độ báo cáo",
    "Các phòng, đơn vị báo cáo kết quả về Phòng Văn hóa - Xã hội trước ngày 10/6/2026 và trước ngày 10/11/2026.",
    "3. Thực hiện dân chủ ở cơ sở",
    "a) Công an xã lấy ý kiến Nhân dân về an ninh trật tự.",
  );
  expect(numbers(reading)).toEqual(["1.a", "3.a"]);
  expect(reading.report_rounds.map(({ before }) => before)).toEqual(["2026-06-10", "2026-11-10"]);
});
