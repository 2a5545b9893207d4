import { describe, expect, test } from "vitest";
import type { UnderstoodNote } from "../../../api/progress/note.ts";
import {
  claimsCompletion,
  completionDateOf,
  lacksCompletionDate,
  NOTE_MAX_LENGTH,
  understoodNoteSchema,
} from "../../../api/progress/note.ts";
import { understandNote } from "../../../api/progress/understand-note.ts";
import { localDate } from "../../../api/shared/local-date.ts";

/** Monday, one week before the first report of the plan is due. */
const today = localDate("2026-09-07");

const read = (text: string): UnderstoodNote => understandNote(text, { today });

type Reading = readonly [
  text: string,
  state: UnderstoodNote["state"],
  percent?: number | null,
  completedOn?: string | null,
];

const finished: readonly Reading[] = [
  ["đã xong", "completed"],
  ["da xong", "completed"],
  ["Xong rồi ạ", "completed"],
  ["xong r", "completed"],
  ["xong roi", "completed"],
  ["ht", "completed"],
  ["đã ht", "completed"],
  ["đã hoàn thành", "completed"],
  ["da hoan thanh", "completed"],
  ["Đơn vị đã hoàn thành nhiệm vụ", "completed"],
  ["đã hoàn tất", "completed"],
  ["đã thực hiện xong", "completed"],
  ["đã xong, đạt 100%", "completed", 100],
  ["da xong, dat 100%", "completed", 100],
  ["đạt 100%", "completed", 100],
  ["100%", "completed", 100],
  ["hoàn thành 100% kế hoạch", "completed", 100],
  ["hoan thanh 100% chi tieu", "completed", 100],
  ["xong ngày 20/3", "completed", null, "2026-03-20"],
  ["xong ngay 20/3", "completed", null, "2026-03-20"],
  ["hoàn thành 20/03/2026", "completed", null, "2026-03-20"],
  ["hoàn thành ngày 20.3", "completed", null, "2026-03-20"],
  ["hoàn thành ngày 20-3-2026", "completed", null, "2026-03-20"],
  ["hoàn thành 2026-03-20", "completed", null, "2026-03-20"],
  ["đã xong 20/3/26", "completed", null, "2026-03-20"],
  ["hôm qua đã xong", "completed", null, "2026-09-06"],
  ["hom qua da xong", "completed", null, "2026-09-06"],
  ["xong hôm nay", "completed", null, "2026-09-07"],
  ["hôm kia xong rồi", "completed", null, "2026-09-05"],
  ["xong từ tháng 2", "completed", null, null],
  ["hoàn thành hồi tháng 3", "completed", null, null],
  ["một trăm phần trăm", "completed", 100],
  ["đã hoàn thành ngày 5 tháng 2", "completed", null, "2026-02-05"],
  ["da hoan thanh ngay 5 thang 2 nam 2026", "completed", null, "2026-02-05"],
  ["đã xong (20/3)", "completed", null, "2026-03-20"],
  ["Ngày 20/3, đã hoàn thành", "completed", null, "2026-03-20"],
  ["3/9 đã xong", "completed", null, "2026-09-03"],
  ["đã xong trước ngày 15/8", "completed", null, null],
  ["hoàn thành 60/60 hộ", "completed"],
  ["đã hoàn thành 60/60 hộ (100%)", "completed"],
  ["không phát sinh vướng mắc, đã hoàn thành", "completed"],
  ["chưa có kinh phí nhưng đã xong", null],
  ["đã xong, không phát sinh gì thêm", "completed"],
  ["đã nộp", "completed"],
  ["đã nộp báo cáo", "completed"],
  ["đã nộp rồi ạ", "completed"],
  ["đã ban hành kế hoạch số 12/KH-UBND ngày 20/3, đạt 100%", "completed", 100, "2026-03-20"],
  ["da ban hanh ke hoach so 12/KH-UBND ngay 20/3, dat 100%", "completed", 100, "2026-03-20"],
  ["đã ban hành kế hoạch số 12/KH-UBND ngày 20/3", "completed", null, "2026-03-20"],
  ["đã ban hành kế hoạch ngày 20/3", "completed", null, "2026-03-20"],
  ["đã ban hành KH 12/KH-UBND ngày 20/3, xong ngày 25/3", "completed", null, "2026-03-25"],
  ["đã hoàn thành theo kế hoạch số 12/KH-UBND ngày 20/3", "completed", null, null],
  ["Thực hiện Kế hoạch số 12/KH-UBND ngày 20/3, đơn vị đã hoàn thành", "completed", null, null],
];

