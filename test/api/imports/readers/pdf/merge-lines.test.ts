import { describe, expect, test } from "vitest";
import { groupLines } from "../../../../../api/imports/readers/pdf/group-lines.ts";
import { joinLines, mergeLines } from "../../../../../api/imports/readers/pdf/merge-lines.ts";
import type { Word } from "../../../../../api/imports/readers/pdf/page-drawing.ts";

const SIZE = 12;
/** Words of letters six points wide, set with a space of three from `x` on. */
const words = (x: number, y: number, line: string, own: Partial<Word> = {}): readonly Word[] => {
  let place = x;
  return line.split(" ").map((text): Word => {
    const x0 = place;
    place = x0 + text.length * 6 + 3;
    return {
      text,
      x0,
      x1: place - 3,
      y,
      size: SIZE,
      bold: false,
      italic: false,
      spaceBefore: true,
      spaceAfter: true,
      raised: false,
      ...own,
    };
  });
};
const column = { left: 50, right: 350 };
const merged = (lines: readonly (readonly Word[])[], marks: readonly string[] = []) =>
  mergeLines(groupLines(lines.flat(), 1), column, new Set(marks));

describe("lines of one column", () => {
  test("a line that is full goes on in the next, one that is not ends its paragraph", () => {
    const texts = merged([
      words(70, 100, "Tuyên truyền trong Nhân dân về các chủ trương"),
      words(50, 116, "của Đảng năm nay."),
      words(70, 132, "Rà soát quy chế."),
      words(70, 148, "Công bố kết quả."),
    ]).map(({ text }) => text);
    expect(texts).toEqual([
      "Tuyên truyền trong Nhân dân về các chủ trương của Đảng năm nay.",
      "Rà soát quy chế.",
      "Công bố kết quả.",
    ]);
  });

  test("an indented first line is not centred because its end happens to stand as far from the edge", () => {
    const merge = merged([
      words(74, 100, "Thực hiện chỉ đạo của Ủy ban nhân dân các huyện"),
      words(50, 116, "Mường Chà về việc giao nhiệm vụ năm nay cho các đơn vị"),
      words(50, 132, "trong toàn xã."),
    ]);
    expect(merge.map(({ text, centred }) => [text, centred])).toEqual([
      [
        "Thực hiện chỉ đạo của Ủy ban nhân dân các huyện Mường Chà về việc giao nhiệm vụ năm nay cho các đơn vị trong toàn xã.",
        false,
      ],
    ]);
    const titles = merged([words(177, 100, "KẾ HOẠCH"), words(156, 116, "CÔNG TÁC DÂN VẬN")]);
    expect(titles.every(({ centred }) => centred)).toBe(true);
  });

  test("a hyphen at the start of a full line's continuation opens no list item", () => {
    const texts = merged([
      words(50, 100, "Tăng cường kỷ cương quản lý đất đai và xây dựng đô thị,"),
      words(50, 116, "- đẩy mạnh chuyển đổi số"),
    ]).map(({ text }) => text);
    expect(texts).toEqual([
      "Tăng cường kỷ cương quản lý đất đai và xây dựng đô thị, - đẩy mạnh chuyển đổi số",
    ]);
  });

  test("a footnote's mark is taken out, and the full stop after it stays at its word", () => {
    const line = [
      ...words(50, 100, "dân chủ ở sở", { spaceAfter: false }),
      ...words(113, 95, "1", { size: 7, spaceBefore: false, spaceAfter: false }),
      ...words(119, 100, ".", { spaceBefore: false, spaceAfter: false }),
    ];
    const [paragraph] = merged([line], ["1"]);
    expect(paragraph).toMatchObject({ text: "dân chủ ở sở.", marks: ["1"] });
  });
});

describe("what the end of a line cut", () => {
  const joined = (...lines: readonly string[]) =>
    joinLines(lines.map((line) => ({ words: words(50, 100, line, { spaceAfter: false }) })));

  test.each([
    [["Quyết định số 01/2019/QĐ-", "UBND"], "Quyết định số 01/2019/QĐ-UBND"],
    [["Nghị quyết số 57-", "NQ/TW"], "Nghị quyết số 57-NQ/TW"],
    [["Kế hoạch số 12/", "KH-UBND"], "Kế hoạch số 12/KH-UBND"],
    [["Kế hoạch số 12", "/KH-UBND"], "Kế hoạch số 12/KH-UBND"],
    [["Phòng Văn hóa -", "Xã hội"], "Phòng Văn hóa - Xã hội"],
    [["Phòng Văn hóa", "- Xã hội"], "Phòng Văn hóa - Xã hội"],
    [["giai đoạn 2021 -", "2025"], "giai đoạn 2021 - 2025"],
  ])("%j is %j", (lines, whole) => {
    expect(joined(...lines)).toBe(whole);
  });
});
