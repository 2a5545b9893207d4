import { describe, expect, it } from "vitest";
import { NOBODY_KNOWN } from "../../../../../api/imports/known-names.ts";
import { recogniseHead } from "../../../../../api/imports/recognition/head/recognise-head.ts";
import { splitParts } from "../../../../../api/imports/recognition/parts/split-parts.ts";
import { linesOf } from "../../../../../api/imports/recognition/parts/text-line.ts";
import { recogniseReporting } from "../../../../../api/imports/recognition/reporting/recognise-reporting.ts";
import { learnUnits } from "../../../../../api/imports/recognition/units/collect-unit-names.ts";
import { typedDocument } from "../typed-document.ts";

type Setting = { readonly office?: string; readonly title?: string; readonly units?: readonly string[] };

const UNITS = [
  "Phòng Văn hóa - Xã hội",
  "Phòng Kinh tế",
  "Văn phòng HĐND và UBND",
  "Công an xã",
  "Trung tâm Phục vụ hành chính công",
  "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
];

/** The organisation part of a plan of an invented office. */
const read = (
  organisation: string,
  { office = "xã Hòa Bình", title = "Công tác dân vận chính quyền năm 2026", units = UNITS }: Setting = {},
) => {
  const outline = typedDocument(`
    Số: 15/KH-UBND
    Hòa Bình, ngày 20 tháng 01 năm 2026
    ^KẾ HOẠCH
    ^${title}
    Ủy ban nhân dân ${office} ban hành Kế hoạch như sau:
    ^I. NỘI DUNG
    1. Tuyên truyền, vận động Nhân dân.
    ^II. TỔ CHỨC THỰC HIỆN
    ${organisation}
  `);
  const parts = splitParts(outline.blocks);
  const { document } = recogniseHead(outline, parts, NOBODY_KNOWN);
  const running = linesOf(outline.blocks).map(({ text }) => text);
  const lexicon = learnUnits({ cells: units, running }, NOBODY_KNOWN, document.issuer);
  return recogniseReporting(parts, lexicon, document);
};

/** "label: before" of each round, with its rhythm where it has one. */
const rounds = (organisation: string, setting: Setting = {}): readonly string[] =>
  read(organisation, setting).report_rounds.map(({ label, before, recurs, level, day_of_month, dates }) =>
    [
      `${label}: ${before ?? (dates === undefined ? "–" : dates.join(" "))}`,
      ...(recurs === "none" ? [] : [recurs]),
      ...(day_of_month === undefined ? [] : [`day ${day_of_month}`]),
      ...(level === undefined ? [] : [level]),
    ].join(", "),
  );
const codes = (organisation: string, setting: Setting = {}): readonly string[] =>
  read(organisation, setting).warnings.map(({ code }) => code);

describe("a decision", () => {
  it("says in the paragraphs under an article who reports when and who gathers it", () => {
    const outline = typedDocument(`
      ^QUYẾT ĐỊNH
      ^Giao nhiệm vụ công tác dân vận năm 2026
      ^QUYẾT ĐỊNH:
      Điều 1. Giao nhiệm vụ cho các phòng, đơn vị thuộc UBND xã.
      Điều 2. Tổ chức thực hiện
      1. Thủ trưởng các đơn vị báo cáo kết quả 6 tháng trước ngày 08/6/2026, cả năm trước ngày 08/11/2026 về Phòng Kinh tế.
      2. Giao Phòng Kinh tế theo dõi, đôn đốc, tổng hợp, báo cáo UBND xã.
      Điều 3. Quyết định này có hiệu lực kể từ ngày ký.
    `);
    const parts = splitParts(outline.blocks);
    const { document } = recogniseHead(outline, parts, NOBODY_KNOWN);
    const lexicon = learnUnits({ cells: UNITS, running: [] }, NOBODY_KNOWN, document.issuer);
    const { report_rounds, consolidating_unit } = recogniseReporting(parts, lexicon, document);
    expect(report_rounds.map(({ before }) => before)).toEqual(["2026-06-08", "2026-11-08"]);
    expect(consolidating_unit).toBe("Phòng Kinh tế");
  });
});