const unfinished: readonly Reading[] = [
  ["chưa xong", "in_progress"],
  ["chua xong", "in_progress"],
  ["chưa hoàn thành", "in_progress"],
  ["sắp xong", "in_progress"],
  ["gần xong rồi", "in_progress"],
  ["cơ bản hoàn thành", "in_progress"],
  ["không hoàn thành", null],
  ["ko hoan thanh", null],
  ["dự kiến hoàn thành ngày 30/9", null],
  ["du kien hoan thanh ngay 30/9", null],
  ["phấn đấu xong trước 30/9", null],
  ["sẽ hoàn thành", null],
  ["mai xong", null],
  ["đang làm, dự kiến xong 30/9", "in_progress"],
  ["đã hoàn thành 80%", "in_progress", 80],
  ["hoàn thành 80%", "in_progress", 80],
  ["hoan thanh 80 %", "in_progress", 80],
  ["hoàn thành 80 phần trăm", "in_progress", 80],
  ["đang lấy ý kiến", "in_progress"],
  ["dang lay y kien", "in_progress"],
  ["đang làm 40%", "in_progress", 40],
  ["đạt 99,9%", "in_progress", 99],
  ["được 80% công việc", "in_progress", 80],
  ["dat nam muoi phan tram", "in_progress", 50],
  ["được bảy mươi lăm phần trăm", "in_progress", 75],
  ["mới được mười phần trăm", "in_progress", 10],
  ["hoàn thành dự thảo", "in_progress"],
  ["đã xong giai đoạn 1", "in_progress"],
  ["đã xong phần 1, đang làm phần 2", "in_progress"],
  ["đạt 45/60 hộ (75%)", "in_progress", 75],
  ["dat 45/60 ho", "in_progress"],
  ["hoàn thành 45/60 hộ", "in_progress"],
  ["tiếp tục thực hiện", "in_progress"],
  ["đang chờ ý kiến Đảng ủy", "in_progress"],
  ["chưa triển khai", "not_started"],
  ["chua trien khai", "not_started"],
  ["chưa thực hiện được", "not_started"],
  ["chưa triển khai, đang chờ kinh phí", "not_started"],
  ["0%", "not_started", 0],
  ["chưa triển khai hết", null],
];

const quiet: readonly Reading[] = [
  ["không phát sinh", "nothing_new"],
  ["ko phat sinh", "nothing_new"],
  ["khong phat sinh gi moi", "nothing_new"],
  ["kps", "nothing_new"],
  ["k ps", "nothing_new"],
  ["trong kỳ không có gì mới", "nothing_new"],
  ["không phát sinh đơn thư", "nothing_new"],
  ["giữ nguyên", "no_change"],
  ["giu nguyen", "no_change"],
  ["như kỳ trước", "no_change"],
  ["không thay đổi", "no_change"],
  ["không có thay đổi so với kỳ đã báo cáo", "no_change"],
  ["không giữ nguyên", null],
];

const unsure: readonly Reading[] = [
  ["", null],
  ["100% hộ dân đã ký", null],
  ["100% ho dan da ky cam ket", null],
  ["tỷ lệ hộ ký cam kết đạt 100%", null],
  ["60/60 hộ đã ký (100%)", null],
  ["đạt 60/60 hộ (100%)", null],
  ["phấn đấu đạt 80%", null],
  ["chưa đạt 100%", null],
  ["còn 20%", null],
  ["từ 60% lên 80%", "in_progress", 80],
  ["tháng 8: 60%, nay: 80%", "in_progress", null],
  ["đã báo cáo cho UBND xong", "completed"],
  ["đang chờ", "in_progress"],
  ["chờ ý kiến", "in_progress"],
  ["đạt 70-80%", null],
  ["đạt 70 - 80%", null],
  ["đạt 120% kế hoạch", null],
  ["đã xong chưa?", null],
  ["xong chưa", null],
  ["xong đâu mà xong", null],
  ["đã hoàn thành công tác chuẩn bị", "in_progress"],
  ["em làm xong rồi nhưng sếp chưa ký", null],
  ["chưa báo cáo, xong sẽ báo", null],
  [
    "Đã triển khai tới 12/12 tổ dân phố, 100% hộ ký cam kết, hoàn thành ngày 1/9",
    "completed",
    null,
    "2026-09-01",
  ],
  ["báo cáo số 45/BC-UBND ngày 1/9 đã nộp", "completed", null, "2026-09-01"],
  ["xong?", null],
  ["100%?", null],
  ["đã xong, chưa gửi báo cáo", null],
  ["đã xong, còn 3 hộ", null],
  ["đã xong, đang chờ xác nhận", null],
  ["đã xong, chưa triển khai ở tổ 5", null],
  ["xong 3/5", null],
  ["45 hộ đã xong", null],
  ["đã tổ chức xong 3 hội nghị", null],
  ["đã hoàn thành 3 hội nghị", null],
  ["hoàn thành trong tháng 10", null],
  ["yêu cầu các đơn vị hoàn thành trước 30/9", null],
  ["đã ban hành kế hoạch", null],
  ["đã ban hành kế hoạch số 12/KH-UBND để triển khai tuyên truyền", null],
  ["theo kế hoạch đã ban hành số 12/KH-UBND ngày 20/3", null],
  ["chưa ban hành", null],
  ["đã ban hành kế hoạch số 12/KH-UBND chưa?", null],
  ["sẽ ban hành kế hoạch số 12/KH-UBND", null],
  ["đã nộp hồ sơ đất", null],
  ["dang uy da chi dao", null],
  ["Đảng ủy đã chỉ đạo", null],
  ["đã tuyên truyền cho 1.250 hộ", null],
  ["tổ chức 3 hội nghị, không phát sinh đơn thư", null],
  ["đã tuyên truyền, không phát sinh", null],
  ["chùa xong", "completed"],
  ["😀", null],
];

