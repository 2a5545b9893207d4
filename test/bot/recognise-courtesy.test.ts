import { expect, it } from "vitest";
import { recogniseCourtesy } from "../../bot/recognise-courtesy.ts";

it.each([
  ["chào em", "greeting"],
  ["Dạ em chào anh chị ạ", "greeting"],
  ["xin chao", "greeting"],
  ["alo", "greeting"],
  ["ok", "thanks"],
  ["Vâng ạ!", "thanks"],
  ["dạ", "thanks"],
  ["cảm ơn em nhiều nhé", "thanks"],
  ["ok da biet", "thanks"],
  ["vâng ạ, em cảm ơn đồng chí", "thanks"],
  ["👍", "thanks"],
  ["🙏🙏", "thanks"],
] as const)("%j is a %s", (text, meaning) => {
  expect(recogniseCourtesy(text)).toBe(meaning);
});

it.each([
  "",
  "  ",
  "?",
  "..",
  "ok rồi",
  "được rồi",
  "đã xong",
  "vâng, 2.4 đã xong",
  "da em gui bao cao a",
  "không",
  "chưa",
  "đồng ý",
  "đã nhận",
  "1",
  `ok ${"a".repeat(90)}`,
])("%j says more, or nothing", (text) => {
  expect(recogniseCourtesy(text)).toBeNull();
});
