import { describe, expect, it } from "vitest";
import { NOBODY_KNOWN } from "../../../../../api/imports/known-names.ts";
import { DOUBTFUL } from "../../../../../api/imports/reading.ts";
import { recogniseHead } from "../../../../../api/imports/recognition/head/recognise-head.ts";
import { splitParts } from "../../../../../api/imports/recognition/parts/split-parts.ts";
import { linesOf } from "../../../../../api/imports/recognition/parts/text-line.ts";
import { recogniseReporting } from "../../../../../api/imports/recognition/reporting/recognise-reporting.ts";
import { learnUnits } from "../../../../../api/imports/recognition/units/collect-unit-names.ts";
import { typedDocument } from "../typed-document.ts";

const UNITS = [
  "Phòng Văn hóa - Xã hội",
  "Phòng Kinh tế",
  "Văn phòng HĐND và UBND",
  "Công an xã",
  "Trung tâm Phục vụ hành chính công",
  "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
];

/** How the offices of other provinces word who reports when; all invented. */
const read = (organisation: string) => {
  const outline = typedDocument(`
    Số: 22/KH-UBND
    Ea Súp, ngày 12 tháng 01 năm 2026
    ^KẾ HOẠCH
    ^Thực hiện công tác dân vận chính quyền năm 2026
    Ủy ban nhân dân xã Ea Súp ban hành Kế hoạch như sau:
    ^I. NỘI DUNG
    1. Tuyên truyền, vận động Nhân dân.
    ^II. TỔ CHỨC THỰC HIỆN
    ${organisation}
  `);
  const parts = splitParts(outline.blocks);
  const { document } = recogniseHead(outline, parts, NOBODY_KNOWN);
  const running = linesOf(outline.blocks).map(({ text }) => text);
  const lexicon = learnUnits({ cells: UNITS, running }, NOBODY_KNOWN, document.issuer);
  return recogniseReporting(parts, lexicon, document);
};

/** Each round by its day; "=" before a day that is still in time. */
const days = (organisation: string): string =>
  read(organisation)
    .report_rounds.map(({ before, inclusive, level, dates, day_of_month, recurs }) =>
      [
        `${inclusive ? "=" : ""}${before ?? (dates === undefined ? "–" : `${dates.length} days`)}`,
        ...(day_of_month === undefined ? [] : [`day ${day_of_month} ${recurs}`]),
        ...(level === undefined ? [] : [level]),
      ].join(" "),
    )
    .join(", ");

describe("days that are still in time", () => {
  it.each([
    [
      "1. Các đơn vị gửi báo cáo về Phòng Kinh tế chậm nhất ngày 20/6/2026 và 20/11/2026.",
      "=2026-06-20, =2026-11-20",
    ],
    [
      "1. Định kỳ vào ngày 15/5/2026, ngày 15/10/2026, các thôn, đơn vị báo cáo kết quả về Phòng Văn hóa - Xã hội.",
      "=2026-05-15, =2026-10-15",
    ],
    [
      "1. Thời gian gửi báo cáo về UBND xã: đến hết ngày 05/6/2026 đối với báo cáo 6 tháng, trước ngày 05/12/2026 đối với báo cáo năm.",
      "=2026-06-05, 2026-12-05",
    ],
    [
      "1. Thủ trưởng các đơn vị báo cáo UBND xã không muộn hơn ngày 25/11/2026 (qua Văn phòng HĐND và UBND).",
      "=2026-11-25",
    ],
    [
      "1. Các cơ quan, đơn vị gửi báo cáo quý chậm nhất vào ngày 14 của tháng cuối quý về Phòng Văn hóa - Xã hội để tổng hợp.",
      "=4 days day 14 quarterly",
    ],
    [
      "1. Các đơn vị gửi báo cáo tháng về Văn phòng HĐND và UBND chậm nhất ngày 18 hằng tháng.",
      "=12 days day 18 monthly",
    ],
    [
      "1. Các phòng, ban, đơn vị báo cáo lần 1: trước ngày 01/6/2026; lần 2: chậm nhất là ngày 30/11/2026 về Phòng Kinh tế.",
      "2026-06-01, =2026-11-30",
    ],
    [
      "1. Các đơn vị báo cáo sơ kết 6 tháng về UBND xã trong tháng 6/2026, tổng kết năm trong tháng 11/2026.",
      "=2026-06-30, =2026-11-30",
    ],
    [
      "1. Yêu cầu các đơn vị báo cáo kết quả về Phòng Văn hóa - Xã hội trước 16h00 ngày 10/6/2026 và 10/12/2026.",
      "=2026-06-10, =2026-12-10",
    ],
    [
      "1. Phòng Văn hóa - Xã hội tổng hợp, tham mưu báo cáo Sở Nội vụ chậm nhất ngày 15/12/2026.",
      "=2026-12-15 outgoing",
    ],
  ])("%s", (text, expected) => {
    expect(days(text)).toBe(expected);
  });

  it("are no doubt where the words are plain, and one where only a month is named", () => {
    const plain = read(
      "1. Các đơn vị gửi báo cáo về Phòng Kinh tế chậm nhất ngày 20/6/2026 và 20/11/2026 để tổng hợp.",
    );
    expect(plain.report_rounds.map(({ confidence }) => confidence)).toEqual([0.9, 0.9]);
    expect(plain.warnings).toEqual([]);
    const month = read("1. Các đơn vị báo cáo tổng kết năm về UBND xã trong tháng 11/2026.");
    expect(month.warnings.map(({ code }) => code)).toContain("round-day-unsaid");
  });
});