describe("report rounds", () => {
  it("reads numbered rounds with full dates and through whom they go", () => {
    const text =
      "1. Yêu cầu các phòng, đơn vị triển khai nhiệm vụ được giao; báo cáo kết quả về Ủy ban nhân dân xã (qua Phòng Văn hóa - Xã hội) đợt 1 trước ngày 10/6/2026, đợt 2 trước ngày 05/12/2026.";
    expect(rounds(text)).toEqual(["đợt 1: 2026-06-10", "đợt 2: 2026-12-05"]);
    expect(read(text).report_rounds[0]).toMatchObject({
      to_unit: "Ủy ban nhân dân xã Hòa Bình",
      via_unit: expect.stringMatching(/^Phòng Văn hóa - Xã hội/),
      from: "Các phòng, đơn vị",
    });
  });

  it("reads periods in brackets behind their day", () => {
    expect(
      rounds(
        "1. Các phòng, đơn vị gửi báo cáo về Phòng Kinh tế trước ngày 10/6 (6 tháng), 10/12 (năm) để tổng hợp.",
      ),
    ).toEqual(["6 tháng: 2026-06-10, yearly", "năm: 2026-12-10, yearly"]);
  });

  it("reads a day in brackets behind its period", () => {
    expect(
      rounds("1. Các đơn vị báo cáo định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 15/12) về UBND xã."),
    ).toEqual(["6 tháng: 2026-06-15, yearly", "năm: 2026-12-15, yearly"]);
  });

  it("gives as many days as periods to each in turn", () => {
    expect(
      rounds(
        "1. Định kỳ 6 tháng, năm các cơ quan, đơn vị báo cáo kết quả về UBND xã trước ngày 05/6 và 05/12.",
      ),
    ).toEqual(["6 tháng: 2026-06-05, yearly", "năm: 2026-12-05, yearly"]);
  });

  it("reads a monthly report with its day before or behind the rhythm", () => {
    const dates = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, "0")}-20`).join(
      " ",
    );
    expect(rounds("1. Các đơn vị báo cáo UBND xã hằng tháng trước ngày 20.")).toEqual([
      `hằng tháng: ${dates}, monthly, day 20`,
    ]);
    expect(rounds("1. Các đơn vị gửi báo cáo về Phòng Kinh tế trước ngày 20 hàng tháng.")[0]).toMatch(
      /monthly, day 20$/,
    );
  });

  it("reads a quarterly report by the last month of the quarter", () => {
    expect(
      rounds(
        "1. Các đơn vị báo cáo quý trước ngày 15 của tháng cuối quý về Phòng Văn hóa - Xã hội tổng hợp.",
      ),
    ).toEqual([expect.stringMatching(/2026-03-15 2026-06-15 2026-09-15 2026-12-15, quarterly, day 15$/)]);
  });

  it("keeps a rhythm without a day as undated rounds and says so", () => {
    const text =
      "1. Các đơn vị định kỳ 06 tháng, 01 năm báo cáo kết quả thực hiện về Phòng Kinh tế để tổng hợp.";
    expect(rounds(text)).toEqual(["06 tháng: –, yearly", "01 năm: –, yearly"]);
    expect(codes(text)).toContain("round-undated");
  });

  it("lets the written day still be in time where the words include it", () => {
    const text = "1. Các đơn vị báo cáo kết quả về UBND xã chậm nhất ngày 20/11/2026.";
    expect(rounds(text)).toEqual(["báo cáo: 2026-11-20"]);
    expect(read(text).report_rounds[0]).toMatchObject({ inclusive: true, confidence: 0.9 });
    expect(codes(text)).toEqual([]);
  });

  it("tells the report upward from those of the units", () => {
    const text = `1. Phòng Văn hóa - Xã hội:
      a) Theo dõi, đôn đốc việc thực hiện.
      b) Tổng hợp, tham mưu Ủy ban nhân dân xã báo cáo Sở Nội vụ trước ngày 20/6/2026 và trước ngày 20/12/2026.
      2. Các phòng, đơn vị: báo cáo kết quả 6 tháng trước ngày 10/6/2026, năm trước ngày 10/12/2026 về Phòng Văn hóa - Xã hội.`;
    expect(rounds(text)).toEqual([
      "6 tháng: 2026-06-10",
      "năm: 2026-12-10",
      "lần 1: 2026-06-20, outgoing",
      "lần 2: 2026-12-20, outgoing",
    ]);
    expect(read(text).consolidating_unit).toMatch(/^Phòng Văn hóa - Xã hội/);
    expect(read(text).report_rounds.at(-1)?.to_unit).toBe("Sở Nội vụ");
  });

  it("parts one sentence that holds both the units' days and the day upward", () => {
    expect(
      rounds(
        "1. Các đơn vị báo cáo 6 tháng trước ngày 05/6/2026, năm trước ngày 05/12/2026 về Văn phòng HĐND và UBND để tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 15/6/2026 và ngày 15/12/2026.",
      ),
    ).toEqual([
      "6 tháng: 2026-06-05",
      "năm: 2026-12-05",
      "6 tháng: 2026-06-15, outgoing",
      "năm: 2026-12-15, outgoing",
    ]);
  });

  it("reads a list under “Chế độ báo cáo:”", () => {
    expect(
      rounds(`3. Chế độ báo cáo:
        - Báo cáo 6 tháng: trước ngày 12/6/2026;
        - 9 tháng: trước ngày 12/9/2026;
        - Năm: trước ngày 10/12/2026.`),
    ).toEqual(["6 tháng: 2026-06-12", "9 tháng: 2026-09-12", "Năm: 2026-12-10"]);
  });

  it("reads worded dates, “lần thứ nhất” and quarters in roman numerals", () => {
    expect(
      rounds(
        "1. Thủ trưởng các đơn vị báo cáo UBND xã lần thứ nhất trước ngày 15 tháng 6 năm 2026, lần thứ hai trước ngày 15 tháng 11 năm 2026.",
      ),
    ).toEqual(["lần thứ nhất: 2026-06-15", "lần thứ hai: 2026-11-15"]);
    expect(
      rounds("1. Các đơn vị báo cáo quý I trước ngày 20/3/2026, quý II trước ngày 20/6/2026 về UBND xã."),
    ).toEqual(["quý I: 2026-03-20", "quý II: 2026-06-20"]);
  });

  it("names several days without a label by their order", () => {
    expect(rounds("1. Các đơn vị báo cáo kết quả về UBND xã trước ngày 25/5/2026 và 25/11/2026.")).toEqual([
      "lần 1: 2026-05-25",
      "lần 2: 2026-11-25",
    ]);
  });

  it("takes neither a cut-off of figures nor another document's date for a due day", () => {
    expect(
      rounds(
        "1. Căn cứ Kế hoạch số 12/KH-UBND ngày 05/01/2026, các đơn vị báo cáo về UBND xã trước ngày 18/6/2026 (số liệu tính từ ngày 15/12/2025 đến ngày 14/6/2026).",
      ),
    ).toEqual(["báo cáo: 2026-06-18"]);
  });

  it("does not take the deadline of another paper for a round", () => {
    expect(
      rounds(
        "1. Các đơn vị xây dựng kế hoạch của đơn vị mình trước ngày 28/02/2026; báo cáo kết quả về UBND xã trước ngày 30/11/2026.",
      ),
    ).toEqual(["báo cáo: 2026-11-30"]);
  });

  it("reports a day that no calendar has instead of moving it", () => {
    const text = "1. Các đơn vị báo cáo lần 1 trước ngày 31/6/2026 về UBND xã.";
    expect(rounds(text)).toEqual(["lần 1: –"]);
    expect(codes(text)).toContain("round-date-impossible");
  });

  it("repeats a day without a year in a plan of several years", () => {
    expect(
      rounds("1. Hằng năm, các đơn vị báo cáo kết quả về UBND xã trước ngày 30/11.", {
        title: "Đẩy mạnh công tác dân vận giai đoạn 2026 - 2030",
      }),
    ).toEqual(["báo cáo: 2026-11-30, yearly"]);
  });

  it("lets all periods share the day of the period's last month", () => {
    expect(
      rounds("1. Các đơn vị báo cáo 6 tháng, năm trước ngày 10 của tháng cuối kỳ về Phòng Kinh tế tổng hợp."),
    ).toEqual(["6 tháng: 2026-06-10, yearly", "năm: 2026-12-10, yearly"]);
  });

  it("reads another spelling of marks (uỷ, decomposed letters, en dash)", () => {
    const text =
      "1. Các đơn vị báo cáo Uỷ ban nhân dân xã (qua Phòng Văn hóa – Xã hội tổng hợp) 6 tháng trước ngày 01/6, 1 năm trước ngày 01/12.".normalize(
        "NFD",
      );
    expect(rounds(text).map((one) => one.normalize("NFC"))).toEqual([
      "6 tháng: 2026-06-01, yearly",
      "1 năm: 2026-12-01, yearly",
    ]);
    expect(read(text).consolidating_unit).toMatch(/^Phòng Văn hóa - Xã hội/);
  });

  it("reads lists of periods with their days in brackets, each period by its own word", () => {
    expect(
      rounds(
        "1. Các phòng, ban xây dựng kế hoạch; định kỳ báo cáo kết quả 6 tháng (trước ngày 05/6) và năm (trước ngày 05/12) gửi về UBND xã.",
      ),
    ).toEqual(["6 tháng: 2026-06-05, yearly", "năm: 2026-12-05, yearly"]);
    expect(
      rounds(
        "1. Các đơn vị gửi báo cáo tháng (trước ngày 18), quý (trước ngày 18 của tháng cuối quý), năm (trước ngày 05/12) về Văn phòng HĐND và UBND.",
      ).map((one) => one.replace(/: .*?,/, ":")),
    ).toEqual(["tháng: monthly, day 18", "quý: quarterly, day 18", "năm: yearly"]);
    expect(
      rounds(
        "1. Các đơn vị gửi báo cáo trước ngày 10 tháng 6 (đối với báo cáo 6 tháng) và trước ngày 10 tháng 12 (đối với báo cáo năm).",
      ),
    ).toEqual(["6 tháng: 2026-06-10, yearly", "năm: 2026-12-10, yearly"]);
  });

  it("keeps the day itself in time where an hour is named", () => {
    expect(rounds("1. Các đơn vị báo cáo về UBND xã trước 16h00 ngày 30/6/2026.")).toEqual([
      "báo cáo: 2026-06-30",
    ]);
  });

  it("takes the receiving unit and not the office above, for whom it gathers", () => {
    const text =
      "3. Các cơ quan, đơn vị báo cáo trước ngày 25/11/2026 về Phòng Kinh tế để tổng hợp báo cáo UBND tỉnh theo quy định.";
    expect(rounds(text)).toEqual(["báo cáo: 2026-11-25"]);
    expect(read(text)).toMatchObject({
      consolidating_unit: expect.stringMatching(/^Phòng Kinh tế/),
      report_rounds: [{ to_unit: expect.stringMatching(/^Phòng Kinh tế/) }],
    });
  });

  it("doubts the deadline of one paper, and a day without “trước”", () => {
    expect(
      codes("1. Phòng Kinh tế xây dựng báo cáo sơ kết 5 năm, hoàn thành trước ngày 30/9/2026."),
    ).toContain("round-unsure");
    expect(codes("1. Báo cáo kết quả (lần 1: 15/6/2026; lần 2: 15/11/2026) về UBND xã.")).toEqual([
      "round-bound-unsaid",
      "round-bound-unsaid",
    ]);
  });

  it("finds no round where none is asked for, and says that none was found", () => {
    const text = "1. Phòng Kinh tế: Chủ trì tham mưu phát triển kinh tế - xã hội năm 2026.";
    expect(rounds(text)).toEqual([]);
    expect(codes(text)).toContain("report-rounds-missing");
  });

  it("reads the rounds of a decision's article", () => {
    const outline = typedDocument(`
      ỦY BAN NHÂN DÂN
      PHƯỜNG NAM ĐỒ SƠN
      Số: 9/QĐ-UBND
      ^QUYẾT ĐỊNH
      ^Giao nhiệm vụ công tác dân vận năm 2026
      ^QUYẾT ĐỊNH:
      Điều 1. Giao nhiệm vụ cho các phòng theo Phụ lục kèm theo.
      Điều 2. Các phòng báo cáo kết quả về Ủy ban nhân dân phường (qua Văn phòng) trước ngày 15/6/2026 và trước ngày 15/12/2026.
    `);
    const parts = splitParts(outline.blocks);
    const { document } = recogniseHead(outline, parts, NOBODY_KNOWN);
    const lexicon = learnUnits({ cells: ["Văn phòng"], running: [] }, NOBODY_KNOWN, document.issuer);
    const { report_rounds: found } = recogniseReporting(parts, lexicon, document);
    expect(found.map(({ before }) => before)).toEqual(["2026-06-15", "2026-12-15"]);
  });
});

describe("duties and routes", () => {
  it("hears of ad hoc reports", () => {
    expect(
      read("1. Các đơn vị báo cáo định kỳ 6 tháng và báo cáo đột xuất khi có yêu cầu.").ad_hoc_reports,
    ).toBe(true);
    expect(read("1. Các đơn vị xử lý kịp thời việc đột xuất.").ad_hoc_reports).toBe(false);
    expect(
      read(
        "1. Các đơn vị báo cáo kết quả về UBND xã (qua Văn phòng) 6 tháng trước ngày 10/6/2026, năm trước ngày 10/11/2026 và đột xuất khi có yêu cầu.",
      ).ad_hoc_reports,
    ).toBe(true);
    expect(
      read("1. Các đơn vị báo cáo kế hoạch; Công an xã kiểm tra hằng quý và đột xuất các cơ sở.")
        .ad_hoc_reports,
    ).toBe(false);
  });

  it("finds the route of changes and who decides them", () => {
    const { adjustment_route: route, difficulty_route: none } = read(
      "4. Trong quá trình thực hiện, nếu cần điều chỉnh, bổ sung nhiệm vụ, các đơn vị đề xuất gửi Phòng Văn hóa - Xã hội tổng hợp, báo cáo Chủ tịch Ủy ban nhân dân xã xem xét, quyết định.",
    );
    expect(route).toMatchObject({
      to: expect.stringMatching(/^Phòng Văn hóa - Xã hội/),
      decides: "Ủy ban nhân dân xã Hòa Bình",
    });
    expect(none).toBeNull();
  });

  it("finds the route of difficulties, alone or with that of changes", () => {
    const alone = read(
      "Trong quá trình triển khai, nếu có khó khăn, vướng mắc, các đơn vị phản ánh về Ủy ban nhân dân xã (qua Văn phòng HĐND và UBND) để xem xét, giải quyết.",
    );
    expect(alone.difficulty_route).toMatchObject({
      to: "Ủy ban nhân dân xã Hòa Bình",
      via: expect.stringMatching(/^Văn phòng/),
    });
    expect(alone.adjustment_route).toBeNull();
    const both = read(
      "Trong quá trình triển khai, nếu có vướng mắc hoặc cần điều chỉnh, bổ sung, các đơn vị báo cáo UBND xã để xem xét.",
    );
    expect([both.difficulty_route, both.adjustment_route]).not.toContain(null);
  });

  it("does not take a duty about people's difficulties for a route", () => {
    expect(
      read("1. Công an xã: Kịp thời tháo gỡ khó khăn, vướng mắc của Nhân dân, báo cáo kết quả hằng tuần.")
        .difficulty_route,
    ).toBeNull();
  });

  it("gives each duty to the unit whose heading, colon or order it stands under", () => {
    const { other_duties: duties, consolidating_unit: unit } = read(`1. Phòng Văn hóa - Xã hội:
      - Chủ trì theo dõi, đôn đốc, tổng hợp báo cáo.
      - Công an xã: Bảo đảm an ninh trật tự.
      2. Phòng Kinh tế: Tham mưu bố trí kinh phí.
      3. Giao Trung tâm Phục vụ hành chính công niêm yết thủ tục.
      4. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã tăng cường giám sát.
      Trên đây là Kế hoạch của Ủy ban nhân dân xã./.`);
    expect(duties.map(({ unit: whose, duty }) => `${whose}: ${duty}`)).toEqual([
      expect.stringMatching(/^Phòng Văn hóa - Xã hội.*: Chủ trì theo dõi, đôn đốc, tổng hợp báo cáo\.$/),
      expect.stringMatching(/^Công an xã.*: Bảo đảm an ninh trật tự\.$/),
      expect.stringMatching(/^Phòng Kinh tế.*: Tham mưu bố trí kinh phí\.$/),
      expect.stringMatching(/^Trung tâm Phục vụ hành chính công.*: niêm yết thủ tục\.$/),
      expect.stringMatching(/^Ủy ban Mặt trận Tổ quốc Việt Nam.*: tăng cường giám sát\.$/),
    ]);
    expect(unit).toMatch(/^Phòng Văn hóa - Xã hội/);
  });

  it("asks when two units are said to gather the reports", () => {
    expect(
      codes(`1. Các đơn vị báo cáo về UBND xã (qua Phòng Kinh tế tổng hợp) trước ngày 15/6/2026.
        2. Các đơn vị gửi báo cáo năm về Văn phòng HĐND và UBND để tổng hợp trước ngày 10/12/2026.`),
    ).toContain("consolidating-unit-unclear");
  });

  it("survives hostile paragraphs", () => {
    for (const piece of [
      "báo cáo trước ngày 1/1, ",
      "6 tháng, ",
      "qua UBND xã ",
      "Định kỳ báo cáo 1/",
      "để tổng hợp, báo cáo ",
    ])
      expect(read(`1. Các đơn vị báo cáo ${piece.repeat(100_000 / piece.length)}`).warnings).toBeDefined();
  });
});
