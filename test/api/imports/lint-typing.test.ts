import { describe, expect, it } from "vitest";
import { composeCalendar } from "../../../api/calendar/compose-calendar.ts";
import { lintReading } from "../../../api/imports/lint-reading.ts";
import { lintTyping } from "../../../api/imports/lint-typing.ts";
import type { Reading } from "../../../api/imports/reading.ts";
import { readTask, sampleReading } from "../../support/sample-reading.ts";

type Task = Reading["tasks"][number];

const told = (reading: Reading, lines: readonly string[] = []) =>
  lintTyping(
    reading,
    lines.map((text) => ({ text })),
  ).map(({ code, number, field, line, text }) => [code, number, field, line, text]);
const withTasks = (...tasks: readonly Task[]): Reading => sampleReading(() => ({ tasks: [...tasks] }));
const codes = (...titles: readonly string[]): readonly string[] =>
  lintTyping(withTasks(...titles.map((title, at) => readTask(`1.${at + 1}`, title)))).map(({ code }) => code);

describe("slips of the pen", () => {
  it("are told with the task, the field and the words around, in every field", () => {
    const task = readTask(
      "1.1",
      "Nghị định số 59/2023/NĐ-CP của Chính phủ phủ quy định chi tiết một số điều của Luật",
      {
        lead_text: "Phòng Kinh tế ,Phòng Văn hóa",
        product: "Kế hoặch",
        remarks: "xong ngày 31/11/2026",
        footnotes: [{ mark: "1", text: "Quy chế “Dân biết, dân bàn", source_lines: [9, 10] }],
      },
    );
    expect(told(withTasks(task))).toEqual([
      ["syllable-repeated", "1.1", "title", 2, "số 59/2023/NĐ-CP của Chính phủ phủ quy định chi tiết một số"],
      ["punctuation-spaced", "1.1", "lead_units", 3, "Phòng Kinh tế ,Phòng Văn hóa"],
      ["syllable-impossible", "1.1", "product", 2, "Kế hoặch"],
      ["text-date-impossible", "1.1", "remarks", 2, "xong ngày 31/11/2026"],
      ["quotation-unpaired", "1.1", "footnotes", 9, "Quy chế “Dân biết, dân bàn"],
    ]);
  });

  it("are told of the title and the sections as well", () => {
    const reading = sampleReading(({ document, sections }) => ({
      document: { ...document, title: "Thưc hiện công tác dân vận", spans: { title: [4, 4] } },
      sections: sections.map((section) => ({ ...section, title: "CÔNG TÁC TUYÊN TRUYỀN TRUYỀN" })),
    }));
    expect(told(reading)).toEqual([
      ["syllable-impossible", null, "title", 4, "Thưc hiện công tác dân vận"],
      ["syllable-repeated", null, null, 1, "CÔNG TÁC TUYÊN TRUYỀN TRUYỀN"],
    ]);
  });

  it("of a cell that covers several rows are told once", () => {
    const lead = { lead_text: "Phòng Kinh tế,Phòng Văn hóa" };
    expect(told(withTasks(readTask("1.1", "Rà soát", lead), readTask("1.2", "Tổng hợp", lead)))).toHaveLength(
      1,
    );
  });

  it("stand at the very line, and those between the tasks are found where the lines are given", () => {
    const task = readTask("1.1", "Vận động cán bộ và dân dân tham gia", { source_lines: [2, 4], spans: {} });
    const lines = [
      "STT Lộ trình thưc hiện",
      "Vận động cán bộ",
      "và dân dân",
      "tham gia",
      "(trước ngày 05/9 và",
      "mô hình “Dân vận",
      "Nơi nhận: UBND xã./.",
    ];
    const reading = sampleReading(() => ({ tasks: [task], sections: [] }));
    expect(told(reading, lines)).toEqual([
      ["syllable-repeated", "1.1", "title", 3, "Vận động cán bộ và dân dân tham gia"],
      ["syllable-impossible", null, null, 1, "STT Lộ trình thưc hiện"],
    ]);
  });

  it("change no field, and a decision without any is told nothing", () => {
    expect(told(sampleReading())).toEqual([]);
  });

  it("a date that the time cell is told for is not told twice", () => {
    const frame = { ...readTask("1.1", "").time_frame, text: "trước ngày 31/11/2026", invalid_date: true };
    const task = readTask("1.1", "Tổng kết trước ngày 31/11/2026", { time_frame: frame });
    expect(
      lintReading(withTasks(task), composeCalendar({ first: 2026, last: 2026 }))
        .map(({ code }) => code)
        .filter((code) => code.includes("impossible")),
    ).toEqual(["date-impossible"]);
  });
});

