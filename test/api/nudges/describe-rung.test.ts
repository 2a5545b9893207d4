import { expect, test } from "vitest";
import { describeRung } from "../../../api/nudges/describe-rung.ts";
import { translate } from "../../../locales/translate.ts";

test.each([
  ["-10", "trước ngày cần xong 10 ngày làm việc"],
  ["0", "ngày cần xong"],
  ["+1", "sau hạn 1 ngày làm việc"],
  ["+5w2", "sau hạn 5 ngày làm việc, nhắc lại lần 2"],
  ["overdue-at-start", "đã quá hạn khi bắt đầu theo dõi"],
  ["unacknowledged", "chưa xác nhận tiếp nhận"],
])("%s is “%s”", (name, words) => {
  expect(translate("vi", "cli-verbatim", { text: describeRung(name) })).toBe(words);
});
