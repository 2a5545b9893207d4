import { describe, expect, test } from "vitest";
import { normaliseTaskNumber, splitNotes } from "../../../api/progress/split-notes.ts";

const pairs = (text: string, known?: readonly string[]): readonly (readonly [string | null, string])[] =>
  splitNotes(text, known === undefined ? undefined : new Set(known)).lines.map(({ number, text: said }) => [
    number,
    said,
  ]);

describe("a head writes about one task", () => {
  test.each([
    ["2.4 đã xong, đạt 100%", "2.4", "đã xong, đạt 100%"],
    ["3.1: đang làm 40%", "3.1", "đang làm 40%"],
    ["4.8 - đã nộp", "4.8", "đã nộp"],
    ["4.8 – đã nộp", "4.8", "đã nộp"],
    ["- 2.4 đã xong", "2.4", "đã xong"],
    ["• 2.4) đã xong", "2.4", "đã xong"],
    ["2.4. đã xong", "2.4", "đã xong"],
    ["4.11 đã xong", "4.11", "đã xong"],
    ["3.5.a đã xong", "3.5.a", "đã xong"],
    ["3.5a đã xong", "3.5.a", "đã xong"],
    ["3.5 a đã xong", "3.5.a", "đã xong"],
    ["3.5Đ: đã xong", "3.5.đ", "đã xong"],
    ["3.5đ".normalize("NFD"), "3.5.đ", ""],
    ["1.c.2 đã xong", "1.c.2", "đã xong"],
    ["PL.1 đã xong", "PL.1", "đã xong"],
    ["pl1 đã xong", "PL.1", "đã xong"],
    ["nv 2.4 đã xong", "2.4", "đã xong"],
    ["Nhiệm vụ số 2.4: đã xong", "2.4", "đã xong"],
    ["nhiem vu 2.4 da xong", "2.4", "da xong"],
    ["mục 3.5.b đã xong", "3.5.b", "đã xong"],
    ["số 2.4 đã xong", "2.4", "đã xong"],
    ["nhiệm vụ 2 đã xong", "2", "đã xong"],
    ["2.4", "2.4", ""],
    ["2.4 e xong rồi ạ", "2.4", "e xong rồi ạ"],
    ["2.4 k phát sinh", "2.4", "k phát sinh"],
    ["2.4 đã họp 3 lần", "2.4", "đã họp 3 lần"],
    ["2.4 3.500 hộ", "2.4", "3.500 hộ"],
  ])("“%s”", (text, number, said) => {
    expect(pairs(text)).toEqual([[number, said]]);
  });
});

describe("the number as people say it", () => {
  test.each([
    ["2,4 xong", "2.4", "xong"],
    ["2,4: đang làm 50%", "2.4", "đang làm 50%"],
    ["nv 2,4 nhờ xem lại", "2.4", "nhờ xem lại"],
    ["2,4", "2.4", ""],
    ["2,4 ảnh kế hoạch", "2.4", "ảnh kế hoạch"],
    ["còn 4.7 cũng xong", "4.7", "cũng xong"],
    ["hai chấm bốn đã xong", "2.4", "đã xong"],
    ["nhiem vu so hai phay ba da hoan thanh", "2.3", "da hoan thanh"],
    ["báo cáo 2.4 đã xong", "2.4", "đã xong"],
    ["Dạ em báo cáo nhiệm vụ 2.4: đã xong ạ", "2.4", "đã xong ạ"],
    ["bao cao giup chi muc 3.1 la da lam xong roi nhe em", "3.1", "la da lam xong roi nhe em"],
    ["toi bao cao nv 3.1", "3.1", ""],
    ["ảnh 4.7", "4.7", ""],
    ["đã xong 2.4", "2.4", "đã xong 2.4"],
    ["đã hoàn thành nhiệm vụ 2.4 rồi ạ", "2.4", "đã hoàn thành nhiệm vụ 2.4 rồi ạ"],
  ])("“%s”", (text, number, said) => {
    expect(pairs(text)).toEqual([[number, said]]);
  });
  test("several of them", () => {
    expect(pairs("xong 2.4 và 4.7")).toEqual([
      ["2.4", "xong 2.4 và 4.7"],
      ["4.7", "xong 2.4 và 4.7"],
    ]);
    expect(pairs("2.3 3.1 4.8 khong phat sinh")).toEqual(
      ["2.3", "3.1", "4.8"].map((number) => [number, "khong phat sinh"]),
    );
    expect(pairs("2,3 không phát sinh\n3,1 đang làm 40%")).toEqual([
      ["2.3", "không phát sinh"],
      ["3.1", "đang làm 40%"],
    ]);
    expect(pairs("3.1 đang làm, riêng 2.5 chưa làm")).toEqual([
      ["3.1", "đang làm"],
      ["2.5", "chưa làm"],
    ]);
    expect(pairs("em báo cáo 2.4 đã xong, 4.7 đang làm")).toEqual([
      ["2.4", "đã xong"],
      ["4.7", "đang làm"],
    ]);
  });
  test("below a note the words go on with it", () => {
    expect(pairs("2.4 đã họp\nđã xong 4.7")).toEqual([["2.4", "đã họp\nđã xong 4.7"]]);
  });
  test("a quantity behind a number begins no second task", () => {
    expect(pairs("2.4 2.5 ha đã xong")).toEqual([["2.4", "2.5 ha đã xong"]]);
    expect(pairs("2.4 2.5 hộ")).toEqual([["2.4", "2.5 hộ"]]);
  });
});