describe("days before which a report is due", () => {
  it("take the year that stands once, after the last of them, and are in no doubt", () => {
    const text =
      "1. Các thôn, đơn vị báo cáo kết quả về Phòng Kinh tế trước các ngày 15/5, 15/8 và 15/11/2027.";
    expect(days(text)).toBe("2027-05-15, 2027-08-15, 2027-11-15");
    expect(read(text).report_rounds.every(({ confidence }) => confidence >= DOUBTFUL)).toBe(true);
    // A list that turns over the year does not say which year its first days are of.
    const turned = "1. Các thôn, đơn vị báo cáo kết quả về Phòng Kinh tế trước các ngày 15/12 và 15/6/2027.";
    expect(read(turned).report_rounds[0]?.year_stated).toBe(false);
  });

  it.each([
    [
      "1. Các cơ quan, đơn vị định kỳ báo cáo kết quả thực hiện về Phòng Văn hóa - Xã hội trước ngày 15 tháng 6 năm 2026 và trước ngày 15 tháng 11 năm 2026.",
      "2026-06-15, 2026-11-15",
    ],
    [
      "1. Báo cáo 06 tháng gửi trước ngày 08/6/2026, báo cáo 09 tháng gửi trước ngày 08/9/2026, báo cáo năm gửi trước ngày 25/11/2026 về UBND xã.",
      "2026-06-08, 2026-09-08, 2026-11-25",
    ],
    [
      "1. Các buôn, thôn và đơn vị báo cáo UBND xã qua Văn phòng HĐND và UBND: đợt I trước ngày 20/5/2026, đợt II trước ngày 20/10/2026.",
      "2026-05-20, 2026-10-20",
    ],
    [
      "1. Trước ngày 10 tháng 12 năm 2026, các đơn vị gửi báo cáo tổng kết về Phòng Kinh tế tổng hợp.",
      "2026-12-10",
    ],
    [
      "1. Công an xã, Phòng Kinh tế gửi báo cáo kết quả về Phòng Văn hóa - Xã hội trước ngày 05/11/2026 để tổng hợp báo cáo UBND tỉnh trước ngày 15/11/2026.",
      "2026-11-05, 2026-11-15 outgoing",
    ],
  ])("%s", (text, expected) => {
    expect(days(text)).toBe(expected);
  });
});

describe("the consolidating unit", () => {
  it.each([
    [
      "1. Phòng Văn hóa - Xã hội chủ trì, theo dõi, đôn đốc, tổng hợp báo cáo UBND tỉnh (qua Sở Nội vụ) theo quy định.\n2. Các đơn vị báo cáo UBND xã trước ngày 10/12/2026.",
      "Phòng Văn hóa - Xã hội",
    ],
    [
      "1. Giao Văn phòng HĐND và UBND tham mưu UBND xã tổng hợp, báo cáo UBND tỉnh (qua Sở Dân tộc và Tôn giáo) trước ngày 15/12/2026.",
      "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
    ],
    [
      "1. Các đơn vị báo cáo kết quả về UBND xã (qua Phòng Kinh tế) trước ngày 05/12/2026 để tổng hợp, báo cáo UBND tỉnh (qua Sở Nội vụ).",
      "Phòng Kinh tế",
    ],
    [
      "1. Văn phòng HĐND và UBND: là đầu mối theo dõi; tổng hợp kết quả, trình UBND xã báo cáo Ban Dân vận Tỉnh ủy, UBND tỉnh (qua Phòng Nội vụ huyện).\n2. Các đơn vị gửi báo cáo trước ngày 01/12/2026.",
      "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
    ],
    [
      "1. Các phòng, đơn vị căn cứ Kế hoạch tổ chức thực hiện, báo cáo UBND xã trước ngày 10/11/2026.\n2. Trung tâm Phục vụ hành chính công tổng hợp kết quả thực hiện của các đơn vị, báo cáo Chủ tịch UBND xã và Sở Nội vụ.",
      "Trung tâm Phục vụ hành chính công",
    ],
  ])("%s", (text, expected) => {
    expect(read(text).consolidating_unit).toMatch(new RegExp(`^${expected}`));
  });
});
