import { describe, expect, it } from "vitest";
import { composeCalendar } from "../../../api/calendar/compose-calendar.ts";
import { lintReading } from "../../../api/imports/lint-reading.ts";
import type { Reading } from "../../../api/imports/reading.ts";
import { localDate } from "../../../api/shared/local-date.ts";
import { recogniseTimeFrame } from "../../../api/time-frames/recognise-time-frame.ts";
import { readTask, sampleReading } from "../../support/sample-reading.ts";

const CALENDAR = composeCalendar({ first: 2025, last: 2030 });
type Task = Reading["tasks"][number];

/** As the tasks of a table stand: line by line, each with its time in the line after it. */
const inOrder = (tasks: readonly Task[]): Task[] =>
  tasks.map((task, at) => ({
    ...task,
    source_lines: [10 + at * 2, 11 + at * 2],
    spans: { time_frame: [11 + at * 2, 11 + at * 2] },
  }));
const due = (phrase: string): Pick<Task, "time_frame"> => ({
  time_frame: { ...recogniseTimeFrame(phrase, { year: 2026, documentDate: null }) },
});
/** Its round is moved to a day on which the day before is worked. */
const lint = (change: (reading: Reading) => Partial<Reading>) =>
  lintReading(
    sampleReading((reading) => {
      const sound = {
        ...reading,
        report_rounds: reading.report_rounds.map((round) => ({ ...round, before: localDate("2026-06-16") })),
      };
      return { ...sound, ...change(sound) };
    }),
    CALENDAR,
  ).map(({ code, number, field, line, text }) => [code, number, field, line, text]);
/** What a plan with these tasks is told. */
const codes = (...tasks: readonly Task[]): readonly string[] =>
  lint(() => ({ tasks: inOrder(tasks) })).map(([code]) => String(code));

it("a plan without a fault is told nothing", () => {
  expect(lint(() => ({}))).toEqual([]);
});

describe("due dates", () => {
  const task = (phrase: string) => readTask("1.1", "Tổ chức hội nghị đối thoại với Nhân dân", due(phrase));

  it("“trước ngày 17/02/2026” leaves the day before, which is a day of Tết", () => {
    expect(lint(() => ({ tasks: inOrder([task("Trước ngày 17/02/2026")]) }))).toEqual([
      ["due-on-day-off", "1.1", "time_frame", 11, "Trước ngày 17/02/2026"],
    ]);
  });

  it.each([
    ["trước ngày 28/02/2026", []],
    ["trước ngày 02/3/2026", ["due-on-day-off"]],
    // A Saturday that is worked in exchange.
    ["chậm nhất ngày 22/8/2026", []],
    ["Tháng 5/2026", []],
    ["ngày 15/01/2026", ["due-before-signing"]],
    ["Tháng 12/2025", ["due-before-signing"]],
    ["trước ngày 23/01/2026", ["due-soon-after-signing"]],
    ["trước ngày 24/01/2026", ["due-soon-after-signing"]],
    ["trước ngày 28/01/2026", []],
    ["Quý I/2027", ["due-outside-scope"]],
    ["trước ngày 31/11/2026", ["date-impossible"]],
    ["Năm 2027", ["due-outside-scope"]],
    ["Năm 2026", []],
    ["Thường xuyên", []],
  ])("“%s”, signed on 20/01/2026: %j", (phrase, expected) => {
    expect(codes(task(phrase))).toEqual(expected);
  });

  it("several days in one cell are looked at one by one", () => {
    expect(codes(task("trước ngày 10/6/2026 và trước ngày 13/12/2026"))).toEqual(["due-on-day-off"]);
  });

  it("three tasks of one unit in one week are told with their numbers, two are not", () => {
    const works = ["Thi tìm hiểu pháp luật", "Hội nghị đối thoại", "Trồng cây nhớ ơn Bác"];
    const week = works.map((title, at) =>
      readTask(`1.${at + 1}`, title, due(`trước ngày ${10 + at}/6/2026`)),
    );
    expect(lint(() => ({ tasks: inOrder(week) }))).toEqual([
      ["week-crowded", null, "time_frame", 11, "Phòng Văn hóa - Xã hội: 1.1, 1.2, 1.3"],
    ]);
    expect(codes(...week.slice(0, 2))).toEqual([]);
  });

  it("the one task without a time among five that have one may have been forgotten", () => {
    const works = ["Thi tìm hiểu", "Đối thoại", "Trồng cây", "Khen thưởng", "Tập huấn"];
    const timed = works.map((title, at) => readTask(`1.${at + 1}`, title, due(`Tháng ${at + 3}/2026`)));
    const forgotten = readTask("1.6", "Rà soát hộ nghèo");
    expect(codes(...timed, forgotten)).toEqual(["time-frame-missing"]);
    expect(codes(...timed.slice(0, 2), { ...forgotten, number: "1.3" })).toEqual([]);
  });
});