describe("what only looks like a number", () => {
  test.each([
    "20/3 đã họp",
    "3,5 tỷ đồng",
    "3.5 tỷ đồng",
    "2.5 km đường",
    "2.000 hộ",
    "1.250.000 đồng",
    "100%",
    "2.5% hộ",
    "2.5 %",
    "20.03.2026 đã họp",
    "3",
    "3 đã xong",
    "3: đang làm",
    "1. đã họp",
    "12/KH-UBND đã ban hành",
    "2.4-2.6 không phát sinh",
    "2.5k",
    "4g đã phủ",
    "2 đ",
    "chị nhắc em 2.4 nhé",
    "em ơi nhiệm vụ 5.1 của đơn vị nào",
    "2,5 mô hình đã có",
    "1,5 tháng nay chưa họp",
    "trình độ 2,4 khá",
    "đã cài xong 1.2",
    "đã xong 2.4 tỷ",
    "đã xong 2.4 rồi đến 2.5 tỷ",
    "hai ba đã xong",
    "số 12 đã gửi",
    "2.4abc",
    "không phát sinh",
    "",
  ])("“%s” names no task", (text) => {
    expect(pairs(text)).toEqual([[null, text]]);
  });
});

describe("a catalogue that is known", () => {
  const known = ["2", "2.4", "3.5", "3.5.a", "1.a", "5.k"];
  test.each([
    ["2 đã xong", "2", "đã xong"],
    ["2: đã xong", "2", "đã xong"],
    ["2. đã xong", "2", "đã xong"],
    ["2 đ xong", "2", "đ xong"],
    ["3.5 a đã xong", "3.5.a", "đã xong"],
    ["2.4 c đã xong", "2.4", "c đã xong"],
    ["1a đã xong", "1.a", "đã xong"],
    ["5k đã xong", "5.k", "đã xong"],
    ["9.9 đã xong", "9.9", "đã xong"],
  ])("“%s”", (text, number, said) => {
    expect(pairs(text, known)).toEqual([[number, said]]);
  });
  test.each(["2", "2 hộ chưa ký", "2 tháng nay chưa họp", "3 đã xong", "2 triệu", "2 ?"])(
    "“%s” is left to the caller",
    (text) => {
      expect(pairs(text, known)).toEqual([[null, text]]);
    },
  );
});

