import { expect, test } from "vitest";
import { detectCompletionWords } from "../../../api/progress/detect-completion-words.ts";
import { understandNote } from "../../../api/progress/understand-note.ts";
import { localDate } from "../../../api/shared/local-date.ts";

const doubted = (text: string): boolean =>
  detectCompletionWords(understandNote(text, { today: localDate("2026-09-07"), taskNumber: "2.4" }));

test.each(["da thuc hiennn xong", "xong ngay mai"])("%j may have been meant as done", (text) => {
  expect(doubted(text)).toBe(true);
});

test.each([
  "đã xong",
  "chưa xong",
  "đang hoàn thành hồ sơ",
  "đã họp với tổ dân phố",
  "mua xoong nồi cho bếp",
  "",
])("%j is clear, or says nothing of it", (text) => {
  expect(doubted(text)).toBe(false);
});