describe("numbers", () => {
  const numbered = (...numbers: readonly string[]) =>
    codes(
      ...numbers.map((number, at) =>
        readTask(number, `Công việc ${"một hai ba bốn năm sáu bảy".split(" ")[at]}`),
      ),
    );

  it.each([
    [["1.1", "1.2", "1.4"], ["numbering-gap"]],
    [["1.2"], ["numbering-gap"]],
    [["1.1", "1.10"], ["numbering-gap"]],
    [["1.1.a", "1.1.b", "1.1.d"], ["numbering-gap"]],
    [["1.1.a", "1.1.b", "1.1.c", "1.1.d", "1.1.đ", "1.1.e", "1.1.g"], []],
    [["1.1.d", "1.1.e"], ["numbering-gap"]],
    [["1.1.a", "1.1.b", "1.1.c", "1.1.d", "1.1.e"], []],
    [["1.1", "2.1", "PL.1", "PL.2"], []],
    // Roman sections over figures that run on: each series counts by itself.
    [["I", "1", "II", "2", "III", "4"], ["numbering-gap"]],
    [["I", "1.1", "1.2"], []],
    [["I", "III"], ["numbering-gap"]],
    [["A", "B", "D"], ["numbering-gap"]],
    [["1.h", "1.i"], ["numbering-gap"]],
    [["1.i", "1.ii", "1.iii"], []],
    [["1.1", "1.2", "1.2"], ["number-twice"]],
    [
      ["1.1", "1.3", "1.2"],
      ["numbering-gap", "numbering-backwards"],
    ],
  ])("%j: %j", (numbers, expected) => {
    expect(numbered(...numbers)).toEqual(expected);
  });

  it("a number that the reader gave itself leaves no gap", () => {
    expect(codes(readTask("1.3", "Công việc khác", { number_in_document: null }))).toEqual([]);
  });
});

describe("work named twice", () => {
  const first = readTask(
    "1.1",
    "Tham mưu Ủy ban nhân dân xã chấm điểm, xếp loại công tác dân vận năm 2026",
    due("Quý IV/2026"),
  );

  it("is found under other opening words, at the same time or at another", () => {
    const again = "Thực hiện chấm điểm, xếp loại công tác dân vận xã năm 2026.";
    expect(lint(() => ({ tasks: inOrder([first, readTask("1.2", again, due("Tháng 8/2026"))]) }))).toEqual([
      ["task-repeated-at-another-time", "1.2", "time_frame", 12, `1.1: ${first.title}`],
    ]);
    expect(codes(first, readTask("1.2", again, due("Quý IV/2026")))).toEqual(["task-repeated"]);
  });

  it("is not what only sounds alike", () => {
    expect(
      codes(
        readTask("1.1", "Ban hành kế hoạch triển khai thực hiện mô hình “Chính quyền thân thiện”"),
        readTask("1.2", "Tổ chức thực hiện mô hình “Chính quyền thân thiện”"),
        readTask("1.3", "Thực hiện Nghị quyết về phát triển nông nghiệp"),
        readTask("1.4", "Thực hiện Nghị quyết về phát triển giáo dục"),
      ),
    ).toEqual([]);
  });
});