describe("documents that are cited", () => {
  it("with two signs on one day are asked about, with both", () => {
    expect(
      told(
        withTasks(
          readTask("1.1", "Thực hiện Quyết định số 118-QĐ/TU ngày 26/11/2021 về quy chế"),
          readTask("1.2", "Quán triệt Quyết định số 118-QĐ/BTV ngày 26/11/2021 về quy chế"),
        ),
      ),
    ).toEqual([
      ["citation-disagrees", "1.2", "title", 2, "118-QĐ/BTV ngày 26/11/2021 / 118-QĐ/TU ngày 26/11/2021"],
    ]);
  });

  it("one number of one office with two days of a year is asked about", () => {
    const first = "Thực hiện Kế hoạch số 41/KH-UBND ngày 23/02/2026 của UBND tỉnh Bắc Ninh về cải cách";
    expect(
      codes(first, "Theo Kế hoạch số 41/KH-UBND ngày 23/3/2026 của Ủy ban nhân dân tỉnh Bắc Ninh"),
    ).toEqual(["citation-disagrees"]);
    expect(codes(first, "Theo Kế hoạch số 41/KH-UBND ngày 23/3/2026 của UBND xã Yên Trung")).toEqual([]);
    expect(codes(first, "Theo Kế hoạch số 41/KH-UBND ngày 23/3/2025 của UBND tỉnh Bắc Ninh")).toEqual([]);
    expect(codes(first, first)).toEqual([]);
    expect(codes(first, "Theo Kế hoạch số 41/KH-UBND của UBND tỉnh")).toEqual([]);
  });

  it("a sign of the Party's centre under a province's decision is asked about", () => {
    expect(codes("Quyết định số 118-QĐ/TW ngày 26/11/2021 của Ban Thường vụ Tỉnh ủy về quy chế")).toEqual([
      "citation-sign-of-another",
    ]);
    expect(codes("Quyết định số 23-QĐ/TW ngày 30/7/2021 của Bộ Chính trị về quy chế")).toEqual([]);
  });
});

describe("words of the office above in a commune's decision", () => {
  it.each([
    "Bảo đảm thực hiện dân chủ trên địa bàn huyện",
    "Thủ trưởng các sở, ban, ngành tăng cường đối thoại",
    "Chủ tịch Ủy ban nhân dân các xã tăng cường đối thoại",
    "Ủy ban nhân dân xã, phường tổ chức tuyên truyền",
  ])("asked: “%s”", (title) => {
    expect(codes(title)).toEqual(["superior-words"]);
  });

  it.each([
    "Tuyên truyền trên địa bàn xã, các thôn",
    "Thực hiện Quyết định số 01/2019/QĐ-UBND ngày 02/01/2019 về bồi thường trên địa bàn tỉnh",
    "Triển khai Nghị quyết của HĐND tỉnh về nhà ở trên địa bàn tỉnh",
    "Hưởng ứng phong trào “Dân vận khéo trên địa bàn tỉnh”",
    "Thực hiện dân chủ trên địa bàn tỉnh Bắc Ninh",
    "Phối hợp với Thủ trưởng các sở, ngành giải quyết kiến nghị",
    "Phối hợp với Ủy ban nhân dân các xã lân cận",
    "Ủy ban nhân dân xã, các thôn tổ chức đối thoại",
  ])("silent: “%s”", (title) => {
    expect(codes(title)).toEqual([]);
  });

  it("an office above a commune, or one that is not known, may say them", () => {
    for (const issuer of ["Ủy ban nhân dân tỉnh Bắc Ninh", null]) {
      const reading = sampleReading(({ document }) => ({
        document: { ...document, issuer },
        tasks: [readTask("1.1", "Thủ trưởng các sở, ban, ngành tăng cường đối thoại trên địa bàn tỉnh")],
      }));
      expect(told(reading)).toEqual([]);
    }
  });
});
