import { expect, test } from "vitest";
import { renderText } from "../../../bot/messages/render-text.ts";
import { translate } from "../../../locales/translate.ts";

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

test("without buttons choices are a numbered list with a hint; without choices nothing is added", () => {
  const { text, buttons } = renderText(MESSAGE, say, { buttons: false });
  expect(text).toBe("TIÊU ĐỀ\nDÒNG\n\nCUỐI\n\n1. NỘP\n2. THÔI\nGõ số thứ tự để chọn.");
  expect(buttons).toEqual([]);
  expect(renderText({ paragraphs: [[{ key: "a" }]] }, say, { buttons: false }).text).toBe("A");
});