describe("what state a note tells", () => {
  for (const [text, state, percent, completedOn] of [...finished, ...unfinished, ...quiet, ...unsure]) {
    test(`“${text}” → ${state}`, () => {
      const note = read(text);
      expect({ state: note.state, text: note.text }).toEqual({ state, text });
      if (percent !== undefined) expect(note.percent).toBe(percent);
      if (completedOn !== undefined) expect(note).toMatchObject({ completedOn });
      expect(understoodNoteSchema.parse(JSON.parse(JSON.stringify(note)))).toEqual(note);
    });
  }
});

describe("days", () => {
  test("a head writes in early January about December: last month, not next", () => {
    const note = understandNote("xong ngày 20/12", { today: localDate("2026-01-05") });
    expect(note).toMatchObject({ state: "completed", completedOn: "2025-12-20", dateProblem: null });
  });
  test.each([
    ["xong ngày 25/9", "in_future"],
    ["xong ngày 8/9/2026", "in_future"],
    ["hoàn thành ngày 31/02", "impossible"],
    ["hoàn thành 31/4/2026", "impossible"],
    ["xong 29/2", "impossible"],
    ["xong ngày 20/3/1020", "impossible"],
    ["đã ban hành 12/KH-UBND ngày 31/2", "impossible"],
    ["đã ban hành 12/KH-UBND ngày 30/9", "in_future"],
    ["đang soạn, căn cứ 12/KH-UBND ngày 31/2", "impossible"],
  ])("“%s” is asked about (%s), never repaired", (text, problem) => {
    const note = read(text);
    expect(note).toMatchObject({ completedOn: null, dateProblem: problem });
    expect(claimsCompletion(note)).toBe(false);
    expect(completionDateOf(note, today)).toBeNull();
  });
  test("29/2 of the leap year just past is believed in the same half year", () => {
    expect(understandNote("xong 29/2", { today: localDate("2024-03-01") }).completedOn).toBe("2024-02-29");
  });
  test("two days that differ: nobody knows which is meant", () => {
    expect(read("đã hoàn thành từ ngày 01/3 đến ngày 20/3").completedOn).toBe("2026-03-01");
    expect(read("đã hoàn thành ngày 01/3 và ngày 20/3").completedOn).toBeNull();
  });
  test("a lunar day is no day of the office", () => {
    expect(read("đã xong ngày 10/3 âm lịch")).toMatchObject({ completedOn: null, dateProblem: null });
  });
  test.each([
    ["dự kiến hoàn thành ngày 30/9", "2026-09-30"],
    ["dự kiến xong 15/1", "2027-01-15"],
    ["dự kiến xong 15/6", null],
    ["dự kiến xong 15/6/2027", "2027-06-15"],
    ["dự kiến xong 30/2", null],
    ["sẽ hoàn thành", null],
  ])("a promise is kept apart: %s", (text, plannedOn) => {
    expect(read(text)).toMatchObject({ plannedOn, completedOn: null, dateProblem: null });
  });
  test("without a day the caller takes the note's own", () => {
    const note = read("đã xong");
    expect(lacksCompletionDate(note)).toBe(true);
    expect(completionDateOf(note, today)).toBe(today);
    expect(completionDateOf(read("xong hôm qua"), today)).toBe("2026-09-06");
    expect(lacksCompletionDate(read("đang làm"))).toBe(false);
  });
});

