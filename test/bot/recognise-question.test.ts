import { expect, it } from "vitest";
import { recogniseAnswer, recogniseQuestion } from "../../bot/recognise-question.ts";

it.each([
  "hạn ngày nào",
  "con bao nhieu nhiem vu chua xong",
  "bao giờ phải nộp báo cáo",
  "xong chưa",
  "xong chua a?",
  "của bên chị hay bên kinh tế thế?",
  "ai chưa làm",
])("%j asks", (text) => {
  expect(recogniseQuestion(text)).toBe(true);
});

it.each([
  "đã xong",
  "chưa xong",
  "chưa làm được",
  "vướng: chưa biết đơn vị nào chủ trì",
  "không rõ bao giờ có kinh phí",
  "hai đơn vị đã nộp",
])("%j tells", (text) => {
  expect(recogniseQuestion(text)).toBe(false);
});

it.each([
  ["tình hình thế nào", "nhiemvu"],
  ["tình hình", "nhiemvu"],
  ["còn bao nhiêu nhiệm vụ chưa xong?", "nhiemvu"],
  ["bao giờ phải nộp báo cáo", "lich"],
  ["tình hình đã ổn định", null],
  ["còn hai nhiệm vụ", null],
  ["đã nộp báo cáo", null],
  ["ai chưa làm", null],
] as const)("%j is answered with %j", (text, answer) => {
  expect(recogniseAnswer(text)).toBe(answer);
});
