import { expect, test } from "vitest";
import { renderText } from "../../../bot/messages/render-text.ts";
import { placedTranslatorFor, translate } from "../../../locales/translate.ts";

const say = (key: string): string => (key === "choices-hint" ? translate("vi", key) : key.toUpperCase());
const MESSAGE = {
  paragraphs: [
    [{ key: "tiêu đề", style: "heading" as const }, { key: "dòng" }],
    [],
    [{ key: "cuối", style: "heading" as const }],
  ],
  choices: [
    [
      { label: { key: "nộp" }, data: "n" },
      { label: { key: "thôi" }, data: "t", weight: "grave" as const },
    ],
    [],
  ],
};

test("paragraphs, lines, headings as places, buttons in rows", () => {
  expect(renderText(MESSAGE, say, { buttons: true })).toEqual({
    text: "TIÊU ĐỀ\nDÒNG\n\nCUỐI",
    bold: [
      { offset: 0, length: 7 },
      { offset: 14, length: 4 },
    ],
    buttons: [
      [
        { label: "NỘP", data: "n" },
        { label: "THÔI", data: "t", weight: "grave" },
      ],
    ],
    dates: [],
    joints: [],
    copies: [],
  });
});

test("a line that belongs to the one above is joined to it; what may be copied stands apart", () => {
  const said = {
    paragraphs: [[{ key: "việc" }, { key: "hạn", style: "detail" as const }]],
    copies: [{ label: { key: "sao chép" }, text: "ABCDE-12345" }],
  };
  const { joints, copies, text } = renderText(said, say, { buttons: false });
  expect([text, joints]).toEqual(["VIỆC\nHẠN", [4]]);
  expect(copies).toEqual([{ label: "SAO CHÉP", text: "ABCDE-12345" }]);
});

test("what only buttons need, or only words do, is said where it is needed", () => {
  const said = {
    paragraphs: [
      [
        { key: "phòng a", picks: "a" },
        { key: "chi tiết", style: "detail" as const },
        { key: "phòng b", picks: "b", style: "heading" as const },
      ],
      [
        { key: "gõ số", shown: "without-buttons" as const },
        { key: "chọn", shown: "with-buttons" as const },
      ],
    ],
    choices: [
      [
        { label: { key: "trang sau" }, data: "p", shown: "with-buttons" as const },
        { label: { key: "thu hồi 9" }, data: "t", shown: "in-words" as const },
      ],
      [{ label: { key: "a" }, data: "a" }],
      [{ label: { key: "b" }, data: "b", shown: "without-buttons" as const }],
      [{ label: { key: "c" }, data: "c" }],
    ],
  };
  const plain = renderText(said, say, { buttons: false });
  expect(plain.text).toBe("1. PHÒNG A\nCHI TIẾT\n2. PHÒNG B\n\nGÕ SỐ\n\n3. C\nGõ số thứ tự để chọn.");
  expect(plain.bold).toEqual([{ offset: 20, length: 10 }]);
  const rich = renderText(said, say, { buttons: true });
  expect(rich.text).toBe("PHÒNG A\nCHI TIẾT\nPHÒNG B\n\nCHỌN");
  expect(rich.buttons.flat().map(({ label }) => label)).toEqual(["TRANG SAU", "A", "C"]);
});

test("without buttons choices are a numbered list with a hint; without choices nothing is added", () => {
  const { text, buttons } = renderText(MESSAGE, say, { buttons: false });
  expect(text).toBe("TIÊU ĐỀ\nDÒNG\n\nCUỐI\n\n1. NỘP\n2. THÔI\nGõ số thứ tự để chọn.");
  expect(buttons).toEqual([]);
  expect(renderText({ paragraphs: [[{ key: "a" }]] }, say, { buttons: false }).text).toBe("A");
});

test("due dates as places of the whole text, after headings, emoji and blank lines", () => {
  const due = { date: "2026-09-14", due: true } as const;
  const left = { term: "days-left", args: { days: 5 } };
  const { text, dates } = renderText(
    {
      paragraphs: [
        [{ key: "task-line", args: { number: "2.4", title: "🎉 lễ" }, style: "heading" }],
        [
          { key: "card-due", args: { due, left } },
          { key: "task-last-note", args: { on: { date: "2026-09-01" }, text: "thứ Hai 14/09/2026" } },
          {
            key: "task-detail",
            args: { details: { term: "task-due", args: { due, left } } },
            style: "detail",
          },
        ],
      ],
    },
    placedTranslatorFor("vi"),
    { buttons: true },
  );
  expect(dates.map(({ offset, length, date }) => [text.slice(offset, offset + length), date])).toEqual([
    ["thứ Hai 14/09/2026", "2026-09-14"],
    ["thứ Hai 14/09", "2026-09-14"],
  ]);
  expect(dates[0]?.offset).toBe(text.indexOf("hạn: ") + 5);
});