describe("named documents", () => {
  test.each([
    ["đã ban hành kế hoạch số 12/KH-UBND ngày 20/3", "12/KH-UBND", "kế hoạch", "2026-03-20"],
    ["ban hanh 12/kh-ubnd", "12/KH-UBND", "kế hoạch", null],
    ["quyết định 26/qd-ubnd", "26/QĐ-UBND", "quyết định", null],
    ["Số 673 /QĐ-UBND ngày 12 /02/2026", "673/QĐ-UBND", "quyết định", "2026-02-12"],
    ["168 / KH - UBND ngày 14 tháng 11 năm 2025", "168/KH-UBND", "kế hoạch", "2025-11-14"],
    ["Kế hoạch số 41/KH-UBND, ngày 23/02/2024", "41/KH-UBND", "kế hoạch", "2024-02-23"],
    ["12/KH-UBND (20/3)", "12/KH-UBND", "kế hoạch", "2026-03-20"],
    ["12/KH-UBND của UBND phường Hải An ngày 20/3", "12/KH-UBND", "kế hoạch", "2026-03-20"],
    ["chương trình 01-CTr/BXDĐ", "01-CTr/BXDĐ", "chương trình", null],
    ["01-CTr/BXDĐĐU- ĐUUBNDP", "01-CTr/BXDĐĐU-ĐUUBNDP", "chương trình", null],
    ["Quy định 218-QĐ/TW", "218-QĐ/TW", "quyết định", null],
    ["nghị định 30/2020/NĐ-CP", "30/2020/NĐ-CP", "nghị định", null],
    ["Kế hoạch số 294/KH", "294/KH", "kế hoạch", null],
    ["12/KH – đã ban hành", "12/KH", "kế hoạch", null],
    ["công văn 123/UBND-VX", "123/UBND-VX", "công văn", null],
    ["tờ trình 5/tt-vhxh", "5/TT-VHXH", "tờ trình", null],
    ["bc số 45/ABC-XYZ", "45/ABC-XYZ", null, null],
    ["số 45/vhxh-th", "45/VHXH-TH", null, null],
    ["kế hoạch số 12 ngày 20/3", "12", "kế hoạch", "2026-03-20"],
    ["12/KH-UBND hạn 30/8", "12/KH-UBND", "kế hoạch", null],
    ["căn cứ 5/CT-TTg, đã ban hành 12/KH-UBND ngày 20/3", "12/KH-UBND", "kế hoạch", "2026-03-20"],
    ["12/KH-UBND, 13/KH-UBND ngày 20/3", "12/KH-UBND", "kế hoạch", null],
    ["12/KH-UBND 13/KH-UBND ngày 20/3", "12/KH-UBND", "kế hoạch", null],
  ])("“%s”", (text, number, kind, issuedOn) => {
    expect(read(text).documentReference).toEqual({ number, kind, issuedOn });
  });
  test.each(["45/hộ", "24/h", "đạt 45/60 hộ", "không phát sinh", "tổ dân phố số 12", "5/khu-phố"])(
    "“%s” names none",
    (text) => {
      expect(read(text).documentReference).toBeNull();
    },
  );
});

describe("figures", () => {
  test.each([
    [
      "tổ chức 3 hội nghị, 250 lượt người",
      [
        [3, "hội nghị"],
        [250, "lượt người"],
      ],
    ],
    [
      "to chuc 03 hoi nghi, 250 luot nguoi",
      [
        [3, "hội nghị"],
        [250, "lượt người"],
      ],
    ],
    ["đã tuyên truyền cho 1.250 hộ", [[1250, "hộ"]]],
    ["1,250 hộ", [[1250, "hộ"]]],
    ["2,5 triệu đồng", [[2.5, "triệu đồng"]]],
    ["3.5 tỷ", [[3.5, "tỷ"]]],
    ["1.250,5 m2", [[1250.5, "m2"]]],
    ["10 nghìn lượt người", [[10_000, "lượt người"]]],
    ["10 nghìn đồng", [[10, "nghìn đồng"]]],
    ["250người", [[250, "người"]]],
    ["2,5 hộ", []],
    ["1.2.3 hộ", []],
    ["1234567890123456 hộ", []],
    ["100% hộ dân đã ký", [[100, "%"]]],
    ["5 con voi", []],
  ])("“%s”", (text, figures) => {
    expect(read(text).figures.map(({ value, unit }) => [value, unit])).toEqual(figures);
  });
  test("a share keeps its whole and its words", () => {
    expect(read("đạt 45/60 hộ (75%)").figures).toEqual([
      { value: 45, outOf: 60, unit: "hộ", text: "45/60 hộ" },
    ]);
    expect(read("100% hộ dân đã ký").figures[0]?.text).toBe("100% hộ dân");
  });
});

