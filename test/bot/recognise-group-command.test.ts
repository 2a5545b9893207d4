import { expect, test } from "vitest";
import { recogniseGroupCommand } from "../../bot/recognise-group-command.ts";

test.each([
  "/ketnoi",
  "/ketnoi@don_doc_bot",
  "kết nối",
  "Kết Nối",
  "ket noi",
  "ketnoi",
  "Kết nối.",
  "@Đôn Đốc Hải An kết nối",
  "kết nối @don_doc_bot",
])("“%s” connects", (words) => {
  expect(recogniseGroupCommand(words)).toBe("connect");
});

test.each([
  "/ngatketnoi",
  "/ngatketnoi@don_doc_bot",
  "ngắt kết nối",
  "Ngat ket noi",
  "@Đôn Đốc ngắt kết nối",
])("“%s” disconnects", (words) => {
  expect(recogniseGroupCommand(words)).toBe("disconnect");
});

test.each([
  "",
  "2.4 đã kết nối",
  "kết nối với cơ sở dữ liệu dân cư",
  "đã kết nối mạng",
  "không ngắt kết nối",
  "/nhiemvu",
  `@${"x".repeat(80)} kết nối`,
])("“%s” is neither", (words) => {
  expect(recogniseGroupCommand(words)).toBeNull();
});