describe("units", () => {
  const group = (name: string, of: "all_departments" | "related_departments"): Reading["units"][number] => ({
    name,
    short: null,
    kind: "group",
    aliases: [],
    is_group: true,
    group_of: of,
  });
  const units = [
    group("Các phòng, đơn vị trực thuộc", "all_departments"),
    group("Các phòng, đơn vị có liên quan", "related_departments"),
  ];
  const told = (...tasks: readonly Task[]) =>
    lint((reading) => ({ tasks: inOrder(tasks), units: [...reading.units, ...units] })).map(
      ([code, number, , , text]) => [code, number, text],
    );

  it("a group in the lead is told, and “có liên quan” is asked, whoever it is", () => {
    expect(
      told(
        readTask("1.1", "Việc một", { lead_units: ["Các phòng, đơn vị trực thuộc"] }),
        readTask("1.2", "Việc hai", {
          lead_units: ["Các phòng, đơn vị có liên quan"],
          lead_text: "Các phòng, đơn vị có liên quan",
        }),
        readTask("1.3", "Việc ba", {
          coordinating_text: "Công an xã và các ngành liên quan",
          coordinating_units: ["Công an xã"],
        }),
      ),
    ).toEqual([
      ["group-leads", "1.1", "Các phòng, đơn vị trực thuộc"],
      ["related-units-open", "1.2", "Các phòng, đơn vị có liên quan"],
      ["related-units-open", "1.3", "Công an xã và các ngành liên quan"],
    ]);
  });

  it("a task without a lead is told; its heading is not; a plan that names none is told once", () => {
    const nobody = { lead_units: [], lead_text: null };
    const heading = readTask("1.2", "Thực hiện dân chủ ở cơ sở:", nobody);
    const item = readTask("1.2.a", "Niêm yết công khai", { ...nobody, parent: "1.2" });
    expect(told(readTask("1.1", "Việc một"), heading, item)).toEqual([
      ["lead-missing", "1.2.a", "Niêm yết công khai"],
    ]);
    expect(told({ ...heading, number: "1.1" }, { ...item, number: "1.1.a", parent: "1.1" })).toEqual([
      ["leads-missing", null, ""],
    ]);
  });
});

describe("reports", () => {
  const rounds = (...befores: readonly (string | null)[]) =>
    lint((reading) => {
      const [round] = reading.report_rounds;
      return round === undefined
        ? {}
        : {
            report_rounds: befores.map((before, at) => ({
              ...round,
              before: before === null ? null : localDate(before),
              text: `lần ${at + 1}`,
              source_lines: [40 + at, 40 + at],
            })),
          };
    }).map(([code, , field, line]) => [code, field, line]);

  it("before the plan, outside its year, on a day off, twice, without a day", () => {
    expect(rounds("2026-01-20", "2027-01-14", "2026-06-15", "2026-06-15", null, "2026-09-01")).toEqual([
      ["round-before-document", "report_rounds", 40],
      ["round-outside-scope", "report_rounds", 41],
      ["round-on-day-off", "report_rounds", 42],
      ["round-on-day-off", "report_rounds", 43],
      ["round-twice", "report_rounds", 43],
      ["round-undated", "report_rounds", 44],
      ["round-on-day-off", "report_rounds", 45],
    ]);
  });

  it("on a day that is itself in time are looked at on that day", () => {
    const until = (day: string) =>
      lint(({ report_rounds: [round] }) =>
        round === undefined
          ? {}
          : { report_rounds: [{ ...round, before: localDate(day), inclusive: true as const }] },
      ).map(([code]) => code);
    // A Monday, and the Sunday before it.
    expect(until("2026-06-15")).toEqual([]);
    expect(until("2026-06-14")).toEqual(["round-on-day-off"]);
    expect(until("2026-12-31")).toEqual([]);
  });

  it("none at all", () => {
    expect(lint(() => ({ report_rounds: [] }))).toEqual([
      ["report-rounds-missing", null, "report_rounds", null, ""],
    ]);
  });

  it("what the reading has told already is not told again", () => {
    const told = {
      code: "report-rounds-missing",
      number: null,
      field: "report_rounds",
      line: 9,
      text: "Báo cáo",
    };
    expect(lint(() => ({ report_rounds: [], warnings: [told] }))).toEqual([]);
  });
});

it("a thousand tasks that say the same are judged in a moment, each against one before it", () => {
  const many = Array.from({ length: 1_000 }, (_, at) =>
    readTask(
      `1.${at + 1}`,
      `Tổ chức hội nghị đối thoại với Nhân dân thôn ${at % 300} về xây dựng nông thôn mới`,
    ),
  );
  expect(codes(...many).every((code) => code === "task-repeated" || code === "week-crowded")).toBe(true);
});