describe("difficulties", () => {
  test.each([
    ["vướng mắc: thiếu kinh phí", "thiếu kinh phí"],
    ["vuong mac: thieu kinh phi", "thieu kinh phi"],
    ["khó khăn do mưa bão kéo dài", "mưa bão kéo dài"],
    ["Đang làm. Khó khăn, vướng mắc: chưa có hướng dẫn. Đề nghị hỗ trợ", "chưa có hướng dẫn"],
    ["đang gặp khó khăn về kinh phí", "về kinh phí"],
    ["đang vướng mặt bằng, dự kiến xong 30/9", "mặt bằng"],
    ["thiếu kinh phí", "thiếu kinh phí"],
    ["chưa triển khai do chưa có kinh phí", "chưa có kinh phí"],
    ["đã xong, khó khăn: các tổ chưa đồng thuận", "các tổ chưa đồng thuận"],
    ["vướng mắc: không", null],
    ["khó khăn, vướng mắc: không có", null],
    ["không có khó khăn", null],
    ["không gặp khó khăn gì", null],
    ["thăm, tặng quà hộ khó khăn", null],
    ["tháo gỡ khó khăn cho doanh nghiệp", null],
    ["tháo gỡ khó khăn. Vướng mắc: thiếu người", "thiếu người"],
    ["ông Vương đã ký", null],
    ["chuyện khó khăn ấy", null],
    ["vướng mắc", null],
    ["vướng mắc:", null],
  ])("“%s”", (text, difficulty) => {
    expect(read(text).difficulty).toBe(difficulty);
  });
  test("what others finished inside a difficulty finishes nothing", () => {
    expect(read("khó khăn: các hộ đã hoàn thành thủ tục nhưng không nhận tiền").state).not.toBe("completed");
    expect(read("đã xong, khó khăn: các tổ chưa đồng thuận").state).toBe("completed");
  });
});

describe("the number in front", () => {
  test("is taken off the words", () => {
    expect(read("2.4 đã xong, đạt 100%")).toMatchObject({
      taskNumber: "2.4",
      text: "đã xong, đạt 100%",
      percent: 100,
    });
    expect(read("3.5a không phát sinh")).toMatchObject({ taskNumber: "3.5.a", state: "nothing_new" });
  });
  test("several numbers are one note's no longer", () => {
    expect(read("2.3, 3.1 không phát sinh")).toMatchObject({
      taskNumber: null,
      text: "2.3, 3.1 không phát sinh",
    });
  });
  test("a caller that has split the message says it itself", () => {
    expect(understandNote("3.1 xong", { today, taskNumber: "2.4" })).toMatchObject({
      taskNumber: "2.4",
      text: "3.1 xong",
    });
    expect(understandNote("2 đã xong", { today, knownNumbers: new Set(["2"]) })).toMatchObject({
      taskNumber: "2",
    });
  });
});

describe("spelling troubles", () => {
  test("zero-width spaces and decomposed letters read alike", () => {
    expect(read("đã\u200b xong").state).toBe("completed");
    expect(read("đang lấy ý kiến".normalize("NFD")).state).toBe("in_progress");
    expect(read("đã hòan thành").state).toBe("completed");
  });
  test("undiacritic “nhung” is a pause only where a thought begins", () => {
    expect(read("co kho khan nhung da xong").difficulty).not.toBeNull();
    expect(read("du kien nhung viec xong").state).toBeNull();
    expect(read("mưa nhiều tuy nhiên đã xong").state).toBe("completed");
  });
});

describe("hostile texts end soon", () => {
  const times = (piece: string, length: number): string => piece.repeat(length).slice(0, length);
  test.each([
    "a",
    " ",
    "1",
    "1/",
    "1.",
    "- ",
    "12/KH-UBND ",
    "xong ",
    "chưa làm ",
    "khó khăn ",
    "tháo gỡ khó khăn ",
    "100% ",
    "1/2 ",
    "20/3 ",
    "ngày ",
    "2.4, ",
    "2.4; ",
    "-a",
    "12/kh-",
    "🙂",
    "ệ",
    "\n",
    "đã ban hành ",
    "(",
    "kế hoạch số ",
    "\u0301",
    "đang ",
  ])("the longest note of “%s”, and ten thousand characters", (piece) => {
    // A pattern that goes back and forth takes minutes for these, longer than a test may last.
    expect(read(times(piece, 10_000)).state).toBeNull();
    const longest = times(piece, NOTE_MAX_LENGTH);
    expect(read(longest)).toEqual(read(longest));
  });
});