describe("several tasks in one message", () => {
  test("numbered lines, with words that go on below", () => {
    expect(
      pairs("2.3 không phát sinh\n3.1: đang làm 40%\nvướng mắc: thiếu kinh phí\n\n4.8 - đã nộp"),
    ).toEqual([
      ["2.3", "không phát sinh"],
      ["3.1", "đang làm 40%\nvướng mắc: thiếu kinh phí"],
      ["4.8", "đã nộp"],
    ]);
  });
  test("numbers that share their words", () => {
    const quiet = (numbers: readonly string[]) => numbers.map((number) => [number, "không phát sinh"]);
    expect(pairs("2.3, 3.1, 4.8 không phát sinh")).toEqual(quiet(["2.3", "3.1", "4.8"]));
    expect(pairs("2.3,3.1 và 4.8: không phát sinh")).toEqual(quiet(["2.3", "3.1", "4.8"]));
    expect(pairs("nv 2.3; 3.5a + PL1 không phát sinh")).toEqual(quiet(["2.3", "3.5.a", "PL.1"]));
    expect(pairs("2.3, 2.3 không phát sinh")).toEqual(quiet(["2.3"]));
    expect(pairs("2.3, không phát sinh")).toEqual(quiet(["2.3"]));
  });
  test("a semicolon on one line", () => {
    expect(pairs("2.3 không phát sinh; 3.1 đang làm 40%; 4.8 đã nộp")).toEqual([
      ["2.3", "không phát sinh"],
      ["3.1", "đang làm 40%"],
      ["4.8", "đã nộp"],
    ]);
    expect(pairs("2.3 đã họp; đã nộp báo cáo")).toEqual([["2.3", "đã họp; đã nộp báo cáo"]]);
  });
  test.each([
    ["2.4 xong và 4.7 xong", "xong", "xong"],
    ["2.4 xong, 4.7 xong", "xong", "xong"],
    ["2.4 xong,4.7 chưa xong", "xong", "chưa xong"],
    ["2.4 đã xong; và 4.7 đang làm", "đã xong", "đang làm"],
    ["2.4 da xong va 4.7 dang lam", "da xong", "dang lam"],
    ["2.4 xong, còn 4.7 thì chưa", "xong", "thì chưa"],
    ["2.4 đã họp dân. 4.7 đạt 80%", "đã họp dân", "đạt 80%"],
    ["2.4 đạt 50%, 4.7 80%", "đạt 50%", "80%"],
    ["2.4 xong ngày 20/3, nv 4.7: không phát sinh", "xong ngày 20/3", "không phát sinh"],
    ["2.4 đạt 2.4 tỷ, 4.7 đang làm", "đạt 2.4 tỷ", "đang làm"],
    ["2.4 xong (đã nộp, đã ký), 4.7 cũng xong", "xong (đã nộp, đã ký)", "cũng xong"],
  ])("two notes on one line: “%s”", (text, first, second) => {
    expect(pairs(text)).toEqual([
      ["2.4", first],
      ["4.7", second],
    ]);
    expect(splitNotes(text).inner).toEqual(["4.7"]);
    // Only a task that there is begins a note of its own.
    expect(splitNotes(text, undefined, new Set(["4.7"])).lines).toHaveLength(2);
    expect(splitNotes(text, undefined, new Set(["4.8"])).lines).toEqual([
      { number: "2.4", text: text.slice(4) },
    ]);
  });
  test("the second of them may be several", () => {
    expect(pairs("2.4 đã xong, 3.5.a và 4.7 không phát sinh. 4.8 đang làm")).toEqual([
      ["2.4", "đã xong"],
      ["3.5.a", "không phát sinh"],
      ["4.7", "không phát sinh"],
      ["4.8", "đang làm"],
    ]);
    for (const text of ["2.4 và 4.7: đã xong", "2.4, 4.7 đã xong", "2.4 với 4.7 đã xong"])
      expect(pairs(text)).toEqual([
        ["2.4", "đã xong"],
        ["4.7", "đã xong"],
      ]);
  });
  test.each([
    "đạt 2.4 tỷ",
    "đã giải ngân 1.2 tỷ và 2.4 tỷ",
    "đã cài phiên bản 1.2",
    "đã cài phiên bản 1.1 và 1.2",
    "đã cài các bản 1.1, 1.2 đã chạy ổn định",
    "theo mục 2.4 của Quyết định",
    "thực hiện mục 3.1 và mục 3.2 của Quyết định",
    "thực hiện mục 3.1, 3.2 đã nêu trong Quyết định",
    "đã nộp, mục 4.7 đã nêu trong báo cáo",
    "đã họp và 4.7 nêu trong biên bản",
    "đã lồng ghép cùng 4.7",
    "xong, 4.7",
    "đã họp (biên bản, 4.7 đã nêu)",
    "đã họp “chuyên đề, 4.7 đã nêu”",
    "đạt 85%, 2.4 đã nộp báo cáo",
    "đã xong, 20.03.2026 đã nộp",
    "đã xong, 20/3 đã nộp",
    "đã họp, 3 đã nộp",
    "đã khảo sát 2,5 đã nộp",
    "đã có bản 1.2.3 đã nộp",
  ])("one note, unsure as it is: “2.4 %s”", (said) => {
    expect(splitNotes(`2.4 ${said}`)).toEqual({ lines: [{ number: "2.4", text: said }], inner: [] });
  });
  test("a greeting stays apart, dates and quantities go on", () => {
    expect(pairs("Kính gửi Văn phòng:\n2.3 đã làm\n20/3 đã họp\n2.000 hộ tham gia\n100%")).toEqual([
      [null, "Kính gửi Văn phòng:"],
      ["2.3", "đã làm\n20/3 đã họp\n2.000 hộ tham gia\n100%"],
    ]);
  });
  test("the number on a line of its own", () => {
    expect(pairs("2.3\nđã xong\n2.4")).toEqual([
      ["2.3", "đã xong"],
      ["2.4", ""],
    ]);
  });
});

describe("a number's own form", () => {
  test.each([
    ["3.5a", "3.5.a"],
    ["3.5Đ", "3.5.đ"],
    ["3.5 A", "3.5.a"],
    ["3.5.b", "3.5.b"],
    ["pl1", "PL.1"],
    ["pl.1", "PL.1"],
    ["PL-2", "PL.2"],
    ["2.10", "2.10"],
    [" 2 ", "2"],
    ["1c2", "1.c.2"],
    ["1.c.2", "1.c.2"],
    ["2.4 xong", null],
    ["", null],
    ["2.000", null],
    ["abc", null],
  ])("“%s” → %s", (text, number) => {
    expect(normaliseTaskNumber(text)).toBe(number);
  });
});
