import { describe, expect, test } from "vitest";
import {
  foldMatches,
  foldVietnamese,
  foldWithOffsets,
  tidyText,
} from "../../../api/shared/normalise-vietnamese.ts";

describe("the key to compare by", () => {
  test.each([
    ["Uỷ ban nhân dân", "uy ban nhan dan"],
    ["Ủy ban nhân dân", "uy ban nhan dan"],
    ["Phòng Văn hóa – Xã hội", "phong van hoa-xa hoi"],
    ["Phòng Văn hoá-\nXã hội", "phong van hoa-xa hoi"],
    ["  Đôn   Đốc\t", "don doc"],
    ["Ðảng ủy", "dang uy"],
    ["“Chủ động” ‘dân vận’", "\"chu dong\" 'dan van'"],
    ["HĐND\u00a0&\u00a0UBND", "hdnd & ubnd"],
    ["đã\u200b xong", "da xong"],
    ["đã \u200b xong", "da xong"],
    ["218 — QĐ/TW", "218-qd/tw"],
    ["\ud800x", "\ufffdx"],
    ["🎉 Xong", "🎉 xong"],
  ])("“%s” → “%s”", (text, folded) => {
    expect(foldVietnamese(text)).toBe(folded);
    expect(foldVietnamese(text.normalize("NFD"))).toBe(folded);
  });
  test("remembers where a find stood", () => {
    const text = "🎉  Đã\nxong";
    const { folded, offsets } = foldWithOffsets(text);
    expect(folded).toBe("🎉 da\nxong");
    expect(text.slice(offsets[folded.indexOf("da")], offsets[folded.indexOf("da") + 2])).toBe("Đã");
    expect(foldWithOffsets("a \n b").folded).toBe("a\nb");
  });
});

describe("what a person typed", () => {
  test.each([
    ["  xong \r\n rồi\u0000\u0007 ", "xong \n rồi"],
    ["một\ttab", "một tab"],
    ["a\n\n\n\n\nb", "a\n\nb"],
    ["a\n\n\nb", "a\n\n\nb"],
    ["e\u0000\u0301", "é"],
    ["x\ud83dy", "x\ufffdy"],
    ["👨‍👩‍👧 \u202bשלום\u202c", "👨‍👩‍👧 \u202bשלום\u202c"],
    ["Uỷ", "Uỷ"],
    ["a\u2028b", "a\nb"],
  ])("%j → %j", (text, tidy) => {
    expect(tidyText(text)).toBe(tidy);
  });
});

describe("search without diacritics", () => {
  const title = "Tuyên truyền, vận động Nhân dân theo Kế hoạch 12/KH-UBND";
  test.each([
    ["nhân dân tuyên", true],
    ["tuyen tru", true],
    ["KH-UBND", true],
    ["ubnd", true],
    ["“vận động”", true],
    ["an", false],
    ["nhân dân họp", false],
    ["", false],
    ["!!!", false],
  ])("“%s”", (needle, found) => {
    expect(foldMatches(title, needle)).toBe(found);
  });
});
